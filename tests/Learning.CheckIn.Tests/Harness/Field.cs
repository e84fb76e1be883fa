using System.Globalization;

namespace Learning.CheckIn.Tests.Harness;

/// <summary>The phones of one scenario.</summary>
/// <param name="site">Where they come from.</param>
/// <param name="name">Name of the scenario.</param>
internal sealed class Field(FieldSite site, string name) : IAsyncDisposable
{
    private readonly List<Phone> phones = [];
    private readonly List<string> complaints = [];

    public Server Server => site.Server;

    /// <summary>What no page may do: script errors, anything that the security policy stopped.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (complaints) return [.. complaints];
        }
    }

    /// <summary>A phone that has never seen the app, or one that has it installed and is not signed in.</summary>
    /// <param name="isInstalled">Which.</param>
    public async Task<Phone> NewPhone(bool isInstalled = true)
    {
        var phone = await site.Phones.LendAsync(Server, isInstalled, Complain);
        phones.Add(phone);
        return phone;
    }

    /// <summary>How most scenarios begin: a training that starts today, and a phone on its scan page.</summary>
    /// <param name="count">How many people it has.</param>
    public async Task<(Training Training, Phone Phone)> BeginAsync(int count = 3)
    {
        var training = await Training.PlanAsync(Server, count);
        return (training, await PhoneAt(training.Today));
    }

    /// <summary>A phone that is signed in, has the session and stands on its scan page.</summary>
    public async Task<Phone> PhoneAt(string sessionId, string phoneName = "Утас")
    {
        var phone = await NewPhone();
        await phone.SignInAsync(phoneName);
        await phone.DownloadAsync(sessionId);
        await phone.ScanAtAsync(sessionId);
        return phone;
    }

    /// <summary>Photographs what each phone shows.</summary>
    /// <returns>What there is to say of each: the file, and more in words.</returns>
    public async Task<IReadOnlyList<string>> PictureAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), "learning-field-pictures");
        Directory.CreateDirectory(folder);
        var files = new List<string>();
        foreach (var phone in phones)
        {
            // Whatever it has, no other scenario is to catch it.
            phone.IsWorn = true;
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyyMMdd-HHmmss}-{name}-{files.Count + 1}.png"));
            files.Add(await phone.PictureAsync(file));
        }

        return files;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var phone in phones) await site.Phones.TakeBackAsync(phone);
    }

    private void Complain(string what)
    {
        lock (complaints) complaints.Add(what);
    }
}
