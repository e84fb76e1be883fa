using System.Runtime.CompilerServices;
using Learning.Domain.Reach.Columns;
using Learning.Domain.Trainees;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>The filters and row keys of a query that look at the person as of enrolment.</summary>
/// <param name="profiles">The profiles. Those that come later are of no interest to whoever makes the plan.</param>
internal sealed class PlannedPeople(ProfileTable profiles)
{
    private readonly int[] homeRegion = profiles.HomeRegion;
    private readonly int[] organisation = profiles.Organisation;
    private readonly short[] birthYear = profiles.BirthYear;
    private readonly byte[] sexes = profiles.Sex;

    /// <summary>The row key of each home region, −1 for one that does not pass; <see langword="null"/> if home is not looked at.</summary>
    public required int[]? HomeKeys { get; init; }

    /// <summary>The only sex that passes.</summary>
    public required Sex? Sex { get; init; }

    /// <summary>Which organisations pass; <see langword="null"/> for all.</summary>
    public required bool[]? Organisations { get; init; }

    /// <summary>Index of the only age band that passes, or −1.</summary>
    public required int AgeBand { get; init; }

    /// <summary>What of the person is the row key; <see langword="null"/> if nothing is.</summary>
    public required ReachBy? Key { get; init; }

    /// <summary>The row key of somebody's event; −1 if they do not pass.</summary>
    /// <param name="profile">Number of the profile.</param>
    /// <param name="year">Calendar year of the event, where ages matter.</param>
    /// <param name="key">The row key, if it does not come from the person.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int KeyOf(int profile, int year, int key)
    {
        if ((Sex is { } sex && sexes[profile] != (byte)sex) || HomeKeys?[homeRegion[profile]] < 0 || Organisations?[organisation[profile]] == false) return -1;
        if (AgeBand >= 0 && AgeBandTable.IndexOf(birthYear[profile], year) != AgeBand) return -1;
        return Key switch
        {
            null => key,
            ReachBy.Region => HomeKeys![homeRegion[profile]],
            ReachBy.Sex => sexes[profile],
            ReachBy.Organisation => organisation[profile],
            _ => AgeBandTable.IndexOf(birthYear[profile], year),
        };
    }
}
