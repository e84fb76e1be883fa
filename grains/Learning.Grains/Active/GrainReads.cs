using System.Collections.Immutable;
using Learning.Contracts.Badges;
using Learning.Contracts.Cohorts;
using Learning.Contracts.Devices;
using Learning.Contracts.Trainees;
using Learning.Domain.Badges;
using Learning.Domain.Cohorts;
using Learning.Domain.Devices;
using Learning.Domain.Trainees;
using Learning.Grains.Cohorts;

namespace Learning.Grains.Active;

/// <summary>Reads what every check-in asks: without a message from grains that are active in this process, otherwise from the grain, wherever it is.</summary>
public sealed class GrainReads(
    IGrainFactory grains, ActiveFacts<BadgeHolder> badges, ActiveFacts<Trainee> trainees, ActiveFacts<CohortStandings> cohorts, ActiveFacts<Device> devices)
{
    /// <summary>As <see cref="IBadgeGrain.Get"/>.</summary>
    /// <param name="badgeId">The badge.</param>
    public ValueTask<BadgeHolder?> Badge(string badgeId) => badges.TryGet(badgeId, out var holder) ? new(holder) : new(grains.GetGrain<IBadgeGrain>(badgeId).Get());

    /// <summary>As <see cref="ITraineeGrain.Get"/>.</summary>
    /// <param name="traineeId">The record.</param>
    public ValueTask<Trainee?> Trainee(string traineeId) => trainees.TryGet(traineeId, out var trainee) ? new(trainee) : new(grains.GetGrain<ITraineeGrain>(traineeId).Get());

    /// <summary>As <see cref="IDeviceGrain.Get"/>.</summary>
    /// <param name="deviceId">The phone.</param>
    public ValueTask<Device?> Device(string deviceId) => devices.TryGet(deviceId, out var device) ? new(device) : new(grains.GetGrain<IDeviceGrain>(deviceId).Get());

    /// <summary>As <see cref="ICohortGrain.Standing"/>.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="traineeIds">Who.</param>
    public ValueTask<ImmutableArray<EnrolmentState?>> Standing(string cohortId, ImmutableArray<string> traineeIds) =>
        cohorts.TryGet(cohortId, out var standings) && standings is not null ? new(standings.Of(traineeIds)) : new(grains.GetGrain<ICohortGrain>(cohortId).Standing(traineeIds));
}
