using System.Security.Cryptography;
using Learning.Domain.Badges;
using Learning.Domain.Checkin;
using Learning.Domain.Checkin.Local;
using Learning.Domain.Cohorts;
using Learning.Domain.Sessions;
using Learning.Domain.Sync;

namespace Learning.Tests.Checkin;

/// <summary>What a phone says of a code without a signal (checkin-protocol.md, what the trainer sees).</summary>
public sealed class LocalJudgeTests : IDisposable
{
    private const string Badge = "00000000000000b1";
    private const string OtherBadge = "00000000000000b2";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly BadgeKey[] keys;

    public LocalJudgeTests() => keys = [BadgeSigning.PublicKey(7, key, new DateOnly(2025, 1, 1), new DateOnly(2026, 12, 31))];

    public void Dispose() => key.Dispose();

    [Fact]
    public void A_good_badge_of_somebody_with_a_place_is_checked_in_and_stored()
    {
        var finding = Judge(Code(), Roster.Person("t1", badges: [Badge]));
        Assert.Equal((LocalVerdict.CheckedIn, "t1", Badge, true, false), Seen(finding));
    }

    [Fact]
    public void A_repeat_on_this_phone_is_told_with_its_time_and_not_stored()
    {
        var finding = Judge(Code(), [Scan("s1", 1, "t:t1")], Roster.Person("t1", badges: [Badge]));
        Assert.Equal((LocalVerdict.Already, "t1", Badge, false, false), Seen(finding));
        Assert.Equal(Roster.Morning, finding.Since);
    }

    [Fact]
    public void Somebody_whom_only_the_server_knows_to_be_here_is_told_and_stored_all_the_same()
    {
        var finding = Judge(Code(), Roster.Person("t1", mark: Mark.Late, at: Roster.Morning, badges: [Badge]));
        Assert.Equal((LocalVerdict.Already, "t1", Badge, true, false), Seen(finding));
    }

    [Fact]
    public void After_an_undo_the_same_badge_counts_again()
    {
        var finding = Judge(Code(), [Scan("s1", 1, "t:t1"), Void("s2", 2, "t:t1", "s1")], Roster.Person("t1", badges: [Badge]));
        Assert.Equal(LocalVerdict.CheckedIn, finding.Verdict);
    }

    [Theory]
    [InlineData(EnrolmentState.Withdrawn, LocalVerdict.Withdrawn)]
    [InlineData(EnrolmentState.Waitlisted, LocalVerdict.NotOnList)]
    [InlineData(EnrolmentState.Requested, LocalVerdict.NotOnList)]
    public void Without_a_place_the_trainer_is_asked_first(EnrolmentState state, LocalVerdict verdict) =>
        Assert.Equal((verdict, "t1", Badge, false, true), Seen(Judge(Code(), Roster.Person("t1", state, badges: [Badge]))));

    [Fact]
    public void A_good_badge_on_no_list_may_be_checked_in_after_asking() =>
        Assert.Equal((LocalVerdict.NotOnList, null, Badge, false, true), Seen(Judge(Code(), Roster.Person("t1"))));

    [Fact]
    public void Wrong_session_chosen_names_the_one_of_that_day_to_which_the_person_belongs()
    {
        var other = new LocalRoster(Roster.Session("c2/1", Roster.Person("t9", badges: [Badge])));
        var finding = LocalJudge.OfCode(Code(), true, Known(Roster.Session("c1/1"), [], [other]));
        Assert.Equal((LocalVerdict.OtherSession, "t9", Badge, false, true), Seen(finding));
        Assert.Equal("c2/1", finding.OtherSessionId);
    }

    [Fact]
    public void A_revoked_badge_is_refused_whether_the_list_or_the_revocations_say_so()
    {
        var byList = Judge(Code(), Roster.Person("t1", badges: [OtherBadge], revoked: [Badge]));
        var byRevocation = LocalJudge.OfCode(Code(), true, Known(Roster.Session("c1/1"), [], [], Badge));
        Assert.Equal((LocalVerdict.Replaced, "t1", Badge, false, false), Seen(byList));
        Assert.Equal((LocalVerdict.Replaced, null, Badge, false, false), Seen(byRevocation));
    }

