using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Learning.Browser.Tests.FieldModules;

/// <summary>Calls into the modules of a page, as C# of the field app does.</summary>
internal static class Module
{
    private const string Run = "async ([module, name, ...given]) => (await import(`/checkin/js/${module}.js`))[name](...given)";

    /// <summary>Calls an exported function.</summary>
    /// <param name="page">A tab.</param>
    /// <param name="function">As <c>store.append</c>.</param>
    /// <param name="given">Its arguments.</param>
    public static Task<T> Call<T>(this IPage page, string function, params object?[] given) =>
        page.EvaluateAsync<T>(Run, new object?[] { function.Split('.')[0], function.Split('.')[1] }.Concat(given).ToArray());

    /// <summary>Calls one that gives no answer.</summary>
    public static Task Call(this IPage page, string function, params object?[] given) => page.Call<JsonElement?>(function, given);

    /// <summary>Calls one that answers with JSON.</summary>
    public static async Task<JsonNode?> Ask(this IPage page, string function, params object?[] given) =>
        await page.Call<string?>(function, given) is { } json ? JsonNode.Parse(json) : null;

    /// <summary>Waits until something is so that the page has to be asked for asynchronously; <c>WaitForFunction</c> takes a promise for a yes.</summary>
    /// <param name="page">A tab.</param>
    /// <param name="question">An async function.</param>
    /// <exception cref="TimeoutException">It is not so after long.</exception>
    public static Task Until(this IPage page, string question) => page.EvaluateAsync(
        $$"""
        async () => { const so = {{question}}; while (!await so()) await new Promise(done => setTimeout(done, 50)); }
        """).WaitAsync(TimeSpan.FromSeconds(30));
}
