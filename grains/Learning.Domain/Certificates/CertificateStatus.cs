using System.Text.Json.Serialization;

namespace Learning.Domain.Certificates;

/// <summary>Whether a certificate still stands. Certificates are never deleted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CertificateStatus>))]
public enum CertificateStatus
{
    /// <summary>It stands.</summary>
    [JsonStringEnumMemberName("valid")] Valid,

    /// <summary>Its last day of validity has passed.</summary>
    [JsonStringEnumMemberName("expired")] Expired,

    /// <summary>Another certificate has taken its place.</summary>
    [JsonStringEnumMemberName("superseded")] Superseded,

    /// <summary>It was withdrawn.</summary>
    [JsonStringEnumMemberName("revoked")] Revoked,
}
