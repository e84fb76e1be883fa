using System.Diagnostics;
using Learning.Domain.Identity;
using Xunit.Abstractions;

namespace Learning.Tests.Identity;

/// <summary>Automatic matching measured on the kept sheets: pairs of rows, counted here by the truth alone.</summary>
public sealed class KeptSheetsTests(ITestOutputHelper output)
{
    [SharedFact]
    public void Automatic_matching_is_precise_and_its_number_of_people_lies_between_the_truth_and_the_goal()
    {
        var rows = SignInSheets.Rows;
        var batch = rows.Select(SignInSheets.Identity).ToList();
        var clock = Stopwatch.StartNew();
        var resolved = IdentityResolution.Resolve(batch);
        clock.Stop();

        var (right, wrong) = Pairs(rows.Select(SignInSheets.RowKey), r => resolved.ByRow[r], r => SignInSheets.PersonOfRow[r]);
        var (all, _) = Pairs(rows.Select(SignInSheets.RowKey), r => SignInSheets.PersonOfRow[r], r => SignInSheets.PersonOfRow[r]);
        var precision = (double)right / (right + wrong);
        var recall = (double)right / all;
        var reached = rows.Where(SignInSheets.Attended).Select(r => resolved.ByRow[SignInSheets.RowKey(r)]).Distinct().Count();
        output.WriteLine($"precision {precision:F5}, recall {recall:F5}, {right} right and {wrong} wrong pairs of {all}; {reached} people reached, "
            + $"{resolved.People.Length} people in all, {resolved.Conflicts.Length} conflicts; {clock.ElapsedMilliseconds} ms");

        Assert.Equal(15_545, rows.Count);
        Assert.True(precision >= 0.999, $"precision {precision}");
        Assert.True(recall >= 0.80, $"recall {recall}");
        Assert.InRange(reached, 10_500, 11_450);
        Assert.True(clock.ElapsedMilliseconds < 5_000, $"{clock.ElapsedMilliseconds} ms");
    }

    [SharedFact]
    public void The_same_sheets_in_three_batches_give_the_same_people_as_in_one()
    {
        var batch = SignInSheets.Rows.Select(SignInSheets.Identity).ToList();
        var atOnce = IdentityResolution.Resolve(batch);

        var holderByKey = new Dictionary<string, string>();
        var byId = new Dictionary<string, PersonEvidence>();
        var personOfRow = new Dictionary<string, string>();
        foreach (var year in batch.GroupBy(r => r.On!.Value.Year).OrderBy(g => g.Key))
        {
            var resolved = IdentityResolution.Resolve(year.ToList(), new KnownPeople { HolderByKey = holderByKey, ById = byId });
            foreach (var person in resolved.People)
            {
                Assert.Equal(person.IsNew, !byId.ContainsKey(person.Id));
                byId.TryAdd(person.Id, person.Profile);
                foreach (var key in person.Claims) holderByKey.Add(key, person.Id);
                foreach (var row in person.Rows) personOfRow.Add(row, person.Id);
            }
        }

        // A row without any number can lose the chain that a later row would have made, so this is nearly the same, not the same.
        var (right, wrong) = Pairs(personOfRow.Keys, r => personOfRow[r], r => atOnce.ByRow[r]);
        output.WriteLine($"{right} pairs in both, {wrong} only in three; {byId.Count} people in three, {atOnce.People.Length} in one");
        Assert.Equal(0, wrong);
        Assert.InRange(byId.Count - atOnce.People.Length, 0, 60);
        var (_, untrue) = Pairs(personOfRow.Keys, r => personOfRow[r], r => SignInSheets.PersonOfRow[r]);
        Assert.Equal(0, untrue);
    }

    [SharedFact]
    public void Names_of_the_kept_sheets_in_both_scripts_have_one_key()
    {
        var rows = SignInSheets.Rows.GroupBy(r => SignInSheets.PersonOfRow[SignInSheets.RowKey(r)]);
        var pairs = rows.SelectMany(p =>
            from cyrillic in p.Select(r => r["given_name"].Trim().ToLowerInvariant()).Where(n => n[0] > 'z').Distinct()
            from latin in p.Select(r => r["given_name"].Trim().ToLowerInvariant()).Where(n => n[0] <= 'z').Distinct()
            select (cyrillic, latin)).Distinct().ToList();
        var apart = pairs.Where(p => PersonName.GivenKey(p.cyrillic) != PersonName.GivenKey(p.latin)).ToList();

        // What is left are rows with two letters swapped, in one of the two scripts.
        Assert.True(pairs.Count > 200);
        Assert.All(apart, p => Assert.InRange(EditDistance.Between(PersonName.GivenKey(p.cyrillic), PersonName.GivenKey(p.latin)), 1, 2));
        Assert.True(apart.Count <= pairs.Count / 8, string.Join(", ", apart));
    }

    /// <summary>Pairs of rows that <paramref name="found"/> puts together: those that <paramref name="truth"/> does too, and those that it does not.</summary>
    private static (long Right, long Wrong) Pairs(IEnumerable<string> rows, Func<string, string> found, Func<string, string> truth)
    {
        var right = 0L;
        var wrong = 0L;
        foreach (var person in rows.GroupBy(found))
        {
            var members = person.ToList();
            for (var i = 0; i < members.Count; i++)
                for (var j = i + 1; j < members.Count; j++)
                    if (truth(members[i]) == truth(members[j])) right++;
                    else wrong++;
        }
        return (right, wrong);
    }
}
