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
    SupportedView SupportedBy, SharedView Shared, ApportionedView Apportioned);

/// <summary>The view "supported by".</summary>
/// <param name="Label">Its name in the caller's language.</param>
/// <param name="Definition">What it answers.</param>
/// <param name="Rows">By donor.</param>
/// <param name="SumOfRows">Sum of the rows' values.</param>
/// <param name="Overlap">What rows count more than once: sum of rows − overlap = total.</param>
public sealed record SupportedView(string Label, string Definition, IReadOnlyList<SupportedRow> Rows, decimal SumOfRows, decimal Overlap);

/// <summary>One donor's row of <see cref="SupportedView"/>.</summary>
/// <param name="Key">Funder code; empty for cohorts that no donor pays for.</param>
/// <param name="Name">Its name in the caller's language.</param>
/// <param name="Value">Everybody whom the donor's money helped reach.</param>
/// <param name="Only">Those of them whom no other donor helped reach.</param>
public sealed record SupportedRow(string Key, string Name, decimal Value, decimal Only);

/// <summary>The shared matrix.</summary>
/// <param name="Label">Its name in the caller's language.</param>
/// <param name="Definition">What it answers.</param>
/// <param name="Rows">A row a donor; the matrix is symmetric, and a donor's own figure is on the diagonal.</param>
public sealed record SharedView(string Label, string Definition, IReadOnlyList<SharedRow> Rows);

/// <summary>One row of <see cref="SharedView"/>.</summary>
/// <param name="Key">Funder code.</param>
/// <param name="Name">Its name in the caller's language.</param>
/// <param name="With">By the other donor's code, whom both helped reach; in the order of the rows.</param>
public sealed record SharedRow(string Key, string Name, IReadOnlyDictionary<string, decimal> With);

/// <summary>The view "apportioned".</summary>
/// <param name="Label">Its name in the caller's language.</param>
/// <param name="Definition">What it answers.</param>
/// <param name="Rows">By donor; the values add up to the figure.</param>
public sealed record ApportionedView(string Label, string Definition, IReadOnlyList<ApportionedRow> Rows);

/// <summary>One row of <see cref="ApportionedView"/>.</summary>
/// <param name="Key">Funder code; empty for what no donor pays.</param>
/// <param name="Name">Its name in the caller's language.</param>
/// <param name="Value">The part to report.</param>
/// <param name="Exact">The exact part, as a fraction in lowest terms: <c>7/4</c>.</param>
public sealed record ApportionedRow(string Key, string Name, decimal Value, string Exact);
