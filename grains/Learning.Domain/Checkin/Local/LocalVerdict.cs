using System.Text.Json.Serialization;

namespace Learning.Domain.Checkin.Local;

/// <summary>
/// What a phone tells its trainer of a code, by what it has downloaded. The server decides what counts; a scan carries this
/// as <see cref="Scan.LocalVerdict"/>.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<LocalVerdict>))]
public enum LocalVerdict
{
    /// <summary>Green: checked in.</summary>
    [JsonStringEnumMemberName("checkedIn")] CheckedIn = 1,

    /// <summary>Amber: was already here.</summary>
    [JsonStringEnumMemberName("already")] Already = 2,

    /// <summary>Amber: belongs to another session of that day.</summary>
    [JsonStringEnumMemberName("otherSession")] OtherSession = 3,

    /// <summary>Red: a good badge or code, but nobody on this list.</summary>
    [JsonStringEnumMemberName("notOnList")] NotOnList = 4,

    /// <summary>Red: gave the place up.</summary>
    [JsonStringEnumMemberName("withdrawn")] Withdrawn = 5,

    /// <summary>Red: the badge was revoked or replaced.</summary>
    [JsonStringEnumMemberName("replaced")] Replaced = 6,

    /// <summary>Red: the badge is no longer good.</summary>
    [JsonStringEnumMemberName("expired")] Expired = 7,

    /// <summary>Red: the badge is not good yet.</summary>
    [JsonStringEnumMemberName("notYetValid")] NotYetValid = 8,

    /// <summary>Grey: signed with a key the phone has not heard of: go online once.</summary>
    [JsonStringEnumMemberName("unknownKey")] UnknownKey = 9,

    /// <summary>Grey: not one of our codes, or damaged.</summary>
    [JsonStringEnumMemberName("foreign")] Foreign = 10,

    /// <summary>Grey: a badge of a later version: update the app.</summary>
    [JsonStringEnumMemberName("updateApp")] UpdateApp = 11,
}
