using Learning.Silo.Storage;
using Learning.Tests.Databases;

namespace Learning.Tests.Storage;

public sealed class BackupTests
{
    [Fact]
    public async Task A_copy_made_while_grains_write_opens_and_holds_all_that_was_acknowledged_before()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        for (var i = 0; i < 200; i++) await storage.WriteAsync($"Ө{i}", i);
        using var over = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var i = 0; !over.IsCancellationRequested; i++) await storage.WriteAsync($"later{i}", i);
        });
        var folder = Directory.CreateTempSubdirectory("learning-backup-").FullName;

        Assert.Null(await storage.Backup.BackupAsync(Path.Combine(folder, LearningDatabase.FileName)));
        await over.CancelAsync();
        await writer;

        Assert.Equal([LearningDatabase.FileName], Directory.GetFiles(folder).Select(Path.GetFileName));
        await using (var copy = await StorageUnderTest.OpenAsync(LearningDatabase.Sqlite(folder) with { Clustering = ClusteringKind.Host }))
        {
            for (var i = 0; i < 200; i++) Assert.Equal(i, (await copy.ReadAsync($"Ө{i}")).State!.Hours);
        }

        await Assert.ThrowsAsync<IOException>(() => storage.Backup.BackupAsync(Path.Combine(folder, LearningDatabase.FileName)));
        Directory.Delete(folder, recursive: true);
    }

    [PostgresFact]
    public async Task Of_a_server_the_command_to_run_is_told_without_the_password()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var settings = LearningDatabase.Postgres(database.Settings.ConnectionString + ";Password=нууц", database.Settings.DataFolder) with { Clustering = ClusteringKind.Host };
        await using var storage = await StorageUnderTest.OpenAsync(settings);

        var command = await storage.Backup.BackupAsync("/tmp/it's.dump");

        Assert.StartsWith("pg_dump --format=custom --file='/tmp/it'\\''s.dump' --host='127.0.0.1'", command, StringComparison.Ordinal);
        Assert.DoesNotContain("нууц", command, StringComparison.Ordinal);
    }
}
