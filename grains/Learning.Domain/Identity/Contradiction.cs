using System.Text.Json.Serialization;

namespace Learning.Domain.Identity;

/// <summary>Why two records cannot be of one person, whatever else they share.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<Contradiction>))]
public enum Contradiction
{
    /// <summary>Nothing speaks against it.</summary>
    [JsonStringEnumMemberName("none")] None = 0,

    /// <summary>Both have a register number and they differ.</summary>
    [JsonStringEnumMemberName("otherRegisterNumber")] OtherRegisterNumber = 1,

    /// <summary>Both state a sex and they differ.</summary>
    [JsonStringEnumMemberName("otherSex")] OtherSex = 2,

    /// <summary>Both have a birth year and they lie more than one apart.</summary>
    [JsonStringEnumMemberName("otherBirthYear")] OtherBirthYear = 4,

    /// <summary>The given names are so unlike that no slip explains it: a number written in another person's row.</summary>
    [JsonStringEnumMemberName("otherName")] OtherName = 8,

    /// <summary>They are two different rows of one sheet, and nobody is on a sheet twice.</summary>
    [JsonStringEnumMemberName("sameSheet")] SameSheet = 16,

    /// <summary>Both are already known as two people.</summary>
    [JsonStringEnumMemberName("twoKnownPeople")] TwoKnownPeople = 32,
}
