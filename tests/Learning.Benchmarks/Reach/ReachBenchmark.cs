using System.Diagnostics;
using Learning.Domain.Reach;
using Learning.Domain.Trainees;

namespace Learning.Benchmarks.Reach;

/// <summary>
/// Load time, memory and the slowest of many answers of the reach engine alone: shards in one process, no grains and no
/// network. The column "cpu" is processor time of all threads for one question: on a busy machine it says more than
/// the clock. Every question is asked with another as-of day, so that none is answered from a kept plan.
/// </summary>
internal static class ReachBenchmark
{
    private static readonly CountingRule OnceEver = new() { Id = "once-ever" };

    private static readonly CountingRule OncePerYear =
        new() { Id = "once-per-reporting-year", OncePer = OncePer.ReportingYear, ReportingYearStart = new(10, 1), ExcludeCourseKinds = ["information"] };

    /// <summary>Runs it and prints a table.</summary>
    /// <param name="people">How many people, with three participations each.</param>
    /// <param name="shards">Over how many shards.</param>
    /// <param name="workers">How many shards are asked at the same time.</param>
    /// <param name="rounds">How often each question is asked.</param>
    public static void Run(int people = 1_000_000, int shards = 16, int workers = 2, int rounds = 300)
    {
        var country = new NationalScale(people);
        var before = Settled();
        var clock = Stopwatch.StartNew();
        var columns = Load(country, shards, workers);
        var loaded = clock.Elapsed;
        var bytes = Settled() - before;
        Console.WriteLine($"{people:N0} people × 3 participations, {country.Cohorts.Count:N0} cohorts, {shards} shards, {workers} workers");
        Console.WriteLine($"loaded in {loaded.TotalSeconds:0.00} s (facts made on the way included), {(double)bytes / people:0.0} bytes a person");
        Console.WriteLine($"{"slice",-52}{"p50 ms",8}{"p99 ms",8}{"max ms",8}{"cpu ms",8}{"total",12}{"rows",6}");
        foreach (var (name, query, rule) in Slices(country)) Ask(name, query, rule, country, columns, workers, rounds);
        var heap = Settled() - before;
        Console.WriteLine($"with the plans last used {(double)heap / people:0.0} bytes a person; gen 2 collections {GC.CollectionCount(2)}");
    }

    private static IEnumerable<(string Name, ReachQuery Query, CountingRule Rule)> Slices(NationalScale country)
    {
        yield return ("country total", new(), OnceEver);
        yield return ("by aimag", new() { By = ReachBy.Region }, OnceEver);
        yield return ("one soum by month, cumulative", new() { Region = country.OneSoum, By = ReachBy.Month }, OnceEver);
        yield return ("sex × course × funder by age band", new() { Sex = Sex.Female, Course = "LAW-101", Funder = "USAID", By = ReachBy.AgeBand }, OnceEver);
        yield return ("by funder", new() { By = ReachBy.Funder }, OnceEver);
        yield return ("by organisation", new() { By = ReachBy.Organisation }, OnceEver);
        // And what should be hardest.
        yield return ("country by month, cumulative", new() { By = ReachBy.Month }, OnceEver);
        yield return ("country by home aimag, one year", new() { RegionKind = RegionKind.Home, By = ReachBy.Region, From = new(2019, 1, 1), To = new(2019, 12, 31) }, OnceEver);
        yield return ("country by age band", new() { By = ReachBy.AgeBand }, OnceEver);
        yield return ("contact hours by month", new() { Measure = Measure.ContactHours, By = ReachBy.Month }, OnceEver);
        yield return ("first-time by month", new() { Measure = Measure.FirstTime, By = ReachBy.Month }, OnceEver);
        yield return ("certified by aimag", new() { Measure = Measure.Certified, By = ReachBy.Region }, OnceEver);
        yield return ("once per reporting year by year", new() { By = ReachBy.Year }, OncePerYear);
        yield return ("at least 8 hours, by course", new() { By = ReachBy.Course }, new() { Id = "min-hours", MinHours = 8 });
    }

    private static ReachColumns[] Load(NationalScale country, int shards, int workers)
    {
        var dimensions = new ReachDimensions();
        foreach (var cohort in country.Cohorts) dimensions.ReplaceCohort(cohort);
        var columns = new ReachColumns[shards];
        Parallel.For(0, shards, new() { MaxDegreeOfParallelism = workers }, i => columns[i] = new(dimensions, country.PeopleOf(i, shards)));
        return columns;
    }

    private static void Ask(string name, ReachQuery query, CountingRule rule, NationalScale country, ReachColumns[] columns, int workers, int rounds)
    {
        var took = new double[rounds];
        var answer = new ReachAnswer();
        var partials = new ReachPartial[columns.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = workers };
        var processor = TimeSpan.Zero;
        for (var round = -20; round < rounds; round++)
        {
            var question = new ReachQuestion(query with { Rule = rule.Id }, rule, country.Regions, country.Organisations, new DateOnly(2024, 1, 1).AddDays(round));
            if (round == 0) processor = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            Parallel.For(0, columns.Length, parallel, i => partials[i] = ReachEvaluation.Evaluate(columns[i], question));
            answer = ReachPartial.Sum(partials).ToAnswer();
            if (round >= 0) took[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        processor = Environment.CpuUsage.TotalTime - processor;
        Array.Sort(took);
        Console.WriteLine($"{name,-52}{took[rounds / 2],8:0.00}{took[rounds * 99 / 100],8:0.00}{took[^1],8:0.00}{processor.TotalMilliseconds / rounds,8:0.00}{answer.Total,12:N0}{answer.Rows.Length,6}");
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
