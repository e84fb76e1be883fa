namespace Learning.Domain.Reach.Columns;

/// <summary>Codes as small numbers; number 0 is the empty code, which stands for "not stated" or "none".</summary>
internal sealed class CodeBook
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> codes = [""];

    /// <summary>How many codes there are; their numbers are 0 to this − 1.</summary>
    public int Count => codes.Count;

    /// <summary>The code with that number.</summary>
    public string this[int number] => codes[number];

    /// <summary>The number of a code, a new one if it was never seen.</summary>
    public int Number(string? code)
    {
        code ??= "";
        if (numbers.TryGetValue(code, out var number)) return number;
        numbers.Add(code, number = codes.Count);
        codes.Add(code);
        return number;
    }

    /// <summary>Something about each code, at its number.</summary>
    public T[] Select<T>(Func<string, T> about) => codes.Select(about).ToArray();
}
