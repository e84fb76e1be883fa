-- Grain states, in the shape that Microsoft.Orleans.Persistence.AdoNet 10.4 asks for; it brings no SQL of its own.
-- One row a (state, grain). The provider leaves the grain's type out of the row key, so state names are unique in the whole system.

CREATE TABLE setting
(
    name  TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT;

CREATE TABLE OrleansQuery
(
    QueryKey  TEXT NOT NULL PRIMARY KEY,
    QueryText TEXT NOT NULL
) STRICT;

CREATE TABLE OrleansStorage
(
    GrainTypeString        TEXT    NOT NULL,                                                   -- the state's name
    GrainIdExtensionString TEXT    NOT NULL CHECK (length(GrainIdExtensionString) <= 512),     -- the grain's key, see StoredKey
    GrainIdN0              INTEGER NOT NULL,
    GrainIdN1              INTEGER NOT NULL,
    ServiceId              TEXT    NOT NULL,
    GrainIdHash            INTEGER NOT NULL,
    GrainTypeHash          INTEGER NOT NULL,
    Version                INTEGER NOT NULL,
    ModifiedOn             TEXT    NOT NULL,                                                   -- UTC, for people who look
    PayloadBinary          BLOB                                                                -- UTF-8 JSON; NULL once cleared
) STRICT;

-- Without it two silos that write a grain for the first time at once would both succeed.
-- It begins with name and key because the state reader pages through it in that order.
CREATE UNIQUE INDEX OrleansStorage_key ON OrleansStorage (GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, ServiceId);

-- One statement, so that it succeeds or leaves nothing behind. It answers no row, which the provider takes for a conflict, when
-- the row is there and has another version, or is not there although a version was given.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('WriteToStorageKey',
'INSERT INTO OrleansStorage
  (GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, ServiceId, GrainIdHash, GrainTypeHash, Version, ModifiedOn, PayloadBinary)
SELECT @GrainTypeString, @GrainIdExtensionString, @GrainIdN0, @GrainIdN1, @ServiceId, @GrainIdHash, @GrainTypeHash, 1, strftime(''%Y-%m-%dT%H:%M:%fZ'', ''now''), @PayloadBinary
WHERE @GrainStateVersion IS NULL OR EXISTS
  (SELECT 1 FROM OrleansStorage WHERE GrainTypeString = @GrainTypeString AND GrainIdExtensionString = @GrainIdExtensionString
   AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1 AND ServiceId = @ServiceId AND Version = @GrainStateVersion)
ON CONFLICT (GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, ServiceId) DO UPDATE
  SET PayloadBinary = excluded.PayloadBinary, ModifiedOn = excluded.ModifiedOn, Version = Version + 1
  WHERE Version = @GrainStateVersion
RETURNING Version AS NewGrainStateVersion');

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadFromStorageKey',
'SELECT PayloadBinary, Version FROM OrleansStorage
WHERE GrainTypeString = @GrainTypeString AND GrainIdExtensionString = @GrainIdExtensionString
  AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1 AND ServiceId = @ServiceId');

-- The row stays, with a new version, so that a stale grain can't bring back what was cleared.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ClearStorageKey',
'UPDATE OrleansStorage SET PayloadBinary = NULL, ModifiedOn = strftime(''%Y-%m-%dT%H:%M:%fZ'', ''now''), Version = Version + 1
WHERE GrainTypeString = @GrainTypeString AND GrainIdExtensionString = @GrainIdExtensionString
  AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1 AND ServiceId = @ServiceId AND Version = @GrainStateVersion
RETURNING Version AS NewGrainStateVersion');
