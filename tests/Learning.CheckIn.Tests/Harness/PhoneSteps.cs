using System.Globalization;
using System.Text.Json;
using Learning.Web.Accounts.Demo;
using Microsoft.Playwright;

namespace Learning.CheckIn.Tests.Harness;

/// <summary>What trainers do with the app.</summary>
internal static class PhoneSteps
{
    private const string Root = "/checkin/";

    /// <summary>Opens the app.</summary>
    public static async Task OpenAsync(this Phone phone)
    {
        await phone.Page.GotoAsync(Root);
        await phone.Page.Locator("#userName, #offline").First.WaitForAsync();
    }

    /// <summary>Waits until the app itself can start without a signal.</summary>
    // Not by WaitForFunction, which takes a promise for a yes.
    public static Task InstalledAsync(this Phone phone) => Eventually.IsTrue(
        () => phone.Page.EvaluateAsync<bool>("async () => JSON.parse(await (await import('/checkin/js/install.js')).state()).ready"), "the app is on the phone");

    /// <summary>Opens the app and signs the phone in.</summary>
    public static async Task SignInAsync(this Phone phone, string phoneName = "Утас", string userName = Training.Trainer)
    {
        await phone.OpenAsync();
        await phone.Page.FillAsync("#userName", userName);
        await phone.Page.FillAsync("#password", DemoAccounts.Password);
        await phone.Page.FillAsync("#phoneName", phoneName);
        await phone.Page.ClickAsync("#enrol");
        await phone.Page.Locator("[data-session]").First.WaitForAsync();
    }

    /// <summary>Asks for the list of sessions until one is there: the server lists what has just been planned a moment later.</summary>
    public static Task ListedAsync(this Phone phone, string sessionId) => Eventually.IsTrue(
        async () =>
        {
            if (await phone.Session(sessionId).CountAsync() > 0) return true;
            await phone.Page.Locator("[data-act=refresh]").ClickAsync();
            return false;
        },
        "the session is listed", beat: 500);

    /// <summary>Downloads a session from the list.</summary>
    public static async Task DownloadAsync(this Phone phone, string sessionId)
    {
        await phone.ListedAsync(sessionId);
        await phone.Session(sessionId).Locator("[data-act=download]").ClickAsync();
        await Assertions.Expect(phone.Session(sessionId)).ToHaveAttributeAsync("data-ready", "yes");
    }

    /// <summary>A session in the list.</summary>
    public static ILocator Session(this Phone phone, string sessionId) => phone.Page.Locator($"[data-session='{sessionId}']");

    /// <summary>From the list to the scan page.</summary>
    public static async Task ScanAtAsync(this Phone phone, string sessionId)
    {
        await phone.Session(sessionId).Locator("[data-act=scan]").ClickAsync();
        await phone.Page.Locator("#scan").WaitForAsync();
    }

    /// <summary>Opens the scan page of a session as a reload does.</summary>
    public static async Task ReopenAtAsync(this Phone phone, string sessionId)
    {
        await phone.OpenAsync();
        await phone.ScanAtAsync(sessionId);
    }

    /// <summary>Holds a code in front of the camera until a result shows, and takes it away.</summary>
    /// <param name="phone">Phone.</param>
    /// <param name="qr">What the code says.</param>
    public static async Task<Shown> ShowAsync(this Phone phone, string qr)
    {
        var before = await phone.SerialAsync();
        await phone.HoldAsync(QrPicture.Of(qr));
        var shown = await phone.NextAsync(before);
        await phone.HoldAsync(null);
        return shown;
    }

    /// <summary>Holds something in front of the camera and leaves it there; <see langword="null"/> takes it away.</summary>
    public static Task HoldAsync(this Phone phone, string[]? picture) => phone.Page.EvaluateAsync("rows => phoneCamera.show(rows)", picture);

    /// <summary>Waits while the camera takes so many pictures, 20 a second.</summary>
    public static Task PicturesAsync(this Phone phone, int count) => phone.Page.EvaluateAsync("count => phoneCamera.take(count)", count);

    /// <summary>Types a code, as a USB scanner does, and presses Enter.</summary>
    public static async Task<Shown> TypeAsync(this Phone phone, string text)
    {
        var before = await phone.SerialAsync();
        await phone.Page.FillAsync("#typed", text);
        await phone.Page.PressAsync("#typed", "Enter");
        return await phone.NextAsync(before);
    }

    /// <summary>Does something on the scan page that gives a result.</summary>
    public static async Task<Shown> ResultOfAsync(this Phone phone, Func<Task> act)
    {
        var before = await phone.SerialAsync();
        await act();
        return await phone.NextAsync(before);
    }

    /// <summary>Number of the result that shows; 0 before the first.</summary>
    public static async Task<int> SerialAsync(this Phone phone) =>
        int.Parse(await phone.Page.Locator("#scan").GetAttributeAsync("data-serial") ?? "0", CultureInfo.InvariantCulture);

    /// <summary>The result after another one.</summary>
    public static async Task<Shown> NextAsync(this Phone phone, int serial)
    {
        await phone.Page.WaitForFunctionAsync("serial => Number(document.querySelector('#scan')?.dataset.serial) > serial", serial);
        return await phone.ShownAsync();
    }

