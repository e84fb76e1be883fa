using System.Text.Json.Serialization;

namespace Learning.Domain.Trainees;

/// <summary>What a person has agreed to. Several may be given at once.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<Consent>))]
public enum Consent
{
    /// <summary>Nothing.</summary>
    [JsonStringEnumMemberName("none")] None = 0,

    /// <summary>Keeping a record of training and attendance.</summary>
    [JsonStringEnumMemberName("training")] Training = 1,

    /// <summary>Showing the name on a publicly verifiable certificate.</summary>
    [JsonStringEnumMemberName("certificate")] Certificate = 2,

    /// <summary>Passing unnamed facts to the donors who paid.</summary>
    [JsonStringEnumMemberName("donorExport")] DonorExport = 4,

    /// <summary>Being photographed during training.</summary>
    [JsonStringEnumMemberName("photo")] Photo = 8,
}
