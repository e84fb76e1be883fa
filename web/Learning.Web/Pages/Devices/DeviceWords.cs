using Learning.Domain.Devices;
using Learning.Web.Kit;
using Learning.Web.Words;

namespace Learning.Web.Pages.Devices;

/// <summary>How the pages of phones say where a phone stands.</summary>
internal static class DeviceWords
{
    /// <summary>Whether its grant holds.</summary>
    public static string State(IWords words, DateTimeOffset? revokedAt, DateTimeOffset expiresAt, DateTimeOffset now) =>
        words[revokedAt is not null ? "devices.state.revoked" : expiresAt <= now ? "devices.state.expired" : "devices.state.good"];

    /// <summary>Its colour.</summary>
    public static Tone ToneOf(DateTimeOffset? revokedAt, DateTimeOffset expiresAt, DateTimeOffset now) =>
        revokedAt is not null ? Tone.Bad : expiresAt <= now ? Tone.Warning : Tone.Good;

    /// <summary>Whether its clock is off by more than the check-in takes without a word.</summary>
    public static bool IsOff(TimeSpan clockOffset) => clockOffset.Duration() > TimeSpan.FromSeconds(120);

    /// <summary>How its clock goes.</summary>
    public static string Clock(IWords words, TimeSpan clockOffset)
    {
        var off = clockOffset.Duration();
        if (!IsOff(off)) return words["devices.clockRight"];
        return words["devices.clockIsOff", off.TotalDays >= 2 ? words.Count("time.days", (int)off.TotalDays)
            : off.TotalHours >= 2 ? words.Count("time.hours", (int)off.TotalHours)
            : words["devices.clockMinutes", (int)off.TotalMinutes]];
    }

    /// <summary>What is known of scans still on it: nothing since the last contact.</summary>
    public static string Unsent(IWords words, DateTimeOffset? lastContact, DateTimeOffset now) =>
        lastContact is { } at ? words["devices.unsentSince", words.Ago(at, now)] : words["devices.unsentNever"];

    /// <summary>Numbers of scans that have not come, as the read model keeps them: <c>41-43 57</c>.</summary>
    public static string Missing(IWords words, string ranges) => words.List(ranges.Split(' ').Select(range => range.Replace('-', '–')));

    /// <summary>The same of a phone itself.</summary>
    public static string Missing(IWords words, IEnumerable<SeqRange> ranges) =>
        words.List(ranges.Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}–{r.Last}"));
}
