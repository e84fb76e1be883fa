using CsCheck;
using Learning.Domain.Reach.Cascade;

namespace Learning.Tests.Reach;

public sealed class CascadeTests
{
    private static readonly DateOnly Monday = new(2018, 3, 5);

    /// <summary>Few people, cohorts and days, so that paths meet and turn back.</summary>
    private static readonly Gen<CascadeCohort[]> Cohorts =
        Gen.Select(Gen.Bool, Gen.Int[0, 12], Gen.Int[0, 3], Gen.OneOf("Ариун", "Болд", "Өлзий", "Үүрээ").Array[0, 2], Gen.OneOf("Ариун", "Болд", "Өлзий", "Үүрээ").Array[0, 3])
            .Array[1, 9].Select(all => all.Select((c, i) =>
                new CascadeCohort($"c{i}", c.Item1 || i == 0, Monday.AddDays(c.Item2), Monday.AddDays(c.Item2 + c.Item3), [.. c.Item4], [.. c.Item5])).ToArray());

    [Fact]
    public void Every_cohort_is_in_the_generation_of_its_shortest_way() =>
        Cohorts.Sample(
            cohorts =>
            {
                var shortest = new Dictionary<string, int>();
                Walk(cohorts, cohorts[0], 0, [], shortest);
                var generations = Cascades.Generations("c0", cohorts);

                Assert.Equal(
                    shortest.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value)),
                    generations.SelectMany((ids, n) => ids.Select(id => (id, n))).OrderBy(s => s.id, StringComparer.Ordinal));
            },
            iter: 3_000);

    [Fact]
    public void Everybody_is_new_once_in_their_nearest_generation() =>
        Gen.Select(Cohorts, Gen.Select(Gen.Int[0, 8], Gen.OneOf("Ариун", "Болд", "Өлзий", "Үүрээ", "Дорж", "Хишиг")).Array[0, 20]).Sample(
            (cohorts, marks) =>
            {
                var generations = Cascades.Generations("c0", cohorts);
                var reach = Cascades.Reach(generations, marks.ToLookup(m => $"c{m.Item1}", m => m.Item2));
                var shortest = new Dictionary<string, int>();
                Walk(cohorts, cohorts[0], 0, [], shortest);
                var nearest = marks.Where(m => shortest.ContainsKey($"c{m.Item1}")).GroupBy(m => m.Item2).ToDictionary(g => g.Key, g => g.Min(m => shortest[$"c{m.Item1}"]));

                Assert.Equal(nearest.Count(n => n.Value == 0), reach.Direct);
                Assert.Equal(nearest.Count(n => n.Value > 0), reach.Indirect);
                foreach (var generation in reach.Generations)
                {
                    Assert.Equal(nearest.Count(n => n.Value == generation.Number), generation.New);
                    Assert.Equal(marks.Where(m => shortest.GetValueOrDefault($"c{m.Item1}", -1) == generation.Number).Select(m => m.Item2).Distinct().Count(), generation.People);
                }
            },
            iter: 3_000);

    [Fact]
    public void Two_trainers_who_train_each_other_and_the_same_people_count_everybody_once()
    {
        CascadeCohort[] cohorts =
        [
            new("tot", true, Monday, Monday.AddDays(4), [], ["Ариун", "Болд"]),
            // Ариун trains as trainer whom Болд had trained with, and Болд answers in kind.
            new("one", true, Monday.AddDays(10), Monday.AddDays(11), ["Ариун"], ["Болд", "Өлзий"]),
            new("two", true, Monday.AddDays(12), Monday.AddDays(13), ["Болд"], ["Ариун"]),
            new("far", false, Monday.AddDays(20), Monday.AddDays(20), ["Өлзий"], []),
            // Before the training of trainers was over, so not of it.
            new("early", false, Monday.AddDays(4), Monday.AddDays(4), ["Ариун"], []),
        ];
        var generations = Cascades.Generations("tot", cohorts);
        var reach = Cascades.Reach(generations, new[]
        {
            ("tot", "Ариун"), ("tot", "Болд"), ("one", "Болд"), ("one", "Өлзий"), ("one", "Дорж"), ("two", "Дорж"), ("far", "Дорж"), ("far", "Үүрээ"), ("early", "Хишиг"),
        }.ToLookup(m => m.Item1, m => m.Item2));

        Assert.Equal(["tot", "one two", "far"], generations.Select(g => string.Join(' ', g)));
        Assert.Equal((2, 3), (reach.Direct, reach.Indirect));
        Assert.Equal([(1, 3, 2), (2, 2, 1)], reach.Generations.Select(g => (g.Number, g.People, g.New)));
    }

    /// <summary>Every way there is, without a shortcut but that nobody passes a cohort twice.</summary>
    private static void Walk(CascadeCohort[] all, CascadeCohort at, int steps, HashSet<string> way, Dictionary<string, int> shortest)
    {
        if (!way.Add(at.Id)) return;
        shortest[at.Id] = Math.Min(steps, shortest.GetValueOrDefault(at.Id, int.MaxValue));
        if (at.TrainsTrainers)
            foreach (var next in all)
                if (next.Start > at.End && next.Trainers.Intersect(at.Completed).Any()) Walk(all, next, steps + 1, way, shortest);
        way.Remove(at.Id);
    }
}
