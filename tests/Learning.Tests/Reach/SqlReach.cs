using System.Globalization;
using Learning.Domain.Cohorts;
using Learning.Domain.Reach;
using Learning.Silo.Storage;

namespace Learning.Tests.Reach;

/// <summary>Reach counted by the database: <c>COUNT(DISTINCT …)</c> over the tables of the read model, written from the definitions.</summary>
internal sealed class SqlReach(IDatabase database)
{
    public async Task<(decimal Total, List<ReachRow> Rows)> Answer(ReachQuery query, CountingRule rule, DateOnly today)
    {
        if (rule.MinHours > 0) throw new NotSupportedException("No rule that ships has a least number of hours.");
        var events = Events(query, rule, today);
        var value = query.Measure == Measure.ContactHours ? "coalesce(sum(minutes), 0)" : $"count(distinct {Unit(query, rule)})";
        var total = (await Read($"with recursive {Persons}, events as ({events}) select {value}, '' from events")).Single().Value;
        if (query.By is null) return (Shown(query, total), []);
        var keyed = $"with recursive {Persons}, events as ({events}), keyed as (select events.*, {Key(query)} as row_key from events {(query.By == ReachBy.Funder ? "left join (select distinct cohort_id, funder from cohort_grants) g on g.cohort_id = events.cohort" : "")})";
        var rows = await Read($"{keyed} select {value}, row_key from keyed group by row_key");
        var cumulative = query.By is ReachBy.Month or ReachBy.Year
            ? (await Read($"{keyed}, periods as (select distinct row_key as period from keyed) select (select {value} from keyed where row_key <= period), period from periods")).ToDictionary(r => r.Key, r => r.Value)
            : null;
        return (Shown(query, total), [.. rows.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new ReachRow(r.Key, Shown(query, r.Value), cumulative is null ? null : Shown(query, cumulative[r.Key])))]);
    }

    public async Task<decimal> Unnamed(ReachQuery q)
    {
        // Where unnamed people live and where they belong nobody knows.
        if (q.Organisation is not null || (q.RegionKind == RegionKind.Home && q.Region != "MN")) return 0;
        var filters = new List<string> { $"c.state <> {(int)CohortState.Cancelled}" };
        if (q.RegionKind == RegionKind.Training) filters.Add(Within("c.region", q.Region));
        if (q.From is { } from) filters.Add($"{Day("s.held_on")} >= '{from:yyyy-MM-dd}'");
        if (q.To is { } to) filters.Add($"{Day("s.held_on")} <= '{to:yyyy-MM-dd}'");
        if (q.Course is { } course) filters.Add($"c.course_code = '{course}'");
        if (q.Funder is { } funder) filters.Add($"c.cohort_id in (select cohort_id from cohort_grants where funder = '{funder}')");
        if (q.Sex is { } sex) filters.Add($"h.sex = {(int)sex}");
        if (q.AgeBand is { } band) filters.Add($"h.age_band = '{band}'");
        return (await Read($"select coalesce(sum(h.people), 0), '' from headcounts h join sessions s on s.session_id = h.session_id join cohorts c on c.cohort_id = s.cohort_id where {string.Join(" and ", filters)}")).Single().Value;
    }

    private static string Events(ReachQuery q, CountingRule rule, DateOnly today)
    {
        var counts = new List<string> { "e.nth = 1", $"c.state <> {(int)CohortState.Cancelled}", "exists (select 1 from sessions x where x.cohort_id = c.cohort_id)" };
        if (rule.ExcludeCourseKinds.Length > 0) counts.Add($"c.course_kind not in ({string.Join(", ", rule.ExcludeCourseKinds.Select(k => $"'{k}'"))})");
        if (rule.CompletersOnly) counts.Add("e.completed = 1");
        var asOf = (q.To ?? today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (day, session, minutes, join) = q.Measure switch
        {
            Measure.Completed or Measure.Completions => ("(select max(held_on) from sessions x where x.cohort_id = c.cohort_id)", "0", "0", ""),
            Measure.Certified => ("k.issued_on", "0", "0", "join persons q on q.person = e.person join certificates k on k.trainee_id = q.record and k.cohort_id = e.cohort_id"),
            _ => ("s.held_on", "s.number", "s.minutes", "join persons q on q.person = e.person join marks m on m.trainee_id = q.record and m.cohort_id = e.cohort_id and m.mark in (1, 2) join sessions s on s.session_id = m.session_id"),
        };
        if (q.Measure is Measure.Completed or Measure.Completions) counts.Add("e.completed = 1");
        if (q.Measure == Measure.Certified)
            counts.Add($"k.superseded_by is null and {Day("k.issued_on")} <= '{asOf}' and (k.valid_until is null or {Day("k.valid_until")} >= '{asOf}') and (k.revoked_on is null or {Day("k.revoked_on")} > '{asOf}')");
        if (q.Measure == Measure.ContactHours) counts.Add("s.minutes > 0");
        // Distinct: of a person with two marks for one session one counts.
        var all = $"""
            select distinct e.person, e.cohort_id as cohort, c.course_code as course, {Day(day)} as day, {session} as session, {minutes} as minutes, c.region as training, e.home_region as home,
                e.sex as sex, e.birth_year as born, coalesce(e.organisation, '') as organisation
            from places e join cohorts c on c.cohort_id = e.cohort_id {join} where {string.Join(" and ", counts)}
            """;

        var filters = new List<string> { Within(Region(q), q.Region) };
        if (q.Measure != Measure.Certified && q.From is { } from) filters.Add($"day >= '{from:yyyy-MM-dd}'");
        if (q.Measure != Measure.Certified && q.To is { } to) filters.Add($"day <= '{to:yyyy-MM-dd}'");
        if (q.Measure == Measure.FirstTime) filters.Add("day = first_day");
        if (q.Course is { } course) filters.Add($"course = '{course}'");
        if (q.Funder is { } funder) filters.Add($"cohort in (select cohort_id from cohort_grants where funder = '{funder}')");
        if (q.Sex is { } sex) filters.Add($"sex = {(int)sex}");
        if (q.AgeBand is { } band) filters.Add($"{Band} = '{band}'");
        if (q.Organisation is { } of) filters.Add($"organisation in ({string.Join(", ", Fixture.OrganisationAndAbove.Where(o => o.Value.Contains(of)).Select(o => $"'{o.Key}'"))})");
        return $"select * from (select one.*, min(day) over (partition by person) as first_day from ({all}) one) every_one where {string.Join(" and ", filters)}";
    }

    /// <summary>
    /// Whose each record is, by going up from it until there is nobody above; and each place on a roster, of which the first a person
    /// has in a cohort says what was noted on enrolment.
    /// </summary>
    private static string Persons => $"""
        up(record, person) as (
            select trainee_id, trainee_id from people union all select u.record, p.merged_into from up u join people p on p.trainee_id = u.person where p.merged_into is not null),
        persons as (select u.record, u.person from up u join people p on p.trainee_id = u.person where p.merged_into is null),
        places as (
            select q.person, e.*, max(case when e.state = {(int)EnrolmentState.Completed} then 1 else 0 end) over (partition by q.person, e.cohort_id) as completed,
                row_number() over (partition by q.person, e.cohort_id order by case when e.trainee_id = q.person then 0 else 1 end, e.trainee_id) as nth
            from enrolments e join persons q on q.record = e.trainee_id)
        """;

    private static string Unit(ReachQuery q, CountingRule rule) => (q.Measure, rule.OncePer) switch
    {
        (Measure.Participations or Measure.Completions, _) or (_, OncePer.None) => "person || '/' || cohort",
        (_, OncePer.Course) => "person || '/' || course",
        (_, OncePer.ReportingYear) => $"person || '/' || ({Year} - case when substr(day, 6) >= '{rule.ReportingYearStart}' then 0 else 1 end)",
        _ => "person",
    };

    private static string Key(ReachQuery q) => q.By switch
    {
        ReachBy.Region => $"case when not {Known(Region(q))} then '' when {Region(q)} = '{q.Region}' then {Region(q)} else substr({Region(q)}, 1, {q.Region.Length + 2}) end",
        ReachBy.Month => "substr(day, 1, 7)",
        ReachBy.Year => "substr(day, 1, 4)",
        ReachBy.Course => "course",
        ReachBy.Funder => "coalesce(g.funder, '')",
        ReachBy.Sex => "case sex when 0 then 'notStated' when 1 then 'female' when 2 then 'male' else 'other' end",
        ReachBy.AgeBand => Band,
        _ => "organisation",
    };

    private const string Year = "cast(substr(day, 1, 4) as integer)";

    private const string Band =
        $"case when born = 0 then 'notStated' when {Year} - born < 15 then '0-14' when {Year} - born < 25 then '15-24' when {Year} - born < 35 then '25-34' when {Year} - born < 45 then '35-44' when {Year} - born < 55 then '45-54' when {Year} - born < 65 then '55-64' else '65+' end";

    private static string Region(ReachQuery q) => q.RegionKind == RegionKind.Home ? "home" : "training";

    private static string Known(string region) => $"({region} in ({string.Join(", ", Fixture.RegionCodes.Select(c => $"'{c}'"))}))";

    private static string Within(string region, string of) => of == "MN" ? "1 = 1" : $"({Known(region)} and {region} like '{of}%')";

    private static string Day(string column) => $"cast({column} as text)";

    private static decimal Shown(ReachQuery q, decimal value) => q.Measure == Measure.ContactHours ? value / 60 : value;

    private Task<List<(decimal Value, string Key)>> Read(string sql) => database.ReadAsync((connection, cancel) =>
        connection.RowsAsync(sql, [], row => (Convert.ToDecimal(row.GetValue(0), CultureInfo.InvariantCulture), row.GetString(1)), cancel));
}
