using System.Collections.Immutable;
using Learning.Domain.Cohorts;

namespace Learning.Silo.Content.Demo;

/// <summary>Reads <c>content/demo/plan.yaml</c>: the upcoming trainings of the demo.</summary>
internal static class DemoPlanFile
{
    private const string Name = "demo/plan.yaml";

    /// <summary>The trainings in the file's order.</summary>
    /// <param name="content">The content whose courses, regions and grants it names.</param>
    /// <param name="errors">Where to note what is wrong.</param>
    public static ImmutableArray<DemoPlanEntry> Read(LearningContent content, ContentErrors errors)
    {
        if (ContentFile.Read(content.Folder, Name, errors) is not { } file || YamlMap.Parse(Name, file.Text, errors) is not { } top) return [];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var entries = top.Maps("cohorts").Select(map => Entry(map, content, ids)).OfType<DemoPlanEntry>().ToImmutableArray();
        top.RefuseTheRest();
        return entries;
    }

    private static DemoPlanEntry? Entry(YamlMap map, LearningContent content, HashSet<string> ids)
    {
        var id = map.Text("id");
        if (id.Length > 0 && !ids.Add(id)) map.Wrong("id", $"The id {id} is there twice. Give this one another.");
        // A session's id is its cohort's, a slash and a number.
        if (id.Contains('/')) map.Wrong("id", $"The id {id} may hold no slash.");
        var (courseCode, regionCode) = (map.Text("course"), map.Text("region"));
        var course = content.Course(courseCode);
        if (course is null && courseCode.Length > 0) map.Wrong("course", $"There is no course {courseCode} in the folder courses.");
        var region = content.Regions.Find(regionCode);
        if (region is null && regionCode.Length > 0) map.Wrong("region", $"There is no region {regionCode} in the folder regions.");
        var state = map.Word<CohortState>("state");
        if (state is not (CohortState.Planned or CohortState.Open)) map.Wrong("state", "An upcoming training is planned or open.");
        var (venue, days, capacity) = (map.Text("venue"), map.Whole("startsInDays", -3660, 3660), map.Whole("capacity", 1, 10_000));
        var (grants, trainers) = (Grants(map, content), map.Texts("trainers").ToImmutableArray());
        map.RefuseTheRest();
        if (course is null || region is null) return null;
        return new DemoPlanEntry(id, state, days, region, new CohortPlan
        {
            Course = course, RegionCode = region.Code, TimeZone = region.TimeZone, Venue = venue, Capacity = capacity, Grants = grants, Trainers = trainers,
        });
    }

    private static ImmutableArray<GrantShare> Grants(YamlMap cohort, LearningContent content)
    {
        var shares = new List<GrantShare>();
        foreach (var map in cohort.Maps("grants"))
        {
            var (code, share) = (map.Text("code"), map.NumberOrNull("share", 0, 1));
            if (content.Grant(code) is { } found) shares.Add(new GrantShare(code, found.Funder.Code, share));
            else if (code.Length > 0) map.Wrong("code", $"There is no grant {code} in funders/funders.yaml.");
            map.RefuseTheRest();
        }

        var given = shares.Count(s => s.Share is not null);
        if (given > 0 && (given < shares.Count || shares.Sum(s => s.Share) != 1)) cohort.Wrong("grants", "Give a share to every grant so that they make 1 together, or to none.");
        return [.. shares];
    }
}
