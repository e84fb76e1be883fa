using System.Collections.Immutable;
using Learning.Domain.Checkin;

namespace Learning.Web.Api.Review;

/// <summary>What became of a decision.</summary>
/// <param name="Results">One outcome a scan, in the same order.</param>
/// <param name="SettleAgain">Whether attendance changed after the cohort was closed: closing it again settles completions with it.</param>
public sealed record ReviewAnswer(ImmutableArray<ReviewOutcome> Results, bool SettleAgain);
