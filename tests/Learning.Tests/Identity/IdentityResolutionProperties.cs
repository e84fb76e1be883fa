using CsCheck;
using Learning.Domain.Identity;
using Learning.Domain.Trainees;

namespace Learning.Tests.Identity;

/// <summary>Batches so crowded with shared numbers and contradictions that every branch is met many times.</summary>
public sealed class IdentityResolutionProperties
{
    private static readonly string[] Names = ["Бат", "Bat", "Бта", "Дорж", "Чулуунхүү"];
    private static readonly string?[] Registers = [null, null, "УБ92031845", "УБ92031846", "ТӨ01231299"];
    private static readonly string?[] Phones = [null, null, "99112233", "88112233"];
    private static readonly int?[] Years = [null, null, 1990, 1991, 1992, 1995];

    private static readonly Gen<IdentityRow[]> Batches =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 6])
            .Array[0, 14]
            .Select(rows => rows.Select((r, i) => IdentityResolutionTests.Row(
                $"row{i:D2}", $"S{r.Item6}", Names[r.Item1], Registers[r.Item2], Phones[r.Item3], (Sex)r.Item4, Years[r.Item5])).ToArray());

    [Fact]
    public void Neither_the_order_of_the_rows_nor_their_ids_change_who_is_who() =>
        Gen.Select(Batches, Gen.Int).Sample((rows, seed) =>
        {
            var partition = Partition(IdentityResolution.Resolve(rows), key => key);
            var shuffled = rows.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(partition, Partition(IdentityResolution.Resolve(shuffled), key => key));

            // Other ids, in another order: the rule must not favour whoever comes first.
            var renamed = shuffled.Select((r, i) => r with { Key = $"x{i:D2}" }).ToArray();
            Assert.Equal(partition, Partition(IdentityResolution.Resolve(renamed), key => shuffled[int.Parse(key[1..], System.Globalization.CultureInfo.InvariantCulture)].Key));
        }, iter: 3_000);

    [Fact]
    public void No_two_rows_of_a_person_contradict_and_rows_that_share_a_key_and_nothing_else_shares_are_one() =>
        Batches.Sample(rows =>
        {
            var resolved = IdentityResolution.Resolve(rows);
            foreach (var person in resolved.People)
            {
                var own = rows.Where(r => person.Rows.Contains(r.Key)).ToList();
                Assert.All(own, a => Assert.All(own, b => Assert.Equal(Contradiction.None, Contradictions.Between(a.Evidence, b.Evidence))));
                Assert.Single(own.Select(r => r.Evidence.Register?.Hash).OfType<string>().Distinct().DefaultIfEmpty(""));
                Assert.True(own.Count == 1 || own.All(r => IdentityKeys.Of(r.Evidence).Any()));
            }

            // Independent of the program's sets: breadth-first over shared keys; a component without any contradiction is one person.
            foreach (var component in Components(rows))
            {
                var compatible = component.All(a => component.All(b => a == b
                    || (Contradictions.Between(a.Evidence, b.Evidence) == Contradiction.None && (a.Sheet != b.Sheet || Said(a) == Said(b)))));
                var people = component.Select(r => resolved.ByRow[r.Key]).Distinct().Count();
                if (compatible) Assert.Equal(1, people);
                else Assert.InRange(people, 2, component.Count);
            }
        }, iter: 3_000);

    [Fact]
    public void Every_key_is_claimed_by_exactly_one_of_those_who_have_it() =>
        Batches.Sample(rows =>
        {
            var resolved = IdentityResolution.Resolve(rows);
            var claimed = resolved.People.SelectMany(p => p.Claims.Select(k => (k, p.Id))).ToDictionary(c => c.k, c => c.Id);
            var holders = rows.SelectMany(r => IdentityKeys.Of(r.Evidence).Select(k => (k, id: resolved.ByRow[r.Key]))).ToLookup(h => h.k, h => h.id);
            Assert.Equal(holders.Select(h => h.Key).Order(), claimed.Keys.Order());
            Assert.All(claimed, c => Assert.Contains(c.Value, holders[c.Key]));
            Assert.Equal(holders.Where(h => h.Distinct().Count() > 1).Select(h => h.Key).Order(), resolved.Conflicts.Select(c => c.Key).Order());
        }, iter: 2_000);

    [Fact]
    public void Taking_the_same_batch_in_again_finds_everybody_and_makes_nobody_new() =>
        Batches.Sample(rows =>
        {
            var first = IdentityResolution.Resolve(rows);
            var known = new KnownPeople
            {
                HolderByKey = first.People.SelectMany(p => p.Claims.Select(k => (k, p.Id))).ToDictionary(c => c.k, c => c.Id),
                ById = first.People.ToDictionary(p => p.Id, p => p.Profile),
                HolderByRow = first.ByRow,
            };
            var again = IdentityResolution.Resolve(rows, known);
            Assert.Equal(first.ByRow.OrderBy(r => r.Key), again.ByRow.OrderBy(r => r.Key));
            Assert.DoesNotContain(again.People, p => p.IsNew);
        }, iter: 1_000);

    [Fact]
    public void A_hundred_and_twenty_thousand_rows_come_to_their_people()
    {
        var rows = Enumerable.Range(0, 120_000).Select(i => new IdentityRow($"row{i * 7919L % 120_000:D6}", $"S{i % 5_000}", null, new PersonEvidence
        {
            GivenName = Names[0],
            Register = i % 3 == 0 ? new KeyedNumber($"hash{i / 6}", "00") : null,
            Phone = i % 2 == 0 ? new KeyedNumber($"phone{i / 6}", "00") : null,
        })).ToList();
        var people = IdentityResolution.Resolve(rows);
        // Of each six rows the register joins two and the phone three, of which one is the same: four rows are one person, two are alone.
        Assert.Equal(120_000 / 6 * 3, people.People.Length);
    }

    private static string Partition(ResolvedPeople resolved, Func<string, string> nameOf) =>
        string.Join(" | ", resolved.People.Select(p => string.Join(' ', p.Rows.Select(nameOf).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    private static string Said(IdentityRow row) =>
        string.Join('/', PersonName.GivenKey(row.Evidence.GivenName), row.Evidence.Register?.Hash, row.Evidence.Phone?.Hash);

    private static List<List<IdentityRow>> Components(IdentityRow[] rows)
    {
        var left = rows.ToList();
        var found = new List<List<IdentityRow>>();
        while (left.Count > 0)
        {
            var component = new List<IdentityRow> { left[0] };
            left.RemoveAt(0);
            for (var i = 0; i < component.Count; i++)
            {
                var keys = IdentityKeys.Of(component[i].Evidence).ToHashSet();
                foreach (var next in left.Where(r => IdentityKeys.Of(r.Evidence).Any(keys.Contains)).ToList())
                {
                    component.Add(next);
                    left.Remove(next);
                }
            }
            found.Add(component);
        }
        return found;
    }
}
