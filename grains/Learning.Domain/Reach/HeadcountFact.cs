using Learning.Domain.Trainees;

namespace Learning.Domain.Reach;

/// <summary>People of one session who are known only as a number.</summary>
/// <param name="Date">The session's date.</param>
/// <param name="Region">P-code of the training region.</param>
/// <param name="Course">Course code.</param>
/// <param name="Funders">Codes of the cohort's funders, each once.</param>
/// <param name="Sex">Sex of those counted.</param>
/// <param name="AgeBand">A code of <see cref="Reach.AgeBand"/>.</param>
/// <param name="Count">How many, 0 or more.</param>
public sealed record HeadcountFact(
    DateOnly Date, string Region, string Course, IReadOnlyList<string> Funders, Sex Sex, string AgeBand, int Count)
{
    /// <summary>cohort/number of the session, for reports.</summary>
    public string SessionId { get; init; } = "";
}
