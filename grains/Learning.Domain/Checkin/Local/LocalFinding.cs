using Learning.Domain.Sync;

namespace Learning.Domain.Checkin.Local;

/// <summary>What a phone makes of a code.</summary>
public sealed record LocalFinding
{
    /// <summary>What to show.</summary>
    public required LocalVerdict Verdict { get; init; }

    /// <summary>Who it is, where a downloaded list says so.</summary>
    public BundlePerson? Person { get; init; }

    /// <summary>The badge's id, where a signed badge was read.</summary>
    public string? BadgeId { get; init; }

    /// <summary>For <see cref="LocalVerdict.Already"/>: since when, UTC.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>For <see cref="LocalVerdict.OtherSession"/>: which one.</summary>
    public string? OtherSessionId { get; init; }

    /// <summary>Whether a scan is to be stored without asking.</summary>
    public bool Stores { get; init; }

    /// <summary>Whether the trainer may check the person in all the same; the server then counts or reviews it by its own rules.</summary>
    public bool MayOverride { get; init; }

    /// <summary>How the phone names the person in its notes; <see langword="null"/> if it knows nobody.</summary>
    public string? PersonKey =>
        Person is not null ? Local.PersonKey.OfTrainee(Person.TraineeId) : BadgeId is not null ? Local.PersonKey.OfBadge(BadgeId) : null;
}
