using System.Collections.Immutable;
using Learning.Domain.Checkin;

namespace Learning.Web.Api.Devices;

/// <summary>What became of a phone's exported file.</summary>
/// <param name="DeviceId">The phone.</param>
/// <param name="Name">What its trainer calls it.</param>
/// <param name="Results">One result a scan, in the order of the file.</param>
public sealed record ExportAnswer(string DeviceId, string Name, ImmutableArray<ScanResult> Results);
