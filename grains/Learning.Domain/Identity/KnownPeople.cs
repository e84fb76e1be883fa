using System.Collections.Immutable;

namespace Learning.Domain.Identity;

/// <summary>Who was known before a batch, as far as the batch can touch them.</summary>
public sealed record KnownPeople
{
    /// <summary>Nobody.</summary>
    public static KnownPeople None { get; } = new();

    /// <summary>Strong key → id of the person who holds it.</summary>
    public IReadOnlyDictionary<string, string> HolderByKey { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Id → what is known of the person; everybody who holds a key is in it.</summary>
    public IReadOnlyDictionary<string, PersonEvidence> ById { get; init; } = ImmutableDictionary<string, PersonEvidence>.Empty;

    /// <summary>Id of a row taken in before → whose it was. Such a row is not judged again.</summary>
    public IReadOnlyDictionary<string, string> HolderByRow { get; init; } = ImmutableDictionary<string, string>.Empty;
}
