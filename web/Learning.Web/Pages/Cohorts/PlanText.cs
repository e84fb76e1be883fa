using System.Collections.Immutable;
using System.Globalization;
using Learning.Domain.Cohorts;
using Learning.Web.Api.Cohorts;
using Learning.Web.Api.Problems;
using Learning.Web.Kit.Forms;
using Learning.Web.Words;

namespace Learning.Web.Pages.Cohorts;

/// <summary>The form of a plan as somebody typed it, right or wrong; it becomes what the HTTP API takes, with the same checks.</summary>
public sealed record PlanText
{
    /// <summary>Most grants that the form offers.</summary>
    public const int Grants = 3;

    /// <summary>Course code.</summary>
    public string Course { get; init; } = "";

    /// <summary>P-code.</summary>
    public string Region { get; init; } = "";

    /// <summary>Where, in words.</summary>
    public string Venue { get; init; } = "";

    /// <summary>First day.</summary>
    public string Start { get; init; } = "";

    /// <summary>How many days; empty for the course's.</summary>
    public string Days { get; init; } = "";

    /// <summary>Places.</summary>
    public string Capacity { get; init; } = "";

    /// <summary>Grant codes and shares in percent; those that were left out are at the end.</summary>
    public ImmutableArray<(string Code, string Share)> Funding { get; init; } = [.. Enumerable.Repeat(("", ""), Grants)];

    /// <summary>User names.</summary>
    public ImmutableArray<string> Trainers { get; init; } = [];

    /// <summary>The sessions' days, for a change.</summary>
    public ImmutableArray<string> Dates { get; init; } = [];

    /// <summary>What was posted.</summary>
    public static PlanText Of(IFormCollection form, int sessions) => new()
    {
        Course = form["courseCode"].ToString(),
        Region = form["regionCode"].ToString(),
        Venue = form["venue"].ToString(),
        Start = form["startDate"].ToString(),
        Days = form["days"].ToString(),
        Capacity = form["capacity"].ToString(),
        Funding =
        [
            .. Enumerable.Range(0, Grants).Select(i => (Code: form[$"grants[{i}].code"].ToString(), Share: form[$"grants[{i}].share"].ToString().Trim()))
                .OrderBy(g => g.Code.Length == 0).ThenBy(g => g.Share.Length == 0),
        ],
        Trainers = [.. form["trainers"].OfType<string>().Where(t => t.Length > 0)],
        Dates = [.. Enumerable.Range(0, sessions).Select(i => form[$"sessions[{i}].date"].ToString())],
    };

    /// <summary>A plan as it is.</summary>
    public static PlanText Of(CohortPlan plan) => new()
    {
        Course = plan.Course.Code,
        Region = plan.RegionCode,
        Venue = plan.Venue,
        Capacity = plan.Capacity.ToString(CultureInfo.InvariantCulture),
        Funding =
        [
            .. plan.Grants.Select(g => (g.Code, g.Share is { } share ? (share * 100).ToString("0.####", CultureInfo.InvariantCulture) : "")),
            .. Enumerable.Repeat(("", ""), Math.Max(0, Grants - plan.Grants.Length)),
        ],
        Trainers = plan.Trainers,
        Dates = [.. plan.Sessions.Select(s => DayText.Of(s.Date))],
    };

    /// <summary>What the API would be sent for a new plan.</summary>
    /// <param name="errors">Takes what can't be read.</param>
    /// <param name="words">For the names of fields.</param>
    public PlanBody ToNew(FieldErrors errors, IWords words) => Common(errors, words) with
    {
        CourseCode = Course,
        RegionCode = Region,
        StartDate = Day("startDate", Start, words["cohortpage.start"], errors),
        Days = Days.Trim().Length == 0 ? null : Whole("days", Days, words["course.days"], errors),
    };

