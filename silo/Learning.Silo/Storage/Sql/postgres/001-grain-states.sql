-- Grain states, in the shape that Microsoft.Orleans.Persistence.AdoNet 10.4 asks for; it brings no SQL of its own.
-- One row a (state, grain). The provider leaves the grain's type out of the row key, so state names are unique in the whole system.

CREATE TABLE setting
(
    name  text NOT NULL PRIMARY KEY,
    value bigint NOT NULL
);

CREATE TABLE OrleansQuery
(
    QueryKey  text NOT NULL PRIMARY KEY,
    QueryText text NOT NULL
);

CREATE TABLE OrleansStorage
(
    -- Byte order, as SQLite has it: both databases page through keys alike, and comparing costs least.
    GrainTypeString        text COLLATE "C" NOT NULL,                                                          -- the state's name
    GrainIdExtensionString text COLLATE "C" NOT NULL CHECK (length(GrainIdExtensionString) <= 512),            -- the grain's key, see StoredKey
    GrainIdN0              bigint NOT NULL,
    GrainIdN1              bigint NOT NULL,
    ServiceId              text COLLATE "C" NOT NULL,
    GrainIdHash            integer NOT NULL,
    GrainTypeHash          integer NOT NULL,
    Version                integer NOT NULL,
    ModifiedOn             timestamptz NOT NULL,                                                               -- for people who look
    PayloadBinary          bytea                                                                               -- UTF-8 JSON; NULL once cleared
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

-- Without it two silos that write a grain for the first time at once would both succeed.
-- It begins with name and key because the state reader pages through it in that order.
CREATE UNIQUE INDEX OrleansStorage_key ON OrleansStorage (GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, ServiceId);

-- One statement, so that it succeeds or leaves nothing behind. It answers no row, which the provider takes for a conflict, when
-- the row is there and has another version, or is not there although a version was given.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('WriteToStorageKey',
'INSERT INTO OrleansStorage AS stored
  (GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, ServiceId, GrainIdHash, GrainTypeHash, Version, ModifiedOn, PayloadBinary)
SELECT @GrainTypeString, @GrainIdExtensionString, @GrainIdN0, @GrainIdN1, @ServiceId, @GrainIdHash, @GrainTypeHash, 1, now(), @PayloadBinary
WHERE @GrainStateVersion IS NULL OR EXISTS
  (SELECT 1 FROM OrleansStorage WHERE GrainTypeString = @GrainTypeString AND GrainIdExtensionString = @GrainIdExtensionString
   AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1 AND ServiceId = @ServiceId AND Version = @GrainStateVersion)
ON CONFLICT (GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, ServiceId) DO UPDATE
  SET PayloadBinary = excluded.PayloadBinary, ModifiedOn = excluded.ModifiedOn, Version = stored.Version + 1
  WHERE stored.Version = @GrainStateVersion
RETURNING Version AS NewGrainStateVersion');

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadFromStorageKey',
'SELECT PayloadBinary, Version FROM OrleansStorage
WHERE GrainTypeString = @GrainTypeString AND GrainIdExtensionString = @GrainIdExtensionString
  AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1 AND ServiceId = @ServiceId');

-- The row stays, with a new version, so that a stale grain can't bring back what was cleared.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ClearStorageKey',
'UPDATE OrleansStorage SET PayloadBinary = NULL, ModifiedOn = now(), Version = Version + 1
WHERE GrainTypeString = @GrainTypeString AND GrainIdExtensionString = @GrainIdExtensionString
  AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1 AND ServiceId = @ServiceId AND Version = @GrainStateVersion
RETURNING Version AS NewGrainStateVersion');
