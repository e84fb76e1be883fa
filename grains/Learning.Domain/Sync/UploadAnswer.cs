using System.Collections.Immutable;
using Learning.Domain.Checkin;

namespace Learning.Domain.Sync;

/// <summary>What became of an upload.</summary>
/// <param name="Results">One result an item, in the same order.</param>
/// <param name="ServerTime">Server clock at the answer, UTC.</param>
public sealed record UploadAnswer(ImmutableArray<ScanResult> Results, DateTimeOffset ServerTime);
