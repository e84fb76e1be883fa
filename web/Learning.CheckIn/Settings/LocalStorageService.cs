using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Learning.CheckIn.Browser;

namespace Learning.CheckIn.Settings;

/// <inheritdoc cref="ILocalStorageService"/>
public sealed class LocalStorageService : ILocalStorageService
{
    private const string Prefix = "learning.checkin.";

    /// <inheritdoc/>
    public ValueTask<T?> GetItemAsync<T>(string key, CancellationToken cancellationToken = default)
    {
        if (BrowserStorage.Get(Prefix + key) is not { } text) return ValueTask.FromResult<T?>(default);
        try
        {
            return ValueTask.FromResult(JsonSerializer.Deserialize(text, TypeOf<T>()));
        }
        catch (JsonException)
        {
            // A setting written by somebody else, or by an older version, is no setting.
            return ValueTask.FromResult<T?>(default);
        }
    }

    /// <inheritdoc/>
    public ValueTask SetItemAsync<T>(string key, T data, CancellationToken cancellationToken = default)
    {
        BrowserStorage.Set(Prefix + key, JsonSerializer.Serialize(data, TypeOf<T>()));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<bool> ContainKeyAsync(string key, CancellationToken cancellationToken = default) => ValueTask.FromResult(BrowserStorage.Get(Prefix + key) is not null);

    /// <inheritdoc/>
    public ValueTask RemoveItemAsync(string key, CancellationToken cancellationToken = default)
    {
        BrowserStorage.Remove(Prefix + key);
        return ValueTask.CompletedTask;
    }

    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)FieldJson.Default.GetTypeInfo(typeof(T))!;
}
