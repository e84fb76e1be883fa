using System.Runtime.CompilerServices;
using Learning.Domain.Reach.Columns;
using Learning.Domain.Trainees;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>The filters and row keys of a query that look at the person as of enrolment.</summary>
internal sealed class PlannedPeople
{
    /// <summary>The profiles, at their numbers. Those that came later are of no interest to whoever made the plan.</summary>
    public required PersonProfile[] Profiles { get; init; }

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
        ref readonly var person = ref Profiles[profile];
        if ((Sex is { } sex && person.Sex != sex) || HomeKeys?[person.HomeRegion] < 0 || Organisations?[person.Organisation] == false) return -1;
        if (AgeBand >= 0 && AgeBandTable.IndexOf(person.BirthYear, year) != AgeBand) return -1;
        return Key switch
        {
            null => key,
            ReachBy.Region => HomeKeys![person.HomeRegion],
            ReachBy.Sex => (int)person.Sex,
            ReachBy.Organisation => person.Organisation,
            _ => AgeBandTable.IndexOf(person.BirthYear, year),
        };
    }
}
