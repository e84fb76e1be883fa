using System.Globalization;
using Learning.Silo.Storage;
using Learning.Testing;
using Learning.Tests.Databases;
using Npgsql;

namespace Learning.Benchmarks.CheckIn;

/// <summary>
/// Check-ins through HTTP into the real program, started as a process of its own; beside them what its database does alone on the same
/// disk in the same run. The load program and a database server share the machine's cores with it.
/// </summary>
public static class CheckInLoad
{
    private const int Connections = 64;
    private const int Draining = 16;
    private const int BatchSize = 200;
    private const int Size = 50;
    private const int Large = 300;

    // As many as the federation has members. Of fewer, each would have been trained more often than anybody is.
    private const int People = 6_500;
    private const int ScansEach = 4;
    private const int Warming = 6;
    private const int ArrivalPhones = 5;

    // Together 800 people and three batches of 200: over four sessions of the phone, over two, in one.
    private static readonly int[] DrainingCohorts = [50, 50, 50, 50, 100, 100, 200];

    /// <summary>Measures on SQLite and on PostgreSQL, and prints.</summary>
    /// <param name="part">How much of the whole to send, above 0; 1 takes about two and a half minutes a database.</param>
    /// <param name="only">A database's name, or <see langword="null"/> for both.</param>
    /// <param name="output">Where the tables go.</param>
    public static async Task RunAsync(double part, string? only, TextWriter output)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"durable check-ins over HTTP on loopback; program, database and load program share {Environment.ProcessorCount} cores"));
        if (only is null or "sqlite") await OnSqliteAsync(part, output);
        if (only is null or "postgres")
        {
            if (PostgresServer.Missing is { } missing) await output.WriteLineAsync(missing);
            else await OnPostgresAsync(part, output);
        }
    }

    private static async Task OnSqliteAsync(double part, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("learning-checkin-").FullName;
        try
        {
            await using var program = await RunningProgram.StartAsync(folder);
            await MeasureAsync("SQLite", program, null, () => Task.CompletedTask, () => RawRates.SqliteAsync(folder, RawTime(part)), part, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task OnPostgresAsync(double part, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("learning-checkin-").FullName;
        var database = await PostgresServer.CreateDatabaseAsync();
        try
        {
            await using var program = await RunningProgram.StartAsync(
                folder, settings: ["--LEARNING_DATABASE=postgres", "--LEARNING_CLUSTERING=localhost", $"--ConnectionStrings:learning={database}"]);
            await MeasureAsync("PostgreSQL", program, await PostgresServer.ProcessIdAsync(), () => AnalyzeAsync(database), () => RawRates.PostgresAsync(database, RawTime(part)), part, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            await PostgresServer.DropDatabaseAsync(database);
        }
    }

    /// <summary>What the server does by itself a minute after tables were filled: until then its plans are those for empty tables.</summary>
    private static async Task AnalyzeAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await connection.ExecuteAsync("ANALYZE", [], CancellationToken.None);
    }

    private static TimeSpan RawTime(double part) => TimeSpan.FromSeconds(Math.Clamp(4 * part, 1, 4));

    private static async Task MeasureAsync(string name, RunningProgram program, int? database, Func<Task> analyze, Func<Task<RawRates>> measureRaw, double part, TextWriter output)
    {
        await output.WriteLineAsync($"\n{name}");
        int Some(int whole) => Math.Max(1, (int)Math.Round(whole * part));
        using var world = await World.MakeAsync(program.Address, Math.Max(Large, Some(People)));
        var load = new Load(program.ProcessId, database, program.Address);
        var acknowledged = new List<(string ScanId, Seat Seat)>();

        // What is thrown away: the first requests are compiled while they run, and again once it is known which are many.
        var warming = await world.PlanAsync([.. Enumerable.Repeat(Size, Some(Warming * Connections))]);
        var warmingDrains = await world.PlanAsync([.. Enumerable.Repeat(DrainingCohorts, Some(16)).SelectMany(s => s)]);
        var warmingLarge = await world.PlanAsync([.. Enumerable.Repeat(Large, Some(4))], shared: true);
        await load.UntilQuietAsync();
        await load.RunAsync(OneByOne(world, warming), acknowledged);
        foreach (var cohort in warmingLarge) await load.RunAsync(Crowd(world, cohort), acknowledged);
        await load.RunAsync(Batches(world, warmingDrains), acknowledged);

        var small = await world.PlanAsync([.. Enumerable.Repeat(Size, Some(3 * Connections))]);
        var large = await world.PlanAsync([.. Enumerable.Repeat(Large, Some(4))], shared: true);
        var drains = await world.PlanAsync([.. Enumerable.Repeat(DrainingCohorts, Some(48)).SelectMany(s => s)]);
        var arrivals = await world.PlanAsync([.. Enumerable.Repeat(Large, Some(5))], shared: true);

        await load.UntilQuietAsync();
        await analyze();
        // Before and after what is compared with them: the machine is not as fast at one time as at another.
        var before = await measureRaw();
        await load.UntilQuietAsync();
        await output.WriteLineAsync(Measured.Heading);
        var single = await load.RunAsync(OneByOne(world, small), acknowledged);
        await output.WriteLineAsync(single.Line($"one at a time, {Connections} phones, {small.Length} sessions of {Size}"));

        await load.UntilQuietAsync();
        var rounds = new List<Measured>();
        foreach (var cohort in large)
            rounds.Add(await load.RunAsync(Crowd(world, cohort), acknowledged));
        var crowded = Measured.Of(rounds);
        await output.WriteLineAsync(crowded.Line($"one at a time, {Connections} phones, one session of {Large}"));

        await load.UntilQuietAsync();
        var batched = await load.RunAsync(Batches(world, drains), acknowledged);
        await output.WriteLineAsync(batched.Line($"{BatchSize} at a time, {Draining} phones draining"));

        await load.UntilQuietAsync();
        var raw = RawRates.Mean(before, await measureRaw());
        rounds.Clear();
        foreach (var cohort in arrivals)
        {
            await load.UntilQuietAsync();
            rounds.Add(await load.RunAsync(Spread(world, cohort.Seats, Large, ArrivalPhones), acknowledged));
        }

        await output.WriteLineAsync(Measured.Of(rounds).Line($"{Large} people at once, {ArrivalPhones} phones, {arrivals.Length} times"));
        await output.WriteLineAsync(raw.ToString());
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"one at a time = {single.Rate / raw.Many:0.00} (one session: {crowded.Rate / raw.Many:0.00}) of its single-row inserts with {Connections} clients; batches = {batched.Rate / raw.Batched:0.00} of its 100-row inserts"));
        var (now, most) = ProcessorTime.Memory(program.ProcessId);
        await output.WriteLineAsync($"memory of the program: {now} MB, at most {most} MB");
        await output.WriteLineAsync(await VerifiedAsync(world, acknowledged));
    }

    /// <summary>Each phone checks in the sessions of its trainer that fall to it, one person after another.</summary>
    private static List<List<Upload>> OneByOne(World world, IReadOnlyList<Cohort> cohorts)
    {
        var queues = world.Phones.Select(_ => new List<Upload>()).ToList();
        foreach (var (n, cohort) in cohorts.Index())
            queues[n % queues.Count].AddRange(cohort.Seats.Select(seat => Upload.Of(world.Phones[n % queues.Count], world.Host, [seat])));
        return [.. queues.Where(q => q.Count > 0)];
    }

    /// <summary>Everybody of one session, several times over, by all connections.</summary>
    private static List<List<Upload>> Crowd(World world, Cohort cohort) => Spread(world, [.. Enumerable.Repeat(cohort.Seats, ScansEach).SelectMany(s => s)], Connections);

    /// <summary>People of one session, dealt to phones and connections.</summary>
    private static List<List<Upload>> Spread(World world, IReadOnlyList<Seat> seats, int connections, int phones = Connections)
    {
        var queues = Enumerable.Range(0, connections).Select(_ => new List<Upload>()).ToList();
        foreach (var (n, seat) in seats.Index()) queues[n % connections].Add(Upload.Of(world.Phones[n % phones], world.Host, [seat]));
        return queues;
    }

    /// <summary>Phones that were offline send what they have, 200 at a time.</summary>
    private static List<List<Upload>> Batches(World world, IReadOnlyList<Cohort> cohorts)
    {
        var queues = Enumerable.Range(0, Draining).Select(_ => new List<Upload>()).ToList();
        foreach (var trainer in cohorts.GroupBy(c => c.Trainer))
        {
            var phone = world.Phones[trainer.Key];
            queues[trainer.Key % Draining].AddRange(trainer.OrderBy(c => c.Seats.Count).SelectMany(c => c.Seats).Chunk(BatchSize).Select(seats => Upload.Of(phone, world.Host, seats)));
        }

        return [.. queues.Where(q => q.Count > 0)];
    }

    /// <summary>Looks for every acknowledged scan in the attendance of its session.</summary>
    private static async Task<string> VerifiedAsync(World world, List<(string ScanId, Seat Seat)> acknowledged)
    {
        var sessions = acknowledged.GroupBy(x => x.Seat.Session).ToList();
        var wrong = 0;
        await World.EachAsync(sessions.Count, async n =>
        {
            var (scans, present) = await world.AttendanceAsync(sessions[n].Key);
            var isRight = scans.Order().SequenceEqual(sessions[n].Select(x => x.ScanId).Order())
                && present.Order().SequenceEqual(sessions[n].Select(x => x.Seat.Person.TraineeId).Distinct().Order());
            if (!isRight) Interlocked.Increment(ref wrong);
        });
        return wrong == 0
            ? string.Create(CultureInfo.InvariantCulture, $"verified: {acknowledged.Count:N0} acknowledged scans are in {sessions.Count:N0} sessions, each once, and everybody is marked present once")
            : throw new InvalidDataException($"{wrong} of {sessions.Count} sessions do not hold exactly what was acknowledged.");
    }
}
