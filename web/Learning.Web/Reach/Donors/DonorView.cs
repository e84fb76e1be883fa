using Learning.Domain.Reach;

namespace Learning.Web.Reach.Donors;

/// <summary>The answer of <c>GET /api/reach/donors</c>: one figure seen from its donors, in three ways that are never mixed.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Rule">Counting rule.</param>
/// <param name="RuleVersion">Its version.</param>
/// <param name="RegionKind">Which region of a participation is meant.</param>
/// <param name="Region">P-code.</param>
/// <param name="AsOf">When it was worked out, UTC.</param>
/// <param name="Total">The figure: everybody once.</param>
/// <param name="Unnamed">Unnamed attendances under the same filters, beside the figure and never in it.</param>
/// <param name="SupportedBy">Everybody whom each donor's money helped reach; these overlap.</param>
/// <param name="Shared">Whom two donors both helped reach.</param>
/// <param name="Apportioned">The figure divided up; these add up to it exactly.</param>
public sealed record DonorView(
    Measure Measure, string Rule, int RuleVersion, RegionKind RegionKind, string Region, DateTimeOffset AsOf, decimal Total, long Unnamed,
    SupportedView<string> SupportedBy, SharedView<string> Shared, ApportionedView<string> Apportioned);
