namespace Learning.Web.Reach.Donors;

/// <summary>The three views of a figure's donors, which are never mixed (docs/decisions/0006).</summary>
/// <typeparam name="T">Texts: <see cref="string"/> in one language, or in both languages.</typeparam>
/// <param name="SupportedBy">Everybody whom each donor's money helped reach; these overlap.</param>
/// <param name="Shared">Whom two donors both helped reach.</param>
/// <param name="Apportioned">The figure divided up; these add up to it exactly.</param>
public sealed record DonorTables<T>(SupportedView<T> SupportedBy, SharedView<T> Shared, ApportionedView<T> Apportioned)
{
    /// <summary>The same in other texts.</summary>
    /// <typeparam name="TOther">Other texts.</typeparam>
    /// <param name="text">A text in them.</param>
    public DonorTables<TOther> In<TOther>(Func<T, TOther> text) => new(
        new(text(SupportedBy.Label), text(SupportedBy.Definition), [.. SupportedBy.Rows.Select(r => new SupportedRow<TOther>(r.Key, text(r.Name), r.Value, r.Only))],
            SupportedBy.SumOfRows, SupportedBy.Overlap),
        new(text(Shared.Label), text(Shared.Definition), [.. Shared.Rows.Select(r => new SharedRow<TOther>(r.Key, text(r.Name), r.With))]),
        new(text(Apportioned.Label), text(Apportioned.Definition), [.. Apportioned.Rows.Select(r => new ApportionedRow<TOther>(r.Key, text(r.Name), r.Value, r.Exact))]));
}
