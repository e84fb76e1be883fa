using Learning.Domain.Cohorts;
using Learning.Domain.Identity;
using Learning.Domain.Trainees;
using Learning.Grains.Cohorts;
using Learning.Grains.State;
using Learning.Grains.Trainees;
using Learning.Silo.Changes;
using Learning.Silo.Storage;

namespace Learning.Silo.Imports;

/// <summary>
/// What was known before an import. Keys, people and cohorts are read from the grains' own states in bulk: twenty thousand
/// grains need not wake to say that they are nobody. Who gets a key is still decided by the claim.
/// </summary>
internal sealed class ImportedSoFar(IStateReader states, IDatabase database, IdentitySecret secret)
{
    /// <summary>Holders of the rows' strong keys, and of rows that were imported before.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cohortIds">The cohorts that the rows make.</param>
    public async Task<KnownPeople> Known(IReadOnlyCollection<IdentityRow> rows, IEnumerable<string> cohortIds)
    {
        var holderByKey = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var (key, stored) in states.Read("identitykey", rows.SelectMany(r => IdentityKeys.Of(r.Evidence)), GrainStateJson.Of<StoredIdentityKey>()))
            if (stored.TraineeId is { } holder)
                holderByKey.Add(key, holder);

        var holderByRow = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var (_, stored) in states.Read("cohort", cohortIds, GrainStateJson.Of<StoredCohort>()))
            foreach (var enrolment in stored.Cohort is { State: not CohortState.Cancelled } cohort ? cohort.Roster : [])
                if (enrolment.ImportRow is { } row)
                    holderByRow[row] = enrolment.TraineeId;

        var records = await Records(holderByKey.Values.Concat(holderByRow.Values));
        Trainee Person(Trainee record) => record.MergedInto is { } into ? Person(records[into]) : record;
        foreach (var (key, holder) in holderByKey.ToList())
        {
            // A key whose holder is nobody was claimed by something that crashed before it registered the person. If that was this
            // same import, the ids are the same again and the claim succeeds.
            if (records.TryGetValue(holder, out var record)) holderByKey[key] = Person(record).Id;
            else holderByKey.Remove(key);
        }

        // Of a person is known what any of their records says, those that a human merged with it included.
        var byId = records.Values.GroupBy(record => Person(record).Id).ToDictionary(
            g => g.Key, g => Evidence.Of(g.OrderByDescending(record => record.Id == g.Key).Select(record => record.Profile).Aggregate((known, said) => known.FilledFrom(said)), secret));
        return new KnownPeople { HolderByKey = holderByKey, HolderByRow = holderByRow, ById = byId };
    }

    /// <summary>Cohorts that an import brought and that stand.</summary>
    /// <param name="importId">The import.</param>
    public Task<List<string>> CohortsOf(string importId) => Ids(
        "select cohort_id from cohorts where import_id = @p0 and state <> @p1", [("p0", importId), ("p1", (int)CohortState.Cancelled)]);

    /// <summary>People whom an import registered and who are on no standing roster.</summary>
    /// <param name="importId">The import.</param>
    public Task<List<string>> PeopleHeldOnlyBy(string importId) => Ids(
        """
        select trainee_id from people p where registered_by = @p0 and not exists (
            select 1 from enrolments e join cohorts c on c.cohort_id = e.cohort_id where e.trainee_id = p.trainee_id and c.state <> @p1)
        """,
        [("p0", $"import:{importId}"), ("p1", (int)CohortState.Cancelled)]);

    /// <summary>The records with these ids, and whatever they were merged into.</summary>
    private async Task<Dictionary<string, Trainee>> Records(IEnumerable<string> ids)
    {
        var found = new Dictionary<string, Trainee>(StringComparer.Ordinal);
        for (var some = ids.ToList(); some.Count > 0; some = [.. found.Values.Select(t => t.MergedInto).OfType<string>().Where(into => !found.ContainsKey(into))])
            await foreach (var (id, stored) in states.Read("trainee", some, GrainStateJson.Of<StoredTrainee>()))
                if (stored.Trainee is { } trainee) found[id] = trainee;
        return found;
    }

    private Task<List<string>> Ids(string sql, (string, object?)[] parameters) =>
        database.ReadAsync((connection, cancel) => connection.RowsAsync(sql, parameters, row => row.GetString(0), cancel));
}
