using System.Text.Json;
using System.Text.Json.Nodes;
using Learning.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Learning.Browser.Tests.FieldModules;

/// <summary>store.js: a green tick is never lost.</summary>
[Collection(ModuleTests.Name)]
public sealed class StoreTests(ModuleHost host)
{
    [BrowserFact]
    public async Task Two_tabs_that_append_at_once_number_their_scans_without_gap()
    {
        await using var phone = await host.Phone();
        var (one, other) = (await host.Tab(phone), await host.Tab(phone));
        await one.Enrol();
        const string many = "async ([tab, scans]) => { const store = await import('/checkin/js/store.js'); return Promise.all(scans.map(scan => store.append(scan))); }";
        var numbers = await Task.WhenAll(new[] { one, other }.Select((page, tab) =>
            page.EvaluateAsync<int[]>(many, new object[] { tab, Enumerable.Range(0, 40).Select(i => Store.Scan($"{tab}-{i}", $"P-{i}")).ToArray() })));

        Assert.Equal(Enumerable.Range(1, 80), numbers.SelectMany(n => n).Order());
        await one.ExpectWaiting([.. Enumerable.Range(1, 80)]);
        // What was sent in is what lies there under the number told.
        var rows = (await other.Ask("store.waiting", 500))!.AsArray();
        for (var tab = 0; tab < 2; tab++)
            for (var i = 0; i < 40; i++)
                Assert.Equal($"{tab}-{i}", rows[numbers[tab][i] - 1]!["item"]!["scanId"]!.GetValue<string>());
        Assert.All(rows, row => Assert.Equal(row!["deviceSeq"]!.GetValue<int>(), row["item"]!["deviceSeq"]!.GetValue<int>()));
        Assert.Equal(40, (await one.Ask("store.marksOf", Store.Session))!.AsArray().Count);
    }

    [BrowserFact]
    public async Task A_scan_asked_for_twice_with_one_id_is_there_once()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        await page.Enrol();

