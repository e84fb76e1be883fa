using System.Text.Json.Nodes;
using Learning.Contracts.Sessions;
using Learning.Domain.Checkin;
using Learning.Domain.Sessions;
using Learning.Grains.Sessions;
using Learning.Silo.Changes;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Providers;
using Orleans.Runtime;
using Orleans.Storage;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>Every commit of a session adds a page to its log, and nobody can tell (docs/decisions/0016).</summary>
[Collection(GrainCollection.Name)]
public sealed class SessionPagesTests(GrainFixture fixture)
{
    private const int People = 45;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_long_session_is_whole_after_a_restart_and_each_scan_is_stored_in_one_place(DatabaseKind kind)
    {
        var (silo, session, people) = await CrowdAsync(kind);

        var sent = await SendAsync(silo, session, people);

        var pages = await StoredAsync(silo, session);
        Assert.Equal(People / 5, pages.Count);
        Assert.Equal(sent.Select(s => s.ScanId!), pages.SelectMany(ids => ids));
        await silo.Forget(session);
        var attendance = (await session.Attendance())!;
        Assert.Equal(sent.Select(s => s.ScanId!), attendance.Scans.Select(s => s.ScanId));
        Assert.Equal(people.Order(StringComparer.Ordinal), attendance.Marks.Where(m => m.Mark == Mark.Present).Select(m => m.TraineeId));
        var (key, whole) = await silo.Services.GetRequiredService<IStateReader>().Sessions([session.GetPrimaryKeyString()]).SingleAsync();
        Assert.Equal((session.GetPrimaryKeyString(), People, People / 5), (key, whole.Scans.Length, whole.NextPage));
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
    public async Task When_a_page_cannot_be_written_nobody_hears_stored_and_sent_again_all_are_there_once(DatabaseKind kind)
    {
        var (silo, session, people) = await CrowdAsync(kind);
        await SendAsync(silo, session, people[..20]);
        var more = people[20..].Select((p, i) => session.Tick(p, silo.Clock.Now) with { DeviceSeq = 21 + i }).ToArray();

        silo.Failing.Next("sessionpage", session.GetPrimaryKeyString());
        await Assert.ThrowsAnyAsync<Exception>(() => session.Record(new ScanUpload("phone-1", [.. more], default, silo.Clock.Now, [])));
        Assert.False(silo.Failing.IsWaiting);

        await silo.Forget(session);
        Assert.Equal(20, (await session.Attended()).Length);
        Assert.All(await session.Record(new ScanUpload("phone-1", [.. more], default, silo.Clock.Now, [])), r => Assert.Equal(ScanStatus.Stored, r.Status));
        await silo.Forget(session);
        Assert.Equal(people.Order(StringComparer.Ordinal), (await session.Attended()).Order(StringComparer.Ordinal));
        Assert.Equal(People, (await session.Attendance())!.Scans.Length);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_comes_while_a_page_is_written_goes_into_the_next_one_together(DatabaseKind kind)
    {
        var (silo, session, people) = await CrowdAsync(kind);

        var results = await Task.WhenAll(people.Select((p, i) => silo.SendAsync(session, session.Tick(p, silo.Clock.Now) with { DeviceSeq = i + 1 })));

        Assert.All(results, r => Assert.Equal((ScanStatus.Stored, (ScanEffect?)ScanEffect.Counted), (r.Status, r.Effect)));
        var pages = await StoredAsync(silo, session);
        Assert.Equal(results.Select(r => r.ScanId!).Order(StringComparer.Ordinal), pages.SelectMany(ids => ids).Order(StringComparer.Ordinal));
        Assert.InRange(pages.Count, 1, People / 2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_activations_only_one_goes_on_and_what_the_other_refused_comes_again(DatabaseKind kind)
    {
        var (silo, session, people) = await CrowdAsync(kind);
        await SendAsync(silo, session, people[..5]);
        // The other activation is a page with the next number, which it has written and this one has not seen.
        var stored = new GrainState<StoredSessionPage>(new StoredSessionPage());
        await silo.Services.GetRequiredKeyedService<IGrainStorage>(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME)
            .WriteStateAsync("sessionpage", GrainId.Create("session", $"{session.GetPrimaryKeyString()}#00000001"), stored);

        var scan = session.Tick(people[5], silo.Clock.Now) with { DeviceSeq = 6 };
        await Assert.ThrowsAnyAsync<Exception>(() => silo.SendAsync(session, scan));

        await silo.Forget(session);
        Assert.Equal(ScanStatus.Stored, (await silo.SendAsync(session, scan)).Status);
        Assert.Equal(people[..6].Order(StringComparer.Ordinal), (await session.Attended()).Order(StringComparer.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_closing_counts_what_another_activation_stored_meanwhile(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var people = await silo.PeopleAsync("Өлзий", "Үүрд");
        var cohort = await silo.CohortAsync(Plan());
        await cohort.EnrolAsync(people);
        var session = silo.Session(cohort);
        await silo.AttendAsync(session, people[0]);
        // The other activation has written the next page, with a scan that came in time.
        var (_, whole) = await silo.Services.GetRequiredService<IStateReader>().Sessions([session.GetPrimaryKeyString()]).SingleAsync();
        var scan = whole.Scans[0] with { ScanId = Learning.Domain.Ids.LearningId.New(silo.Clock), TraineeId = people[1], DeviceSeq = 2 };
        await silo.Services.GetRequiredKeyedService<IGrainStorage>(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME).WriteStateAsync(
            "sessionpage", GrainId.Create("session", $"{session.GetPrimaryKeyString()}#00000001"), new GrainState<StoredSessionPage>(new StoredSessionPage { Scans = [scan] }));

        await Assert.ThrowsAnyAsync<Exception>(() => cohort.Close("admin"));
        await silo.Forget(session);
        Assert.True((await cohort.Close("admin")).IsDone);

        Assert.Equal(people.Order(StringComparer.Ordinal), (await session.Attended()).Order(StringComparer.Ordinal));
        Assert.All((await cohort.Get())!.Roster, e => Assert.Equal(6, e.HoursAttended));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_that_is_closed_while_it_is_loaded_takes_nothing_as_if_in_time(DatabaseKind kind)
    {
        var (silo, session, people) = await CrowdAsync(kind);
        await SendAsync(silo, session, people[..5]);
        var (id, storage) = (session.GetPrimaryKeyString(), silo.Services.GetRequiredKeyedService<IGrainStorage>(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME));
        await silo.Forget(session);
        // Between reading the state and reading the pages: first the state is closed by another activation, then its page is written.
        silo.Pages.BeforeNext(id, async () =>
        {
            var state = new GrainState<StoredSession>(new StoredSession());
            await storage.ReadStateAsync("session", GrainId.Create("session", id), state);
            state.State = state.State! with { Frame = state.State.Frame! with { Closed = true } };
            await storage.WriteStateAsync("session", GrainId.Create("session", id), state);
            await storage.WriteStateAsync("sessionpage", GrainId.Create("session", $"{id}#00000001"), new GrainState<StoredSessionPage>(new StoredSessionPage()));
        });

        var result = await silo.SendAsync(session, session.Tick(people[5], silo.Clock.Now));

        Assert.Equal(["late"], result.Reasons.AsEnumerable());
        Assert.Equal(ScanEffect.Review, result.Effect);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_from_before_pages_were_numbered_keeps_its_scans_in_their_order(DatabaseKind kind)
    {
        var (silo, session, people) = await CrowdAsync(kind);
        var (id, storage) = (session.GetPrimaryKeyString(), silo.Services.GetRequiredKeyedService<IGrainStorage>(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME));
        await SendAsync(silo, session, people[..15]);
        var states = silo.Services.GetRequiredService<IStateReader>();
        var (_, whole) = await states.Sessions([id]).SingleAsync();
        // As it was stored then, with a page that a killed process had begun and the session never named: its scans stand in the session.
        var earlier = (await silo.CohortAsync(Plan(People)));
        await earlier.EnrolAsync(people);
        var (old, oldId) = (silo.Session(earlier), silo.Session(earlier).GetPrimaryKeyString());
        foreach (var (name, scans) in new[] { ("01k0aaaaaaaaaaaaaaaaaaaaaa", whole.Scans[5..10]), ("01k0bbbbbbbbbbbbbbbbbbbbbb", whole.Scans[..5]), ("01k0cccccccccccccccccccccc", whole.Scans[10..]) })
            await storage.WriteStateAsync("sessionpage", GrainId.Create("session", $"{oldId}#{name}"), new GrainState<StoredSessionPage>(new StoredSessionPage { Scans = scans }));
        var state = new GrainState<StoredSession>(new StoredSession());
        await storage.ReadStateAsync("session", GrainId.Create("session", oldId), state);
        state.State = state.State! with { Pages = ["01k0bbbbbbbbbbbbbbbbbbbbbb", "01k0aaaaaaaaaaaaaaaaaaaaaa"], Scans = whole.Scans[10..] };
        await storage.WriteStateAsync("session", GrainId.Create("session", oldId), state);
        await silo.Forget(old);

        Assert.Equal(ScanStatus.Stored, (await silo.SendAsync(old, old.Tick(people[20], silo.Clock.Now))).Status);

        await silo.Forget(old);
        var attendance = (await old.Attendance())!;
        Assert.Equal(whole.Scans.Select(s => s.ScanId), attendance.Scans[..15].Select(s => s.ScanId));
        Assert.Equal((16, people[20]), (attendance.Scans.Length, attendance.Scans[15].TraineeId));
    }

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

    /// <summary>The ids of the scans as they stand in the database, page by page.</summary>
    private static async Task<List<List<string>>> StoredAsync(TestSilo silo, ISessionGrain session)
    {
        var (states, id) = (silo.Services.GetRequiredService<IStateReader>(), session.GetPrimaryKeyString());
        Assert.Empty(Ids(Json(Assert.Single(await states.Read("session", [id])))));
        return [.. (await states.Parts("sessionpage", [id], '#')).OrderBy(p => p.Key, StringComparer.Ordinal).Select(Json).Select(Ids)];
    }

    private static JsonNode Json(StoredState state) => JsonNode.Parse(state.Json!.Value.Span)!;

    private static List<string> Ids(JsonNode state) => [.. state["scans"]!.AsArray().Select(s => s!["scanId"]!.GetValue<string>())];
}
