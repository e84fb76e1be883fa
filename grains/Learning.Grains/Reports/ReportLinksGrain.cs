using System.Collections.Immutable;
using Learning.Contracts.Reports;
using Learning.Domain.Ids;
using Learning.Domain.Reports;
using Learning.Grains.State;

namespace Learning.Grains.Reports;

/// <inheritdoc cref="IReportLinksGrain"/>
public sealed class ReportLinksGrain([PersistentState("reportlinks")] IPersistentState<StoredReportLinks> state, TimeProvider clock) : Grain, IReportLinksGrain
{
    /// <inheritdoc/>
    public Task<ImmutableArray<ReportLink>> Get() => Task.FromResult(state.State.Links);

    /// <inheritdoc/>
    public async Task<ReportLink> Make(string operation, string madeFor, string by, DateOnly? expiresOn)
    {
        var (links, operations) = (state.State.Links, state.State.Operations);
        if (operations.IndexOf(operation) is >= 0 and var known) return links[known];
        var link = new ReportLink(links.Length + 1, madeFor, clock.GetUtcNow(), by, expiresOn);
        await state.Write(new StoredReportLinks { Links = links.Add(link), Operations = operations.Add(operation) });
        return link;
    }

    /// <inheritdoc/>
    public async Task<OperationResult> Revoke(int number)
    {
        var links = state.State.Links;
        if (number < 1 || number > links.Length) return OperationResult.Refused("report.link.unknown");
        var link = links[number - 1];
        if (link.RevokedAt is null) await state.Write(state.State with { Links = links.SetItem(number - 1, link with { RevokedAt = clock.GetUtcNow() }) });
        return OperationResult.Done;
    }
}
