using CsCheck;
using Learning.Domain.Checkin;
using Learning.Domain.Sessions;

namespace Learning.Tests.Grains;

/// <summary>What a session's scans come to depends on the set of them alone.</summary>
public sealed class SessionLogProperties
{
    private static readonly string[] Waiting = ["revoked", "outOfDate", "late", "device", "provisional"];
    private static readonly string[][] Flags = [[], [], [], ["walkIn"], ["clock"], ["late"], ["device", "walkIn"], ["provisional"]];
    private static readonly DateTimeOffset Morning = new(2026, 3, 10, 2, 0, 0, TimeSpan.Zero);

    /// <summary>So few people, moments and ids that everything meets: voids before, after and without their scan, and two of one.</summary>
    private static readonly Gen<RecordedScan[]> Scans =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 7], Gen.Int[0, 13], Gen.Bool, Gen.Int[0, 2]).Array[0, 12].Select(items => items.Select((x, i) => new RecordedScan
        {
            // The order of ids is not the order of making.
            ScanId = $"s{i * 5 % 13:D2}", Kind = x.Item5 && x.Item6 > 0 ? ScanKind.Void : ScanKind.In, Method = ScanMethod.Qr,
            TraineeId = x.Item5 && x.Item6 > 0 ? null : $"t{x.Item1}", TargetScanId = x.Item5 && x.Item6 > 0 ? $"s{x.Item4:D2}" : null,
            DeviceId = $"d{x.Item6}", Flags = [.. Flags[x.Item3]], Digest = "", CapturedAt = Morning, ReceivedAt = Morning.AddHours(i), EstimatedAt = Morning.AddMinutes(x.Item2),
        }).ToArray());

    /// <summary>Decisions about some of the scans, the later ones over the earlier.</summary>
    private static readonly Gen<ScanReview[]> Reviews = Gen.Select(Gen.Int[0, 12], Gen.Int[1, 3]).Array[0, 8].Select(items =>
        items.Select((x, i) => new ScanReview($"r{i}", $"s{x.Item1:D2}", (ReviewVerdict)x.Item2, "", "", Morning)).ToArray());

    [Fact]
    public void Any_order_and_any_repetition_give_the_same_marks_and_they_are_the_naive_ones() =>
        Gen.Select(Scans, Gen.Int).Sample((scans, seed) =>
        {
            var random = new Random(seed);
            RecordedScan[] arriving = [.. scans, .. random.GetItems(scans.Length == 0 ? [new() { ScanId = "x", TraineeId = "t0", DeviceId = "", Digest = "" }] : scans, scans.Length)];
            random.Shuffle(arriving);
            var log = new SessionLog([], [], []);
            foreach (var scan in arriving)
                if (log.Find(scan.ScanId) is null)
                    log.Add(scan);

            Assert.Equal(Naive(scans), log.Marks().Select(Said));
            Assert.Equal(Naive(scans), new SessionLog(scans, [], []).Marks().Select(Said));
        }, iter: 20_000);

    [Fact]
    public void With_decisions_any_order_of_scans_gives_the_same_marks_and_they_are_the_naive_ones() =>
        Gen.Select(Scans, Reviews, Gen.Int).Sample((scans, reviews, seed) =>
        {
            var arriving = scans.ToArray();
            new Random(seed).Shuffle(arriving);

            Assert.Equal(Naive(scans, reviews), new SessionLog(arriving, [], reviews).Marks().Select(Said));
        }, iter: 20_000);

    [Fact]
    public void Everything_that_is_flagged_on_a_mark_can_be_decided_in_the_queue_and_then_the_queue_is_empty() =>
        Scans.Sample(scans =>
        {
            var log = new SessionLog(scans, [], []);
            Assert.Equal(log.Marks().Where(m => m.Flags.Length > 0).Select(m => m.TraineeId), log.ToReview().Select(r => r.TraineeId).Distinct());
            // Each decision may bring up another scan that had nothing to say before; never more than there are.
            for (var round = 0; round <= scans.Length && log.ToReview().FirstOrDefault() is { } next; round++)
            {
                var verdict = next.Waits ? ReviewVerdict.Accept : ReviewVerdict.Seen;
                Assert.Null(ReviewRule.Refusal(log, next.Scan.ScanId, verdict));
                log.Add(new ScanReview($"r{round}", next.Scan.ScanId, verdict, "", "", Morning));
            }

            Assert.Empty(log.ToReview());
        }, iter: 20_000);

    [Fact]
    public void Whoever_counts_has_exactly_one_scan_that_says_so() =>
        Scans.Sample(scans =>
        {
            var log = new SessionLog(scans, [], []);
            foreach (var person in scans.Where(s => s.TraineeId is not null).GroupBy(s => s.TraineeId!))
            {
                var effects = person.Select(log.EffectOf).ToList();
                var counts = log.MarkOf(person.Key)?.Mark == Mark.Present;
                Assert.Equal(counts ? 1 : 0, effects.Count(e => e == ScanEffect.Counted));
                if (counts) Assert.DoesNotContain(ScanEffect.Review, effects);
                else Assert.DoesNotContain(ScanEffect.AlreadyCounted, effects);
            }
        }, iter: 20_000);

    private static IEnumerable<string> Naive(RecordedScan[] scans, params ScanReview[] reviews)
    {
        bool Is(RecordedScan scan, ReviewVerdict verdict) => reviews.LastOrDefault(r => r.ScanId == scan.ScanId)?.Verdict == verdict;
        var all = scans.Where(s => s.Kind != ScanKind.Void).CountBy(s => s.TraineeId!).ToDictionary();
        // What was accepted has no doubts left, and what was rejected is as if it had never come.
        scans = [.. scans.Where(s => !Is(s, ReviewVerdict.Reject)).Select(s => Is(s, ReviewVerdict.Accept) ? s with { Flags = [] } : s)];
        bool Waits(RecordedScan scan) => scan.Flags.Intersect(Waiting).Any();
        IEnumerable<string> Shown(RecordedScan scan) => Is(scan, ReviewVerdict.Seen) ? scan.Flags.Intersect(Waiting) : scan.Flags;
        var voids = scans.Where(s => s.Kind == ScanKind.Void).ToList();
        foreach (var person in scans.Where(s => s.Kind != ScanKind.Void).GroupBy(s => s.TraineeId!).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var left = person.Where(s => !voids.Any(v => v.TargetScanId == s.ScanId && (!Waits(v) || Waits(s)))).ToList();
            if (left.Count == 0) continue;
            var rests = left.OrderBy(Waits).ThenBy(s => s.EstimatedAt).ThenBy(s => s.ScanId, StringComparer.Ordinal).First();
            var counts = !Waits(rests);
            var flags = counts
                ? left.SelectMany(Shown).Except(Waiting).Union(voids.Where(v => v.TargetScanId == rests.ScanId).SelectMany(v => v.Flags))
                : left.SelectMany(Shown).Distinct();
            yield return $"{person.Key} {(counts ? "Present" : "-")} {rests.EstimatedAt:HH:mm} {rests.DeviceId} {rests.ScanId} {all[person.Key]} {string.Join(",", flags.Order(StringComparer.Ordinal))}";
        }
    }

    private static string Said(SessionMark mark) =>
        $"{mark.TraineeId} {mark.Mark?.ToString() ?? "-"} {mark.At:HH:mm} {mark.DeviceId} {mark.ScanId} {mark.Scans} {string.Join(",", mark.Flags)}";
}
