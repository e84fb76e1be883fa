using Learning.Domain.Organisations;

namespace Learning.Contracts.Organisations;

/// <summary>One organisation of the federation; the key is its code.</summary>
[Alias("organisation")]
public interface IOrganisationGrain : IGrainWithStringKey
{
    /// <summary>The organisation, or <see langword="null"/>.</summary>
    [Alias("get")]
    Task<Organisation?> Get();

    /// <summary>Notes the organisation as it is now.</summary>
    /// <param name="organisation">The organisation.</param>
    [Alias("put")]
    Task Put(Organisation organisation);
}
