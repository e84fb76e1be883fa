using System.Text.Json.Serialization;

namespace Learning.Domain.Courses;

/// <summary>What a certificate says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CertificateKind>))]
public enum CertificateKind
{
    /// <summary>The holder took part.</summary>
    [JsonStringEnumMemberName("attendance")] Attendance,

    /// <summary>The holder met the completion rule.</summary>
    [JsonStringEnumMemberName("completion")] Completion,
}
