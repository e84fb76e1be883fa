using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Learning.Grains.State;
using Learning.Silo.Changes;
using Learning.Silo.Storage;
using Learning.Tests.Databases;

namespace Learning.Tests.Storage;

public sealed class KilledTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Killed_in_the_middle_of_commits_it_loses_nothing_acknowledged(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var place = kind == DatabaseKind.Sqlite ? database.Settings.DataFolder : database.Settings.ConnectionString;
        var acknowledged = new int[64];
        Array.Fill(acknowledged, -1);

        for (var round = 1; round <= 2; round++)
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, ArgumentList = { typeof(CrashWriter).Assembly.Location, CrashWriter.Verb, kind.ToString(), place } };
            using var process = Process.Start(start)!;
            var lines = 0;
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                // SIGKILL; what it had printed before is still in the pipe and counts.
                if (++lines == 1500) process.Kill();
                if (line.Split(' ') is not [var writer, var i]) continue;
                var number = int.Parse(writer, CultureInfo.InvariantCulture);
                acknowledged[number] = Math.Max(acknowledged[number], int.Parse(i, CultureInfo.InvariantCulture));
            }

            await process.WaitForExitAsync();
            Assert.True(lines >= 1500);
        }

        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        if (kind == DatabaseKind.Sqlite)
            Assert.Equal("ok", await storage.Database.ReadAsync(async (connection, cancel) => (await connection.RowsAsync("PRAGMA integrity_check", [], row => row.GetString(0), cancel))[0]));
        var states = await storage.States.All(StorageUnderTest.State, GrainStateJson.Of<JsonObject>()).ToDictionaryAsync(state => state.Key, state => state.State);
        Assert.True(acknowledged.Sum() > 1000);
        for (var writer = 0; writer < acknowledged.Length; writer++)
            for (var i = 0; i <= acknowledged[writer]; i++) Assert.Contains($"Ө{writer}/{i}", states);

        // Nobody projected, so every state must still be in the change set.
        Assert.Equal(states.Count, await storage.Changes.Count());
    }
}
