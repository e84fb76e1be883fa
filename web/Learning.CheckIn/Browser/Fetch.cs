using System.Runtime.InteropServices.JavaScript;

namespace Learning.CheckIn.Browser;

/// <summary>Calls to the server (server.js): never throws, and follows no redirect.</summary>
internal static partial class Fetch
{
    /// <summary>JSON of <see cref="Sync.ServerReply"/>.</summary>
    [JSImport("call", "server")]
    public static partial Task<string> Call(string method, string path, string headers, string? body, int timeoutMs);
}
