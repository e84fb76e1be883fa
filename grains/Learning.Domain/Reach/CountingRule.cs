using System.Collections.Immutable;

namespace Learning.Domain.Reach;

/// <summary>
/// What "a person trained" means to the reader of a report; data in content/counting-rules.
/// <para>
/// A rule does two things. It says which participations count at all, whatever the filters of a query:
/// <see cref="ExcludeCourseKinds"/>, <see cref="MinHours"/> and <see cref="CompletersOnly"/>; all measures follow that.
/// And it says how often one person counts: <see cref="OncePer"/>; the measures of people (reached, completed,
/// certified, first-time) follow that, while participations, completions and contact hours have a unit of their own.
/// </para>
/// </summary>
public sealed record CountingRule
{
    /// <summary>Id, the name of its file: <c>once-ever</c>.</summary>
    public required string Id { get; init; }

    /// <summary>1 for the first version, one more for each change; reports name it.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Mongolian title.</summary>
    public string TitleMn { get; init; } = "";

    /// <summary>English title.</summary>
    public string TitleEn { get; init; } = "";

    /// <summary>The rule in a Mongolian sentence for the reader of a report.</summary>
    public string DefinitionMn { get; init; } = "";

    /// <summary>The rule in an English sentence for the reader of a report.</summary>
    public string DefinitionEn { get; init; } = "";

    /// <summary>The measure that the rule is written for, offered first where a report chooses the rule.</summary>
    public Measure Measure { get; init; } = Measure.Reached;

    /// <summary>Within what a person counts once.</summary>
    public OncePer OncePer { get; init; } = OncePer.Ever;

    /// <summary>First day of the reporting year, for <see cref="OncePer.ReportingYear"/>.</summary>
    public MonthDay ReportingYearStart { get; init; } = MonthDay.NewYear;

    /// <summary>
    /// Least hours attended in the cohort for a participation to count; 0 for no least. All sessions of the cohort
    /// are looked at, also those outside the period of the query.
    /// </summary>
    public decimal MinHours { get; init; }

    /// <summary>Whether only completed participations count.</summary>
    public bool CompletersOnly { get; init; }

    /// <summary>Kinds of course that do not count, e.g. <c>information</c>.</summary>
    public ImmutableArray<string> ExcludeCourseKinds { get; init; } = [];
}
