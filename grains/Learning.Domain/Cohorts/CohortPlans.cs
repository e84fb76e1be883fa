using System.Collections.Immutable;
using Learning.Domain.Sessions;

namespace Learning.Domain.Cohorts;

/// <summary>Rules on cohort plans.</summary>
public static class CohortPlans
{
    /// <summary>Whether two plans say the same; record equality would compare the arrays by reference.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static bool IsSameAs(this CohortPlan a, CohortPlan b) =>
        Bare(a) == Bare(b) && a.Sessions.SequenceEqual(b.Sessions) && a.Grants.SequenceEqual(b.Grants) && a.Trainers.SequenceEqual(b.Trainers);

    /// <summary>One session a day from <paramref name="start"/>, with the hours shared out equally.</summary>
    /// <param name="start">First day.</param>
    /// <param name="days">How many days.</param>
    /// <param name="hours">Hours altogether.</param>
    public static ImmutableArray<SessionPlan> Daily(DateOnly start, int days, decimal hours) =>
        [.. Enumerable.Range(1, days).Select(n => new SessionPlan(n, start.AddDays(n - 1), hours / days))];

    private static CohortPlan Bare(CohortPlan plan) => plan with
    {
        Sessions = ImmutableArray<SessionPlan>.Empty, Grants = ImmutableArray<GrantShare>.Empty, Trainers = ImmutableArray<string>.Empty,
    };
}
