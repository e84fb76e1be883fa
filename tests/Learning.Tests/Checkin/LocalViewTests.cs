using CsCheck;
using Learning.Domain.Checkin;
using Learning.Domain.Checkin.Local;
using Learning.Domain.Sessions;

namespace Learning.Tests.Checkin;

/// <summary>Local view = server state ⊕ what this phone did (checkin-protocol.md, sync).</summary>
public sealed class LocalViewTests
{
    private static readonly DateTimeOffset Downloaded = Roster.Morning;

    [Fact]
    public void A_mark_of_the_server_and_a_scan_of_this_phone_are_one_person_since_the_earlier()
    {
        var session = Roster.Session("c1/1", Roster.Person("t1", mark: Mark.Present, at: Roster.Morning.AddMinutes(-5)));
        var view = new LocalView(session, Downloaded, [Scan("s1", 1, "t:t1", 10)]);
        Assert.Equal(1, view.Count);
        Assert.Equal(Roster.Morning.AddMinutes(-5), view.Of("t:t1")!.At);
    }

    [Fact]
    public void What_this_phone_took_back_after_the_download_is_not_here_though_the_list_still_says_so()
    {
        var session = Roster.Session("c1/1", Roster.Person("t1", mark: Mark.Present, at: Roster.Morning));
        Assert.Null(new LocalView(session, Downloaded, [Scan("s1", 1, "t:t1", -9), Void("s2", 2, "t:t1", "s1", 3)]).Of("t:t1"));
    }

    [Fact]
    public void What_it_took_back_and_sent_before_the_download_is_for_the_server_to_say()
    {
        var session = Roster.Session("c1/1", Roster.Person("t1", mark: Mark.Present, at: Roster.Morning));
        var sent = Void("s2", 2, "t:t1", "s1", -5) with { Answer = Answered(ScanStatus.Stored) };
        Assert.NotNull(new LocalView(session, Downloaded, [Scan("s1", 1, "t:t1", -9) with { Answer = Answered(ScanStatus.Stored) }, sent]).Of("t:t1"));
    }

    [Fact]
    public void A_walk_in_whom_the_next_list_has_is_one_person()
    {
        var session = Roster.Session("c1/1", Roster.Person("t7", mark: Mark.Present, at: Roster.Morning));
        var walkIn = Scan("s1", 1, "w:s1", -9) with { Answer = Answered(ScanStatus.Stored) with { TraineeId = "t7" } };
        Assert.Equal(1, new LocalView(session, Downloaded, [walkIn]).Count);
    }

    [Fact]
    public void Somebody_known_by_badge_alone_is_the_one_whom_the_next_list_has_with_that_badge()
    {
        var session = Roster.Session("c1/1", Roster.Person("t7", badges: ["b7"]));
        var view = new LocalView(session, Downloaded, [Scan("s1", 1, "b:b7", -9)]);
        Assert.Equal((1, true), (view.Count, view.Of("t:t7") is not null));
    }

    [Fact]
    public void What_the_server_refused_is_not_here() =>
        Assert.Equal(0, new LocalView(Roster.Session("c1/1"), Downloaded, [Scan("s1", 1, "b:x", 1) with { Answer = Answered(ScanStatus.Quarantined) }]).Count);

    /// <summary>
    /// However the phone's scans were written down and read back, who is here is what going through them one by one says; the
    /// expected set is made by that walk, not by the code's sets.
    /// </summary>
    [Fact]
    public void Any_order_of_reading_gives_the_same_people_and_they_are_the_naive_ones() =>
        Gen.Select(Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Bool).Array[0, 14], Gen.Int[0, 15], Gen.Int).Sample((acts, marked, seed) =>
        {
            var session = Roster.Session("c1/1", [.. Enumerable.Range(0, 4).Select(i => Roster.Person($"t{i}", mark: (marked >> i & 1) == 1 ? Mark.Present : null, at: Downloaded))]);
            var scans = new List<LocalScan>();
            var here = Enumerable.Range(0, 4).Where(i => (marked >> i & 1) == 1).Select(i => $"t:t{i}").ToHashSet();
            var own = new Dictionary<string, List<string>>();
            foreach (var (who, kind, _) in acts)
            {
                var (id, person) = ($"s{scans.Count}", $"t:t{who}");
                var mine = own.TryGetValue(person, out var list) ? list : own[person] = [];
                if (kind == 0 && mine.Count > 0)
                {
                    // Taking back the last one; whoever has none left is not here any more, whatever the list said.
                    scans.Add(Void(id, scans.Count, person, mine[^1], 1));
                    mine.RemoveAt(mine.Count - 1);
                    if (mine.Count == 0) here.Remove(person);
                }
                else
                {
                    scans.Add(Scan(id, scans.Count, person, 1));
                    mine.Add(id);
                    here.Add(person);
                }
            }

            var read = scans.ToArray();
            new Random(seed).Shuffle(read);
            var view = new LocalView(session, Downloaded, read);
            Assert.Equal(here.Order(), Enumerable.Range(0, 4).Select(i => $"t:t{i}").Where(p => view.Of(p) is not null));
            Assert.Equal(here.Count, view.Count);
        }, iter: 5_000);

    private static ScanResult Answered(ScanStatus status) => new() { Status = status };

    private static LocalScan Scan(string id, long number, string person, int minute) => new(id, number, person, ScanKind.In, null, Roster.Morning.AddMinutes(minute), null, null);

    private static LocalScan Void(string id, long number, string person, string target, int minute) => new(id, number, person, ScanKind.Void, target, Roster.Morning.AddMinutes(minute), null, null);
}
