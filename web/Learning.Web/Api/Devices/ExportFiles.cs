using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using Learning.Contracts.Devices;
using Learning.Domain.Checkin;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Sync;
using Learning.Web.Audit;

namespace Learning.Web.Api.Devices;

/// <summary>Takes in what a phone exported, as if the phone itself had sent it: the same rules, and as safe to repeat.</summary>
public sealed class ExportFiles(IGrainFactory grains, ScanSenders senders, ScanIntake intake, IAuditLog audit)
{
    private const int AtOnce = 200;

    /// <summary>Takes the scans in.</summary>
    /// <param name="user">The phone's owner, or an administrator.</param>
    /// <param name="json">The file.</param>
    /// <param name="deviceId">The phone it must be of; <see langword="null"/> for whichever the file names.</param>
    /// <param name="cancel">Stops before the next batch; what was taken stays.</param>
    /// <returns>What became of each scan, or why the file was not taken.</returns>
    public async Task<(ExportAnswer? Answer, Problem? Refusal)> Take(ClaimsPrincipal user, Stream json, string? deviceId, CancellationToken cancel)
    {
        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(json, cancellationToken: cancel);
        }
        catch (JsonException)
        {
            return (null, ExportFile.Unreadable);
        }

        using (document)
        {
            // Whose phone it is comes first: of another's, nothing is said but that it isn't there.
            if (deviceId is not null && await senders.OfFile(user, deviceId) is null) return (null, Problem.NotFound);
            var (file, refusal) = ExportFile.Of(document.RootElement);
            if (file is null) return (null, refusal);
            if (deviceId is not null && file.DeviceId != deviceId) return (null, new Problem(StatusCodes.Status400BadRequest, "export.otherPhone"));
            if (await senders.OfFile(user, file.DeviceId) is not { } sender) return (null, new Problem(StatusCodes.Status404NotFound, "export.unknownPhone"));

            var results = ImmutableArray.CreateBuilder<ScanResult>(file.Items.Count);
            // The device's clock at sending is not known: each scan carries what the phone knew of its clock.
            foreach (var some in file.Items.Chunk(AtOnce))
            {
                cancel.ThrowIfCancellationRequested();
                results.AddRange(await intake.Take(sender, some, deviceNow: null));
            }

            await audit.Note(user, "device.file", sender.DeviceId, string.Join(' ', results.CountBy(r => r.Status).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Value}")));
            var device = (await grains.GetGrain<IDeviceGrain>(sender.DeviceId).Get())!;
            return (new ExportAnswer(device.Id, device.Name, results.MoveToImmutable()), null);
        }
    }
}
