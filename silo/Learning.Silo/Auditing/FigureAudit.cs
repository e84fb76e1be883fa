using Learning.Contracts.Reach;
using Learning.Domain.Cohorts;
using Learning.Domain.Reach;
using Learning.Domain.Regions;
using Learning.Domain.Sessions;
using Learning.Grains.Cohorts;
using Learning.Grains.State;
using Learning.Grains.Trainees;
using Learning.Silo.Changes;
using Learning.Silo.Projections;

namespace Learning.Silo.Auditing;

/// <summary>
/// Recomputes the figures from grain states alone, as sets in the plainest way there is, and compares them with what the
/// reach grains answer from the read model. Shares no code with either.
/// </summary>
public sealed class FigureAudit(IStateReader states, IGrainFactory grains, RegionTree regions, ReadModelFreshness freshness)
{
    private sealed record Participation(string Person, string Cohort, string Region, string? Home, bool Completed, decimal Hours);

    /// <summary>Compares, and prints each figure with both values.</summary>
    /// <param name="output">Takes a line a figure.</param>
    /// <returns>Whether all agree.</returns>
    public async Task<bool> Run(TextWriter output)
    {
        await freshness.CatchUp();
        var participations = await Participations();
        var wrong = 0;
        var compared = 0;
        var nothing = 0;
        foreach (var region in regions.All.OrderBy(r => r.Code, StringComparer.Ordinal))
        {
            foreach (var kind in new[] { RegionKind.Training, RegionKind.Home })
            {
                var here = participations.Where(p => regions.IsWithin(kind == RegionKind.Training ? p.Region : p.Home, region.Code)).ToList();
                foreach (var (measure, expected) in Expected(here))
                {
                    var query = new ReachQuery { Region = region.Code, RegionKind = kind, Measure = measure };
                    var answered = (await grains.GetGrain<IRegionReachGrain>(region.Code).Answer(query)).Answer.Total;
                    compared++;
                    if (answered != expected) wrong++;
                    // Most regions have nothing of most measures: that is one line at the end.
                    if (answered == 0 && expected == 0) nothing++;
                    else output.WriteLine($"{(answered == expected ? "ok   " : "WRONG")} {region.Code,-7} {kind,-8} {measure,-14} states {expected,10:0.##}  answered {answered,10:0.##}");
                }
            }
        }

        output.WriteLine($"ok    {nothing} more figures are 0 both ways.");
        output.WriteLine(wrong == 0
            ? $"{compared} figures compared with the grains' own states: all agree."
            : $"{wrong} of {compared} figures differ from the grains' own states. ./run rebuild makes the read model anew.");
        return wrong == 0;
    }

    private static IEnumerable<(Measure Measure, decimal Value)> Expected(List<Participation> here)
    {
        yield return (Measure.Participations, here.Where(p => p.Hours > 0).Select(p => (p.Person, p.Cohort)).Distinct().Count());
        yield return (Measure.Reached, here.Where(p => p.Hours > 0).Select(p => p.Person).Distinct().Count());
        yield return (Measure.Completed, here.Where(p => p.Completed).Select(p => p.Person).Distinct().Count());
        yield return (Measure.Completions, here.Where(p => p.Completed).Select(p => (p.Person, p.Cohort)).Distinct().Count());
        yield return (Measure.ContactHours, here.Sum(p => p.Hours));
    }

    private async Task<List<Participation>> Participations()
    {
        var merged = new Dictionary<string, string>();
        await foreach (var (id, stored) in states.All("trainee", GrainStateJson.Of<StoredTrainee>()))
            if (stored.Trainee?.MergedInto is { } into) merged.Add(id, into);
        string Person(string trainee) => merged.TryGetValue(trainee, out var into) ? Person(into) : trainee;

        // A person may have two marks for one session under two records, and was there once.
        var seen = new HashSet<(string Session, string Person)>();
        var hours = new Dictionary<(string Cohort, string Person), decimal>();
        await foreach (var (id, session) in states.AllSessions())
        {
            if (session.State.Frame is not { } frame || !SessionId.TryParse(id, out var cohort, out _)) continue;
            foreach (var person in session.Log().Marks().Where(m => m.Mark is Mark.Present or Mark.Late).Select(m => Person(m.TraineeId)))
                if (seen.Add((id, person))) hours[(cohort, person)] = hours.GetValueOrDefault((cohort, person)) + frame.Plan.Hours;
        }

        var found = new List<Participation>();
        await foreach (var (id, stored) in states.All("cohort", GrainStateJson.Of<StoredCohort>()))
        {
            if (stored.Cohort is not { State: not CohortState.Cancelled } cohort) continue;
            // Of a person with two places on a roster the home is that of their own record, or else of the first by id.
            found.AddRange(cohort.Roster.GroupBy(e => Person(e.TraineeId)).Select(g => new Participation(
                g.Key, id, cohort.Plan.RegionCode, g.OrderByDescending(e => e.TraineeId == g.Key).ThenBy(e => e.TraineeId, StringComparer.Ordinal).First().Facts.HomeRegion,
                g.Any(e => e.State == EnrolmentState.Completed), hours.GetValueOrDefault((id, g.Key)))));
        }

        return found;
    }
}
