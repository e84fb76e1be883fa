using Learning.Domain.Imports;
using Learning.Web.Words;

namespace Learning.Web.Api.Imports;

/// <summary>What is wrong with a row or the file.</summary>
/// <param name="Line">Row in the file, 1 for the header; <see langword="null"/> for the file.</param>
/// <param name="Column">Name of the column, in the caller's language.</param>
/// <param name="Code">The same in every language.</param>
/// <param name="Message">In the caller's language.</param>
/// <param name="IsError">Whether the row is refused; otherwise only the cell is left out.</param>
public sealed record ImportProblemAnswer(int? Line, string? Column, ImportProblemKind Code, string Message, bool IsError)
{
    /// <summary>A problem as answered.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="words">The caller's language.</param>
    public static ImportProblemAnswer Of(ImportProblem problem, IWords words) => new(
        problem.Line, problem.Field is { } field ? ImportErrorText.FieldName(field, words.Language.Code()) : null, problem.Kind,
        ImportErrorText.Say(problem, words.Language.Code()), problem.IsError);
}
