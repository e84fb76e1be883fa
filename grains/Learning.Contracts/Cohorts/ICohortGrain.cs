using System.Collections.Immutable;
using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Orleans.Concurrency;

namespace Learning.Contracts.Cohorts;

/// <summary>One cohort; the key is its id. Owns plan, funding, capacity, roster and waitlist.</summary>
[Alias("cohort")]
public interface ICohortGrain : IGrainWithStringKey
{
    /// <summary>The cohort, or <see langword="null"/> if none has been planned under this id.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Cohort?> Get();

    /// <summary>Plans the cohort. Planning it again alike changes nothing; otherwise <c>cohort.exists</c>.</summary>
    /// <param name="plan">The plan.</param>
    [Alias("plan")]
    Task<OperationResult> Plan(CohortPlan plan);

    /// <summary>
    /// Changes the plan of a cohort that is not over: venue, capacity, grants, trainers and session days. Course, region and
    /// the number of sessions stay. A larger capacity promotes from the waitlist.
    /// </summary>
    /// <param name="plan">The new plan.</param>
    [Alias("replan")]
    Task<OperationResult> Replan(CohortPlan plan);

    /// <summary>Shows the cohort to the public.</summary>
    [Alias("open")]
    Task<OperationResult> Open();

    /// <summary>Notes that the first mark has been made: planned or open becomes running.</summary>
    [Alias("started")]
    Task Started();

    /// <summary>Calls the cohort off; its marks count nowhere from then on.</summary>
    [Alias("cancel")]
    Task<OperationResult> Cancel();

    /// <summary>
    /// Settles completions by the course's rule and issues certificates. Doing it again continues where a crash cut it off.
    /// </summary>
    /// <param name="by">User name.</param>
    [Alias("close")]
    Task<OperationResult> Close(string by);

    /// <summary>Puts people on the roster, or on the waitlist when full. Doing it again changes nothing.</summary>
    /// <param name="people">Who, with the facts as of now.</param>
    [Alias("enrol")]
    Task<ImmutableArray<EnrolmentOutcome>> Enrol(ImmutableArray<EnrolmentRequest> people);

    /// <summary>Notes somebody's own application.</summary>
    /// <param name="who">Who, with the facts as of now.</param>
    [Alias("apply")]
    Task<EnrolmentOutcome> Apply(EnrolmentRequest who);

    /// <summary>Accepts an application: a place, or a place on the waitlist when full.</summary>
    /// <param name="traineeId">Who.</param>
    [Alias("approve")]
    Task<EnrolmentOutcome> Approve(string traineeId);

    /// <summary>Refuses an application.</summary>
    /// <param name="traineeId">Who.</param>
    [Alias("decline")]
    Task<EnrolmentOutcome> Decline(string traineeId);

    /// <summary>Takes somebody off; the first on the waitlist gets the place.</summary>
    /// <param name="traineeId">Who.</param>
    [Alias("withdraw")]
    Task<EnrolmentOutcome> Withdraw(string traineeId);

    /// <summary>Enrols somebody who was checked in without being on the roster, full or not.</summary>
    /// <param name="who">Who, with the facts as of now.</param>
    [Alias("walk-in")]
    Task<EnrolmentOutcome> AdmitWalkIn(EnrolmentRequest who);

    /// <summary>Notes test results.</summary>
    /// <param name="scores">The results; people not on the roster are refused by id.</param>
    /// <returns>Ids of people who are not on the roster.</returns>
    [Alias("score")]
    Task<ImmutableArray<string>> Score(ImmutableArray<Score> scores);

    /// <summary>Takes a whole training over from a sheet, closed and settled. Doing it again alike changes nothing.</summary>
    /// <param name="training">The training.</param>
    [Alias("import")]
    Task<OperationResult> Import(ImportedTraining training);

    /// <summary>Takes back what an import brought: cancels the cohort and takes back its marks.</summary>
    /// <param name="importId">The import; another import's cohort is left alone.</param>
    [Alias("undo-import")]
    Task<OperationResult> UndoImport(string importId);

    /// <summary>Where some people stand. Answered at once, even while the cohort is being closed.</summary>
    /// <param name="traineeIds">Who.</param>
    /// <returns>In the same order; <see langword="null"/> for somebody who is not on the roster.</returns>
    [Alias("standing"), AlwaysInterleave]
    Task<ImmutableArray<EnrolmentState?>> Standing(ImmutableArray<string> traineeIds);

    /// <summary>A session of this cohort, or <see langword="null"/>.</summary>
    /// <param name="number">From 1.</param>
    [Alias("frame"), AlwaysInterleave]
    Task<SessionFrame?> Frame(int number);
}
