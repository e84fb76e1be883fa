using System.Collections.Concurrent;
using Learning.Silo.Storage;
using Learning.Web.Accounts;

namespace Learning.Web.Api.Devices;

/// <summary>
/// The accounts of those who own phones. A phone that checks people in asks every second or two, so what was read is remembered for
/// <see cref="Remembered"/>: an account switched off in another process is noticed after that, in this one at once.
/// </summary>
/// <param name="database">Holds the accounts.</param>
/// <param name="changes">What this process changed.</param>
/// <param name="clock">The present.</param>
public sealed class DeviceOwners(IDatabase database, AccountChanges changes, TimeProvider clock)
{
    /// <summary>How long another process's change may go unnoticed.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Reading> readings = new(StringComparer.Ordinal);

    /// <summary>The account, or <see langword="null"/> if there is none, or it is switched off, or its role checks nobody in.</summary>
    /// <param name="userName">User name, as the account has it.</param>
    public async Task<DeviceOwner?> Find(string userName)
    {
        if (readings.TryGetValue(userName, out var known) && known.Changes == changes.Count && clock.GetElapsedTime(known.At) < Remembered) return known.Owner;
        // Both before reading: what changes meanwhile makes the reading void.
        var (before, at) = (changes.Count, clock.GetTimestamp());
        var roles = await database.ReadAsync((connection, cancel) => connection.RowsAsync(
            "SELECT roles FROM users WHERE user_name = @name AND NOT disabled", [("name", userName)], row => row.GetString(0).Split(','), cancel));
        var owner = roles is [var own] && (own.Contains(Roles.Administrator) || own.Contains(Roles.Trainer)) ? new DeviceOwner(userName, own.Contains(Roles.Administrator)) : null;
        readings[userName] = new Reading(owner, before, at);
        return owner;
    }

    private sealed record Reading(DeviceOwner? Owner, long Changes, long At);
}
