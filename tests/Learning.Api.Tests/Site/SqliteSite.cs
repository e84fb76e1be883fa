namespace Learning.Api.Tests.Site;

/// <summary>The program on the embedded database.</summary>
public sealed class SqliteSite : ApiSite
{
    protected override Task<string[]> Settings() => Task.FromResult<string[]>([]);
}
