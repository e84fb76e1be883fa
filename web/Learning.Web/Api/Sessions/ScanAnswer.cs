using Learning.Domain.Checkin;

namespace Learning.Web.Api.Sessions;

/// <summary>What became of a badge scanned at the desk.</summary>
/// <param name="TraineeId">Who.</param>
/// <param name="Name">Patronymic and given name.</param>
/// <param name="Result">What became of the scan.</param>
public sealed record ScanAnswer(string? TraineeId, string? Name, ScanResult Result);
