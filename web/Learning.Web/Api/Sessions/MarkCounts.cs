namespace Learning.Web.Api.Sessions;

/// <summary>A session in numbers of people.</summary>
/// <param name="Enrolled">Who hold a place.</param>
/// <param name="Present">Present.</param>
/// <param name="Late">Late; they attended.</param>
/// <param name="Excused">Excused.</param>
/// <param name="Absent">Absent.</param>
/// <param name="NotMarked">Who hold a place and have no mark, which is not the same as absent.</param>
/// <param name="ToReview">With flags that somebody should look at.</param>
public sealed record MarkCounts(int Enrolled, int Present, int Late, int Excused, int Absent, int NotMarked, int ToReview);
