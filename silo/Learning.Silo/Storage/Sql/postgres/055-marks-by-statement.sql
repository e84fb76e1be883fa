-- States are written many to a statement, and so they are marked: once a statement instead of once a row, but updated rows before inserted ones and so in no
-- common order. Whoever takes marks out of the set therefore skips those that are just being rewritten: they must stay anyway.
-- A page has the hash of its session (GatheringStates), and so its session's slot; its version says nothing of the session's.
DROP TRIGGER OrleansStorage_changed ON OrleansStorage;
DROP TRIGGER OrleansStorage_page ON OrleansStorage;
DROP FUNCTION mark_changed;
DROP FUNCTION mark_session_changed;

CREATE FUNCTION mark_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO change_set (slot, state_name, grain_key, version, stamp)
    SELECT (min(w.hash) & 2147483647) % (SELECT value FROM setting WHERE name = 'slots'), w.name, w.key, max(w.version), nextval('change_set_stamp')
    FROM (
        SELECT CASE GrainTypeString WHEN 'sessionpage' THEN 'session' ELSE GrainTypeString END,
            CASE GrainTypeString WHEN 'sessionpage' THEN split_part(GrainIdExtensionString, '#', 1) ELSE GrainIdExtensionString END,
            GrainIdHash, Version
        FROM written WHERE GrainTypeString NOT IN ('badge', 'identitykey')) AS w (name, key, hash, version)
    GROUP BY w.name, w.key
    ORDER BY w.name, w.key
    ON CONFLICT (state_name, grain_key) DO UPDATE SET slot = excluded.slot, version = greatest(change_set.version, excluded.version), stamp = excluded.stamp;
    RETURN NULL;
END
$$;

CREATE TRIGGER OrleansStorage_inserted AFTER INSERT ON OrleansStorage REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION mark_written();
CREATE TRIGGER OrleansStorage_updated AFTER UPDATE ON OrleansStorage REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION mark_written();
