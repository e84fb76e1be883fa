using System.Collections.Immutable;
using System.Text.Json;
using Learning.Domain.Cohorts;
using Learning.Domain.Courses;
using Learning.Domain.Funders;
using Learning.Domain.Identity;
using Learning.Domain.Imports;
using Learning.Domain.Regions;
using Learning.Domain.Trainees;
using Learning.Grains.Courses;
using Learning.Grains.State;
using Learning.Silo.Changes;
using Learning.Silo.Content;
using Learning.Silo.Imports.Sheets;

namespace Learning.Silo.Imports;

/// <summary>From an uploaded file to trainings that cohorts can take over. Asked again, it says the same.</summary>
internal sealed class ImportPlanning(ImportFiles files, LearningContent content, IStateReader states, IdentitySecret secret, TimeProvider clock)
{
    /// <summary>How much of a file is read.</summary>
    public static SheetLimits Limits { get; } = new();

    /// <summary>Reads the file.</summary>
    /// <param name="import">The import.</param>
    /// <param name="report">Takes rows read and rows altogether.</param>
    /// <exception cref="InvalidOperationException">The file is not in the database.</exception>
    public async Task<ImportPlan> Read(Import import, Action<int, int> report)
    {
        var bytes = await files.Find(import.Id) ?? throw new InvalidOperationException($"The file of import {import.Id} is not in the database.");
        var courses = await Courses();
        try
        {
            using var file = SheetFile.Open(new MemoryStream(bytes), Limits);
            var columns = ColumnMatching.Match(file.Headers, import.Chosen);
            if (columns.Problems.Length > 0) return new ImportPlan(columns, null, columns.Problems, courses);
            var reader = new SheetRowReader(columns, Reference(courses));
            var rows = new List<SheetRowResult>();
            foreach (var line in file.Lines())
            {
                if (reader.Read(line) is { } row) rows.Add(row);
                if (rows.Count % 1_000 == 0) report(rows.Count, 0);
            }

            report(rows.Count, rows.Count);
            var plan = SheetPlan.Of(rows);
            return new ImportPlan(columns, plan, plan.Problems, courses);
        }
        catch (SheetFileException refused)
        {
            return new ImportPlan(null, null, [refused.Problem], courses);
        }
    }

    /// <summary>One training as its cohort takes it over.</summary>
    /// <param name="import">The import.</param>
    /// <param name="planned">The training.</param>
    /// <param name="people">Who its rows are.</param>
    /// <param name="course">The course version that it delivered.</param>
    public ImportedTraining Training(Import import, PlannedTraining planned, ResolvedPeople people, CourseVersion course)
    {
        var training = planned.Training;
        var plan = new CohortPlan
        {
            Course = course,
            RegionCode = training.Region,
            TimeZone = content.Regions.Find(training.Region)!.TimeZone,
            Capacity = planned.Rows.Length,
            Sessions = CohortPlans.Daily(training.StartDate, training.Days, HoursADay(course) * training.Days),
            Grants = [.. training.Funders.Select(funder => GrantOf(funder, training.StartDate))],
            Trainers = training.Trainer.Length == 0 ? [] : [training.Trainer],
        };
        // Somebody who signed a sheet twice is there once, at every session that either row says.
        var rows = planned.Rows.GroupBy(r => people.ByRow[r.RowId]).Select(g => Person(g.Key, [.. g]));
        return new ImportedTraining(import.Id, training.Sheet, plan, [.. rows]);
    }

    private static ImportedPerson Person(string traineeId, ImmutableArray<PlannedRow> rows)
    {
        var evidence = rows[0].Row.Person;
        return new ImportedPerson(
            rows[0].RowId,
            traineeId,
            new PersonAsOf(evidence.HomeRegion, evidence.Organisation, evidence.BirthYear ?? 0, evidence.Sex),
            [.. rows.SelectMany(r => r.Row.Attended.Select((there, day) => there == true ? day + 1 : 0)).Where(n => n > 0).Distinct().Order()],
            rows.Select(r => r.Row.PreScore?.Percent).FirstOrDefault(s => s is not null),
            rows.Select(r => r.Row.PostScore?.Percent).FirstOrDefault(s => s is not null));
    }

    private static decimal HoursADay(CourseVersion course) => course.Days == 0 ? course.Hours : course.Hours / course.Days;

    // A sheet names funders, not grants: the funder's grant of that day is meant, or the funder itself.
    private GrantShare GrantOf(string funder, DateOnly day)
    {
        var grant = content.Funders.First(f => f.Code == funder).Grants.FirstOrDefault(g => (g.From ?? day) <= day && day <= (g.To ?? day));
        return new GrantShare(grant?.Code ?? funder, funder);
    }

    private async Task<IReadOnlyDictionary<string, CourseVersion>> Courses()
    {
        // From the course grains' own states: a course published on a page is no file of the content.
        var courses = new Dictionary<string, CourseVersion>(StringComparer.Ordinal);
        await foreach (var (code, stored) in states.All("course", GrainStateJson.Of<StoredCourse>()))
            if (stored.Versions.LastOrDefault() is { } latest)
                courses.Add(code, latest);
        return courses;
    }

    private SheetReference Reference(IReadOnlyDictionary<string, CourseVersion> courses) => new()
    {
        FindCourse = said => courses.Values.FirstOrDefault(c => Same(c.Code, said) || Same(c.TitleMn, said) || Same(c.TitleEn, said))?.Code,
        FindFunder = said => content.Funders.FirstOrDefault(f => Same(f.Code, said) || Same(f.NameMn, said) || Same(f.NameEn, said))?.Code,
        Regions = new RegionNames(content.Regions),
        Secret = secret,
        Today = content.Regions.Today(clock),
    };

    private static bool Same(string known, string said) => string.Equals(known, said, StringComparison.OrdinalIgnoreCase);
}
