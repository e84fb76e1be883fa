using Learning.Domain.Reach.Columns;
using Learning.Domain.Reach.Evaluation;

namespace Learning.Domain.Reach;

/// <summary>
/// The cohorts and the person profiles that participations refer to by number: one for all the shards of a process,
/// since people of every shard have been in the same cohorts. Thread-safe.
/// </summary>
public sealed class ReachDimensions
{
    private const int PlansKept = 8;
    private const int SparesKept = 2;

    private readonly Lock gate = new();
    private readonly Queue<ReachPlan> plans = new();
    // The largest part of plans that nobody uses any more: allocated anew for each question, it would make the collector stop everybody
    // a few times in a hundred questions.
    private readonly Stack<PlannedSegment[]> spare = new();
    private FundedCohorts? together;

    /// <summary>No cohorts and no people yet.</summary>
    public ReachDimensions()
    {
        Fundings = new(Funders);
        Cohorts = new(Regions, Courses, CourseKinds, Fundings);
    }

    internal CodeBook Regions { get; } = new();

    internal CodeBook Courses { get; } = new();

    internal CodeBook CourseKinds { get; } = new();

    internal CodeBook Funders { get; } = new();

    internal CodeBook Organisations { get; } = new();

    internal FundingBook Fundings { get; }

    internal CohortTable Cohorts { get; }

    internal ProfileTable Profiles { get; } = new();

    /// <summary>Numbers for the cohorts of people by how they are funded.</summary>
    /// <param name="fundings">How many ways of funding a question knows.</param>
    internal FundedCohorts Together(int fundings)
    {
        lock (gate) return together is { } known && known.Fundings >= fundings ? known : together = new([.. Fundings.FundersOf]);
    }

    /// <summary>Takes over what is now known about a cohort: dates, hours, funders, region, course. The same fact again changes nothing.</summary>
    /// <param name="cohort">All that is known.</param>
    /// <exception cref="ArgumentException">A session number is there twice, or a date or length can't be held.</exception>
    public void ReplaceCohort(CohortFact cohort)
    {
        lock (gate)
            if (Cohorts.Replace(cohort)) Forget();
    }

    /// <summary>
    /// Takes over what is now known about many cohorts. Those of one region get numbers next to each other, and among these those of one course with
    /// the same funders: most people are trained near their home, and what a walk over them looks up then lies in a few lines of the processor's cache. It halves the
    /// time of most questions.
    /// </summary>
    /// <param name="cohorts">All that is known.</param>
    /// <exception cref="ArgumentException">A session number is there twice, or a date or length can't be held.</exception>
    public void ReplaceCohorts(IEnumerable<CohortFact> cohorts)
    {
        var inOrder = cohorts
            .OrderBy(c => c.Region, StringComparer.Ordinal)
            .ThenBy(c => c.CourseCode, StringComparer.Ordinal)
            .ThenBy(c => string.Join(' ', c.Funders), StringComparer.Ordinal);
        foreach (var cohort in inOrder) ReplaceCohort(cohort);
    }

    /// <summary>Forgets a cohort that was cancelled or imported by mistake: what people did in it counts nowhere from now on.</summary>
    /// <param name="cohortId">Cohort id; an unknown one changes nothing.</param>
    public void RemoveCohort(string cohortId)
    {
        lock (gate)
            if (Cohorts.Remove(cohortId)) Forget();
    }

    /// <summary>Forgets every cohort but some: what was known of others is no longer so.</summary>
    /// <param name="ids">Cohort ids.</param>
    public void KeepCohorts(IReadOnlySet<string> ids)
    {
        lock (gate)
            foreach (var other in Cohorts.Ids.Where(id => !ids.Contains(id)).ToList())
                if (Cohorts.Remove(other)) Forget();
    }

    /// <summary>The number of a segment of a cohort, which need not be known yet.</summary>
    internal int Segment(string cohortId, int ordinal)
    {
        lock (gate)
        {
            var number = Cohorts.Segment(cohortId, ordinal, out var isNew);
            if (isNew) Forget();
            return number;
        }
    }

    /// <summary>The number of the profile that a person had on enrolment.</summary>
    internal int Profile(ParticipationFact fact)
    {
        lock (gate)
        {
            var number = Profiles.Number(new(Regions.Number(fact.HomeRegion), Organisations.Number(fact.Organisation), BirthYear(fact.BirthYear), fact.Sex), out var isNew);
            if (isNew) Forget();
            return number;
        }
    }

    /// <summary>The id of the cohort to which a segment belongs.</summary>
    internal string CohortOf(int segment)
    {
        lock (gate) return Cohorts.Segments[segment].CohortId;
    }

    /// <summary>Adds the region of a segment and the home of a profile, where they are known.</summary>
    internal void AddRegions(int segment, int profile, ISet<string> regions)
    {
        lock (gate)
        {
            if (Cohorts.Codes[segment].Region is > 0 and var region) regions.Add(Regions[region]);
            if (Profiles.HomeRegion[profile] is > 0 and var home) regions.Add(Regions[home]);
        }
    }

    /// <summary>The number of the region of each segment, at its number; −1 of one that counts nowhere.</summary>
    internal int[] RegionOfSegments()
    {
        lock (gate)
        {
            var regions = new int[Cohorts.Codes.Length];
            for (var i = 0; i < regions.Length; i++) regions[i] = Cohorts.Codes[i].Region;
            return regions;
        }
    }

    /// <summary>The code of a course.</summary>
    internal string CourseCode(int course)
    {
        lock (gate) return Courses[course];
    }

    /// <summary>
    /// The question in numbers, to be given back. All shards of a process are asked the same at about the same time, so the last few
    /// plans are kept until a cohort or profile changes.
    /// </summary>
    internal ReachPlan Borrow(ReachQuestion question)
    {
        lock (gate)
        {
            foreach (var kept in plans)
            {
                if (kept.Question != question) continue;
                kept.Users++;
                return kept;
            }

            spare.TryPop(out var room);
            var plan = new ReachPlanner(this, question).Plan(room);
            plan.Users = 1;
            if (plans.Count == PlansKept) Drop(plans.Dequeue());
            plans.Enqueue(plan);
            return plan;
        }
    }

    /// <summary>Ends the use of a borrowed plan.</summary>
    internal void GiveBack(ReachPlan plan)
    {
        lock (gate)
        {
            plan.Users--;
            if (plan.IsDropped) Reuse(plan);
        }
    }

    private void Forget()
    {
        while (plans.TryDequeue(out var plan)) Drop(plan);
    }

    private void Drop(ReachPlan plan)
    {
        plan.IsDropped = true;
        Reuse(plan);
    }

    private void Reuse(ReachPlan plan)
    {
        if (plan.Users == 0 && spare.Count < SparesKept) spare.Push(plan.Room());
    }

    private static short BirthYear(int year) => year <= 0 ? AgeBandTable.Unknown : (short)Math.Min(year, 9999);
}
