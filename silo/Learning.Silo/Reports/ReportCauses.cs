using System.Text.Json.Serialization.Metadata;
using Learning.Domain.Regions;
using Learning.Domain.Reports;
using Learning.Domain.Sessions;
using Learning.Domain.Trainees;
using Learning.Grains.Certificates;
using Learning.Grains.Cohorts;
using Learning.Grains.Imports;
using Learning.Grains.State;
using Learning.Grains.Trainees;
using Learning.Silo.Changes;
using Learning.Silo.Storage;

namespace Learning.Silo.Reports;

/// <summary>Finds in the grains' own states what happened to facts since a report was frozen.</summary>
public sealed class ReportCauses(IStateReader states, IDatabase database, RegionTree regions, TimeProvider clock)
{
    /// <summary>Reads all that can explain differences.</summary>
    /// <param name="cohorts">Their cohorts.</param>
    /// <param name="differences">Cohort, fact then and fact now of each.</param>
    /// <param name="since">When the report was frozen.</param>
    internal async Task<KnownCauses> Load(
        IReadOnlyCollection<string> cohorts, IReadOnlyCollection<(string CohortId, ReportFact? Then, ReportFact? Now)> differences, DateTimeOffset since)
    {
        var sessions = differences.SelectMany(d => Sessions(d.Then).Concat(Sessions(d.Now)).Select(number => SessionId.Of(d.CohortId, number))).Distinct().ToList();
        var known = await Read("cohort", cohorts, GrainStateJson.Of<StoredCohort>());
        var imports = known.Values.Select(c => c.Cohort?.ImportId).OfType<string>().Distinct().ToList();
        return new KnownCauses(
            since, regions.Today(clock), known, await states.Sessions(sessions).ToDictionaryAsync(s => s.Key, s => s.Session),
            await Read("import", imports, GrainStateJson.Of<StoredImport>()), await Certificates(cohorts));
    }

    /// <summary>Reads the merges that moved facts from one record to another.</summary>
    /// <param name="trainees">The records that have other facts than then.</param>
    /// <param name="since">When the report was frozen.</param>
    internal async Task<KnownMerges> Merges(IReadOnlyCollection<string> trainees, DateTimeOffset since) =>
        new(since, (await Read("trainee", trainees, GrainStateJson.Of<StoredTrainee>())).Values.Select(t => t.Trainee).OfType<Trainee>());

    private static IEnumerable<int> Sessions(ReportFact? fact) => fact?.Attended.Select(s => s.Number) ?? [];

    private async Task<Dictionary<string, T>> Read<T>(string name, IReadOnlyCollection<string> keys, JsonTypeInfo<T> json) =>
        await states.Read(name, keys, json).ToDictionaryAsync(s => s.Key, s => s.State);

    private async Task<ILookup<(string, string), StoredCertificate>> Certificates(IReadOnlyCollection<string> cohorts)
    {
        var numbers = await database.ReadAsync((connection, cancel) => connection.RowsAsync(
            $"select number from certificates where {IdList.Among(database.Kind, "cohort_id")}", [IdList.Of(database.Kind, cohorts)], row => row.GetString(0), cancel));
        return (await Read("certificate", numbers, GrainStateJson.Of<StoredCertificate>())).Values.Where(c => c.Certificate is not null)
            .ToLookup(c => (c.Certificate!.TraineeId, c.Certificate.CohortId));
    }
}
