namespace Learning.CheckIn.Settings;

/// <summary>
/// Small settings in the browser, in the shape of Blazored.LocalStorage, whose package could not be had when this was
/// written: swapping it in is one registration in Program.cs.
/// </summary>
public interface ILocalStorageService
{
    /// <summary>The value, or the type's default where there is none or it can't be read.</summary>
    /// <typeparam name="T">A type that <see cref="FieldJson"/> knows.</typeparam>
    /// <param name="key">Its name.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask<T?> GetItemAsync<T>(string key, CancellationToken cancellationToken = default);

    /// <summary>Sets it.</summary>
    /// <typeparam name="T">A type that <see cref="FieldJson"/> knows.</typeparam>
    /// <param name="key">Its name.</param>
    /// <param name="data">The value.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask SetItemAsync<T>(string key, T data, CancellationToken cancellationToken = default);

    /// <summary>Whether it is there.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask<bool> ContainKeyAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Takes it out.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask RemoveItemAsync(string key, CancellationToken cancellationToken = default);
}
