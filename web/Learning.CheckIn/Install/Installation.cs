using System.Text.Json;
using Learning.CheckIn.Browser;

namespace Learning.CheckIn.Install;

/// <summary>The app on this phone: ready offline or not, and whether a newer one waits.</summary>
public sealed class Installation
{
    /// <summary>How far it is.</summary>
    public InstallState State { get; private set; } = InstallState.Unknown;

    /// <summary>It went on.</summary>
    public event Action? Changed;

    /// <summary>Installs, or goes on where it was cut.</summary>
    public async Task Start()
    {
        Installer.Watch(Take);
        await Installer.Register();
        Take(await Installer.State());
    }

    private void Take(string json)
    {
        State = JsonSerializer.Deserialize(json, FieldJson.Default.InstallState)!;
        Changed?.Invoke();
    }
}
