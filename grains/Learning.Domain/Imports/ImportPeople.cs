namespace Learning.Domain.Imports;

/// <summary>The people of an import.</summary>
/// <param name="New">Registered by it.</param>
/// <param name="Matched">Known before, by strong evidence.</param>
/// <param name="PossibleDuplicate">Strong evidence names somebody, but something contradicts it: registered apart, for somebody to look at.</param>
public sealed record ImportPeople(int New = 0, int Matched = 0, int PossibleDuplicate = 0);
