using Learning.Domain.Imports;

namespace Learning.Silo.Imports.Sheets;

/// <summary>The file cannot be read as a sheet. Nothing of it is to be taken in.</summary>
/// <param name="problem">Why, for the user.</param>
/// <param name="cause">What was found underneath, for the log.</param>
public sealed class SheetFileException(ImportProblem problem, Exception? cause = null) : Exception(ImportErrorText.Say(problem, "en"), cause)
{
    /// <summary>Why, for the user.</summary>
    public ImportProblem Problem { get; } = problem;

    internal static SheetFileException Of(ImportProblemKind kind, int? line = null, params ReadOnlySpan<(string Name, object Value)> values) =>
        new(ImportProblem.Of(kind, line, null, values));
}
