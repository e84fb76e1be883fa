using Learning.Domain.Reach.Columns;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>The filters and row keys that look at the person as of enrolment.</summary>
internal sealed class ProfileFilter(ReachPlan plan, RowStore rows)
{
    /// <summary>Keeps the events that pass, in order, and gives them their row key if that comes from the person.</summary>
    /// <returns>How many are left, at the front.</returns>
    public int Keep(Span<ReachEvent> events)
    {
        if (plan.Profiles.Length == 0) return events.Length;
        return plan.AgeBand >= 0 || plan.KeySource == KeySource.AgeBand ? KeepByAge(events) : KeepByProfile(events);
    }

    // In both loops the next place is written whether or not the event passes: a branch on it would be as good as
    // random to the processor.
    private int KeepByProfile(Span<ReachEvent> events)
    {
        var (profiles, profileOf, keyed) = (plan.Profiles, rows.Profile, plan.KeySource == KeySource.Profile);
        var kept = 0;
        for (var i = 0; i < events.Length; i++)
        {
            var e = events[i];
            ref readonly var profile = ref profiles[profileOf[e.Row]];
            e.Key = keyed ? profile.Key : e.Key;
            events[kept] = e;
            kept += profile.Accept ? 1 : 0;
        }

        return kept;
    }

    private int KeepByAge(Span<ReachEvent> events)
    {
        var (profiles, profileOf, keySource, only) = (plan.Profiles, rows.Profile, plan.KeySource, plan.AgeBand);
        var kept = 0;
        for (var i = 0; i < events.Length; i++)
        {
            var e = events[i];
            ref readonly var profile = ref profiles[profileOf[e.Row]];
            var band = AgeBandTable.IndexOf(profile.BirthYear, e.Year);
            e.Key = keySource == KeySource.AgeBand ? band : keySource == KeySource.Profile ? profile.Key : e.Key;
            events[kept] = e;
            kept += profile.Accept & (only < 0 | band == only) ? 1 : 0;
        }

        return kept;
    }
}
