using System.Collections.Immutable;
using System.Text.Json;
using Learning.Contracts.Devices;
using Learning.Contracts.Sessions;
using Learning.Domain.Checkin;
using Learning.Domain.Devices;
using Learning.Domain.Ids;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Learning.Web.Api.Sync;

/// <summary>
/// Takes an upload in: each item to its session, what belongs to none to its device. Whatever happens to one item, the others
/// are stored; an item is answered only once it is durable somewhere, and with <c>retry</c> when that is not known.
/// </summary>
public sealed partial class ScanIntake(
    IGrainFactory grains, TimeProvider clock, SyncMetrics metrics, IOptions<JsonOptions> json, ILogger<ScanIntake> logger)
{
    private static readonly TimeSpan ContactsTold = TimeSpan.FromSeconds(5);

    /// <summary>Takes the items in.</summary>
    /// <param name="sender">Whose they are.</param>
    /// <param name="items">As sent.</param>
    /// <param name="deviceNow">The device's clock at sending; <see langword="null"/> if it did not say.</param>
    /// <returns>One result an item, in the same order.</returns>
    public async Task<ImmutableArray<ScanResult>> Take(ScanSender sender, IReadOnlyList<JsonElement> items, DateTimeOffset? deviceNow)
    {
        var receivedAt = clock.GetUtcNow();
        TimeSpan? offset = deviceNow is { } then ? receivedAt - then : null;
        var received = items.Select(item => ReceivedItem.Of(item, json.Value.SerializerOptions)).ToArray();
        var results = new ScanResult[received.Length];
        var bySession = received.Index().GroupBy(x => x.Item.SessionId);
        await Task.WhenAll(bySession.Select(async group =>
        {
            var part = group.ToArray();
            var answers = group.Key is null
                ? part.Select(x => Quarantined(x.Item.Scan, ReviewReason.Malformed)).ToImmutableArray()
                : await Record(sender, group.Key, [.. part.Select(x => x.Item.Scan)], offset ?? TimeSpan.Zero, receivedAt);
            for (var i = 0; i < part.Length; i++) results[part[i].Index] = answers[i];
        }));

        if (!await Tell(sender, received, results, offset, receivedAt))
        {
            // A quarantined item is kept by its device alone.
            for (var i = 0; i < results.Length; i++)
                if (results[i].Status == ScanStatus.Quarantined)
                    results[i] = Retry(received[i].Scan);
        }

        metrics.Count(results);
        return [.. results];
    }

    private async Task<ImmutableArray<ScanResult>> Record(ScanSender sender, string sessionId, ImmutableArray<Scan> scans, TimeSpan offset, DateTimeOffset receivedAt)
    {
        try
        {
            return await grains.GetGrain<ISessionGrain>(sessionId).Record(
                new ScanUpload(sender.DeviceId, scans, offset, receivedAt, sender.Flags, sender.IsAdministrator ? null : sender.UserName));
        }
        catch (Exception e)
        {
            LogRetry(sessionId, scans.Length, e);
            return [.. scans.Select(Retry)];
        }
    }

    /// <summary>Tells the device what came, and keeps with it what no session could take. False if that is not known to be durable.</summary>
    private async Task<bool> Tell(ScanSender sender, ReceivedItem[] received, ScanResult[] results, TimeSpan? offset, DateTimeOffset receivedAt)
    {
        var quarantine = received.Zip(results)
            .Where(x => x.Second.Status == ScanStatus.Quarantined)
            .Select(x => new QuarantinedScan(x.First.Scan, x.First.Digest, x.Second.Reasons[0], sender.DeviceId, receivedAt, x.First.Text))
            .ToImmutableArray();
        if (sender.DeviceId == ScanSender.Desk && quarantine.Length == 0) return true;
        var contact = new DeviceContact(receivedAt, offset, quarantine);
        // A phone at work sends every other second.
        if (sender.Device is { } known && !known.IsNews(contact, ContactsTold)) return true;
        try
        {
            await (await KeeperOf(sender)).Contact(contact);
            return true;
        }
        catch (Exception e)
        {
            LogUntold(sender.DeviceId, e);
            return false;
        }
    }

    private async Task<IDeviceGrain> KeeperOf(ScanSender sender)
    {
        if (sender.DeviceId != ScanSender.Desk) return grains.GetGrain<IDeviceGrain>(sender.DeviceId);
        // A desk has no phone: what it sent wrong is kept under a device of its own that no grant opens.
        var desk = grains.GetGrain<IDeviceGrain>(LearningId.From(ScanSender.Desk, sender.UserName));
        if (await desk.Get() is null) await desk.Enrol(ScanSender.Desk, sender.UserName, "", clock.GetUtcNow());
        return desk;
    }

    private ScanResult Quarantined(Scan item, string reason) =>
        new() { ScanId = item.ScanId, Status = ScanStatus.Quarantined, Reasons = [reason], ServerTime = clock.GetUtcNow() };

    private ScanResult Retry(Scan item) => new() { ScanId = item.ScanId, Status = ScanStatus.Retry, ServerTime = clock.GetUtcNow() };

    [LoggerMessage(LogLevel.Warning, "Session {SessionId} did not take {Count} scans; the device will send them again.")]
    private partial void LogRetry(string sessionId, int count, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Device {DeviceId} could not be told of an upload.")]
    private partial void LogUntold(string deviceId, Exception exception);
}
