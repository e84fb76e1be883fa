-- States above 2 kB are compressed at every write; the default takes longer for that than the rest of the write. A server that can't
-- do better keeps the default. Rows written before are read as they are.
DO $$
BEGIN
    EXECUTE 'ALTER TABLE OrleansStorage ALTER COLUMN PayloadBinary SET COMPRESSION lz4';
EXCEPTION WHEN feature_not_supported OR syntax_error THEN
    NULL;
END
$$;