    /// <summary>What the API would be sent for a change.</summary>
    /// <param name="plan">As it is.</param>
    /// <param name="errors">Takes what can't be read.</param>
    /// <param name="words">For the names of fields.</param>
    public PlanBody ToChange(CohortPlan plan, FieldErrors errors, IWords words) => Common(errors, words) with
    {
        Sessions =
        [
            .. plan.Sessions.Zip(Dates).Select((pair, i) => new SessionBody(
                pair.First.Number, Day($"sessions[{i}].date", pair.Second, words["session.number", pair.First.Number], errors), null)),
        ],
    };

    /// <summary>What is wrong, each message with the name of its field, in the order of the form.</summary>
    /// <param name="errors">As found.</param>
    /// <param name="words">The reader's language.</param>
    /// <param name="sessions">How many sessions the form asks for.</param>
    public static FormErrors Told(FieldErrors errors, IWords words, int sessions)
    {
        (string Field, string Label)[] labels =
        [
            ("courseCode", words["course.label"]), ("regionCode", words["region.label"]), ("venue", words["cohortpage.venue"]), ("startDate", words["cohortpage.start"]),
            ("days", words["cohortpage.days"]), .. Enumerable.Range(0, sessions).Select(i => ($"sessions[{i}].date", words["cohortpage.sessionDay", i + 1])),
            ("capacity", words["cohort.capacity"]), ("trainers", words["cohort.trainers"]), ("grants", words["cohort.funding"]),
            .. Enumerable.Range(0, Grants).SelectMany(i => new[] { ($"grants[{i}].code", words["cohortpage.grant", i + 1]), ($"grants[{i}].share", words["cohortpage.shareOf", i + 1]) }),
        ];
        var order = labels.Select((l, i) => (l.Field, l.Label, i)).ToDictionary(l => l.Field);
        var told = new FormErrors();
        foreach (var (field, messages) in errors.In(words).OrderBy(e => order.TryGetValue(e.Key, out var known) ? known.i : int.MaxValue))
        {
            var label = order.TryGetValue(field, out var known) ? known.Label : field;
            told.Add(field, messages[0].StartsWith(label, StringComparison.Ordinal) ? messages[0] : $"{label}: {messages[0]}");
        }

        return told;
    }

    private PlanBody Common(FieldErrors errors, IWords words)
    {
        var grants = Funding.Where(g => g.Code.Length > 0).Select((g, i) => new GrantBody(g.Code, Share(i, g.Share, errors))).ToImmutableArray();
        for (var i = 0; i < Funding.Length; i++)
            if (Funding[i].Code.Length == 0 && Funding[i].Share.Length > 0) errors.Add($"grants[{i}].code", "form.choose", words["cohortpage.grant", i + 1]);
        if (grants.Sum(g => g.Share ?? 0) > 1)
        {
            errors.Add("grants", "cohortpage.sharesOver");
            grants = [.. grants.Select(g => g with { Share = null })];
        }

        return new PlanBody
        {
            Venue = Venue,
            Capacity = Whole("capacity", Capacity, words["cohort.capacity"], errors),
            Grants = grants,
            Trainers = [.. Trainers],
        };
    }

    // A field that can't be read has had its words; the value that follows only keeps the next check quiet.
    private static int? Whole(string field, string text, string label, FieldErrors errors)
    {
        if (text.Trim().Length == 0) return null;
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        errors.Add(field, "form.whole", label);
        return 1;
    }

    private static DateOnly? Day(string field, string text, string label, FieldErrors errors)
    {
        if (text.Trim().Length == 0) return null;
        if (DayText.TryRead(text, out var day)) return day;
        errors.Add(field, "form.date", label);
        return new DateOnly(2020, 1, 1);
    }

    private static decimal? Share(int i, string text, FieldErrors errors)
    {
        if (text.Length == 0) return null;
        if (decimal.TryParse(text.TrimEnd('%').Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100)
            return percent / 100;
        errors.Add($"grants[{i}].share", "cohortpage.share");
        return null;
    }
}
