-- Every commit of a session adds a page now, numbered under the session's id: '<session>#00000007'. The session is what changed, and it changes in its own slot.
-- A program from before this step would not read them, and so must not start any more.
CREATE TRIGGER OrleansStorage_page AFTER INSERT ON OrleansStorage WHEN NEW.GrainTypeString = 'sessionpage'
BEGIN
    INSERT INTO change_set (slot, state_name, grain_key, version, stamp)
    SELECT (coalesce((SELECT GrainIdHash FROM OrleansStorage WHERE GrainTypeString = 'session' AND GrainIdExtensionString = session), NEW.GrainIdHash) & 2147483647)
        % (SELECT value FROM setting WHERE name = 'slots'), 'session', session, NEW.Version, random()
    FROM (SELECT substr(NEW.GrainIdExtensionString, 1, instr(NEW.GrainIdExtensionString, '#') - 1) AS session)
    WHERE true
    ON CONFLICT (state_name, grain_key) DO UPDATE SET stamp = excluded.stamp;
END;
