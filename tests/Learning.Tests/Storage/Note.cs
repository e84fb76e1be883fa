namespace Learning.Tests.Storage;

/// <summary>A row that EF Core writes in these tests.</summary>
public sealed class Note
{
    public long Id { get; set; }

    public required string Text { get; set; }
}
