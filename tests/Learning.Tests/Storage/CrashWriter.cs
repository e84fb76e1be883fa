using System.Globalization;
using Learning.Silo.Storage;

namespace Learning.Tests.Storage;

/// <summary>
/// This assembly started as a program: writes grain states from 64 tasks for ever, and prints the key of each as soon as it was acknowledged.
/// To be killed in the middle.
/// </summary>
public static class CrashWriter
{
    /// <summary>The first argument that means this program.</summary>
    public const string Verb = "crash-writer";

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [Verb, var kind, var place])
        {
            Console.Error.WriteLine($"These are tests: run them with dotnet test. ({Verb} KIND FOLDER|CONNECTION is used by one of them.)");
            return 1;
        }

        var settings = kind == nameof(DatabaseKind.Sqlite) ? LearningDatabase.Sqlite(place) : LearningDatabase.Postgres(place);
        await using var storage = await StorageUnderTest.OpenAsync(settings with { Clustering = ClusteringKind.Host });
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var gate = new Lock();
        await Task.WhenAll(Enumerable.Range(0, 64).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; ; i++)
            {
                // Every writer writes a grain of its own and each time a new one too, so that both first writes and later ones are hit.
                await storage.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"Ө{writer}/{i}"), i);
                await storage.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"Ү{writer}"), i);
                lock (gate) output.WriteLine($"{writer} {i}");
            }
        })));
        return 0;
    }
}
