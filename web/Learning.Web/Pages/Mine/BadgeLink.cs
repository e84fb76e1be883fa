namespace Learning.Web.Pages.Mine;

/// <summary>A badge's address, looked up.</summary>
/// <param name="State">What it is.</param>
/// <param name="BadgeId">Which badge; only for a good one.</param>
/// <param name="TraineeId">Whose; only for a good one. Not to be shown before the PIN is right.</param>
public sealed record BadgeLink(BadgeLinkState State, string? BadgeId = null, string? TraineeId = null)
{
    /// <summary>See <see cref="BadgeLinkState.NotOurs"/>.</summary>
    public static BadgeLink NotOurs { get; } = new(BadgeLinkState.NotOurs);

    /// <summary>See <see cref="BadgeLinkState.Replaced"/>.</summary>
    public static BadgeLink Replaced { get; } = new(BadgeLinkState.Replaced);
}
