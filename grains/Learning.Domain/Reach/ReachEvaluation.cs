using System.Collections.Immutable;
using Learning.Domain.Reach.Donors;
using Learning.Domain.Reach.Evaluation;

namespace Learning.Domain.Reach;

/// <summary>
/// Counts the people and participations of one shard that a query asks for. The definitions, for all shards together:
/// <list type="bullet">
/// <item><description>Every measure counts <em>events</em>. An attended session (present or late) is an event on the session's date:
/// participations, reached, contact hours and first-time count those. A completion is an event on the date of the
/// cohort's last session. A certificate is an event on its first day of validity.</description></item>
/// <item><description>An event counts if it passes every filter: region (the cohort's, or the home region on enrolment), course,
/// funder, sex and organisation (both on enrolment), age band in the year of the event, and from ≤ date ≤ to.</description></item>
/// <item><description>Certified is a stock, not a flow: those certificates count that are valid on <see cref="ReachQuery.To"/>, or today
/// without it; <see cref="ReachQuery.From"/> is not looked at, and a month or year is that of the first day of validity.</description></item>
/// <item><description>First-time: the attended sessions of a person's first day of attendance ever, of all that the counting rule counts
/// and whatever the filters; the person counts if one of these passes the filters. Without filters, first-time
/// summed over periods is therefore the cumulative number of people reached once ever.</description></item>
/// <item><description>The figure is the number of distinct units (people, participations, or as the counting rule says people × reporting
/// years or × courses) with an event that counts; a row, of those with an event that counts and has the row's key; a
/// cumulative value, of those with such an event up to the end of the period.</description></item>
/// <item><description>A cohort without a fact or without sessions counts nowhere.</description></item>
/// </list>
/// Headcounts are unnamed and never mixed in: <see cref="HeadcountReach"/> answers for them.
/// </summary>
public static class ReachEvaluation
{
    /// <summary>The shard's part of the answer.</summary>
    /// <param name="columns">The shard.</param>
    /// <param name="question">What is asked.</param>
    /// <exception cref="ArgumentException">The measure is headcount, or the age band is not one.</exception>
    public static ReachPartial Evaluate(ReachColumns columns, ReachQuestion question)
    {
        return Planned(columns, question, plan =>
        {
            var walk = new ShardWalk(columns, plan);
            return (plan.Measure, plan.KeySource) switch
            {
                (Measure.ContactHours, _) => walk.Run(new SecondsTally(plan)).ToPartial(),
                (_, KeySource.Period) when plan.Unit == CountedUnit.Person => walk.Run(new PeoplePeriodTally(plan)).ToPartial(),
                (_, KeySource.Period) => walk.Run(new PeriodTally(plan)).ToPartial(),
                (_, KeySource.Funders) => walk.Run(new FunderTally(plan)).ToPartial(),
                _ when plan.Unit == CountedUnit.Person => walk.Run(new PeopleTally(plan)).ToPartial(),
                _ => walk.Run(new DistinctTally(plan)).ToPartial(),
            };
        });
    }

    /// <summary>The shard's part of what is to be said about the donors of the figure.</summary>
    /// <param name="columns">The shard.</param>
    /// <param name="question">What is asked; its rows are not looked at.</param>
    /// <exception cref="ArgumentException">The measure is headcount, or the age band is not one.</exception>
    public static DonorPartial Donors(ReachColumns columns, ReachQuestion question)
    {
        return Planned(columns, question.By(ReachBy.Funder), plan => new ShardWalk(columns, plan).RunDonors().ToPartial());
    }

    /// <summary>What the figure counts, one by one, in the order of person numbers: exactly as many as it says.</summary>
    /// <param name="columns">The shard.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="row">Key of the row whose figure is meant; <see langword="null"/> for the total.</param>
    /// <exception cref="ArgumentException">The measure is headcount, or the age band is not one.</exception>
    public static ImmutableArray<ReachUnit> Units(ReachColumns columns, ReachQuestion question, string? row = null)
    {
        return Planned(columns, question, plan =>
        {
            var onlyKey = row is null ? -1 : plan.KeyNumber(row);
            return onlyKey is null ? [] : new ShardWalk(columns, plan).Run(new UnitTally(plan, columns, onlyKey.Value)).ToUnits();
        });
    }

    /// <summary>The numbers of the people behind a figure, each once, ascending.</summary>
    /// <param name="columns">The shard.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="row">Key of the row whose figure is meant; <see langword="null"/> for the total.</param>
    /// <exception cref="ArgumentException">The measure is headcount, or the age band is not one.</exception>
    public static ImmutableArray<int> People(ReachColumns columns, ReachQuestion question, string? row = null)
    {
        return Planned(columns, question, plan =>
        {
            var onlyKey = row is null ? -1 : plan.KeyNumber(row);
            return onlyKey is null ? [] : new ShardWalk(columns, plan).Run(new PersonTally(plan, columns, onlyKey.Value)).ToPeople();
        });
    }

    private static T Planned<T>(ReachColumns columns, ReachQuestion question, Func<ReachPlan, T> answer)
    {
        if (question.Query.Measure == Measure.Headcount)
            throw new ArgumentException("Headcounts are not in the columns: they are people without names.", nameof(question));
        var plan = columns.Dimensions.Borrow(question);
        try
        {
            return answer(plan);
        }
        finally
        {
            columns.Dimensions.GiveBack(plan);
        }
    }
}
