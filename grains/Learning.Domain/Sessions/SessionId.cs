using System.Globalization;

namespace Learning.Domain.Sessions;

/// <summary>A session's id is <c>cohort/number</c>: it says whose session it is without a look-up.</summary>
public static class SessionId
{
    /// <summary>The id of a cohort's n-th session.</summary>
    /// <param name="cohortId">Cohort id.</param>
    /// <param name="number">From 1.</param>
    public static string Of(string cohortId, int number) => string.Create(CultureInfo.InvariantCulture, $"{cohortId}/{number}");

    /// <summary>Takes an id apart.</summary>
    /// <param name="sessionId">What somebody sent; <c>cohort~number</c> is the same id written for a URL path.</param>
    /// <param name="cohortId">The cohort's id.</param>
    /// <param name="number">From 1.</param>
    /// <returns>Whether it has the form of a session id.</returns>
    public static bool TryParse(string? sessionId, out string cohortId, out int number)
    {
        (cohortId, number) = ("", 0);
        var cut = sessionId?.IndexOfAny(['/', '~']) ?? -1;
        if (cut < 0 || !Ids.LearningId.IsId(sessionId![..cut])) return false;
        if (!int.TryParse(sessionId.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > 999) return false;
        cohortId = sessionId[..cut];
        return true;
    }

    /// <summary>The id as one segment of a URL path.</summary>
    /// <param name="sessionId">A session id.</param>
    public static string ForUrl(string sessionId) => sessionId.Replace('/', '~');
}
