using System.Globalization;
using Learning.Domain.Badges;
using Learning.Domain.Regions;
using Learning.Domain.Text;
using Learning.Silo.ReadModel;
using Learning.Web.Accounts;
using Learning.Web.Api.Trainees;
using Learning.Web.Pages.Cohorts;
using Learning.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Pages.Sessions;

/// <summary>Finds people by a name typed at the desk: first on the session's own list, then among all whom the caller may find.</summary>
internal static class DeskSearch
{
    private const int Most = 12;

    /// <summary>At most twelve people, those on the list first.</summary>
    /// <param name="lines">The session's list.</param>
    /// <param name="text">What was typed, see <see cref="DeskText.IsName"/>.</param>
    /// <param name="db">The read model.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="regions">For homes.</param>
    /// <param name="words">The reader's language.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<List<DeskChoice>> Run(
        IReadOnlyList<SessionLine> lines, string text, LearningReadModel db, Caller caller, RegionTree regions, IWords words, CancellationToken cancel)
    {
        string Note(int birthYear, string? home, string? code) => words.List(new[]
        {
            birthYear == 0 ? "" : birthYear.ToString(CultureInfo.InvariantCulture),
            home is null ? "" : CohortWords.Region(words, regions, home),
            code is null ? "" : ShortCode.Printed(code),
        }.Where(part => part.Length > 0));

        var here = lines
            .Where(l => l.Who is { } who && SearchKey.Of(who.Profile.Patronymic, who.Profile.GivenName, who.Profile.Phone).Matches(text))
            .Select(l => new DeskChoice(l.TraineeId, l.Name, Note(l.Who!.Profile.BirthYear, l.Who.Profile.HomeRegion, l.Who.CurrentBadge?.ShortCode), true))
            .Take(Most).ToList();
        var found = await PersonSearch.Run(db, PersonAccess.Visible(db, caller), text, 0, Most + here.Count, cancel);
        return
        [
            .. here,
            .. found.Where(p => lines.All(l => l.TraineeId != p.TraineeId)).Take(Most - here.Count).Select(p => new DeskChoice(
                p.TraineeId, p.Patronymic.Length == 0 ? p.GivenName : $"{p.Patronymic} {p.GivenName}", Note(p.BirthYear, p.HomeRegion, p.ShortCode), false)),
        ];
    }
}
