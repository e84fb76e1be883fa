using System.Text;
using Learning.Domain.Identity;
using Learning.Domain.Trainees;

namespace Learning.Tests.Identity;

/// <summary>The kept sheets and their truth, read without any of the program's own readers.</summary>
internal static class SignInSheets
{
    public static readonly IdentitySecret Secret = new(Encoding.UTF8.GetBytes("a secret for tests of 32 bytes or more"));

    /// <summary>The sheets themselves are the demo's; who their people truly are is in the folder beside the checkout.</summary>
    public static string Folder { get; } = Path.Combine(Repository(), "content", "demo");

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Truth = new(() =>
        Table(Path.Combine(SharedFolder(), "data", "sign-in-sheets", "identity.csv")).ToDictionary(r => r["sheet"] + "/" + r["row"], r => r["person"]));

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; } =
        [.. Directory.GetFiles(Folder, "sheets-*.csv").Order(StringComparer.Ordinal).SelectMany(Table)];

    public static IReadOnlyDictionary<string, string> PersonOfRow => Truth.Value;

    public static string RowKey(IReadOnlyDictionary<string, string> row) => row["sheet"] + "/" + row["row"];

    public static bool Attended(IReadOnlyDictionary<string, string> row) => row["attended"].Contains('1');

    public static IdentityRow Identity(IReadOnlyDictionary<string, string> row) => new(RowKey(row), row["sheet"], DateOnly.Parse(row["start_date"], System.Globalization.CultureInfo.InvariantCulture), new PersonEvidence
    {
        GivenName = row["given_name"],
        Patronymic = row["patronymic"],
        Register = RegisterNumber.Parse(row["register_no"], Secret)?.Number,
        Phone = PhoneNumber.Parse(row["phone"], Secret),
        Sex = row["sex"] switch { "эм" => Sex.Female, "эр" => Sex.Male, _ => Sex.NotStated },
        BirthYear = row["birth_year"].Length == 4 ? int.Parse(row["birth_year"], System.Globalization.CultureInfo.InvariantCulture) : null,
        HomeRegion = row["home_soum_code"],
        Organisation = row["organisation"] is { Length: > 0 } code ? code : null,
    });

    public static IEnumerable<IReadOnlyDictionary<string, string>> Table(string file)
    {
        var lines = File.ReadAllLines(file);
        var header = lines[0].TrimStart('\uFEFF').Split(',');
        return lines.Skip(1).Select(l => header.Zip(Cells(l)).ToDictionary(c => c.First, c => c.Second));
    }

    /// <summary>Enough for these files: a quoted cell may hold commas, and no cell holds a quote or a line break.</summary>
    private static IEnumerable<string> Cells(string line) =>
        line.Split('"').SelectMany((part, i) => i % 2 == 1 ? part.Replace(',', '\u0001') : part).Aggregate(new StringBuilder(), (all, c) => all.Append(c)).ToString()
            .Split(',').Select(c => c.Replace('\u0001', ','));

    public static string SharedFolder() => Path.Combine(Repository(), "..", "shared");

    public static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Learning.sln"))) at = at.Parent;
        return at!.FullName;
    }
}
