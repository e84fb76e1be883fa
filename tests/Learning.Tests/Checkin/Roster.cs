using Learning.Domain.Cohorts;
using Learning.Domain.Sessions;
using Learning.Domain.Sync;

namespace Learning.Tests.Checkin;

/// <summary>Sessions as a phone downloads them, for tests.</summary>
internal static class Roster
{
    public static readonly DateOnly Day = new(2026, 3, 10);
    public static readonly DateTimeOffset Morning = new(2026, 3, 10, 1, 0, 0, TimeSpan.Zero);

    public static BundleSession Session(string id, params BundlePerson[] people) => new(
        id, id.Split('/')[0], 1, Day, 4, "Asia/Ulaanbaatar", 480, "MN6416", "Мандал-Овоо", "Mandal-Ovoo", "Соёлын төв", "Аюулгүй ажиллагаа", "Safety",
        CohortState.Open, "", "1", [.. people]);

    public static BundlePerson Person(
        string id, EnrolmentState state = EnrolmentState.Enrolled, Mark? mark = null, DateTimeOffset? at = null, string[]? badges = null, string[]? revoked = null, string? code = null) =>
        new(id, $"Бат-Эрдэнэ {id}", code, [.. badges ?? []], [.. revoked ?? []], state, mark, at, []);
}
