using System.Collections.Immutable;
using Learning.Silo.ReadModel;

namespace Learning.Web.Pages.Home;

/// <summary>One page of the open cohorts.</summary>
/// <param name="Cohorts">In date order.</param>
/// <param name="Next">What asks for the page after it; <see langword="null"/> on the last.</param>
public sealed record OpenCohortsPage(ImmutableArray<CohortRow> Cohorts, string? Next);
