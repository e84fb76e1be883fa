namespace Learning.Domain.Text;

/// <summary>
/// The two forms in which searchable text is kept, and in which a question is put to it. A database's own lower-casing
/// knows ASCII only, so the folding is done here, before the text goes in.
/// </summary>
/// <param name="Lower">Cleaned, NFC, lower case: for finding what was typed exactly.</param>
/// <param name="Latin">The <see cref="Transliteration"/> key: finds Өлзий by <c>ulzii</c>, <c>олзий</c> and <c>Olzii</c>.</param>
public readonly record struct SearchKey(string Lower, string Latin)
{
    /// <summary>The search key of several texts in a row, e.g. patronymic and given name; blanks are left out.</summary>
    /// <param name="texts">The texts.</param>
    public static SearchKey Of(params ReadOnlySpan<string?> texts)
    {
        var joined = string.Join(' ', texts!);
        return new SearchKey(MongolianText.Lower(MongolianText.Clean(joined)), Transliteration.Key(joined));
    }

    /// <summary>Whether every word of <paramref name="question"/> stands in this text, whole or in part, in either script.</summary>
    /// <param name="question">What somebody typed into the search field; an empty question matches everything.</param>
    public bool Matches(string? question)
    {
        var latin = Latin;
        return Transliteration.Key(question).Split(' ').All(word => latin.Contains(word, StringComparison.Ordinal));
    }
}
