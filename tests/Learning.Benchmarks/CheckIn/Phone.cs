namespace Learning.Benchmarks.CheckIn;

/// <summary>A trainer's phone.</summary>
/// <param name="Id">Device id.</param>
/// <param name="Token">What it shows: its id and sync grant.</param>
/// <param name="Owner">The trainer's user name.</param>
internal sealed record Phone(string Id, string Token, string Owner)
{
    /// <summary>Number of its last scan.</summary>
    public int LastNumber { get; set; }
}
