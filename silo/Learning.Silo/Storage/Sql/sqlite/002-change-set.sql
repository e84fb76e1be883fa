-- The set of grains whose newest state the projectors have not seen: one row a grain however often it was written.

-- How many projectors share the work. One: on this database there is one process.
INSERT INTO setting (name, value) VALUES ('slots', 1);

CREATE TABLE change_set
(
    place      INTEGER PRIMARY KEY AUTOINCREMENT,  -- who waits longest comes first; kept while the row is rewritten, so that a busy grain can't be overtaken for ever
    slot       INTEGER NOT NULL,
    state_name TEXT    NOT NULL,
    grain_key  TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    stamp      INTEGER NOT NULL                    -- new with every mark: a projector deletes the row only if this is still the one it saw
) STRICT;

CREATE UNIQUE INDEX change_set_key ON change_set (state_name, grain_key);

CREATE TRIGGER OrleansStorage_inserted AFTER INSERT ON OrleansStorage
BEGIN
    INSERT INTO change_set (slot, state_name, grain_key, version, stamp)
    VALUES ((NEW.GrainIdHash & 2147483647) % (SELECT value FROM setting WHERE name = 'slots'), NEW.GrainTypeString, NEW.GrainIdExtensionString, NEW.Version, random())
    ON CONFLICT (state_name, grain_key) DO UPDATE SET slot = excluded.slot, version = excluded.version, stamp = excluded.stamp;
END;

CREATE TRIGGER OrleansStorage_updated AFTER UPDATE ON OrleansStorage
BEGIN
    INSERT INTO change_set (slot, state_name, grain_key, version, stamp)
    VALUES ((NEW.GrainIdHash & 2147483647) % (SELECT value FROM setting WHERE name = 'slots'), NEW.GrainTypeString, NEW.GrainIdExtensionString, NEW.Version, random())
    ON CONFLICT (state_name, grain_key) DO UPDATE SET slot = excluded.slot, version = excluded.version, stamp = excluded.stamp;
END;
