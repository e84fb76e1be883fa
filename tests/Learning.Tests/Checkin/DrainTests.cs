using Learning.Domain.Checkin;
using Learning.Domain.Checkin.Local;
using Learning.Domain.Cohorts;
using Learning.Domain.Sync;

namespace Learning.Tests.Checkin;

/// <summary>How a phone sends its queue and what it believes (checkin-protocol.md, sync).</summary>
public sealed class DrainTests
{
    private static readonly UploadAnswer Ours = new([new ScanResult { ScanId = "s1", Status = ScanStatus.Stored }], Roster.Morning);

    [Fact]
    public void Trouble_halves_the_batch_to_one_and_a_success_doubles_it_to_two_hundred()
    {
        var pace = DrainPace.Start;
        Assert.Equal([100, 50, 25, 12, 6, 3, 1, 1], Enumerable.Range(0, 8).Select(_ => (pace = pace.Failed()).Batch).ToArray());
        Assert.Equal([2, 4, 8, 16, 32, 64, 128, 200, 200], Enumerable.Range(0, 9).Select(_ => (pace = pace.Succeeded()).Batch).ToArray());
    }

    [Fact]
    public void Where_less_waits_than_a_batch_may_hold_the_next_is_half_of_that_and_not_the_same_again()
    {
        Assert.Equal((20, 1), (DrainPace.Start.Failed(40).Batch, DrainPace.Start.Failed(40).Failures));
        Assert.Equal(5, DrainPace.Start.Failed(40).Failed(20).Failed(10).Batch);
        Assert.Equal(1, DrainPace.Start.Failed(1).Batch);
    }

    [Fact]
    public void Days_without_a_signal_make_longer_pauses_and_no_smaller_batches()
    {
        var pace = DrainPace.Start;
        for (var i = 0; i < 100; i++) pace = pace.NotOnline();
        Assert.Equal((200, TimeSpan.FromMinutes(5)), (pace.Batch, pace.Pause(1)));
    }

    [Fact]
    public void Pauses_double_from_two_seconds_to_five_minutes_and_are_between_half_and_the_whole_of_that()
    {
        var pace = DrainPace.Start;
        Assert.Equal(TimeSpan.Zero, pace.Pause(0.7));
        foreach (var seconds in new[] { 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300, 300 })
        {
            pace = pace.Failed();
            Assert.Equal((TimeSpan.FromSeconds(seconds / 2.0), TimeSpan.FromSeconds(seconds)), (pace.Pause(0), pace.Pause(1)));
        }
    }

    [Theory]
    [InlineData(401, UploadOutcome.SignIn)]
    [InlineData(413, UploadOutcome.Smaller)]
    [InlineData(500, UploadOutcome.Smaller)]
    [InlineData(503, UploadOutcome.Smaller)]
    [InlineData(0, UploadOutcome.NotOnline)]
    [InlineData(400, UploadOutcome.NotOnline)]
    [InlineData(404, UploadOutcome.NotOnline)]
    [InlineData(200, UploadOutcome.NotOnline)]
    public void Only_a_proper_answer_acknowledges(int status, UploadOutcome outcome) => Assert.Equal(outcome, UploadReply.Read(status, isLate: false, null, ["s1"]));

    [Fact]
    public void What_took_too_long_is_sent_in_smaller_parts_and_what_never_left_is_not()
    {
        Assert.Equal(UploadOutcome.Smaller, UploadReply.Read(0, isLate: true, null, ["s1"]));
        Assert.Equal(UploadOutcome.NotOnline, UploadReply.Read(0, isLate: false, null, ["s1"]));
    }

    [Fact]
    public void An_answer_for_our_scans_is_one_and_one_for_strangers_is_not()
    {
        Assert.Equal(UploadOutcome.Answered, UploadReply.Read(200, isLate: false, Ours, ["s1", "s2"]));
        Assert.Equal(UploadOutcome.NotOnline, UploadReply.Read(200, isLate: false, Ours, ["s3"]));
        Assert.Equal(UploadOutcome.NotOnline, UploadReply.Read(200, isLate: false, new UploadAnswer(default, Roster.Morning), ["s1"]));
    }

    [Fact]
    public void Acknowledged_scans_may_go_after_thirty_days_and_only_of_sessions_that_are_over()
    {
        Assert.Equal(Roster.Morning.AddDays(-30), ScanRetention.Before(Roster.Morning));
        Assert.Equal(["b/1", "c/1"], ScanRetention.Closed([Roster.Session("a/1"), Roster.Session("b/1") with { State = CohortState.Closed }, Roster.Session("c/1") with { State = CohortState.Cancelled }]));
    }

    [Theory]
    [InlineData(60, 60_000, "boot", 5_000)] // as it should be
    [InlineData(7200, 60_000, "boot", 5_000)] // slept for two hours, or put forward: it can't be told
    [InlineData(-259_140, 60_000, "boot", 259_205_000)] // put back by three days a minute after the contact
    [InlineData(-259_140, 60_000, "other", 5_000)] // another start of the app: its monotonic clock says nothing
    public void A_clock_put_back_since_the_last_contact_is_noticed(int shownSeconds, long monotonicMs, string boot, long offset) =>
        Assert.Equal(offset, new ClockContact(5_000, Roster.Morning, 0, "boot").OffsetAt(Roster.Morning.AddSeconds(shownSeconds), monotonicMs, boot));
}
