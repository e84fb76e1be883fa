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
}
