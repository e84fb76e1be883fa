namespace Learning.Web.Reach.Cascade;

/// <summary>The answer of <c>GET /api/reach/cascade/{cohortId}</c>: whom a training of trainers reached through those whom it trained.</summary>
/// <param name="CohortId">The training of trainers.</param>
/// <param name="Measure">What is counted: people reached.</param>
/// <param name="Rule">Counting rule: each person once ever.</param>
/// <param name="RuleVersion">Its version.</param>
/// <param name="AsOf">When it was worked out, UTC.</param>
/// <param name="Direct">People reached by the training of trainers itself.</param>
/// <param name="Indirect">People reached through it and not by itself, each once.</param>
/// <param name="Generations">Nearest first; their new people add up to <paramref name="Indirect"/>.</param>
/// <param name="Trainers">Everybody who completed it.</param>
public sealed record CascadeView(
    string CohortId, string Measure, string Rule, int RuleVersion, DateTimeOffset AsOf, int Direct, int Indirect,
    IReadOnlyList<CascadeGenerationView> Generations, IReadOnlyList<CascadeTrainer> Trainers);

/// <summary>One generation.</summary>
/// <param name="Generation">1 for the cohorts of those whom the training of trainers trained.</param>
/// <param name="People">Distinct people reached by its cohorts.</param>
/// <param name="New">Those reached neither directly nor in an earlier generation.</param>
/// <param name="Cohorts">Its cohorts, by date.</param>
public sealed record CascadeGenerationView(int Generation, int People, int New, IReadOnlyList<CascadeCohortView> Cohorts);

/// <summary>One cohort of a generation.</summary>
/// <param name="CohortId">Cohort id.</param>
/// <param name="TitleMn">Mongolian title.</param>
/// <param name="TitleEn">English title.</param>
/// <param name="Region">P-code.</param>
/// <param name="StartDate">First day.</param>
/// <param name="EndDate">Last day.</param>
/// <param name="People">People it reached.</param>
public sealed record CascadeCohortView(string CohortId, string TitleMn, string TitleEn, string Region, DateOnly StartDate, DateOnly EndDate, int People);

/// <summary>Somebody who completed the training of trainers.</summary>
/// <param name="TraineeId">Trainee id.</param>
/// <param name="Name">Their name.</param>
/// <param name="UserName">Their account; <see langword="null"/> if nobody has said which it is.</param>
/// <param name="Cohorts">How many later cohorts of theirs reached somebody; 0 for those who never trained.</param>
/// <param name="People">Distinct people whom these reached.</param>
public sealed record CascadeTrainer(string TraineeId, string Name, string? UserName, int Cohorts, int People);
