using Learning.Domain.Sync;

namespace Learning.Domain.Checkin.Local;

/// <summary>A downloaded session's people, found by what a code says. Immutable.</summary>
public sealed class LocalRoster
{
    private readonly Dictionary<string, BundlePerson> byBadge = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BundlePerson> byShortCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BundlePerson> byTrainee = new(StringComparer.Ordinal);
    private readonly HashSet<string> revoked = new(StringComparer.Ordinal);

    /// <summary>Indexes a session.</summary>
    /// <param name="session">As downloaded.</param>
    public LocalRoster(BundleSession session)
    {
        Session = session;
        foreach (var person in session.People)
        {
            byTrainee[person.TraineeId] = person;
            if (person.ShortCode is { } code) byShortCode[code] = person;
            foreach (var badge in person.BadgeIds) byBadge[badge] = person;
            foreach (var badge in person.RevokedBadgeIds)
            {
                byBadge[badge] = person;
                revoked.Add(badge);
            }
        }
    }

    /// <summary>The session.</summary>
    public BundleSession Session { get; }

    /// <summary>Whose badge it is or was, or <see langword="null"/> if nobody's on this list.</summary>
    /// <param name="badgeId">Badge id.</param>
    public BundlePerson? ByBadge(string badgeId) => byBadge.GetValueOrDefault(badgeId);

    /// <summary>Whose short code it is, or <see langword="null"/>.</summary>
    /// <param name="shortCode">Ungrouped.</param>
    public BundlePerson? ByShortCode(string shortCode) => byShortCode.GetValueOrDefault(shortCode);

    /// <summary>The person, or <see langword="null"/> if not on this list.</summary>
    /// <param name="traineeId">Trainee id.</param>
    public BundlePerson? ByTrainee(string traineeId) => byTrainee.GetValueOrDefault(traineeId);

    /// <summary>Whether the list says that the badge was revoked.</summary>
    /// <param name="badgeId">Badge id.</param>
    public bool IsRevoked(string badgeId) => revoked.Contains(badgeId);
}
