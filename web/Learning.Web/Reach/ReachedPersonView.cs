using Learning.Domain.Sessions;

namespace Learning.Web.Reach;

/// <summary>One person behind a figure, and the marks by which they count.</summary>
/// <param name="TraineeId">Trainee id.</param>
/// <param name="Name">Their name.</param>
/// <param name="Marks">Their attended sessions within the filters; the scans of each are at <c>/api/sessions/{id}/attendance</c>.</param>
public sealed record ReachedPersonView(string TraineeId, string Name, IReadOnlyList<ReachedMark> Marks);

/// <summary>One attended session.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="CohortId">Its cohort.</param>
/// <param name="Date">Its day.</param>
/// <param name="Course">Course code.</param>
/// <param name="Region">P-code.</param>
/// <param name="Mark">Present or late.</param>
public sealed record ReachedMark(string SessionId, string CohortId, DateOnly Date, string Course, string Region, Mark Mark);
