using System.Collections.Immutable;

namespace Learning.Domain.Reach.Donors;

/// <summary>How much of a figure was in cohorts funded in exactly this way, among those that count by so many cohorts.</summary>
/// <param name="Cohorts">By how many cohorts each of them counts, 1 or more: this cohort's part of each is one of so many.</param>
/// <param name="Funding">Who pays for the cohort; adds up to the whole.</param>
/// <param name="Value">People or whatever the figure counts; seconds for contact hours.</param>
public sealed record DonorPart(int Cohorts, ImmutableArray<FunderShare> Funding, long Value);
