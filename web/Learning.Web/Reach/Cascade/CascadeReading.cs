using Learning.Domain.Cohorts;
using Learning.Domain.Courses;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Cascade;
using Learning.Domain.Regions;
using Learning.Domain.Sessions;
using Learning.Domain.Text;
using Learning.Silo.ReadModel;
using Learning.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Reach.Cascade;

/// <summary>Reads what the cascade of a training of trainers needs, and works it out.</summary>
public sealed class CascadeReading(IDbContextFactory<LearningReadModel> readModel, AccountsDb accounts, CountingRules rules, RegionTree regions, TimeProvider clock)
{
    /// <summary>The cascade.</summary>
    /// <param name="cohortId">The training of trainers.</param>
    /// <returns>It, or <see langword="null"/> if there is no such cohort, it is cancelled, or it trains no trainers.</returns>
    public async Task<CascadeView?> Of(string cohortId)
    {
        await using var db = await readModel.CreateDbContextAsync();
        var root = await db.Cohorts.FirstOrDefaultAsync(c => c.CohortId == cohortId && c.CourseKind == CourseKinds.TrainingOfTrainers && c.State != CohortState.Cancelled);
        if (root is null) return null;

        var survivors = await db.MergedRecords.ToDictionaryAsync(m => m.TraineeId, m => m.PersonId);
        string Survivor(string id) => survivors.GetValueOrDefault(id, id);
        var trainees = (await accounts.Users.AsNoTracking().Where(a => a.TraineeId != null).Select(a => new { a.UserName, a.TraineeId }).ToListAsync())
            .GroupBy(a => a.UserName!, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => Survivor(g.First().TraineeId!), StringComparer.OrdinalIgnoreCase);
        var trained = await TrainedBy(db, trainees);
        var completed = (await db.Enrolments.Where(e => e.State == EnrolmentState.Completed && db.Cohorts.Any(c => c.CohortId == e.CohortId && c.CourseKind == CourseKinds.TrainingOfTrainers))
            .Select(e => new { e.CohortId, e.TraineeId }).ToListAsync()).ToLookup(e => e.CohortId, e => Survivor(e.TraineeId));
        var ids = trained.Select(t => t.Key).Append(cohortId).ToHashSet();
        // What is planned for another day has reached nobody.
        var today = regions.Today(clock);
        var rows = await db.Cohorts.Where(c => c.CohortId == cohortId || (ids.Contains(c.CohortId) && c.State != CohortState.Cancelled && c.StartDate <= today)).ToDictionaryAsync(c => c.CohortId);
        var cohorts = rows.Values.Select(c => new CascadeCohort(
            c.CohortId, c.CourseKind == CourseKinds.TrainingOfTrainers, c.StartDate, c.EndDate, [.. trained[c.CohortId].Distinct()], [.. completed[c.CohortId].Distinct()])).ToList();

        var generations = Cascades.Generations(cohortId, cohorts);
        var visited = generations.SelectMany(g => g).ToList();
        var reached = (await db.Marks.Where(m => visited.Contains(m.CohortId) && (m.Mark == Mark.Present || m.Mark == Mark.Late))
            .Select(m => new { m.CohortId, m.TraineeId }).Distinct().ToListAsync()).Select(m => (m.CohortId, Trainee: Survivor(m.TraineeId))).Distinct().ToLookup(m => m.CohortId, m => m.Trainee);
        var reach = Cascades.Reach(generations, reached);
        var rule = rules.Of(CountingRules.Default);
        return new CascadeView(
            cohortId, EnumText.Of(Measure.Reached), rule.Id, rule.Version, clock.GetUtcNow(), reach.Direct, reach.Indirect,
            [.. reach.Generations.Select(g => new CascadeGenerationView(g.Number, g.People, g.New, [.. g.Cohorts.Select(id => rows[id]).OrderBy(c => c.StartDate).ThenBy(c => c.CohortId, StringComparer.Ordinal)
                .Select(c => new CascadeCohortView(c.CohortId, c.TitleMn, c.TitleEn, c.Region, c.StartDate, c.EndDate, reached[c.CohortId].Count()))]))],
            await Trainers(db, [.. completed[cohortId].Distinct()], trainees, cohorts.Where(c => c.Start > root.EndDate).ToList(), reached));
    }

    /// <summary>By cohort, the trainee ids of the trainers whose accounts are known.</summary>
    private static async Task<ILookup<string, string>> TrainedBy(LearningReadModel db, Dictionary<string, string> trainees)
    {
        // A plan may name an account in other letters than the account itself: upper or lower case makes no other account.
        var names = (await db.CohortTrainers.Select(t => t.UserName).Distinct().ToListAsync()).Where(trainees.ContainsKey).ToList();
        return (await db.CohortTrainers.Where(t => names.Contains(t.UserName)).ToListAsync()).ToLookup(t => t.CohortId, t => trainees[t.UserName]);
    }

    private static async Task<IReadOnlyList<CascadeTrainer>> Trainers(
        LearningReadModel db, List<string> graduates, Dictionary<string, string> trainees, List<CascadeCohort> later, ILookup<string, string> reached)
    {
        var accountOf = trainees.GroupBy(t => t.Value).ToDictionary(g => g.Key, g => g.Min(t => t.Key)!);
        var people = await db.People.Where(p => graduates.Contains(p.TraineeId)).ToListAsync();
        return
        [
            .. people.Select(p =>
            {
                var own = later.Where(c => c.Trainers.Contains(p.TraineeId) && reached[c.Id].Any()).ToList();
                var name = p.Patronymic.Length == 0 ? p.GivenName : $"{p.Patronymic} {p.GivenName}";
                return new CascadeTrainer(p.TraineeId, name, accountOf.GetValueOrDefault(p.TraineeId), own.Count, own.SelectMany(c => reached[c.Id]).Distinct().Count());
            }),
        ];
    }
}