        Assert.Equal((1, 1, 2), (await page.Append("a"), await page.Append("a"), await page.Append("b")));
        await page.ExpectWaiting(1, 2);
    }

    [BrowserFact]
    public async Task Without_a_device_nothing_is_written()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);

        Assert.Contains("notEnrolled", (await Assert.ThrowsAsync<PlaywrightException>(() => page.Append("a"))).Message, StringComparison.Ordinal);
        await page.ExpectWaiting();
        Assert.Null(await page.MarkOf());
    }

    [BrowserFact]
    public async Task Storage_full_is_told_as_full_and_leaves_neither_half()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        // A disk can't be filled here, but Chromium lets a test say how much of it is left; its own check then ends the transaction.
        var devtools = await phone.NewCDPSessionAsync(page);
        await devtools.SendAsync("Storage.overrideQuotaForOrigin", new() { ["origin"] = host.Address, ["quotaSize"] = 1 << 20 });
        await page.Enrol();
        await page.Append("a");

        var error = await Assert.ThrowsAsync<PlaywrightException>(() => page.Append(new string('b', 2 << 20), "P-2"));

        Assert.Contains("Error: full", error.Message, StringComparison.Ordinal);
        await page.ReloadAsync();
        await page.ExpectWaiting(1);
        Assert.Null(await page.MarkOf("P-2"));
        // Somebody makes room; what was given up may stay on Chromium's account for a while.
        await devtools.SendAsync("Storage.overrideQuotaForOrigin", new() { ["origin"] = host.Address });
        Assert.Equal(2, await page.Append("b", "P-2"));
    }

    [BrowserFact]
    public async Task Killed_before_complete_leaves_nothing_and_right_after_it_leaves_the_scan()
    {
        await using var phone = new KilledPhone(host);
        var page = await phone.Start();
        await page.Enrol();
        await page.Append("a");
        await phone.Kill();

        page = await phone.Start();
        await page.ExpectWaiting(1);
        Assert.Equal("a", await page.MarkOf());
        // Holds the transaction open when all its writes are done: told to nobody, so it may be lost, but whole.
        await page.EvaluateAsync(
            """
            () => {
              const begin = IDBDatabase.prototype.transaction;
              IDBDatabase.prototype.transaction = function (...given) {
                const transaction = begin.apply(this, given), store = transaction.objectStore(given[0][0]);
                const hold = () => { window.written = (window.written ?? 0) + 1; store.count().onsuccess = hold; };
                if (given[1] === 'readwrite') hold();
                return transaction;
              };
            }
            """);
        await page.EvaluateAsync("async scan => { const store = await import('/checkin/js/store.js'); store.append(scan).then(() => window.told = true); }", Store.Scan("b", "P-2"));
        await page.WaitForFunctionAsync("() => window.written > 200");
        Assert.False(await page.EvaluateAsync<bool>("() => !!window.told"));
        await phone.Kill();

        page = await phone.Start();
        await page.ExpectWaiting(1);
        Assert.Null(await page.MarkOf("P-2"));
        Assert.Equal(2, await page.Append("c", "P-2"));
    }

    [BrowserFact]
    public async Task Undo_takes_the_mark_or_lets_it_rest_on_another_scan()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        await page.Enrol();
        await page.Append("a");
        await page.Append("b", at: "2026-03-08T02:00:00Z");
        Assert.Equal("a", await page.MarkOf());

        await page.Append("not-a", target: "a");
        Assert.Equal("b", await page.MarkOf());
        await page.Append("not-a-again", target: "a");
        Assert.Equal("b", await page.MarkOf());
        await page.Append("not-b", target: "b");
        Assert.Null(await page.MarkOf());

        await page.Append("c");
        Assert.Equal("c", await page.MarkOf());
        await page.ExpectWaiting(1, 2, 3, 4, 5, 6);
    }

    [BrowserFact]
    public async Task A_scan_of_nobody_known_is_kept_without_mark()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        await page.Enrol();

        await page.Append("a", person: null);

        await page.ExpectWaiting(1);
        Assert.Empty((await page.Ask("store.marksOf", Store.Session))!.AsArray());
        Assert.Single((await page.Ask("store.scansOf", Store.Session))!.AsArray());
    }

    [BrowserFact]
    public async Task What_the_server_has_taken_stays_taken_and_stays_here()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        await page.Enrol();
        foreach (var id in new[] { "a", "b", "c", "d", "e" }) await page.Append(id, $"P-{id}");

        await page.Answer("stored", "a");
        await page.Answer("replayed", "b");
        await page.Answer("quarantined", "c");
        await page.Answer("retry", "d", "a", "c");
        await page.Answer("something new", "e");
        await page.Answer("stored", "unknown here");

        await page.ExpectWaiting(4, 5);
        Assert.Equal("""{"waiting":2,"sent":2,"refused":1}""", (await page.Ask("store.counts"))!.ToJsonString());
        Assert.Equal("c", Assert.Single((await page.Ask("store.refused", 10))!.AsArray())!["scanId"]!.GetValue<string>());
        var rows = (await page.Ask("store.scansOf", Store.Session))!.AsArray();
        Assert.Equal(["stored", "replayed", "quarantined", "retry", "something new"], rows.Select(row => row!["answer"]!["status"]!.GetValue<string>()));
        Assert.Equal("P-a", rows[0]!["person"]!.GetValue<string>());
    }

    [BrowserFact]
    public async Task Pruning_takes_only_what_is_acknowledged_and_old_and_of_a_closed_session()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        await page.Enrol();
        // Every combination of the three; times in the notations of JavaScript and of .NET.
        var left = new List<string>();
        foreach (var acknowledged in new[] { true, false })
            foreach (var old in new[] { "2026-03-01T23:59:59.9990000+00:00", "2026-03-02T00:00:00Z" })
                foreach (var session in new[] { "closed", "open" })
                {
                    var id = $"{acknowledged}/{old}/{session}";
                    await page.Append(id, id, old, session: session);
                    if (acknowledged) await page.Answer("stored", id);
                    if (!(acknowledged && old.StartsWith("2026-03-01", StringComparison.Ordinal) && session == "closed")) left.Add(id);
                }

        var deleted = await page.Call<int>("store.prune", "2026-03-02T00:00:00.000Z", new[] { "closed", "unknown" });
        var senseless = await page.Call<int>("store.prune", "never", new[] { "closed", "open" });

        Assert.Equal((1, 0), (deleted, senseless));
        Assert.Equal(left.Order(), await Ids(page, "store.scansOf", "scanId"));
        Assert.Equal(left.Order(), await Ids(page, "store.marksOf", "person"));
        Assert.Equal(9, await page.Append("next"));
    }

    [BrowserFact]
    public async Task The_file_for_the_desk_holds_what_waits_and_says_of_which_phone()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        await page.Enrol("D-0");
        await page.Append("from before");
        await page.Enrol();
        await page.Append("a");
        await page.Append("b");
        await page.Answer("stored", "a");

        var file = (await page.Ask("store.exportUnsent"))!;

        Assert.Equal(("learning-unsent", 1, Store.Device, "Утас", "trainer"),
            (file["kind"]!.GetValue<string>(), file["version"]!.GetValue<int>(), file["deviceId"]!.GetValue<string>(), file["deviceName"]!.GetValue<string>(), file["owner"]!.GetValue<string>()));
        Assert.Equal(["from before", "b"], file["items"]!.AsArray().Select(item => item!["scanId"]!.GetValue<string>()));
        Assert.Equal(["D-0", null], file["items"]!.AsArray().Select(item => item!["deviceId"]?.GetValue<string>()));
        Assert.Equal([1, 2], file["items"]!.AsArray().Select(item => item!["deviceSeq"]!.GetValue<int>()));
    }

    [BrowserFact]
    public async Task Wiping_the_rosters_keeps_the_queue_and_the_device()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        await page.Enrol();
        await page.Append("a");
        await page.Call("store.setFact", "clock", """{"offset":3}""");
        await page.Call("store.setFact", "offers", "[1]");
        await page.Call("store.putSessions", Download("S-1", "r1"), false, At);

        await page.Call("store.wipeRosters");

        Assert.Empty((await page.Ask("store.sessions"))!.AsArray());
        foreach (var name in new[] { "keys", "revocations", "revokedAsOf", "offers" }) Assert.Null(await page.Call<string?>("store.fact", name));
        await page.ExpectWaiting(1);
        Assert.Equal("a", await page.MarkOf());
        Assert.Equal("g", (await page.Fact("device"))["grant"]!.GetValue<string>());
        Assert.Equal(3, (await page.Fact("clock"))["offset"]!.GetValue<int>());
    }

    [BrowserFact]
    public async Task A_download_adds_to_the_revocations_known_or_replaces_them()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        await page.Call("store.putSessions", Download("S-1", "r1", "r2"), false, At);
        await page.Call("store.putSessions", Download("S-2", "r2", "r3"), true, At);
        Assert.Equal("""["r1","r2","r3"]""", (await page.Fact("revocations")).ToJsonString());
        Assert.Equal(["S-1", "S-2"], (await page.Ask("store.sessions"))!.AsArray().Select(s => s!["sessionId"]!.GetValue<string>()));

        await page.Call("store.putSessions", Download("S-2", "r9"), false, At);
        Assert.Equal("""["r9"]""", (await page.Fact("revocations")).ToJsonString());
        Assert.Equal("2026-03-08T00:00:00Z", (await page.Fact("revokedAsOf")).GetValue<string>());
        Assert.Equal(At, (await page.Ask("store.session", "S-2"))!["downloadedAt"]!.GetValue<string>());
        await page.Call("store.removeSession", "S-2");
        Assert.Null(await page.Call<string?>("store.session", "S-2"));
    }

    [BrowserFact]
    public async Task Nobody_signs_out_while_a_scan_waits()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        await page.Enrol();
        await page.Append("a");

        Assert.Contains("waiting", (await Assert.ThrowsAsync<PlaywrightException>(() => page.Call("store.forget"))).Message, StringComparison.Ordinal);
        await page.ExpectWaiting(1);
        await page.Answer("stored", "a");
        await page.Call("store.forget");

        Assert.Null(await page.Call<string?>("store.fact", "device"));
        Assert.Empty((await page.Ask("store.scansOf", Store.Session))!.AsArray());
        Assert.Null(await page.MarkOf());
    }

    [BrowserFact]
    public async Task A_device_goes_on_with_its_numbers_and_the_newest_scan_comes_first_even_if_the_clock_went_back()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        await page.Enrol();
        await page.Append("a", at: "2026-03-09T00:00:00Z");
        await page.Append("b", at: "2026-03-06T00:00:00Z");
        await page.Enrol();
        await page.Append("c", at: "2026-03-05T00:00:00Z");
        await page.Enrol("D-0");
        await page.Append("d", at: "2026-03-05T00:00:00Z");
        await page.Enrol();
        Assert.Equal(4, await page.Append("e", at: "2026-03-05T00:00:00Z"));

        async Task<string> Recent(int limit) => string.Concat((await page.Ask("store.recent", limit))!.AsArray().Select(row => row!["scanId"]!.GetValue<string>()));
        Assert.Equal("ec", await Recent(2));
        Assert.Equal("ecbad", await Recent(10));
        foreach (var way in new[] { "store.setFact", "store.removeFact" })
            await Assert.ThrowsAsync<PlaywrightException>(() => page.Call(way, "device", "{}"));
    }

    [BrowserFact]
    public async Task Another_tab_hears_of_a_change_and_this_one_does_not()
    {
        await using var phone = await host.Phone();
        var (one, other) = (await host.Tab(phone), await host.Tab(phone));
        foreach (var page in new[] { one, other })
            await page.EvaluateAsync("async () => { window.heard = []; (await import('/checkin/js/store.js')).watch(kind => heard.push(kind)); }");

        await one.Enrol();
        await one.Append("a");
        await one.Call("store.putSessions", Download("S-1"), false, At);

        await other.WaitForFunctionAsync("() => heard.length >= 3");
        Assert.Equal(["facts", "scans", "sessions"], await other.EvaluateAsync<string[]>("() => heard"));
        Assert.Empty(await one.EvaluateAsync<string[]>("() => heard"));
    }

    [BrowserFact]
    public async Task A_newer_app_in_another_tab_may_change_the_database_and_the_older_one_says_so()
    {
        await using var phone = await host.Phone();
        var (older, newer) = (await host.Tab(phone), await host.Tab(phone));
        await older.Enrol();

        // Waits until the older tab lets go.
        await newer.EvaluateAsync(
            """
            () => new Promise((resolve, reject) => {
              const request = indexedDB.open('learning-checkin', 2);
              request.onsuccess = () => { request.result.close(); resolve(); };
              request.onerror = () => reject(request.error);
            })
            """);

        Assert.Contains("outdated", (await Assert.ThrowsAsync<PlaywrightException>(() => older.Append("a"))).Message, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_database_closed_by_another_tab_is_opened_again()
    {
        await using var phone = await host.Phone();
        var (one, other) = (await host.Tab(phone), await host.Tab(phone));
        await one.Enrol();
        // Site data cleared in the other tab: the browser asks all to close, then deletes.
        await other.EvaluateAsync("() => new Promise((resolve, reject) => { const r = indexedDB.deleteDatabase('learning-checkin'); r.onsuccess = () => resolve(); r.onerror = reject; })");

        Assert.Contains("notEnrolled", (await Assert.ThrowsAsync<PlaywrightException>(() => one.Append("a"))).Message, StringComparison.Ordinal);
        await one.Enrol();
        Assert.Equal(1, await one.Append("a"));
        // Whether the browser promises to keep it is the browser's business; it says one or the other.
        Assert.IsType<bool>(await one.Call<object>("store.open"));
    }

    private const string At = "2026-03-08T00:00:01Z";

    private static string Download(string session, params string[] revocations) => JsonSerializer.Serialize(new
    {
        sessions = new[] { new { sessionId = session, venue = "Соёлын төв" } }, keys = new[] { new { kid = 6 } }, revocations,
        serverTime = "2026-03-08T00:00:00Z",
    });

    private static async Task<IEnumerable<string>> Ids(IPage page, string function, string member)
    {
        var rows = (await page.Ask(function, "closed"))!.AsArray().Concat((await page.Ask(function, "open"))!.AsArray());
        return rows.Select(row => row![member]!.GetValue<string>()).Order();
    }
}
