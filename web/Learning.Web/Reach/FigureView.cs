using Learning.Domain.Reach;
using Learning.Domain.Trainees;

namespace Learning.Web.Reach;

/// <summary>The filters of a figure, as <c>GET /api/reach</c> names them; what is not set is left out.</summary>
/// <param name="Region">P-code.</param>
/// <param name="RegionKind">Which region of a participation is meant.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Rule">Counting rule.</param>
/// <param name="Course">Course code.</param>
/// <param name="Funder">Funder code.</param>
/// <param name="Sex">Sex.</param>
/// <param name="AgeBand">Age band.</param>
/// <param name="Organisation">Organisation code.</param>
/// <param name="By">What the rows are.</param>
public sealed record FigureView(
    string Region, RegionKind RegionKind, DateOnly? From, DateOnly? To, Measure Measure, string Rule, string? Course, string? Funder, Sex? Sex, string? AgeBand,
    string? Organisation, ReachBy? By)
{
    /// <summary>Of a query.</summary>
    /// <param name="query">The query.</param>
    public static FigureView Of(ReachQuery query) => new(
        query.Region, query.RegionKind, query.From, query.To, query.Measure, query.Rule, query.Course, query.Funder, query.Sex, query.AgeBand, query.Organisation, query.By);
}
