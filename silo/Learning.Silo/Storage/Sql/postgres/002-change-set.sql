-- The set of grains whose newest state the projectors have not seen: one row a grain however often it was written.

-- How many projectors share the work.
INSERT INTO setting (name, value) VALUES ('slots', 8);

CREATE SEQUENCE change_set_stamp;

CREATE TABLE change_set
(
    place      bigint GENERATED ALWAYS AS IDENTITY,  -- who waits longest comes first; kept while the row is rewritten, so that a busy grain can't be overtaken for ever
    slot       integer NOT NULL,
    state_name text COLLATE "C" NOT NULL,
    grain_key  text COLLATE "C" NOT NULL,
    version    integer NOT NULL,
    stamp      bigint NOT NULL,                      -- new with every mark: a projector deletes the row only if this is still the one it saw
    PRIMARY KEY (state_name, grain_key)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

CREATE INDEX change_set_place ON change_set (slot, place);

CREATE FUNCTION mark_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO change_set (slot, state_name, grain_key, version, stamp)
    VALUES ((NEW.GrainIdHash & 2147483647) % (SELECT value FROM setting WHERE name = 'slots'), NEW.GrainTypeString, NEW.GrainIdExtensionString, NEW.Version, nextval('change_set_stamp'))
    ON CONFLICT (state_name, grain_key) DO UPDATE SET slot = excluded.slot, version = excluded.version, stamp = excluded.stamp;
    RETURN NULL;
END
$$;

CREATE TRIGGER OrleansStorage_changed AFTER INSERT OR UPDATE ON OrleansStorage FOR EACH ROW EXECUTE FUNCTION mark_changed();
