using System.Collections.Immutable;

namespace Learning.Domain.Reach.Cascade;

/// <summary>
/// Indirect reach (docs/decisions/0007). Whoever completed a training of trainers passes it on: the cohorts that they train
/// and that begin after its last day are its first generation. A cohort of these that is itself a training of trainers passes
/// on to the next. A cohort belongs to the nearest generation that it can be reached in, so cycles end by themselves.
/// </summary>
public static class Cascades
{
    /// <summary>Cohort ids by generation; the training of trainers itself is generation 0, and alone in it.</summary>
    /// <param name="root">Id of the training of trainers.</param>
    /// <param name="cohorts">Every cohort that may matter, the root among them.</param>
    public static ImmutableArray<ImmutableArray<string>> Generations(string root, IEnumerable<CascadeCohort> cohorts)
    {
        var byId = cohorts.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var byTrainer = byId.Values.SelectMany(c => c.Trainers.Distinct().Select(t => (Trainer: t, Cohort: c))).ToLookup(c => c.Trainer, c => c.Cohort, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { root };
        var generations = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        for (ImmutableArray<string> at = [root]; at.Length > 0;)
        {
            generations.Add(at);
            at =
            [
                .. at.Select(id => byId[id]).Where(c => c.TrainsTrainers)
                    .SelectMany(c => c.Completed.SelectMany(trained => byTrainer[trained]).Where(next => next.Start > c.End))
                    .Where(next => seen.Add(next.Id)).Select(next => next.Id).Order(StringComparer.Ordinal),
            ];
        }

        return generations.ToImmutable();
    }

    /// <summary>The people of the generations, each counted new once.</summary>
    /// <param name="generations">As <see cref="Generations"/> gives them.</param>
    /// <param name="reached">By cohort id, trainee ids of those with a mark of attendance.</param>
    public static CascadeReach Reach(ImmutableArray<ImmutableArray<string>> generations, ILookup<string, string> reached)
    {
        var seen = new HashSet<string>(generations[0].SelectMany(id => reached[id]), StringComparer.Ordinal);
        var direct = seen.Count;
        return new(
            direct,
            [
                .. generations.Skip(1).Select((cohorts, i) =>
                {
                    var people = cohorts.SelectMany(id => reached[id]).ToHashSet(StringComparer.Ordinal);
                    return new CascadeGeneration(i + 1, cohorts, people.Count, people.Count(seen.Add));
                }),
            ]);
    }
}
