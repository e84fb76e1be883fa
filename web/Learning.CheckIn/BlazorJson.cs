using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Learning.CheckIn;

/// <summary>
/// What Blazor itself sends to and gets from its script: events, addresses, and where to go. Given to it, nothing of JSON is
/// reflected at run time, and 50 kB of the download are saved.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(object[]))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(EventArgs))]
[JsonSerializable(typeof(NavigationOptions))]
internal sealed partial class BlazorJson : JsonSerializerContext
{
    /// <summary>Gives it; before the app starts.</summary>
    /// <param name="runtime">Blazor's.</param>
    public static void Give(IJSRuntime runtime) => OptionsOf((JSRuntime)runtime).TypeInfoResolver = Default;

    // Its options are there for subclasses only.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_JsonSerializerOptions")]
    private static extern JsonSerializerOptions OptionsOf(JSRuntime runtime);
}
