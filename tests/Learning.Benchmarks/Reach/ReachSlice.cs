using Learning.Domain.Reach;
using Learning.Domain.Trainees;

namespace Learning.Benchmarks.Reach;

/// <summary>Something to ask.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Query">What is asked.</param>
/// <param name="Rule">Under which rule.</param>
/// <param name="Sql">The same in PostgreSQL over <see cref="SqlNation"/>; <see langword="null"/> for what is not compared.</param>
/// <param name="Ask">What is asked for.</param>
internal sealed record ReachSlice(string Name, ReachQuery Query, CountingRule Rule, string? Sql = null, ReachSlice.Kind Ask = ReachSlice.Kind.Figure)
{
    private static readonly CountingRule OnceEver = new() { Id = "once-ever" };

    private static readonly CountingRule OncePerYear =
        new() { Id = "once-per-reporting-year", OncePer = OncePer.ReportingYear, ReportingYearStart = new(10, 1), ExcludeCourseKinds = ["information"] };

    /// <summary>What can be asked for.</summary>
    public enum Kind
    {
        /// <summary>The figure with its rows.</summary>
        Figure,

        /// <summary>The three donor views.</summary>
        Donors,

        /// <summary>Everybody behind the figure.</summary>
        People,
    }

    /// <summary>The six that everybody asks for, each also as SQL.</summary>
    public static IEnumerable<ReachSlice> Named(NationalScale country)
    {
        yield return new("country total", new(), OnceEver, "select count(distinct person) from attended");
        yield return new("by aimag", new() { By = ReachBy.Region }, OnceEver,
            "select c.aimag, count(distinct a.person) from attended a join cohorts c using (cohort) group by c.aimag");
        yield return new("one soum by month, cumulative", new() { Region = country.OneSoum, By = ReachBy.Month }, OnceEver,
            $"""
             with here as (select distinct a.person, date_trunc('month', a.day) as month from attended a join cohorts c using (cohort) where c.soum = '{country.OneSoum}'),
             months as (select month, count(*) as people from here group by month),
             first as (select month, count(*) as people from (select min(month) as month from here group by person) f group by month)
             select m.month, m.people, sum(coalesce(f.people, 0)) over (order by m.month) from months m left join first f using (month) order by 1
             """);
        yield return new("sex × age band with course and funder", new() { Sex = Sex.Female, Course = "LAW-101", Funder = "USAID", By = ReachBy.AgeBand }, OnceEver,
            """
            select case when e.born = 0 then 'notStated' when age < 15 then '0-14' when age >= 65 then '65+' else ((age - 5) / 10)::text end as band, count(distinct e.person)
            from (select a.person, a.cohort, extract(year from a.day)::int - e.born as age, e.born from attended a join cohorts c using (cohort)
                  join enrolled e using (person, cohort) where c.course = 'LAW-101' and e.sex = 1
                  and exists (select 1 from cohort_funders f where f.cohort = a.cohort and f.funder = 'USAID')) e
            group by 1
            """);
        yield return new("supported-by matrix", new(), OnceEver,
            """
            with supported as (select distinct a.person, f.funder from attended a join cohort_funders f using (cohort))
            select a.funder, b.funder, count(*) from supported a join supported b using (person) group by 1, 2
            """, Kind.Donors);
        yield return new("full export: everybody behind the total", new(), OnceEver, "select distinct person from attended order by person", Kind.People);
    }

    /// <summary>And what should be hardest.</summary>
    public static IEnumerable<ReachSlice> Hard()
    {
        yield return new("by organisation", new() { By = ReachBy.Organisation }, OnceEver);
        yield return new("country by month, cumulative", new() { By = ReachBy.Month }, OnceEver);
        yield return new("by home aimag, one year", new() { RegionKind = RegionKind.Home, By = ReachBy.Region, From = new(2019, 1, 1), To = new(2019, 12, 31) }, OnceEver);
        yield return new("country by age band", new() { By = ReachBy.AgeBand }, OnceEver);
        yield return new("contact hours by month", new() { Measure = Measure.ContactHours, By = ReachBy.Month }, OnceEver);
        yield return new("first-time by month", new() { Measure = Measure.FirstTime, By = ReachBy.Month }, OnceEver);
        yield return new("certified by aimag", new() { Measure = Measure.Certified, By = ReachBy.Region }, OnceEver);
        yield return new("once per reporting year by year", new() { By = ReachBy.Year }, OncePerYear);
        yield return new("at least 8 hours, by course", new() { By = ReachBy.Course }, new() { Id = "min-hours", MinHours = 8 });
    }
}
