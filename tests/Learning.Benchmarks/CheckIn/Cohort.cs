namespace Learning.Benchmarks.CheckIn;

/// <summary>A cohort of one session, today.</summary>
/// <param name="Session">Its session's id.</param>
/// <param name="Trainer">Which trainer's, from 0; -1 for everybody's.</param>
/// <param name="Seats">Who is on its roster.</param>
internal sealed record Cohort(string Session, int Trainer, IReadOnlyList<Seat> Seats);
