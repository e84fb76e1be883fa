namespace Learning.Web.Audit;

/// <summary>Acts, the latest first.</summary>
/// <param name="Items">The acts.</param>
/// <param name="Next">For <c>after</c> to go on; <see langword="null"/> at the end.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Items, string? Next);
