using System.Collections.Immutable;
using Learning.Domain.Checkin;

namespace Learning.Web.Api.Review;

/// <summary>A decision about flagged scans of one session.</summary>
/// <param name="ScanIds">The scans, at most 200.</param>
/// <param name="Decision">What is decided.</param>
/// <param name="Reason">Why; may be left out for <c>seen</c>.</param>
/// <param name="Id">The caller's id for the decision, up to 64 characters; the same id is applied once to a scan.</param>
public sealed record ReviewBody(ImmutableArray<string?>? ScanIds, ReviewVerdict? Decision, string? Reason, string? Id);
