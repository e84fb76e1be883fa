using Learning.Silo.Secrets;
using Learning.Silo.Storage;

namespace Learning.Web.Accounts.Demo;

/// <summary>
/// When demo content is allowed. Its passwords are public, so never where another machine can connect; and nobody gets it on a database server
/// without asking.
/// </summary>
public static class DemoRule
{
    /// <summary>Name of the setting.</summary>
    public const string Setting = "LEARNING_DEMO";

    /// <summary>Decides.</summary>
    /// <param name="setting">Value of the setting, if any.</param>
    /// <param name="database">Which database.</param>
    /// <param name="loopback">Whether the server listens on this machine's own addresses only.</param>
    /// <exception cref="StartRefusedException">The setting means nothing, or asks for demo content where other machines can connect.</exception>
    public static DemoMode Decide(string? setting, DatabaseKind database, bool loopback) => setting?.Trim().ToLowerInvariant() switch
    {
        null or "" => database == DatabaseKind.Sqlite && loopback ? DemoMode.Full : DemoMode.Off,
        "off" => DemoMode.Off,
        "retire" => DemoMode.Retire,
        "accounts" or "full" when !loopback => throw new StartRefusedException(
            $"{Setting}={setting.Trim()} is refused: the server listens where other machines can connect, and everybody knows the demo passwords. "
            + $"Listen on {ListeningAddresses.Standard} (ASPNETCORE_URLS), or set {Setting}=off."),
        "accounts" => DemoMode.Accounts,
        "full" => DemoMode.Full,
        var other => throw new StartRefusedException($"{Setting} is '{other}'; it can be 'full', 'accounts', 'off' or 'retire'."),
    };

    /// <summary>Decides from the settings of a process that listens.</summary>
    /// <param name="configuration">Environment variables and appsettings.</param>
    /// <param name="database">Which database.</param>
    /// <exception cref="StartRefusedException">As <see cref="Decide"/>.</exception>
    public static Demo From(IConfiguration configuration, DatabaseKind database) => new(
        Decide(configuration[Setting], database, ListeningAddresses.AreLoopback(ListeningAddresses.From(configuration))),
        asked: !string.IsNullOrWhiteSpace(configuration[Setting]));
}
