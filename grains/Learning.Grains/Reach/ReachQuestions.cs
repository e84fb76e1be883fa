using Learning.Domain.Reach;
using Learning.Domain.Regions;

namespace Learning.Grains.Reach;

/// <summary>
/// Makes a question of a query. One a process, and the same tree of organisations for everybody in it: shards that are asked
/// the same at the same time then share one plan.
/// </summary>
public sealed class ReachQuestions(IReachFacts facts, RegionTree regions, CountingRules rules)
{
    private Task<OrganisationTree>? organisations;

    /// <summary>The question that a query asks on a day.</summary>
    /// <param name="query">Its rule is known.</param>
    /// <param name="today">Today.</param>
    public async Task<ReachQuestion> Of(ReachQuery query, DateOnly today)
    {
        var loading = organisations ??= facts.Organisations();
        try
        {
            return new ReachQuestion(query, rules.Of(query.Rule), regions, await loading, today);
        }
        catch
        {
            organisations = null;
            throw;
        }
    }

    /// <summary>Reads the organisations anew at the next question.</summary>
    public void OrganisationsChanged() => organisations = null;
}
