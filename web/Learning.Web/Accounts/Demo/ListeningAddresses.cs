using System.Net;

namespace Learning.Web.Accounts.Demo;

/// <summary>Where the server listens, as far as the settings tell.</summary>
public static class ListeningAddresses
{
    /// <summary>Where it listens unless told otherwise.</summary>
    public const string Standard = "http://127.0.0.1:5080";

    /// <summary>
    /// Every address that Kestrel would take from the settings: its own section's endpoints and <c>ASPNETCORE_URLS</c>; without those
    /// <c>ASPNETCORE_HTTP_PORTS</c> and <c>ASPNETCORE_HTTPS_PORTS</c>, which mean every network; else <see cref="Standard"/>.
    /// </summary>
    /// <param name="configuration">Environment variables and appsettings.</param>
    public static IReadOnlyList<string> From(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "");
        string[] named = [.. endpoints, .. Split(configuration, "urls")];
        if (named.Length > 0) return named;
        string[] ports = [.. Split(configuration, "http_ports").Select(port => $"http://*:{port}"), .. Split(configuration, "https_ports").Select(port => $"https://*:{port}")];
        return ports.Length > 0 ? ports : [Standard];
    }

    /// <summary>Whether only this machine can connect to all of them. What can't be read, and a socket that some proxy would use, counts as open to others.</summary>
    /// <param name="addresses">Such as <c>http://127.0.0.1:5080</c>, <c>http://*:80</c>.</param>
    public static bool AreLoopback(IEnumerable<string> addresses) => addresses.All(IsLoopback);

    private static bool IsLoopback(string address)
    {
        BindingAddress parsed;
        try
        {
            parsed = BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return false;
        }

        if (parsed.IsUnixPipe || parsed.IsNamedPipe) return false;
        return parsed.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(parsed.Host, out var ip) && IPAddress.IsLoopback(ip));
    }

    private static string[] Split(IConfiguration configuration, string name) =>
        (configuration[name] ?? configuration[$"ASPNETCORE_{name}"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
