using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit.Abstractions;

namespace Learning.Fault.Tests;

/// <summary>A trainer's green tick is never lost and never counted twice, whatever happens to the server.</summary>
public sealed class PowerCutTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Killed_twice_in_the_middle_of_two_thousand_check_ins_every_acknowledged_one_is_there_once_and_reach_agrees()
    {
        var folder = Directory.CreateTempSubdirectory("learning-fault-").FullName;
        var acknowledged = new ConcurrentDictionary<string, bool>();
        Course course;
        await using (var first = await RunningProgram.StartAsync(folder))
        {
            await first.SignInAsync("admin");
            var watch = Stopwatch.StartNew();
            course = await Course.PrepareAsync(first);
            output.WriteLine($"500 people registered and enrolled in {watch.Elapsed.TotalSeconds:0.0} s");
            Assert.Equal(2_000, course.CheckIns.Count);
            await SendAllAsync(first, course, acknowledged, killAfter: 500);
        }

        Assert.InRange(acknowledged.Count, 500, 1_999);
        await using (var second = await RunningProgram.StartAsync(folder))
        {
            await second.SignInAsync("admin");
            await EverythingAgreesAsync(second, course, acknowledged);
            // The phones heard nothing of the rest and cannot know what was stored: they send everything again.
            await SendAllAsync(second, course, acknowledged, killAfter: 1_200);
        }

        Assert.InRange(acknowledged.Count, 500, 2_000);
        await using (var third = await RunningProgram.StartAsync(folder))
        {
            await third.SignInAsync("admin");
            await EverythingAgreesAsync(third, course, acknowledged);
            await SendAllAsync(third, course, acknowledged, killAfter: null);
            Assert.Equal(2_000, acknowledged.Count);
            Assert.Equal(2_000, await EverythingAgreesAsync(third, course, acknowledged));
            foreach (var (id, _) in course.Devices) Assert.Equal("1-250", await ReceivedAsync(third, id, "1-250"));
            Assert.Equal(0, await third.StopAsync());
        }

        var (code, said) = await RunningProgram.RunAsync(folder, "audit");
        Assert.True(code == 0, said);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Sends every check-in at once, and pulls the plug once so many were acknowledged in this round.</summary>
    private async Task SendAllAsync(RunningProgram program, Course course, ConcurrentDictionary<string, bool> acknowledged, int? killAfter)
    {
        var watch = Stopwatch.StartNew();
        var heard = 0;
        var killed = new TaskCompletionSource();
        await Task.WhenAll(course.CheckIns.Select(async checkIn =>
        {
            try
            {
                var answer = await program.PostAsync("/api/sync/scans", checkIn.Upload(), checkIn.Token);
                var result = answer["results"]![0]!;
                var status = result["status"]!.GetValue<string>();
                if (status == "retry") return;
                Assert.True(status is "stored" or "replayed", answer.ToJsonString());
                Assert.Equal("counted", result["effect"]!.GetValue<string>());
                // What was acknowledged once can never be new again.
                if (!acknowledged.TryAdd(checkIn.ScanId, true)) Assert.Equal("replayed", status);
            }
            // The power cut: the outcome is unknown, and the phone keeps its scan.
            catch (Exception e) when (killAfter is not null && e is HttpRequestException { StatusCode: null } or IOException)
            {
                await killed.Task;
                return;
            }

            if (Interlocked.Increment(ref heard) != killAfter) return;
            await program.KillAsync();
            killed.SetResult();
        }));
        output.WriteLine($"{heard} acknowledged in {watch.Elapsed.TotalSeconds:0.0} s{(killAfter is null ? "" : ", then killed")}; {acknowledged.Count} different ones so far");
    }

    /// <summary>Compares sessions, people and figures with what the phones know.</summary>
    /// <returns>How many check-ins there are.</returns>
    private async Task<int> EverythingAgreesAsync(RunningProgram program, Course course, ConcurrentDictionary<string, bool> acknowledged)
    {
        var watch = Stopwatch.StartNew();
        var sent = course.CheckIns.ToDictionary(c => c.ScanId);
        var stored = new List<CheckIn>();
        foreach (var session in course.Sessions)
        {
            var attendance = await program.GetAsync($"/api/sessions/{session.Replace('/', '~')}/attendance");
            var scans = attendance["scans"]!.AsArray().Select(s => sent[s!["scanId"]!.GetValue<string>()]).ToList();
            Assert.All(scans, scan => Assert.Equal(session, scan.SessionId));
            var marked = attendance["marks"]!.AsArray().Where(m => m!["mark"]?.GetValue<string>() == "present").Select(m => m!["traineeId"]!.GetValue<string>()).ToList();
            Assert.Equal(scans.Select(s => s.TraineeId).Order(StringComparer.Ordinal), marked.Order(StringComparer.Ordinal));
            stored.AddRange(scans);
        }

        Assert.Equal(stored.Count, stored.Select(s => s.ScanId).Distinct().Count());
        Assert.Subset(stored.Select(s => s.ScanId).ToHashSet(), acknowledged.Keys.ToHashSet());
        // Each person is in one cohort, so people reached and participations are the same number here.
        var people = stored.Select(s => s.TraineeId).Distinct().Count();
        Assert.Equal(people, await FigureAsync(program, "reached", people));
        Assert.Equal(people, await FigureAsync(program, "participations", people));
        output.WriteLine($"{stored.Count} stored, {acknowledged.Count} acknowledged, {people} people reached; agreed in {watch.Elapsed.TotalSeconds:0.0} s");
        return stored.Count;
    }

    /// <summary>Which of a phone's scans are listed as received: <c>1-250</c>.</summary>
    private static Task<string> ReceivedAsync(RunningProgram program, string device, string expected) => CaughtUpAsync(
        async () => string.Join(' ', (await program.GetAsync($"/api/devices/{device}"))["received"]!.AsArray().Select(r => $"{r!["first"]}-{r["last"]}")), expected);

    private static Task<int> FigureAsync(RunningProgram program, string measure, int expected) => CaughtUpAsync(
        async () => (int)(await program.GetAsync($"/api/reach?region=MN&measure={measure}"))["total"]!.GetValue<decimal>(), expected);

    /// <summary>What is read once it has caught up, or what it is after half a minute.</summary>
    private static async Task<T> CaughtUpAsync<T>(Func<Task<T>> read, T expected)
    {
        var until = TimeProvider.System.GetUtcNow().AddSeconds(30);
        T found;
        do found = await read();
        while (!Equals(found, expected) && TimeProvider.System.GetUtcNow() < until);
        return found;
    }
}
