-- Every commit of a session adds a page now, numbered under the session's id: '<session>#00000007'. The session is what changed, and it changes in its own slot.
-- A program from before this step would not read them, and so must not start any more.
CREATE FUNCTION mark_session_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    session text := split_part(NEW.GrainIdExtensionString, '#', 1);
    hash integer := coalesce((SELECT GrainIdHash FROM OrleansStorage WHERE GrainTypeString = 'session' AND GrainIdExtensionString = session), NEW.GrainIdHash);
BEGIN
    INSERT INTO change_set (slot, state_name, grain_key, version, stamp)
    VALUES ((hash & 2147483647) % (SELECT value FROM setting WHERE name = 'slots'), 'session', session, NEW.Version, nextval('change_set_stamp'))
    ON CONFLICT (state_name, grain_key) DO UPDATE SET stamp = excluded.stamp;
    RETURN NULL;
END
$$;

CREATE TRIGGER OrleansStorage_page AFTER INSERT ON OrleansStorage FOR EACH ROW
WHEN (NEW.GrainTypeString = 'sessionpage') EXECUTE FUNCTION mark_session_changed();
