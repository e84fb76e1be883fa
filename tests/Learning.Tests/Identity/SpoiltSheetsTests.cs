using Learning.Domain.Identity;
using Xunit.Abstractions;

namespace Learning.Tests.Identity;

/// <summary>
/// The kept sheets are cleaner than most. Here the errors that other sheets have are put into them, far more often than they
/// happen, and the promise must still hold: what is joined automatically is right.
/// </summary>
public sealed class SpoiltSheetsTests(ITestOutputHelper output)
{
    [SharedTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Automatic_matching_stays_precise_when_one_row_in_fifty_has_an_error_of_each_kind(int seed)
    {
        var random = new Random(seed);
        var rows = SignInSheets.Rows.Select(r => r.ToDictionary()).ToList();
        for (var i = 1; i < rows.Count; i++)
        {
            var (above, row) = (rows[i - 1], rows[i]);
            var onOneSheet = above["sheet"] == row["sheet"];
            // One digit wrong, given name and patronymic swapped, another sex, another birth year.
            if (random.Next(50) == 0 && row["register_no"].Length > 0) row["register_no"] = WithOtherDigit(row["register_no"], random);
            if (random.Next(50) == 0) (row["given_name"], row["patronymic"]) = (row["patronymic"], row["given_name"]);
            if (random.Next(50) == 0) row["sex"] = row["sex"] == "эр" ? "эм" : "эр";
            if (random.Next(50) == 0) row["birth_year"] = (1960 + random.Next(40)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            // Numbers that slipped into the next row, and one phone for a whole sheet.
            if (random.Next(50) == 0 && onOneSheet) row["phone"] = above["phone"];
            if (random.Next(200) == 0 && onOneSheet) row["register_no"] = above["register_no"];
            if (row["sheet"].EndsWith('7')) row["phone"] = "99112233";
        }

        var resolved = IdentityResolution.Resolve(rows.ConvertAll(r => SignInSheets.Identity(r)));
        long right = 0, wrong = 0;
        foreach (var person in resolved.People)
            for (var i = 0; i < person.Rows.Length; i++)
                for (var j = i + 1; j < person.Rows.Length; j++)
                    if (SignInSheets.PersonOfRow[person.Rows[i]] == SignInSheets.PersonOfRow[person.Rows[j]]) right++;
                    else wrong++;
        output.WriteLine($"{right} right, {wrong} wrong, precision {(double)right / (right + wrong):F5}; {resolved.Conflicts.Length} conflicts");
        Assert.True(wrong <= 0.001 * (right + wrong), $"{wrong} wrong of {right + wrong}");
        Assert.True(right > 3_000, $"{right} right");
    }

    private static string WithOtherDigit(string number, Random random)
    {
        var at = random.Next(2, 10);
        return number[..at] + (char)('0' + random.Next(10)) + number[(at + 1)..];
    }
}
