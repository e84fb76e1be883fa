using System.Collections.Immutable;
using System.Data.Common;
using Learning.Contracts.Reach;
using Learning.Domain.Cohorts;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Donors;
using Learning.Domain.Trainees;
using Learning.Grains.Reach;
using Learning.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Silo.ReadModel;

/// <summary>What the reach shards hold, read in SQL: a shard loads up to 65,536 people at once.</summary>
internal sealed class ReachFacts([FromKeyedServices(DatabaseUse.Projections)] IDatabase database) : IReachFacts
{
    private static readonly int Cancelled = (int)CohortState.Cancelled;

    /// <inheritdoc/>
    public async Task<int> Shards()
    {
        var highest = (await Rows("select coalesce(max(number), -1) from people", [], row => row.GetInt64(0)))[0];
        return highest < 0 ? 0 : ReachShards.Of(highest) + 1;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CohortEntry>> Cohorts(IReadOnlyCollection<string>? ids)
    {
        if (ids is null) return await CohortsWhere("", []);
        return await CohortsWhere($"where {IdList.Among(database.Kind, "c.cohort_id")}", [IdList.Of(database.Kind, ids)]);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PersonFacts>> People(int shard, IReadOnlyCollection<long>? numbers)
    {
        if (numbers is null)
            return await PeopleWhere("p.number between @first and @last", [("first", ReachShards.Number(shard, 0)), ("last", ReachShards.Number(shard, ReachShards.PeopleAShard - 1))], []);
        return await PeopleWhere(IdList.Among(database.Kind, "p.number"), [IdList.Of(database.Kind, numbers)], numbers);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PersonFacts>> Participations(IReadOnlyCollection<ChangedParticipation> participations)
    {
        var cohorts = participations.ToLookup(p => p.Number, p => p.CohortId);
        var numbers = cohorts.Select(g => g.Key).ToList();
        return await PeopleWhere(IdList.Among(database.Kind, "p.number"), [IdList.Of(database.Kind, numbers)], numbers, cohorts);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HeadcountFact>> Headcounts()
    {
        var counts = await Rows(
            """
            select c.cohort_id, s.held_on, s.region, c.course_code, h.sex, h.age_band, h.people, s.session_id
            from headcounts h join sessions s on s.session_id = h.session_id join cohorts c on c.cohort_id = s.cohort_id
            where c.state <> @cancelled
            """,
            [("cancelled", Cancelled)],
            row => (Cohort: row.GetString(0), Day: Day(row, 1), Region: row.GetString(2), Course: row.GetString(3), Sex: (Sex)row.GetInt32(4), Band: row.GetString(5), People: row.GetInt32(6), Session: row.GetString(7)));
        if (counts.Count == 0) return [];
        var funders = await Funders("", []);
        return [.. counts.Select(h => new HeadcountFact(h.Day, h.Region, h.Course, [.. funders[h.Cohort].Select(g => g.Funder).Distinct()], h.Sex, h.Band, h.People) { SessionId = h.Session })];
    }

    /// <inheritdoc/>
    public async Task<OrganisationTree> Organisations() => new(await Rows(
        "select code, parent from organisations where parent is not null", [], row => KeyValuePair.Create(row.GetString(0), row.GetString(1))));

    private async Task<List<CohortEntry>> CohortsWhere(string where, (string, object?)[] parameters)
    {
        var cohorts = await Rows(
            $"select c.cohort_id, c.course_code, c.course_kind, c.region, c.state from cohorts c {where}", parameters,
            row => (Id: row.GetString(0), Course: row.GetString(1), Kind: row.GetString(2), Region: row.GetString(3), State: row.GetInt32(4)));
        var sessions = (await Rows(
            $"select s.cohort_id, s.number, s.held_on, s.minutes from sessions s join cohorts c on c.cohort_id = s.cohort_id {where}", parameters,
            row => (Cohort: row.GetString(0), Fact: new SessionFact(row.GetInt32(1), Day(row, 2), row.GetInt32(3) / 60m)))).ToLookup(s => s.Cohort, s => s.Fact);
        var funders = await Funders(where, parameters);
        return
        [
            .. cohorts.Select(c => new CohortEntry(c.Id, c.State == Cancelled ? null : new CohortFact
            {
                Id = c.Id,
                CourseCode = c.Course,
                CourseKind = c.Kind,
                Region = c.Region,
                Funding = Funding.Of([.. funders[c.Id]]),
                Sessions = [.. sessions[c.Id].OrderBy(s => s.Number)],
            })),
        ];
    }

    private async Task<ILookup<string, (string Funder, int? Millionths)>> Funders(string where, (string, object?)[] parameters) => (await Rows(
        $"select g.cohort_id, g.funder, g.share_millionths from cohort_grants g join cohorts c on c.cohort_id = g.cohort_id {where} order by g.grant_code", parameters,
        row => (Cohort: row.GetString(0), Grant: (row.GetString(1), row.IsDBNull(2) ? (int?)null : row.GetInt32(2))))).ToLookup(g => g.Cohort, g => g.Grant);

    /// <param name="where">Which people.</param>
    /// <param name="parameters">Of the condition.</param>
    /// <param name="asked">Who must be among the answers.</param>
    /// <param name="cohorts">In which cohorts of each of them; <see langword="null"/> for all.</param>
    private async Task<IReadOnlyList<PersonFacts>> PeopleWhere(string where, (string, object?)[] parameters, IReadOnlyCollection<long> asked, ILookup<long, string>? cohorts = null)
    {
        // What was done under any record of a person is the person's, wherever the record was merged into.
        var records = (await Rows(
            $"""
             with recursive records(person, trainee_id, own) as (
                 select p.number, p.trainee_id, 1 from people p where {where} and p.merged_into is null
                 union all
                 select r.person, p.trainee_id, 0 from records r join people p on p.merged_into = r.trainee_id)
             select person, trainee_id, own from records
             """,
            parameters, row => (Person: row.GetInt64(0), Trainee: row.GetString(1), IsOwn: row.GetInt32(2) == 1)))
            .ToDictionary(r => r.Trainee, r => (r.Person, r.IsOwn), StringComparer.Ordinal);
        var (ofThem, ids) = (IdList.Among(database.Kind, "trainee_id"), IdList.Of(database.Kind, records.Keys));
        // Of some cohorts only, each record with each cohort of its person is looked up by itself. Not certificates: nobody has many, and SQLite would look through the cohort's.
        (string, object?)[] which = cohorts is null ? [ids] : IdPairs.Of(database.Kind, [.. records.SelectMany(r => cohorts[r.Value.Person].Select(cohort => (r.Key, cohort)))]);
        string From(string table) => cohorts is null ? $"{table} where {ofThem}" : $"{IdPairs.Table(database.Kind, "trainee_id", "cohort_id")} join {table} using (trainee_id, cohort_id) where true";
        var certificates = (await Rows(
            $"select trainee_id, cohort_id, issued_on, valid_until, revoked_on from certificates where superseded_by is null and {ofThem}", [ids],
            row => (records[row.GetString(0)].Person, Cohort: row.GetString(1), Fact: new CertificateFact(Day(row, 2), DayOrNone(row, 3), DayOrNone(row, 4)))))
            .ToLookup(c => (c.Person, c.Cohort), c => c.Fact);
        var attended = (await Rows(
            $"select trainee_id, cohort_id, number from {From("marks")} and mark in (1, 2)", which,
            row => (records[row.GetString(0)].Person, Cohort: row.GetString(1), Session: row.GetInt32(2))))
            .ToLookup(m => (m.Person, m.Cohort), m => m.Session);
        // The facts as of enrolment are those of the record that stands for the person, or else of the first by id.
        var participations = (await Rows(
            $"select trainee_id, cohort_id, home_region, organisation, birth_year, sex, state from {From("enrolments")}", which,
            row => (Trainee: row.GetString(0), Fact: new ParticipationFact
            {
                CohortId = row.GetString(1),
                HomeRegion = row.IsDBNull(2) ? "" : row.GetString(2),
                Organisation = row.IsDBNull(3) ? null : row.GetString(3),
                BirthYear = row.GetInt32(4),
                Sex = (Sex)row.GetInt32(5),
                Completed = row.GetInt32(6) == (int)EnrolmentState.Completed,
            })))
            .OrderByDescending(e => records[e.Trainee].IsOwn).ThenBy(e => e.Trainee, StringComparer.Ordinal).ThenBy(e => e.Fact.CohortId, StringComparer.Ordinal)
            .Select(e => (records[e.Trainee].Person, e.Fact));
        var people = participations
            .GroupBy(p => (p.Person, p.Fact.CohortId))
            .Select(g => (g.Key.Person, Fact: g.First().Fact with
            {
                Completed = g.Any(p => p.Fact.Completed),
                Attended = [.. attended[g.Key].Distinct().Order()],
                Certificates = [.. certificates[g.Key]],
            }))
            .Where(p => p.Fact.Attended.Length > 0 || p.Fact.Completed || p.Fact.Certificates.Length > 0)
            .GroupBy(p => p.Person)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Fact).ToImmutableArray());
        // Whoever was asked for by number and did nothing must be told so: they may have done something before.
        return [.. people.Keys.Union(asked).Order().Select(number => new PersonFacts(ReachShards.Within(number), people.GetValueOrDefault(number, [])))];
    }

    private Task<List<T>> Rows<T>(string sql, (string, object?)[] parameters, Func<DbDataReader, T> row) =>
        database.ReadAsync((connection, cancel) => connection.RowsAsync(sql, parameters, row, cancel));

    private static DateOnly Day(DbDataReader row, int column) => row.GetFieldValue<DateOnly>(column);

    private static DateOnly? DayOrNone(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
