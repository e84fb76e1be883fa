using Learning.Domain.Badges;

namespace Learning.Contracts.Badges;

/// <summary>Whose badge this is; the key is the badge id. A check-in asks here, never the read model.</summary>
[Alias("badge")]
public interface IBadgeGrain : IGrainWithStringKey
{
    /// <summary>The badge's holder and dates, or <see langword="null"/> for a badge never issued.</summary>
    [Alias("get")]
    Task<BadgeHolder?> Get();

    /// <summary>Notes whose badge it is.</summary>
    /// <param name="holder">Holder and dates.</param>
    [Alias("put")]
    Task Put(BadgeHolder holder);
}
