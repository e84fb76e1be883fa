using System.Diagnostics;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Donors;

namespace Learning.Benchmarks.Reach;

/// <summary>
/// Load time, memory and answers of the reach engine at several sizes: shards in one process, no grains and no network; the
/// named slices also as SQL on PostgreSQL, in the same run on the same made-up people; and the view that a region's grain
/// keeps. The column "cpu" is processor time of all threads for one question: on a busy machine it says more than the
/// clock. Every question is asked with another as-of day, so that none is answered from a kept plan.
/// </summary>
internal static class ReachBenchmark
{
    private const int PeopleAShard = 65_536;
    private const int Workers = 2;
    // Larger ones would keep PostgreSQL busy for an hour.
    private const int MostInSql = 1_000_000;

    /// <summary>Runs it at each size and prints a table.</summary>
    /// <param name="sizes">How many people, with three participations each; 10 thousand and 1 million if none is given.</param>
    /// <param name="word">What the names of the slices must contain.</param>
    public static async Task Run(int[] sizes, string word)
    {
        foreach (var people in sizes.Length > 0 ? sizes : [10_000, 1_000_000]) await Run(people, word);
        await CachedView.Run();
    }

    private static async Task Run(int people, string word)
    {
        var country = new NationalScale(people);
        var before = Settled();
        var clock = Stopwatch.StartNew();
        var columns = Load(country, (people + PeopleAShard - 1) / PeopleAShard);
        var loaded = clock.Elapsed;
        var bytes = Settled() - before;
        Console.WriteLine();
        Console.WriteLine($"{people:N0} people × 3 participations, {country.Cohorts.Count:N0} cohorts, {columns.Length} shards, {Workers} workers");
        Console.WriteLine($"loaded in {loaded.TotalSeconds:0.00} s (facts made on the way included), {(double)bytes / people:0.0} bytes a person");
        await using var sql = people <= MostInSql ? await SqlNation.Load(country, columns.Length) : null;
        Console.WriteLine($"{"slice",-44}{"p50 ms",9}{"p99 ms",9}{"cpu ms",9}{"SQL p50",10}{"SQL p99",10}{"ratio",8}{"total",12}{"rows",9}");
        var rounds = people > 2_000_000 ? 40 : 200;
        foreach (var slice in ReachSlice.Named(country).Concat(ReachSlice.Hard()).Where(s => s.Name.Contains(word, StringComparison.Ordinal)))
        {
            var (took, cpu, total, rows) = Ask(slice, country, columns, rounds);
            var line = $"{slice.Name,-44}{took.P50,9:0.00}{took.P99,9:0.00}{cpu,9:0.00}";
            if (sql is not null && slice.Sql is { } statement)
            {
                var (inSql, sqlRows) = await sql.Ask(statement);
                line += $"{inSql.P50,10:0.0}{inSql.P99,10:0.0}{inSql.P50 / took.P50,8:0}";
                if (slice.Ask == ReachSlice.Kind.People && sqlRows != rows) line += $"  PostgreSQL has {sqlRows} rows!";
            }
            else
            {
                line += new string(' ', 28);
            }

            Console.WriteLine($"{line}{total,12:N0}{rows,9:N0}");
        }

        Console.WriteLine($"with the plans last used {(double)(Settled() - before) / people:0.0} bytes a person; gen 2 collections {GC.CollectionCount(2)}");
    }

    private static ReachColumns[] Load(NationalScale country, int shards)
    {
        var dimensions = new ReachDimensions();
        dimensions.ReplaceCohorts(country.Cohorts);
        var columns = new ReachColumns[shards];
        Parallel.For(0, shards, new() { MaxDegreeOfParallelism = Workers }, i => columns[i] = new(dimensions, country.PeopleOf(i, shards)));
        return columns;
    }

    private static (Latency Took, double Cpu, decimal Total, int Rows) Ask(ReachSlice slice, NationalScale country, ReachColumns[] columns, int rounds)
    {
        var took = new double[rounds];
        var (total, rows) = (0m, 0);
        var processor = TimeSpan.Zero;
        // Until the compiler has seen enough of it: two seconds, and ten times at least.
        var warm = Stopwatch.StartNew();
        for (var round = -100_000; round < rounds; round++)
        {
            if (round is > -99_990 and < 0 && warm.Elapsed > TimeSpan.FromSeconds(2)) round = 0;
            var question = new ReachQuestion(slice.Query with { Rule = slice.Rule.Id }, slice.Rule, country.Regions, country.Organisations, new DateOnly(2024, 1, 1).AddDays(round));
            if (round == 0) processor = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            (total, rows) = slice.Ask switch
            {
                ReachSlice.Kind.Donors => Counted(DonorPartial.Sum(All(columns, c => ReachEvaluation.Donors(c, question))).ToReach()),
                ReachSlice.Kind.People => (0, All(columns, c => ReachEvaluation.People(c, question)).Sum(p => p.Length)),
                _ => Counted(ReachPartial.Sum(All(columns, c => ReachEvaluation.Evaluate(c, question))).ToAnswer()),
            };
            if (round >= 0) took[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return (Latency.Of(took), (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / rounds, total, rows);
    }

    private static (decimal, int) Counted(ReachAnswer answer) => (answer.Total, answer.Rows.Length);

    private static (decimal, int) Counted(DonorReach donors) => (donors.Total, donors.Shared.Length);

    private static T[] All<T>(ReachColumns[] columns, Func<ReachColumns, T> ask)
    {
        var answers = new T[columns.Length];
        Parallel.For(0, columns.Length, new() { MaxDegreeOfParallelism = Workers }, i => answers[i] = ask(columns[i]));
        return answers;
    }

    private static long Settled()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
