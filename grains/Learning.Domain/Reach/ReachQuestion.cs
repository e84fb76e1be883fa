using Learning.Domain.Regions;

namespace Learning.Domain.Reach;

/// <summary>A query together with everything that decides its answer, the facts apart.</summary>
public sealed record ReachQuestion
{
    /// <summary>Puts them together.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="rule">The counting rule that the query names.</param>
    /// <param name="regions">The regions; a code that is not in them counts at the root only.</param>
    /// <param name="organisations">Which organisation belongs to which.</param>
    /// <param name="today">The as-of day of certificates if the query has no <see cref="ReachQuery.To"/>.</param>
    /// <exception cref="ArgumentException">The query names another rule.</exception>
    public ReachQuestion(ReachQuery query, CountingRule rule, RegionTree regions, OrganisationTree organisations, DateOnly today)
    {
        if (query.Rule != rule.Id) throw new ArgumentException($"The query names the rule {query.Rule} but was given {rule.Id}.", nameof(rule));
        (Query, Rule, Regions, Organisations, Today) = (query, rule, regions, organisations, today);
    }

    /// <summary>What is asked.</summary>
    public ReachQuery Query { get; }

    /// <summary>The counting rule that the query names.</summary>
    public CountingRule Rule { get; }

    /// <summary>The regions.</summary>
    public RegionTree Regions { get; }

    /// <summary>Which organisation belongs to which.</summary>
    public OrganisationTree Organisations { get; }

    /// <summary>The as-of day of certificates if the query has no <see cref="ReachQuery.To"/>.</summary>
    public DateOnly Today { get; }

    /// <summary>The same question with other rows.</summary>
    /// <param name="by">What the rows are.</param>
    public ReachQuestion By(ReachBy by) => Query.By == by ? this : new(Query with { By = by }, Rule, Regions, Organisations, Today);

    /// <summary>The day on which certificates must be valid.</summary>
    public DateOnly AsOf => Query.To ?? Today;
}
