using Learning.Silo.Storage;

namespace Learning.Silo.Imports;

/// <summary>Uploaded files, kept in the database under their import's id: part of every backup, and seen by every process.</summary>
public sealed class ImportFiles(IDatabase database)
{
    /// <summary>Keeps a file. Keeping it again under the same id changes nothing.</summary>
    /// <param name="importId">Import id.</param>
    /// <param name="fileName">As uploaded.</param>
    /// <param name="content">The bytes.</param>
    public Task Keep(string importId, string fileName, byte[] content) => database.WriteAsync((connection, cancel) => connection.ExecuteAsync(
        "insert into import_files (import_id, file_name, content) values (@id, @name, @content) on conflict (import_id) do nothing",
        [("id", importId), ("name", fileName), ("content", content)], cancel));

    /// <summary>The file, or <see langword="null"/>.</summary>
    /// <param name="importId">Import id.</param>
    public Task<byte[]?> Find(string importId) => database.ReadAsync(async (connection, cancel) => (await connection.RowsAsync(
        "select content from import_files where import_id = @id", [("id", importId)], row => row.GetFieldValue<byte[]>(0), cancel)).FirstOrDefault());
}
