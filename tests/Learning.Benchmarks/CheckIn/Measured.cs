using System.Globalization;

namespace Learning.Benchmarks.CheckIn;

/// <summary>What a load came to.</summary>
/// <param name="Scans">Check-ins acknowledged as stored.</param>
/// <param name="Elapsed">From the first sent to the last acknowledged.</param>
/// <param name="Times">How long each upload took, in ms, in order.</param>
/// <param name="Program">Processor seconds of the program.</param>
/// <param name="Database">Processor seconds of the database server.</param>
/// <param name="Own">Processor seconds of the load program.</param>
internal sealed record Measured(int Scans, TimeSpan Elapsed, IReadOnlyList<double> Times, double Program, double Database, double Own)
{
    /// <summary>Heading of the lines.</summary>
    public static readonly string Heading =
        $"{"",-46}{"scans",8}{"scans/s",10}{"p50 ms",9}{"p99 ms",9}{"max ms",9}{"CPU s a 1,000: program",25}{"database",10}{"load",8}";

    /// <summary>Check-ins a second.</summary>
    public double Rate => Scans / Elapsed.TotalSeconds;

    /// <summary>A line of the table.</summary>
    /// <param name="what">What was sent.</param>
    public string Line(string what) => string.Create(CultureInfo.InvariantCulture,
        $"{what,-46}{Scans,8:N0}{Rate,10:N0}{At(0.5),9:N1}{At(0.99),9:N1}{Times[^1],9:N1}{Program / Scans * 1000,25:N3}{Database / Scans * 1000,10:N3}{Own / Scans * 1000,8:N3}");

    /// <summary>The time within which that share of the uploads was answered, in ms.</summary>
    /// <param name="share">0 to 1.</param>
    public double At(double share) => Times[Math.Min(Times.Count - 1, (int)Math.Ceiling(share * Times.Count) - 1)];

    /// <summary>Several loads as one.</summary>
    /// <param name="rounds">At least one.</param>
    public static Measured Of(IReadOnlyList<Measured> rounds) => new(
        rounds.Sum(r => r.Scans), TimeSpan.FromTicks(rounds.Sum(r => r.Elapsed.Ticks)), [.. rounds.SelectMany(r => r.Times).Order()],
        rounds.Sum(r => r.Program), rounds.Sum(r => r.Database), rounds.Sum(r => r.Own));
}
