using Learning.Domain.Trainees;

namespace Learning.Domain.Reach.Columns;

/// <summary>What is known about a person as of enrolment. Thousands share one profile, so a participation holds its number only.</summary>
/// <param name="HomeRegion">Number of the home region.</param>
/// <param name="Organisation">Number of the organisation.</param>
/// <param name="BirthYear">Year of birth, or <see cref="Evaluation.AgeBandTable.Unknown"/>.</param>
/// <param name="Sex">Sex.</param>
internal readonly record struct PersonProfile(int HomeRegion, int Organisation, short BirthYear, Sex Sex);
