using Learning.Domain.Reach;
using Learning.Domain.Reach.Targets;

namespace Learning.Web.Reach.Exports;

/// <summary>One row as it goes into a file.</summary>
/// <param name="Key">As in <see cref="ReachViewRow"/>.</param>
/// <param name="Name">Its name in the caller's language.</param>
/// <param name="Value">The value; <see langword="null"/> if it is withheld.</param>
/// <param name="Cumulative">The cumulative value; <see langword="null"/> if it is withheld or there is none.</param>
/// <param name="Query">What the row's value is a figure of; <see langword="null"/> for what no filter can say.</param>
/// <param name="Target">What it was to come to.</param>
public sealed record ExportedRow(string Key, string Name, decimal? Value, decimal? Cumulative, ReachQuery? Query, Target? Target);
