using Learning.Domain.Trainees;

namespace Learning.Web.Api.Sessions;

/// <summary>People whose names were not taken.</summary>
/// <param name="Sex">Their sex; <c>notStated</c> when absent.</param>
/// <param name="AgeBand">Their age band, e.g. <c>25-34</c>; <c>notStated</c> when absent.</param>
/// <param name="Count">How many, up to 10,000; 0 for none.</param>
public sealed record HeadcountBody(Sex? Sex, string? AgeBand, int? Count);
