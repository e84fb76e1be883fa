using Learning.Domain.Reach;

namespace Learning.Grains.Reach;

/// <summary>Where the shards read their facts: the read model, by way of the silo.</summary>
public interface IReachFacts
{
    /// <summary>How many shards the people fill.</summary>
    Task<int> Shards();

    /// <summary>What is known of cohorts.</summary>
    /// <param name="ids">Which; <see langword="null"/> for all.</param>
    /// <returns>One entry a cohort that is known; <see cref="CohortEntry.Fact"/> is null for a cancelled one.</returns>
    Task<IReadOnlyList<CohortEntry>> Cohorts(IReadOnlyCollection<string>? ids);

    /// <summary>Everything that people of a shard did.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="numbers">Numbers in the read model; <see langword="null"/> for everybody in the shard.</param>
    /// <returns>Numbers are those within the shard. People who did nothing may be left out when all are asked for.</returns>
    Task<IReadOnlyList<PersonFacts>> People(int shard, IReadOnlyCollection<long>? numbers);

    /// <summary>What people did in certain cohorts, and nothing else.</summary>
    /// <param name="participations">Each once.</param>
    /// <returns>One entry a person who is named, also of one who did nothing there. Numbers are those within the shard.</returns>
    Task<IReadOnlyList<PersonFacts>> Participations(IReadOnlyCollection<ChangedParticipation> participations);

    /// <summary>Every headcount of cohorts that are not cancelled.</summary>
    Task<IReadOnlyList<HeadcountFact>> Headcounts();

    /// <summary>Which organisation belongs to which.</summary>
    Task<OrganisationTree> Organisations();
}
