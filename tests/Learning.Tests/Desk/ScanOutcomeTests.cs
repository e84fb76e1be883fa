using Learning.Domain.Checkin;
using Learning.Domain.Sessions;
using Learning.Web.Kit;
using Learning.Web.Pages.Sessions;

namespace Learning.Tests.Desk;

/// <summary>What the desk says of a scan.</summary>
public sealed class ScanOutcomeTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 7, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_first_scan_checks_in() => Assert.Equal(new ScanOutcome("in", Tone.Good), Told(Scan("1")));

    [Fact]
    public void A_second_scan_says_since_when()
    {
        var second = Scan("2") with { EstimatedAt = Nine.AddMinutes(12) };
        Assert.Equal(new ScanOutcome("already", Tone.Warning, Nine), Told(second, Scan("1")));
    }

    [Theory]
    [InlineData(ReviewReason.WalkIn, "walkIn", Tone.Warning)]
    [InlineData(ReviewReason.Withdrawn, "withdrawn", Tone.Bad)]
    [InlineData(ReviewReason.OtherDay, "otherDay", Tone.Warning)]
    [InlineData(ReviewReason.Revoked, "revoked", Tone.Bad)]
    [InlineData(ReviewReason.OutOfDate, "outOfDate", Tone.Bad)]
    [InlineData(ReviewReason.Late, "late", Tone.Warning)]
    [InlineData(ReviewReason.Provisional, "review", Tone.Warning)]
    [InlineData(ReviewReason.Clock, "in", Tone.Good)]
    public void A_flag_has_its_word(string flag, string code, Tone tone) => Assert.Equal(new ScanOutcome(code, tone), Told(Scan("1") with { Flags = [flag] }));

    [Fact]
    public void A_replaced_badge_of_somebody_here_says_that_they_are_here() =>
        Assert.Equal(new ScanOutcome("already", Tone.Warning, Nine), Told(Scan("2") with { Flags = [ReviewReason.Revoked], EstimatedAt = Nine.AddMinutes(5) }, Scan("1")));

    [Theory]
    [InlineData(Mark.Absent, "corrected", Tone.Bad)]
    [InlineData(Mark.Excused, "corrected", Tone.Bad)]
    [InlineData(Mark.Late, "already", Tone.Warning)]
    public void What_the_desk_decided_stands_above_the_scan(Mark mark, string code, Tone tone)
    {
        var log = new SessionLog([Scan("1")], [new Correction("c", "who", mark, "why", "by", Nine.AddMinutes(1))], []);
        var outcome = ScanOutcome.Of(log, Scan("1"));
        Assert.Equal((code, tone), (outcome.Code, outcome.Tone));
    }

    [Fact]
    public void A_scan_taken_back_says_so()
    {
        var taken = Scan("2") with { Kind = ScanKind.Void, TraineeId = null, TargetScanId = "1" };
        Assert.Equal("voided", Told(Scan("1"), taken).Code);
        Assert.Equal("voided", Told(taken, Scan("1")).Code);
    }

    [Fact]
    public void Only_known_answers_come_from_an_address()
    {
        Assert.Null(ScanOutcome.Unread("<b>"));
        Assert.Null(ScanOutcome.Unread(null));
        Assert.Equal(Tone.Bad, ScanOutcome.Unread("notOurs")!.Tone);
    }

    private static ScanOutcome Told(RecordedScan scan, params RecordedScan[] others) => ScanOutcome.Of(new SessionLog([scan, .. others], [], []), scan);

    private static RecordedScan Scan(string id) => new()
    {
        ScanId = id, Kind = ScanKind.In, Method = ScanMethod.Qr, TraineeId = "who", DeviceId = "desk", Digest = id, CapturedAt = Nine, ReceivedAt = Nine, EstimatedAt = Nine,
    };
}
