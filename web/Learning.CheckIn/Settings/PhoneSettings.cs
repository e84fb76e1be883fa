namespace Learning.CheckIn.Settings;

/// <summary>The preferences in force.</summary>
public sealed class PhoneSettings(ILocalStorageService storage)
{
    private const string Key = "preferences";

    /// <summary>Now.</summary>
    public Preferences Now { get; private set; } = Preferences.Default;

    /// <summary>They were changed.</summary>
    public event Action? Changed;

    /// <summary>Reads them; once, before the app shows anything.</summary>
    public async Task Read() => Now = await storage.GetItemAsync<Preferences>(Key) ?? Preferences.Default;

    /// <summary>Changes to the other of the two languages.</summary>
    public Task SwitchLanguage() => Set(Now with { Language = Now.Language == "en" ? "mn" : "en" });

    /// <summary>Changes them.</summary>
    /// <param name="next">The new ones.</param>
    public async Task Set(Preferences next)
    {
        Now = next;
        await storage.SetItemAsync(Key, next);
        Changed?.Invoke();
    }
}
