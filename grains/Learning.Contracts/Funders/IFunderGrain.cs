using Learning.Domain.Funders;

namespace Learning.Contracts.Funders;

/// <summary>One funder and its grants; the key is its code.</summary>
[Alias("funder")]
public interface IFunderGrain : IGrainWithStringKey
{
    /// <summary>The funder, or <see langword="null"/>.</summary>
    [Alias("get")]
    Task<Funder?> Get();

    /// <summary>Notes the funder as it is now.</summary>
    /// <param name="funder">The funder.</param>
    [Alias("put")]
    Task Put(Funder funder);
}