    /// <summary>The result that shows.</summary>
    public static async Task<Shown> ShownAsync(this Phone phone) => (await phone.Page.EvaluateAsync<JsonElement>(
        """
        () => {
          const scan = document.querySelector('#scan'), text = part => scan.querySelector(part)?.textContent.trim() ?? '';
          return {
            serial: Number(scan.dataset.serial), result: scan.dataset.result ?? '', word: text('.result-word'), name: text('.result-name'),
            saved: scan.querySelector('.result-saved')?.dataset.saved ?? '',
          };
        }
        """)).Deserialize<Shown>(JsonSerializerOptions.Web)!;

    /// <summary>A number on the page, e.g. <c>#count-here</c>.</summary>
    public static async Task<int> NumberAsync(this Phone phone, string part) =>
        int.Parse(await phone.Page.Locator(part).InnerTextAsync(), CultureInfo.InvariantCulture);

    /// <summary>Waits until a number on the page is that.</summary>
    public static Task NumberIsAsync(this Phone phone, string part, int number) =>
        Assertions.Expect(phone.Page.Locator(part)).ToHaveTextAsync(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Finds somebody by name, checks them in, and goes back to the camera.</summary>
    public static async Task FindAsync(this Phone phone, Person person, string? typed = null)
    {
        await phone.Page.ClickAsync("[data-act=find]");
        await phone.Page.FillAsync("#search", typed ?? person.Name);
        var row = phone.Page.Locator($"[data-person='{person.Id}']");
        await row.Locator("[data-act=checkIn]").ClickAsync();
        await Assertions.Expect(row).ToHaveAttributeAsync("data-here", "yes");
        await phone.Page.ClickAsync("a.back");
        await phone.Page.Locator("#scan").WaitForAsync();
    }

    /// <summary>How many cameras are on.</summary>
    public static Task<int> CamerasRunningAsync(this Phone phone) => phone.Page.EvaluateAsync<int>("() => phoneCamera.running");

    /// <summary>Takes the newest scan back: by the buttons under the camera.</summary>
    public static Task<Shown> UndoLastAsync(this Phone phone) => phone.ResultOfAsync(() => phone.Page.Locator("[data-undo]").First.ClickAsync());

    /// <summary>
    /// Types codes one after another as fast as the app takes them, each when the result of the one before shows. Tells of each
    /// result as it shows, by the binding <c>told</c> if the page has one.
    /// </summary>
    /// <returns>The kinds of result, in order.</returns>
    public static Task<string[]> TypeAllAsync(this Phone phone, IEnumerable<string> codes) => phone.Page.EvaluateAsync<string[]>(
        """
        async codes => {
          const scan = document.querySelector('#scan'), field = document.querySelector('#typed'), results = [];
          for (const code of codes) {
            const before = scan.dataset.serial;
            const shown = new Promise(done => {
              const watch = new MutationObserver(() => scan.dataset.serial !== before && (watch.disconnect(), done()));
              watch.observe(scan, { attributes: true });
            });
            field.value = code;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.form.requestSubmit();
            await shown;
            results.push(scan.dataset.result);
            window.told?.(code, scan.dataset.result);
          }
          return results;
        }
        """, codes.ToArray());

    /// <summary>Somebody looks at the phone again, or the line is back: the app tries to send.</summary>
    public static Task WakeAsync(this Phone phone) => phone.Page.EvaluateAsync("() => dispatchEvent(new Event('online'))");

    /// <summary>Gives the password again, on the page that asks for it.</summary>
    public static async Task SignInAgainAsync(this Phone phone)
    {
        await phone.Page.FillAsync("#password", DemoAccounts.Password);
        await phone.Page.ClickAsync("#enrol");
        await phone.Page.Locator("#offline").WaitForAsync();
    }

    /// <summary>Checks people in by the app's own store, without the pages: for a queue of days.</summary>
    public static async Task AppendAsync(this Phone phone, string sessionId, IEnumerable<Person> people) => await phone.Page.EvaluateAsync(
        """
        async ([sessionId, people]) => {
          const { append } = await import('/checkin/js/store.js');
          for (const traineeId of people) {
            const at = new Date().toISOString();
            const item = { scanId: crypto.randomUUID(), sessionId, kind: 'in', traineeId, method: 'roster', operator: 'trainer', capturedAt: at };
            await append(JSON.stringify({ sessionId, person: `t:${traineeId}`, item, at, undo: false }));
          }
        }
        """, new object[] { sessionId, people.Select(p => p.Id).ToArray() });

    /// <summary>Opens the sheet of what waits, was sent and was refused.</summary>
    public static async Task OpenQueueAsync(this Phone phone)
    {
        await phone.Page.GotoAsync($"{Root}queue");
        await phone.Page.Locator("#waiting").WaitForAsync();
    }

    /// <summary>Waits until everything on the phone is at the server, by what the phone's own database says.</summary>
    public static Task EverythingSentAsync(this Phone phone) => Eventually.IsTrue(
        async () => (await phone.RowsAsync("scans")).All(row => row["state"]!.GetValue<string>() == "acknowledged"), "every scan on the phone is acknowledged");
}
