namespace Learning.Web.Api.Trainees;

/// <summary>A new PIN, told this once.</summary>
/// <param name="Pin">Six digits.</param>
public sealed record PinAnswer(string Pin);
