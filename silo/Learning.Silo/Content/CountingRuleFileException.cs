namespace Learning.Silo.Content;

/// <summary>A counting rule file says something unknown, impossible or contradictory. The program must not start with it.</summary>
/// <param name="file">Name of the file.</param>
/// <param name="line">The line that is wrong, from 1.</param>
/// <param name="problem">What is wrong with it.</param>
public sealed class CountingRuleFileException(string file, int line, string problem)
    : Exception($"{file}, line {line}: {problem}")
{
    /// <summary>Name of the file.</summary>
    public string File { get; } = file;

    /// <summary>The line that is wrong, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>What is wrong with it.</summary>
    public string Problem { get; } = problem;
}
