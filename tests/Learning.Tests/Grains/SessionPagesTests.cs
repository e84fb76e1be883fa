using System.Text.Json.Nodes;
using Learning.Contracts.Sessions;
using Learning.Domain.Checkin;
using Learning.Domain.Sessions;
using Learning.Silo.Changes;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>The log of a long session is stored in pages, and nobody can tell (docs/decisions/0015).</summary>
[Collection(GrainCollection.Name)]
public sealed class SessionPagesTests(GrainFixture fixture)
{
    private const int People = 45;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_long_session_is_whole_after_a_restart_and_each_scan_is_stored_in_one_place(DatabaseKind kind)
    {
        var (silo, session, people) = await CrowdAsync(kind);

        var sent = await SendAsync(silo, session, people);

        var (pages, row) = await StoredAsync(silo, session);
        Assert.NotEmpty(pages);
        Assert.InRange(row.Count, 1, 20);
        Assert.Equal(sent.Select(s => s.ScanId!), pages.Concat(row));
        await silo.Forget(session);
        var attendance = (await session.Attendance())!;
        Assert.Equal(sent.Select(s => s.ScanId!), attendance.Scans.Select(s => s.ScanId));
        Assert.Equal(people.Order(StringComparer.Ordinal), attendance.Marks.Where(m => m.Mark == Mark.Present).Select(m => m.TraineeId));
        var (key, whole) = await silo.Services.GetRequiredService<IStateReader>().Sessions([session.GetPrimaryKeyString()]).SingleAsync();
        Assert.Equal((session.GetPrimaryKeyString(), People), (key, whole.Scans.Length));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_scan_in_a_page_is_known_when_it_comes_again_and_can_be_taken_back(DatabaseKind kind)
    {
        var (silo, session, people) = await CrowdAsync(kind);
        var first = (await SendAsync(silo, session, people))[0];
        await silo.Forget(session);

        silo.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(ScanStatus.Replayed, (await silo.SendAsync(session, first)).Status);
        Assert.Equal(ScanEffect.AlreadyCounted, (await silo.SendAsync(session, session.Tick(people[0], silo.Clock.Now))).Effect);
        Assert.Equal(ScanEffect.Voided, (await silo.SendAsync(session, first.Undo(silo.Clock.Now))).Effect);

        await silo.Forget(session);
        Assert.Equal(People + 2, (await session.Attendance())!.Scans.Length);
        Assert.Equal(TestSilo.Start.AddMinutes(5), (await session.MarkAsync(people[0]))!.At);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task When_a_page_cannot_be_written_nobody_hears_stored_and_sent_again_all_are_there_once(DatabaseKind kind) =>
        await Survives(kind, "sessionpage");

    [Theory, OnSqlite, OnPostgres]
    public async Task When_the_session_cannot_be_written_after_its_page_sent_again_all_are_there_once(DatabaseKind kind) =>
        await Survives(kind, "session");

    [Theory, OnSqlite, OnPostgres]
    public async Task An_import_is_taken_back_from_pages_too(DatabaseKind kind)
    {
        var (silo, session, people) = await CrowdAsync(kind);
        var frame = (await session.Attendance())!.Frame;
        await session.Import(frame, "import-1", [.. people[..20].Select((p, i) => new ImportedPresence($"row-{i}", p))]);
        await SendAsync(silo, session, people[25..]);
        Assert.Equal(People - 5, (await session.Attended()).Length);

        await session.UndoImport("import-1");

        await silo.Forget(session);
        Assert.Equal(people[25..].Order(StringComparer.Ordinal), (await session.Attended()).Order(StringComparer.Ordinal));
        Assert.Equal(20 + 20 + 20, (await session.Attendance())!.Scans.Length);
    }

    private async Task Survives(DatabaseKind kind, string failing)
    {
        var (silo, session, people) = await CrowdAsync(kind);
        await SendAsync(silo, session, people[..20]);
        var more = people[20..].Select((p, i) => session.Tick(p, silo.Clock.Now) with { DeviceSeq = 21 + i }).ToArray();

        silo.Failing.Next(failing, session.GetPrimaryKeyString());
        await Assert.ThrowsAnyAsync<Exception>(() => session.Record(new ScanUpload("phone-1", [.. more], default, silo.Clock.Now, [])));
        Assert.False(silo.Failing.IsWaiting);

        await silo.Forget(session);
        Assert.Equal(20, (await session.Attended()).Length);
        Assert.All(await session.Record(new ScanUpload("phone-1", [.. more], default, silo.Clock.Now, [])), r => Assert.Equal(ScanStatus.Stored, r.Status));
        await silo.Forget(session);
        Assert.Equal(people.Order(StringComparer.Ordinal), (await session.Attended()).Order(StringComparer.Ordinal));
        Assert.Equal(People, (await session.Attendance())!.Scans.Length);
    }

    private async Task<(TestSilo Silo, ISessionGrain Session, string[] People)> CrowdAsync(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var people = await silo.PeopleAsync([.. Enumerable.Range(1, People).Select(i => $"Өлзий{i}")]);
        var cohort = await silo.CohortAsync(Plan(People));
        await cohort.EnrolAsync(people);
        return (silo, silo.Session(cohort), people);
    }

    /// <summary>Five at a time, as a phone with a weak signal sends them.</summary>
    private static async Task<Scan[]> SendAsync(TestSilo silo, ISessionGrain session, string[] people)
    {
        var scans = people.Select((p, i) => session.Tick(p, silo.Clock.Now) with { DeviceSeq = i + 1 }).ToArray();
        foreach (var some in scans.Chunk(5))
            Assert.All(await session.Record(new ScanUpload("phone-1", [.. some], default, silo.Clock.Now, [])), r => Assert.Equal(ScanEffect.Counted, r.Effect));
        return scans;
    }

    /// <summary>The ids of the scans as they stand in the database: those in pages, in the order of the session's list of pages, and those in its own row.</summary>
    private static async Task<(List<string> Pages, List<string> Row)> StoredAsync(TestSilo silo, ISessionGrain session)
    {
        var (states, id) = (silo.Services.GetRequiredService<IStateReader>(), session.GetPrimaryKeyString());
        var row = Json(Assert.Single(await states.Read("session", [id])));
        var pages = new List<string>();
        foreach (var page in row["pages"]!.AsArray()) pages.AddRange(Ids(Json(Assert.Single(await states.Read("sessionpage", [$"{id}#{page}"])))));
        return (pages, Ids(row));
    }

    private static JsonNode Json(StoredState state) => JsonNode.Parse(state.Json!.Value.Span)!;

    private static List<string> Ids(JsonNode state) => [.. state["scans"]!.AsArray().Select(s => s!["scanId"]!.GetValue<string>())];
}
