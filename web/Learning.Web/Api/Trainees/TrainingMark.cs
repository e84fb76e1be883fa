using Learning.Domain.Sessions;

namespace Learning.Web.Api.Trainees;

/// <summary>A mark in a person's history.</summary>
/// <param name="SessionId">Session id.</param>
/// <param name="Number">The session's number.</param>
/// <param name="Mark">The mark; <see langword="null"/> while it waits for review.</param>
public sealed record TrainingMark(string SessionId, int Number, Mark? Mark);
