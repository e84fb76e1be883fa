using Learning.Domain.Sessions;

namespace Learning.Web.Pages.Mine;

/// <summary>A session as its trainee sees it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Day">The day.</param>
/// <param name="Hours">Planned hours.</param>
/// <param name="Mark">The person's mark; <see langword="null"/> when not yet marked.</param>
public sealed record OwnSession(int Number, DateOnly Day, decimal Hours, Mark? Mark)
{
    /// <summary>Whether the person was there.</summary>
    public bool Attended => Mark is Domain.Sessions.Mark.Present or Domain.Sessions.Mark.Late;
}