    [Fact]
    public void A_badge_whose_signature_does_not_match_names_nobody() =>
        Assert.Equal((LocalVerdict.Foreign, null, null, false, false), Seen(LocalJudge.OfCode(Code(), false, Known(Roster.Session("c1/1", Roster.Person("t1", badges: [Badge])), [], []))));

    [Fact]
    public void An_unknown_key_id_names_nobody() =>
        Assert.Equal((LocalVerdict.UnknownKey, null, null, false, false), Seen(Judge(Code(kid: 8), Roster.Person("t1", badges: [Badge]))));

    [Fact]
    public void A_retired_key_does_no_harm_to_a_badge_in_date() =>
        Assert.Equal(LocalVerdict.CheckedIn, Judge(Code(from: new DateOnly(2025, 5, 1)), Roster.Person("t1", badges: [Badge])).Verdict);

    [Theory]
    [InlineData("2025-02-01", "2026-03-09", LocalVerdict.Expired)]
    [InlineData("2026-03-11", "2026-12-01", LocalVerdict.NotYetValid)]
    public void The_day_of_the_session_decides_whether_a_badge_is_in_date(string from, string to, LocalVerdict verdict) =>
        Assert.Equal(verdict, Judge(Code(from: DateOnly.Parse(from), to: DateOnly.Parse(to)), Roster.Person("t1", badges: [Badge])).Verdict);

    [Fact]
    public void A_short_code_names_the_person_on_the_list_and_nobody_else()
    {
        var code = ShortCode.Of(Badge);
        Assert.True(BadgeText.TryParse(code.ToLowerInvariant(), out var typed));
        Assert.Equal((LocalVerdict.CheckedIn, "t1", null, true, false), Seen(Judge(typed, Roster.Person("t1", code: code))));
        Assert.Equal((LocalVerdict.NotOnList, null, null, false, false), Seen(Judge(typed, Roster.Person("t2"))));
    }

    [Theory]
    [InlineData("https://example.org/p/1", LocalVerdict.Foreign)]
    [InlineData("WIFI:S:mine;;", LocalVerdict.Foreign)]
    public void A_foreign_code_is_none_of_ours(string text, LocalVerdict verdict)
    {
        _ = BadgeText.TryParse(text, out var code);
        Assert.Equal((verdict, null, null, false, false), Seen(Judge(code, Roster.Person("t1"))));
    }

    [Fact]
    public void The_words_on_the_wire_are_the_names_in_camel_case() =>
        Assert.All(Enum.GetValues<LocalVerdict>(), verdict =>
            Assert.Equal(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString()), Learning.Domain.Text.EnumText.Of(verdict)));

    private static (LocalVerdict, string?, string?, bool, bool) Seen(LocalFinding f) => (f.Verdict, f.Person?.TraineeId, f.BadgeId, f.Stores, f.MayOverride);

    private LocalFinding Judge(ParsedBadge code, params BundlePerson[] people) => Judge(code, [], people);

    private LocalFinding Judge(ParsedBadge code, LocalScan[] scans, params BundlePerson[] people) =>
        LocalJudge.OfCode(code, true, Known(Roster.Session("c1/1", people), scans, []));

    private LocalKnowledge Known(BundleSession session, LocalScan[] scans, LocalRoster[] others, params string[] revoked) =>
        new(new LocalRoster(session), others, keys, revoked.ToHashSet(), new LocalView(session, Roster.Morning.AddHours(-1), scans));

    private static LocalScan Scan(string id, long number, string person) => new(id, number, person, ScanKind.In, null, Roster.Morning, null, null);

    private static LocalScan Void(string id, long number, string person, string target) => new(id, number, person, ScanKind.Void, target, Roster.Morning, null, null);

    private ParsedBadge Code(byte kid = 7, DateOnly? from = null, DateOnly? to = null)
    {
        var payload = new BadgePayload(BadgePayload.CurrentVersion, kid, Badge, from ?? new DateOnly(2026, 1, 1), to ?? new DateOnly(2027, 1, 1));
        Assert.True(BadgeText.TryParse(BadgeSigning.Sign(payload, key), out var code));
        return code;
    }
}
