using System.Text.Json.Serialization;

namespace Learning.Domain.Funders;

/// <summary>What kind of organisation a funder is. The numbers in the words are those of the IATI codelist OrganisationType.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FunderType>))]
public enum FunderType
{
    /// <summary>None of the others, or not known (IATI 90).</summary>
    [JsonStringEnumMemberName("other")] Other = 0,

    /// <summary>A government or its agency (IATI 10).</summary>
    [JsonStringEnumMemberName("government")] Government = 1,

    /// <summary>An international non-governmental organisation (IATI 21).</summary>
    [JsonStringEnumMemberName("internationalNgo")] InternationalNgo = 2,

    /// <summary>A national non-governmental organisation, such as the federation itself (IATI 22).</summary>
    [JsonStringEnumMemberName("nationalNgo")] NationalNgo = 3,

    /// <summary>An organisation of several governments (IATI 40).</summary>
    [JsonStringEnumMemberName("multilateral")] Multilateral = 4,

    /// <summary>A foundation (IATI 60).</summary>
    [JsonStringEnumMemberName("foundation")] Foundation = 5,

    /// <summary>A company (IATI 70).</summary>
    [JsonStringEnumMemberName("privateSector")] PrivateSector = 6,
}
