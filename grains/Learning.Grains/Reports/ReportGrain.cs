using Learning.Contracts.Reports;
using Learning.Domain.Reports;
using Learning.Grains.State;

namespace Learning.Grains.Reports;

/// <inheritdoc cref="IReportGrain"/>
public sealed class ReportGrain([PersistentState("report")] IPersistentState<StoredReport> state) : Grain, IReportGrain
{
    /// <inheritdoc/>
    public Task<Report?> Get() => Task.FromResult(state.State.Report);

    /// <inheritdoc/>
    public async Task<Report> Freeze(Report report)
    {
        if (state.State.Report is null) await state.Write(new StoredReport { Report = report });
        return state.State.Report!;
    }
}
