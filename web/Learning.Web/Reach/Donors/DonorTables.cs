using Learning.Domain.Reach.Donors;

namespace Learning.Web.Reach.Donors;

/// <summary>Makes <see cref="DonorTables{T}"/>.</summary>
public static class DonorTables
{
    /// <summary>Of an answer.</summary>
    /// <typeparam name="T">Texts.</typeparam>
    /// <param name="donors">The answer.</param>
    /// <param name="word">The text of a key of words.</param>
    /// <param name="name">The name of a funder code.</param>
    /// <param name="exact">Whether to say the exact fractions.</param>
    public static DonorTables<T> Of<T>(DonorReach donors, Func<string, T> word, Func<string, T> name, bool exact)
    {
        string[] codes = [.. donors.SupportedBy.Select(s => s.Funder)];
        var shared = donors.Shared.ToDictionary(s => (s.Funder, s.With), s => s.Value);
        decimal Both(string a, string b) => shared.GetValueOrDefault((a, b)) is var one && one != 0 ? one : shared.GetValueOrDefault((b, a));
        string? Exact(ApportionedReach part) => !exact ? null : part.Denominator == "1" ? part.Numerator : $"{part.Numerator}/{part.Denominator}";
        return new(
            new(word("funder.supported"), word("funder.supported.definition"),
                [.. donors.SupportedBy.Select(s => new SupportedRow<T>(s.Funder, name(s.Funder), s.Value, s.Only))], donors.SumOfSupported, donors.Overlap),
            new(word("funder.shared"), word("funder.shared.definition"),
                [.. codes.Select(a => new SharedRow<T>(a, name(a), codes.ToDictionary(b => b, b => Both(a, b))))]),
            new(word("funder.apportioned"), word("funder.apportioned.definition"),
                [.. donors.Apportioned.Select(a => new ApportionedRow<T>(a.Funder, name(a.Funder), a.Value, Exact(a)))]));
    }
}
