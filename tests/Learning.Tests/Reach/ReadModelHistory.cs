using System.Collections.Immutable;
using CsCheck;
using Learning.Domain.Cohorts;
using Learning.Domain.Reach;
using Learning.Domain.Trainees;
using Learning.Silo.Storage;

namespace Learning.Tests.Reach;

/// <summary>Random facts as the read model holds them, written into its tables by plain SQL.</summary>
internal sealed record ReadModelHistory(
    ImmutableArray<CohortFact> Cohorts, ImmutableArray<string> Cancelled, ImmutableArray<ImmutableArray<ParticipationFact>> People,
    ImmutableArray<int?> MergedInto, ImmutableArray<(int Cohort, int Session, Sex Sex, string Band, int Count)> Unnamed)
{
    private static readonly Gen<ImmutableArray<CohortFact>> AnyCohorts =
        // The read model keeps whole minutes.
        Histories.Cohort.Array[1, 6].Select(all => all.DistinctBy(c => c.Id)
            .Select(c => c with { Sessions = [.. c.Sessions.Select(s => s with { Hours = Math.Round(s.Hours * 2) / 2 })] }).ToImmutableArray());

    private static readonly Gen<ImmutableArray<ImmutableArray<ParticipationFact>>> AnyPeople =
        Histories.Participation.Array[0, 4].Array[1, 7].Select(people => people.Select(p => p.DistinctBy(f => f.CohortId).ToImmutableArray()).ToImmutableArray());

    public static readonly Gen<ReadModelHistory> Any = Gen.Select(
        AnyCohorts, Gen.OneOf("c1", "c2", "none").Array[0, 1], AnyPeople, Gen.Frequency((2, Gen.Const(-1)), (1, Gen.Int[0, 6])).Array[7],
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 4], Gen.Enum<Sex>(), Gen.OneOf([.. AgeBand.All]), Gen.Int[0, 9]).Array[0, 6],
        (cohorts, cancelled, people, merges, unnamed) => new ReadModelHistory(cohorts, [.. cancelled], people, Merged(merges, people.Length), [.. unnamed]));

    public Dictionary<string, CohortFact> Counting => Cohorts.Where(c => !Cancelled.Contains(c.Id)).ToDictionary(c => c.Id);

    public Task Write(IDatabase database) => database.WriteAsync(async (connection, cancel) =>
    {
        Task Insert(string table, params object?[] values) => connection.ExecuteAsync(
            $"insert into {table} values ({string.Join(", ", values.Select((_, i) => $"@v{i}"))})", [.. values.Select((v, i) => ($"v{i}", v))], cancel);

        foreach (var table in (string[])["people", "cohorts", "cohort_grants", "enrolments", "sessions", "marks", "headcounts", "certificates", "organisations"])
            await connection.ExecuteAsync($"delete from {table}", [], cancel);
        foreach (var (code, above) in Fixture.OrganisationAndAbove)
            if (code.Length > 0) await Insert("organisations", code, above.ElementAtOrDefault(1), "ngo", code, code);
        foreach (var cohort in Cohorts)
        {
            var days = cohort.Sessions.Select(s => s.Date).DefaultIfEmpty(new DateOnly(2018, 1, 1)).ToList();
            await Insert(
                "cohorts", cohort.Id, cohort.CourseCode, 1, cohort.CourseKind, "", "", cohort.Region, "", days.Min(), days.Max(), cohort.Sessions.Length,
                (int)(Cancelled.Contains(cohort.Id) ? CohortState.Cancelled : CohortState.Closed), 0, 0, 0, 0, 0, null, null);
            // Twice the same funder, as two grants of one donor are.
            foreach (var funder in cohort.Funders)
                foreach (var grant in (string[])["1", "2"]) await Insert("cohort_grants", cohort.Id, funder + grant, funder, null);
            foreach (var s in cohort.Sessions) await Insert("sessions", $"{cohort.Id}/{s.Number}", cohort.Id, s.Number, s.Date, (int)(s.Hours * 60), cohort.Region, 0, 0, 0, 0);
        }

        for (var number = 0; number < People.Length; number++)
        {
            var id = $"p{number}";
            await Insert("people", number, id, "", "", "", 0, 0, null, null, null, null, 0, null, null, false, MergedInto[number] is { } into ? $"p{into}" : null, false, 0, "test");
            foreach (var fact in People[number])
            {
                await Insert(
                    "enrolments", fact.CohortId, id, 0, (int)(fact.Completed ? EnrolmentState.Completed : EnrolmentState.NotCompleted), 0, fact.HomeRegion, fact.Organisation,
                    fact.BirthYear, (int)fact.Sex, null, null, null, null, null);
                foreach (var session in fact.Attended.Distinct())
                    await Insert("marks", $"{fact.CohortId}/{session}", id, fact.CohortId, session, session % 2 + 1, 0, null, null, "");
                for (var i = 0; i < fact.Certificates.Length; i++)
                    await Insert("certificates", $"{id}-{fact.CohortId}-{i}", id, fact.CohortId, 0, fact.Certificates[i].ValidFrom, fact.Certificates[i].ValidUntil, fact.Certificates[i].RevokedOn, null);
            }
        }

        foreach (var (session, sex, band, count) in Counted()) await Insert("headcounts", session, (int)sex, band, count);
        return true;
    });

    /// <summary>The facts as the plain count takes them.</summary>
    public NaiveReach Naive() => new(Counting, Enumerable.Range(0, People.Length).GroupBy(Person)
        // What was noted on enrolment is that of the person's own record, or else of the first.
        .ToDictionary(g => g.Key, g => g.OrderBy(n => n != g.Key).ThenBy(n => n).SelectMany(n => People[n]).ToImmutableArray()));

    private int Person(int number) => MergedInto[number] is { } into ? Person(into) : number;

    // Whoever would be merged into themselves by some way is not.
    private static ImmutableArray<int?> Merged(int[] wanted, int people)
    {
        var merged = new int?[people];
        for (var number = 0; number < people; number++)
        {
            if (wanted[number] < 0 || wanted[number] >= people) continue;
            int? end = wanted[number];
            while (end != number && merged[end.Value] is { } next) end = next;
            if (end != number) merged[number] = wanted[number];
        }

        return [.. merged];
    }

    private IEnumerable<(string Session, Sex Sex, string Band, int Count)> Counted() =>
        from unnamed in Unnamed
        let cohort = Cohorts[unnamed.Cohort % Cohorts.Length]
        where cohort.Sessions.Length > 0
        group unnamed by (Session: $"{cohort.Id}/{cohort.Sessions[unnamed.Session % cohort.Sessions.Length].Number}", unnamed.Sex, unnamed.Band) into same
        select (same.Key.Session, same.Key.Sex, same.Key.Band, same.First().Count);
}
