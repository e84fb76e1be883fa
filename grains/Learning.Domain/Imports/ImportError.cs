using System.Collections.Immutable;

namespace Learning.Domain.Imports;

/// <summary>What is wrong with a row or the file.</summary>
/// <param name="Line">Line of the file, the header being 1; 0 for the file as a whole.</param>
/// <param name="Column">The column's header; empty for the whole row.</param>
/// <param name="Code">A key of the web's words.</param>
/// <param name="Arguments">What the words name.</param>
/// <param name="IsWarning">Whether the row is taken all the same.</param>
public sealed record ImportError(int Line, string Column, string Code, ImmutableArray<string> Arguments, bool IsWarning = false);
