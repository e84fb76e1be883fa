using Learning.Domain.Ids;

namespace Learning.Domain.Certificates;

/// <summary>Outcome of a reissue.</summary>
/// <param name="Result">Whether it was done.</param>
/// <param name="Number">The new certificate's number.</param>
public sealed record ReissueAnswer(OperationResult Result, string? Number);
