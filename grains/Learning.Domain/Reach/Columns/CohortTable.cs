using System.Numerics;
using Learning.Domain.Reach.Evaluation;

namespace Learning.Domain.Reach.Columns;

/// <summary>
/// The cohorts, as segments with small numbers. Not thread-safe; <see cref="ReachDimensions"/> guards it.
/// </summary>
internal sealed class CohortTable(CodeBook regions, CodeBook courses, CodeBook courseKinds, FundingBook fundings)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<(int Ordinal, int Number)>> furtherSegments = [];
    private CohortSegment[] segments = new CohortSegment[16];
    private CohortCodes[] codes = new CohortCodes[16];
    private int count;
    private ushort[] sessionDay = new ushort[16];
    private int[] sessionSeconds = new int[16];
    private int sessionCount;
    private int sessionGarbage;
    private PlannedSessions[]? planned;
    private Groups? byRegion;
    private Groups? byCourse;
    private Groups? byFunding;

    /// <summary>Id of each cohort, known or referred to.</summary>
    public IReadOnlyCollection<string> Ids => numbers.Keys;

    /// <summary>All segments, at their numbers.</summary>
    public ReadOnlySpan<CohortSegment> Segments => segments.AsSpan(0, count);

    /// <summary>What filters look at first, at the numbers of the segments.</summary>
    public ReadOnlySpan<CohortCodes> Codes => codes.AsSpan(0, count);

    /// <summary>Day of each session. What a segment once pointed at never changes, so that a query may go on reading it.</summary>
    public ushort[] SessionDay => sessionDay;

    /// <summary>Length of each session in seconds, beside <see cref="SessionDay"/>.</summary>
    public int[] SessionSeconds => sessionSeconds;

    /// <summary>The number of the segment of a cohort that holds sessions <paramref name="ordinal"/> × 16 to × 16 + 15.</summary>
    public int Segment(string cohortId, int ordinal, out bool isNew)
    {
        isNew = false;
        if (!numbers.TryGetValue(cohortId, out var first))
        {
            isNew = true;
            numbers.Add(cohortId, first = Add(new() { CohortId = cohortId }, CohortCodes.Unknown));
        }

        if (ordinal == 0) return first;
        if (!furtherSegments.TryGetValue(first, out var further)) furtherSegments.Add(first, further = []);
        foreach (var (o, n) in further)
            if (o == ordinal) return n;
        isNew = true;
        var number = Add(segments[first] with { Present = 0, FirstDay = 0, LastDay = 0 }, codes[first]);
        further.Add((ordinal, number));
        return number;
    }

    /// <summary>Takes over what is now known about a cohort.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="ArgumentException">A session number is there twice, or a date or length can't be held.</exception>
    public bool Replace(CohortFact cohort)
    {
        var sessions = cohort.Sessions.Select(s => Read(cohort, s)).OrderBy(s => s.Number).ToList();
        for (var i = 1; i < sessions.Count; i++)
            if (sessions[i].Number == sessions[i - 1].Number)
                throw new ArgumentException($"Cohort {cohort.Id} has session {sessions[i].Number} twice.", nameof(cohort));
        var known = new CohortSegment
        {
            CohortId = cohort.Id,
            CohortLastDay = sessions.Count == 0 ? (ushort)0 : sessions.Max(s => s.Day),
        };
        var code = sessions.Count == 0
            ? CohortCodes.Unknown
            : new(regions.Number(cohort.Region), courses.Number(cohort.CourseCode), courseKinds.Number(cohort.CourseKind), fundings.Number(cohort.Funding));
        var changed = false;
        foreach (var (ordinal, number) in SegmentsFor(cohort.Id, sessions.Select(s => CohortSegment.OrdinalOf(s.Number)).Distinct(), ref changed))
            changed |= Write(number, known, code, sessions.FindAll(s => CohortSegment.OrdinalOf(s.Number) == ordinal));
        if (sessionGarbage > 1024 && sessionGarbage > sessionCount / 2) DropGarbage();
        return changed;
    }

    /// <summary>Forgets what is known about a cohort, so that nothing of it counts.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Remove(string cohortId) =>
        numbers.ContainsKey(cohortId) && Replace(new() { Id = cohortId, CourseCode = "", CourseKind = "", Region = "" });

    private static (int Number, ushort Day, int Seconds) Read(CohortFact cohort, SessionFact session)
    {
        if (session.Date < ReachDay.First || session.Date > ReachDay.Last)
            throw new ArgumentException($"Session {session.Number} of cohort {cohort.Id} is on {session.Date:yyyy-MM-dd}, before {ReachDay.First:yyyy} or after {ReachDay.Last:yyyy}.", nameof(cohort));
        if (session.Hours is < 0 or > 1_000)
            throw new ArgumentException($"Session {session.Number} of cohort {cohort.Id} has {session.Hours} hours.", nameof(cohort));
        return (session.Number, ReachDay.Clamped(session.Date), (int)decimal.Round(session.Hours * 3600));
    }

    /// <summary>The segments of each region.</summary>
    public Groups ByRegion() => byRegion ??= Grouped(regions.Count, c => c.Region);

    /// <summary>The segments of each course.</summary>
    public Groups ByCourse() => byCourse ??= Grouped(courses.Count, c => c.Course);

    /// <summary>The segments funded in each way.</summary>
    public Groups ByFunding() => byFunding ??= Grouped(fundings.All.Count, c => c.Funding);

    /// <summary>The sessions of each segment as queries need them. Never changed once given out.</summary>
    public PlannedSessions[] PlannedSessions()
    {
        if (planned is not null) return planned;
        planned = new PlannedSessions[count];
        for (var i = 0; i < count; i++)
        {
            ref readonly var s = ref segments[i];
            if (s.Present == 0) continue;
            var (earliest, at, seconds) = (0u, s.SessionStart, sessionSeconds[s.SessionStart]);
            for (uint left = s.Present; left != 0; left &= left - 1, at++)
            {
                if (sessionDay[at] == s.FirstDay) earliest |= left & (~left + 1);
                if (sessionSeconds[at] != seconds) seconds = int.MaxValue;
            }

            planned[i] = new() { Present = s.Present, Start = s.SessionStart, EarliestDay = s.FirstDay, Earliest = (ushort)earliest, SecondsEach = (ushort)Math.Min(seconds, Evaluation.PlannedSessions.Differ) };
        }

        return planned;
    }

    // Those that the fact has sessions in, and those that something already refers to.
    private List<(int Ordinal, int Number)> SegmentsFor(string cohortId, IEnumerable<int> ordinals, ref bool changed)
    {
        foreach (var ordinal in ordinals.Append(0))
        {
            Segment(cohortId, ordinal, out var isNew);
            changed |= isNew;
        }

        var first = numbers[cohortId];
        return [(0, first), .. furtherSegments.GetValueOrDefault(first, [])];
    }

    private bool Write(int number, CohortSegment next, CohortCodes code, List<(int Number, ushort Day, int Seconds)> sessions)
    {
        foreach (var s in sessions) next.Present |= CohortSegment.BitOf(s.Number);
        if (sessions.Count > 0) (next.FirstDay, next.LastDay) = (sessions.Min(s => s.Day), sessions.Max(s => s.Day));
        ref var at = ref segments[number];
        next.SessionStart = at.SessionStart;
        var sameSessions = at.Present == next.Present
            && sessions.Select((s, i) => (s.Day, s.Seconds) == (sessionDay[next.SessionStart + i], sessionSeconds[next.SessionStart + i])).All(same => same);
        if (sameSessions && at.Equals(next) && codes[number] == code) return false;
        if (!sameSessions)
        {
            sessionGarbage += BitOperations.PopCount(at.Present);
            next.SessionStart = sessionCount;
            foreach (var s in sessions) AddSession(s.Day, s.Seconds);
        }

        at = next;
        codes[number] = code;
        Forget();
        return true;
    }

    private void AddSession(ushort day, int seconds)
    {
        if (sessionCount == sessionDay.Length)
        {
            Array.Resize(ref sessionDay, sessionCount + sessionCount / 4 + 16);
            Array.Resize(ref sessionSeconds, sessionDay.Length);
        }

        sessionDay[sessionCount] = day;
        sessionSeconds[sessionCount++] = seconds;
    }

    private int Add(CohortSegment segment, CohortCodes code)
    {
        if (count == segments.Length)
        {
            Array.Resize(ref segments, count + count / 4 + 16);
            Array.Resize(ref codes, segments.Length);
        }

        (segments[count], codes[count]) = (segment, code);
        Forget();
        return count++;
    }

    // What counts nowhere is in no group.
    private Groups Grouped(int groups, Func<CohortCodes, int> groupOf) => new(count, groups, i => codes[i].Region < 0 ? -1 : groupOf(codes[i]));

    private void Forget() => (planned, byRegion, byCourse, byFunding) = (null, null, null, null);

    private void DropGarbage()
    {
        var (oldDay, oldSeconds) = (sessionDay, sessionSeconds);
        (sessionDay, sessionSeconds) = (new ushort[sessionCount - sessionGarbage], new int[sessionCount - sessionGarbage]);
        sessionCount = sessionGarbage = 0;
        foreach (ref var segment in segments.AsSpan(0, count))
        {
            var (from, length) = (segment.SessionStart, BitOperations.PopCount(segment.Present));
            segment.SessionStart = sessionCount;
            for (var i = from; i < from + length; i++) AddSession(oldDay[i], oldSeconds[i]);
        }
    }
}
