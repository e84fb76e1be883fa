using Learning.Domain.Badges;
using Learning.Domain.Cohorts;
using Learning.Domain.Trainees;
using Learning.Web.Words;

namespace Learning.Web.Pages.Cohorts;

/// <summary>One person on a roster, as pages show them.</summary>
/// <param name="Enrolment">Where they stand.</param>
/// <param name="Who">The person as of now; <see langword="null"/> if nobody is registered under the id.</param>
public sealed record RosterLine(Enrolment Enrolment, Trainee? Who)
{
    /// <summary>Patronymic and given name; the id's end where there is nobody.</summary>
    public string Name => Who?.Profile.DisplayName() ?? $"…{Enrolment.TraineeId[^6..]}";

    /// <summary>Whether the place was taken under a record that was merged into the person's.</summary>
    public bool IsMerged => Who is not null && Who.Id != Enrolment.TraineeId;

    /// <summary>Short code of the badge in force, as printed.</summary>
    public string? ShortCode => Who?.CurrentBadge is { } badge ? Learning.Domain.Badges.ShortCode.Printed(badge.ShortCode) : null;

    /// <summary>In the order of given names, as Mongolian lists are kept.</summary>
    /// <param name="roster">The roster.</param>
    /// <param name="people">The people behind it.</param>
    /// <param name="words">The reader's language.</param>
    public static List<RosterLine> ByName(IEnumerable<Enrolment> roster, IReadOnlyDictionary<string, Trainee> people, IWords words) =>
    [
        .. roster.Select(e => new RosterLine(e, people.GetValueOrDefault(e.TraineeId)))
            .OrderBy(l => l.Who?.Profile.GivenName ?? "", words.NameOrder).ThenBy(l => l.Who?.Profile.Patronymic ?? "", words.NameOrder).ThenBy(l => l.Enrolment.Order),
    ];
}
