-- The older scans of a session are states of their own now, written once and named by the session from then on: the session is what changed.
-- A program from before this step would not read them, and so must not start any more. Badges' and identity's keys are for grains alone.
-- Whatever is left out here has no projection.
DROP TRIGGER OrleansStorage_inserted;
DROP TRIGGER OrleansStorage_updated;

CREATE TRIGGER OrleansStorage_inserted AFTER INSERT ON OrleansStorage WHEN NEW.GrainTypeString NOT IN ('sessionpage', 'badge', 'identitykey')
BEGIN
    INSERT INTO change_set (slot, state_name, grain_key, version, stamp)
    VALUES ((NEW.GrainIdHash & 2147483647) % (SELECT value FROM setting WHERE name = 'slots'), NEW.GrainTypeString, NEW.GrainIdExtensionString, NEW.Version, random())
    ON CONFLICT (state_name, grain_key) DO UPDATE SET slot = excluded.slot, version = excluded.version, stamp = excluded.stamp;
END;

CREATE TRIGGER OrleansStorage_updated AFTER UPDATE ON OrleansStorage WHEN NEW.GrainTypeString NOT IN ('sessionpage', 'badge', 'identitykey')
BEGIN
    INSERT INTO change_set (slot, state_name, grain_key, version, stamp)
    VALUES ((NEW.GrainIdHash & 2147483647) % (SELECT value FROM setting WHERE name = 'slots'), NEW.GrainTypeString, NEW.GrainIdExtensionString, NEW.Version, random())
    ON CONFLICT (state_name, grain_key) DO UPDATE SET slot = excluded.slot, version = excluded.version, stamp = excluded.stamp;
END;
