using Learning.Domain.Sessions;

namespace Learning.Domain.Checkin;

/// <summary>Whether the fields of an item make a scan at all.</summary>
public static class ScanShape
{
    private const int LongestText = 200;

    /// <summary>Whether the item can be taken; whether what it names exists is another question.</summary>
    /// <param name="item">The item as sent.</param>
    public static bool IsWellFormed(Scan item) =>
        IsShort(item.ScanId, 64) && !string.IsNullOrWhiteSpace(item.ScanId)
        && SessionId.TryParse(item.SessionId, out _, out _)
        && Enum.IsDefined(item.Kind) && Enum.IsDefined(item.Method)
        && item.DeviceSeq >= 0
        && item.CapturedAt.Year is > 2000 and < 2200
        && IsShort(item.Operator, LongestText) && IsShort(item.Reason, LongestText) && IsShort(item.BadgeId, LongestText) && IsShort(item.TraineeId, LongestText)
        && item.Kind switch
        {
            ScanKind.Void => !string.IsNullOrWhiteSpace(item.TargetScanId) && IsShort(item.TargetScanId, 64) && item.TargetScanId != item.ScanId,
            ScanKind.WalkIn => IsPerson(item.WalkIn),
            _ => string.IsNullOrWhiteSpace(item.BadgeId) != string.IsNullOrWhiteSpace(item.TraineeId),
        };

    private static bool IsPerson(WalkIn? person) =>
        person is not null && !string.IsNullOrWhiteSpace(person.GivenName)
        && IsShort(person.GivenName, LongestText) && IsShort(person.Patronymic, LongestText) && IsShort(person.Phone, 40);

    private static bool IsShort(string? text, int longest) => text is null || text.Length <= longest;
}
