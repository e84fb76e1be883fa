using System.Text.Json.Serialization;

namespace Learning.Web.Api.Review;

/// <summary>What to do with an item that no session could take.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuarantineAct>))]
public enum QuarantineAct
{
    /// <summary>Nothing can be made of it; it stays kept and leaves the queue.</summary>
    [JsonStringEnumMemberName("dismiss")] Dismiss = 1,

    /// <summary>It belongs to another session.</summary>
    [JsonStringEnumMemberName("move")] Move = 2,
}
