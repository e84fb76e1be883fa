using System.Collections.Immutable;

namespace Learning.Domain.Reach.Cascade;

/// <summary>A cohort as the cascade of a training of trainers needs it. Cancelled cohorts are none.</summary>
/// <param name="Id">Cohort id.</param>
/// <param name="TrainsTrainers">Whether its course is a training of trainers: only such a cohort passes the cascade on.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Trainers">Trainee ids of the people whose accounts train it.</param>
/// <param name="Completed">Trainee ids of those who completed it.</param>
public sealed record CascadeCohort(
    string Id, bool TrainsTrainers, DateOnly Start, DateOnly End, ImmutableArray<string> Trainers, ImmutableArray<string> Completed);
