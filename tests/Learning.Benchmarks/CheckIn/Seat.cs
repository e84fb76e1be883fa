namespace Learning.Benchmarks.CheckIn;

/// <summary>Somebody expected at a session.</summary>
/// <param name="Session">Session id.</param>
/// <param name="Person">Who.</param>
internal sealed record Seat(string Session, Person Person);
