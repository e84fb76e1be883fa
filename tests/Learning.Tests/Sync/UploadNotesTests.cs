using System.Security.Claims;
using Learning.Domain.Ids;
using Learning.Web.Accounts;
using Learning.Web.Api.Sync;
using Learning.Web.Audit;

namespace Learning.Tests.Sync;

/// <summary>What the audit log says of phones that send check-ins.</summary>
public sealed class UploadNotesTests
{
    private static readonly string Cohort = LearningId.New(TimeProvider.System), One = $"{Cohort}/1", Other = $"{Cohort}/2";

    private readonly Log log = new();
    private readonly StoppedClock clock = new();
    private readonly UploadNotes notes;

    public UploadNotesTests() => notes = new UploadNotes(log, clock);

    [Fact]
    public async Task One_note_speaks_for_all_uploads_of_a_session_in_ten_minutes()
    {
        for (var i = 0; i < 300; i++) await notes.Note(Phone("p1"), "p1", [One]);
        Assert.Equal([$"device:p1 sync.upload p1 {One}"], log.Lines);

        clock.Forward(TimeSpan.FromMinutes(9.9));
        await notes.Note(Phone("p1"), "p1", [One]);
        Assert.Single(log.Lines);

        clock.Forward(TimeSpan.FromMinutes(0.1));
        await notes.Note(Phone("p1"), "p1", [One]);
        Assert.Equal(2, log.Lines.Count);
    }

    [Fact]
    public async Task Another_session_another_phone_and_another_caller_have_a_note_of_their_own()
    {
        await notes.Note(Phone("p1"), "p1", [One, One]);
        await notes.Note(Phone("p1"), "p1", [One, Other, Other]);
        await notes.Note(Phone("p2"), "p2", [One]);
        await notes.Note(Account("trainer"), "p1", [One]);

        Assert.Equal(
            [$"device:p1 sync.upload p1 {One}", $"device:p1 sync.upload p1 {Other}", $"device:p2 sync.upload p2 {One}", $"trainer sync.upload p1 {One}"], log.Lines);
    }

    [Fact]
    public async Task What_names_no_session_is_noted_without_repeating_it()
    {
        await notes.Note(Phone("p1"), "p1", [null, "Өнөрцэцэг 99112233", ""]);
        await notes.Note(Phone("p1"), "p1", ["x", One]);

        Assert.Equal(["device:p1 sync.upload p1 ", $"device:p1 sync.upload p1 {One}"], log.Lines);
    }

    [Fact]
    public async Task Every_session_of_an_upload_is_named_once()
    {
        string?[] many = [.. Enumerable.Range(1, 200).Select(n => $"{Cohort}/{n}")];
        await notes.Note(Phone("p1"), "p1", [.. many, ""]);
        await notes.Note(Phone("p1"), "p1", many);

        Assert.Equal([$"device:p1 sync.upload p1 {string.Join(' ', many)}"], log.Lines);
    }

    [Fact]
    public async Task Whoever_comes_while_the_note_is_being_written_waits_for_it()
    {
        log.Writing = new TaskCompletionSource();
        var (first, second) = (notes.Note(Phone("p1"), "p1", [One]), notes.Note(Phone("p1"), "p1", [One]));
        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);

        log.Writing.SetResult();
        await Task.WhenAll(first, second);
        Assert.Single(log.Lines);
    }

    [Fact]
    public async Task A_note_that_failed_fails_its_uploads_and_is_tried_again_with_the_next()
    {
        log.Writing = new TaskCompletionSource();
        var (first, second) = (notes.Note(Phone("p1"), "p1", [One]), notes.Note(Phone("p1"), "p1", [One, Other]));
        log.Writing.SetException(new IOException("disk full"));
        await Assert.ThrowsAsync<IOException>(() => first);
        await Assert.ThrowsAsync<IOException>(() => second);

        log.Writing = null;
        await notes.Note(Phone("p1"), "p1", [One]);
        Assert.Equal(3, log.Lines.Count);
    }

    private static ClaimsPrincipal Phone(string id) => Caller([new Claim(AccountClaims.DeviceId, id)]);

    private static ClaimsPrincipal Account(string name) => Caller([new Claim(ClaimTypes.Name, name)]);

    private static ClaimsPrincipal Caller(Claim[] claims) => new(new ClaimsIdentity(claims, "test"));

    private sealed class Log : IAuditLog
    {
        public List<string> Lines { get; } = [];

        public TaskCompletionSource? Writing { get; set; }

        public Task Note(ClaimsPrincipal who, string action, string subject, string detail = "")
        {
            Lines.Add($"{Web.Accounts.Caller.Of(who).Actor} {action} {subject} {detail}");
            return Writing?.Task ?? Task.CompletedTask;
        }
    }

    private sealed class StoppedClock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Forward(TimeSpan by) => now += by.Ticks;
    }
}
