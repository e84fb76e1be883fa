namespace Learning.Domain.Trainees;

/// <summary>Facts about a person as they were on the day of enrolment. Later moves and changes alter no past figure.</summary>
/// <param name="HomeRegion">P-code of the home region; <see langword="null"/> when unknown.</param>
/// <param name="Organisation">Organisation code; <see langword="null"/> for none.</param>
/// <param name="BirthYear">Year of birth; 0 when unknown.</param>
/// <param name="Sex">Sex as stated.</param>
public sealed record PersonAsOf(string? HomeRegion, string? Organisation, int BirthYear, Sex Sex);
