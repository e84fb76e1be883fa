using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Learning.CheckIn.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace Learning.CheckIn.Tests.Install;

/// <summary>The next release of the app, as the server would have it after an update: another start page.</summary>
internal sealed partial record LaterVersion(string Manifest, string Page)
{
    /// <summary>Finds its start page.</summary>
    public const string Mark = "meta[name=later-version]";

    private const string ManifestPath = "/checkin/service-worker-assets.js";
    private const string PagePath = "/checkin/index.html";

    /// <summary>Makes it of the release that a server has.</summary>
    public static async Task<LaterVersion> OfAsync(Server server)
    {
        var page = Encoding.UTF8.GetString(await server.BytesAsync(PagePath)).Replace("<title>", "<meta name=\"later-version\"><title>", StringComparison.Ordinal);
        var manifest = Encoding.UTF8.GetString(await server.BytesAsync(ManifestPath));
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page)));
        var entry = Entries().Matches(manifest).Single(m => m.Value.Contains("index.html", StringComparison.Ordinal)).Value;
        return new LaterVersion(
            Version().Replace(manifest.Replace(entry, Hash().Replace(entry, $"\"sha256-{hash}\""), StringComparison.Ordinal), "\"version\": \"later\"", 1), page);
    }

    /// <summary>What the server answers once it has it.</summary>
    public Weather? Answer(HttpRequest request) => request.Path.Value switch
    {
        ManifestPath => Weather.Says(200, "text/javascript", Manifest),
        PagePath => Weather.Says(200, "text/html; charset=utf-8", Page),
        _ => null,
    };

    [GeneratedRegex("\"version\":\\s*\"[^\"]*\"")]
    private static partial Regex Version();

    [GeneratedRegex("\\{[^{}]*\"url\"[^{}]*\\}")]
    private static partial Regex Entries();

    [GeneratedRegex("\"sha256-[^\"]*\"")]
    private static partial Regex Hash();
}
