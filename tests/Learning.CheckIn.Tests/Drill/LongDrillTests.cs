using System.Diagnostics;
using System.Globalization;
using Learning.CheckIn.Tests.Harness;
using Xunit.Abstractions;

namespace Learning.CheckIn.Tests.Drill;

/// <summary>
/// Days without a signal on several phones with wrong clocks, one of which dies again and again; then everything at once, onto a
/// server that dies too. <c>./test</c> runs it small; <c>./bench drill</c> with 3 phones, 200 people each and 4 sessions.
/// </summary>
public sealed class LongDrillTests(FieldSite site, ITestOutputHelper output) : IClassFixture<FieldSite>
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("LEARNING_DRILL") == "full";

    private static readonly int People = IsFull ? 200 : 25;

    private static readonly int Sessions = IsFull ? 4 : 2;

    private static readonly int Deaths = IsFull ? 8 : 2;

    private static readonly TimeSpan[] Clocks = [TimeSpan.FromDays(-3), TimeSpan.Zero, TimeSpan.FromDays(5)];

    [BrowserFact]
    public Task Three_phones_offline_for_days_one_dying_and_every_green_tick_is_there_once() => site.Play(async field =>
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("LEARNING_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"LEARNING_SEED={seed}; {Clocks.Length} phones, {People} people, {Sessions} sessions");
        var random = new Random(seed);
        var server = field.Server;
        // One cohort, so that all three meet the same people: who was checked in by all of them is here once.
        var training = await Training.PlanAsync(server, People, Sessions);
        var phones = new List<(Phone Phone, PhoneDrill Drill)>();
        foreach (var clock in Clocks)
        {
            var phone = await field.NewPhone();
            await phone.OpenAsync();
            await phone.SetClockAsync(clock);
            await phone.SignInAsync($"Утас {phones.Count + 1}");
            foreach (var session in training.Sessions) await phone.DownloadAsync(session);
            await phone.GoOfflineAsync();
            phones.Add((phone, new PhoneDrill(phone, training, random)));
        }

        var watch = Stopwatch.StartNew();
        foreach (var (i, (_, drill)) in phones.Index()) await drill.RunAsync(i == 0 ? Deaths : 0);
        var ticks = phones.Sum(p => p.Drill.Green.Count);
        output.WriteLine($"{ticks} green ticks in {watch.Elapsed.TotalSeconds:0} s, {ticks / watch.Elapsed.TotalSeconds:0.0} a second; the first phone died {phones[0].Drill.Deaths} times");
        Assert.Equal(Clocks.Length * People * Sessions, ticks);

        // All at once; the server loses its power in the middle.
        watch.Restart();
        var uploads = 0;
        var half = new TaskCompletionSource();
        foreach (var (phone, _) in phones)
            phone.Link.Weather = request =>
            {
                if (request.Path == Link.Upload && Interlocked.Increment(ref uploads) == 2) half.TrySetResult();
                return null;
            };
        foreach (var (phone, _) in phones) await phone.Browser.SetOfflineAsync(false);
        await half.Task;
        await server.KillAsync();
        await server.StartAsync();
        foreach (var (phone, _) in phones) await phone.WakeAsync();
        foreach (var (phone, _) in phones) await phone.EverythingSentAsync();
        output.WriteLine($"All sent in {watch.Elapsed.TotalSeconds:0} s, the server's new start among them");

        foreach (var session in training.Sessions)
        {
            var attendance = await server.AttendanceAsync(session);
            Assert.Equal(training.People.Select(p => p.Id).ToHashSet(), attendance.Here);
            // Each phone's tick of each person is in the log, once.
            var logged = attendance.Scans.Select(s => (Device: s["device"]!.GetValue<string>(), Person: s["traineeId"]!.GetValue<string>())).ToList();
            Assert.Equal(logged.Count, logged.Distinct().Count());
            Assert.Equal(Clocks.Length * People, logged.Count);
            Assert.Equal(attendance.Scans.Count, attendance.Scans.Select(s => s["scanId"]!.GetValue<string>()).Distinct().Count());
            Assert.Equal(People, attendance.Scans.Count(s => s["effect"]!.GetValue<string>() == "counted"));
        }

        foreach (var (phone, drill) in phones)
        {
            var rows = await phone.RowsAsync("scans");
            Assert.Equal(drill.Green.ToHashSet(), rows.Select(r => (r["sessionId"]!.GetValue<string>(), r["item"]!["traineeId"]?.GetValue<string>() ?? r["person"]!.GetValue<string>()[2..])).ToHashSet());
            await server.MissingIsAsync(rows[0]["deviceId"]!.GetValue<string>());
        }

        await Eventually.IsTrue(async () => (int)(await server.GetAsync("/api/reach?region=MN&measure=reached"))["total"]!.GetValue<decimal>() == People, $"{People} people are reached");
        Assert.Equal(People, (int)(await server.GetAsync("/api/reach?region=MN&measure=participations"))["total"]!.GetValue<decimal>());
        await server.KillAsync();
        await server.AuditAsync();
    });
}
