using Learning.Domain.Trainees;

namespace Learning.Domain.Reach.Columns;

/// <summary>
/// What is known about a person as of enrolment. Thousands share one profile, so a participation holds its number
/// only, and a filter on people is looked up once a profile instead of once a participation.
/// </summary>
internal readonly record struct PersonProfile(int HomeRegion, int Organisation, short BirthYear, Sex Sex);
