using Learning.Domain.Checkin.SelfCheckIn;
using Learning.Silo.ReadModel;
using Learning.Web.Api.Sync;
using Learning.Web.Words;

namespace Learning.Web.Pages.Review;

/// <summary>How the review queue says why something is in it and where it came from.</summary>
internal static class ReviewWords
{
    /// <summary>One reason in words.</summary>
    public static string Reason(IWords words, string code) => words.Find($"roster.reason.{code}") ?? code;

    /// <summary>A row's reasons.</summary>
    public static IEnumerable<string> Reasons(IWords words, ReviewRow row) => row.Reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => Reason(words, code));

    /// <summary>The device: its name, the desk, or somebody's own phone.</summary>
    public static string Device(IWords words, string deviceId, IReadOnlyDictionary<string, string> names) =>
        names.GetValueOrDefault(deviceId)
        ?? (deviceId == ScanSender.Desk ? words["review.desk"] : OwnPhone.Is(deviceId) ? words["review.ownPhone"] : words["review.unknownDevice"]);

    /// <summary>Why a decision or a move was not made: a key of words, or a reason of the check-in.</summary>
    public static string Refusal(IWords words, string code) => words.Find(code) ?? words.Find($"review.{code}") ?? Reason(words, code);
}
