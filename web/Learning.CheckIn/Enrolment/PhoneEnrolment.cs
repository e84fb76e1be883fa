using System.Text.Json;
using Learning.CheckIn.Browser;
using Learning.CheckIn.Sync;

namespace Learning.CheckIn.Enrolment;

/// <summary>
/// Which trainer's phone this is. A password is asked for only to get the phone's own grant; from then on the grant alone
/// speaks for it, so that no session of the website can block or drop the queue by running out.
/// </summary>
public sealed class PhoneEnrolment(ServerLine line)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>This phone, or <see langword="null"/> before anybody signed it in.</summary>
    public PhoneDevice? Device { get; private set; }

    /// <summary>The phone's grant has run out, by the server's clock.</summary>
    public bool HasEnded => Device is { } device && device.ExpiresAt <= line.Now;

    /// <summary>It was signed in, renewed or signed out.</summary>
    public event Action? Changed;

    /// <summary>Reads it from the disk.</summary>
    public async Task Read()
    {
        Device = await Store.Fact("device") is { } json ? JsonSerializer.Deserialize(json, FieldJson.Default.PhoneDevice) : null;
        line.Bearer = Device is null ? null : $"{Device.DeviceId}.{Device.Grant}";
        Changed?.Invoke();
    }

    /// <summary>Signs the phone in, or renews its grant.</summary>
    /// <param name="userName">The trainer's user name.</param>
    /// <param name="password">Kept nowhere.</param>
    /// <param name="phoneName">What to call the phone.</param>
    public async Task<EnrolmentResult> SignIn(string userName, string password, string phoneName)
    {
        var waiting = JsonSerializer.Deserialize(await Store.Counts(), FieldJson.Default.QueueCounts)!.Waiting;
        var isOther = Device is not null && !string.Equals(Device.Owner, userName, StringComparison.OrdinalIgnoreCase);
        if (isOther && waiting > 0) return EnrolmentResult.OthersScans;

        var login = await line.Call("POST", "/api/auth/login", JsonSerializer.Serialize(new SignInBody(userName, password), FieldJson.Default.SignInBody), Limit, bearer: "");
        if (login.Status is 400 or 401 or 403) return EnrolmentResult.Refused;
        if (login.Status == 429) return EnrolmentResult.TooOften;
        if (login.Status != 200 || login.Read(FieldJson.Default.SignInAnswer) is not { } account) return EnrolmentResult.Offline;
        if (!account.Roles.Any(role => role is "trainer" or "administrator")) return EnrolmentResult.NotTrainer;

        var reply = await Enrol(account.AccessToken, phoneName, isOther ? null : Device?.DeviceId);
        if (reply.Status is 404 or 409 && Device is not null && !isOther)
        {
            // Revoked, or unknown to a server that was set up anew: this phone becomes another one, once its scans are off it.
            if (waiting > 0) return EnrolmentResult.RevokedWithScans;
            reply = await Enrol(account.AccessToken, phoneName, null);
        }

        if (reply.Status is not (200 or 201) || reply.Read(FieldJson.Default.EnrolAnswer) is not { } answer) return EnrolmentResult.Offline;
        if (Device is not null && Device.DeviceId != answer.DeviceId) await Store.Forget();
        await Store.Enrol(JsonSerializer.Serialize(new PhoneDevice(answer.DeviceId, answer.SyncGrant, answer.ExpiresAt, userName, answer.Name), FieldJson.Default.PhoneDevice));
        await Read();
        line.SignedIn();
        return EnrolmentResult.Done;
    }

    /// <summary>Takes everything off this phone.</summary>
    /// <exception cref="System.Runtime.InteropServices.JavaScript.JSException">Scans wait.</exception>
    public async Task SignOut()
    {
        await Store.Forget();
        await Read();
    }

    private Task<ServerReply> Enrol(string accessToken, string phoneName, string? deviceId) =>
        line.Call("POST", "/api/devices", JsonSerializer.Serialize(new EnrolBody(phoneName, deviceId), FieldJson.Default.EnrolBody), Limit, accessToken);
}
