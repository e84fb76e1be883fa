using Learning.CheckIn.Tests.Harness;
using Microsoft.Playwright;

namespace Learning.CheckIn.Tests.Access;

/// <summary>Every screen of the app in every state it can be in: readable, usable with a thumb, and no wider than the phone.</summary>
public sealed class EveryScreenTests(FieldSite site) : IClassFixture<FieldSite>
{
    // Axe looks where a scheme of colours is named.
    private static readonly (int Width, int Height, ColorScheme? Scheme)[] Sizes =
        [(320, 640, ColorScheme.Dark), (360, 800, null), (390, 844, ColorScheme.Light), (768, 800, null), (1280, 900, ColorScheme.Light)];

    [BrowserTheory]
    [InlineData("mn")]
    [InlineData("en")]
    public Task No_state_of_any_screen_keeps_anybody_out(string language) => site.Play(async field =>
    {
        var training = await Training.PlanAsync(field.Server, count: 7);
        var other = await Training.PlanAsync(field.Server, count: 1, venue: "Баян-Овоо сумын Засаг даргын Тамгын газрын хурлын танхим");
        var stranger = await Training.RegisterAsync(field.Server);
        await field.Server.SendAsync(HttpMethod.Delete, $"/api/cohorts/{training.CohortId}/enrolments/{training.People[6].Id}");
        await field.Server.PostAsync($"/api/badges/{training.People[5].BadgeId}/revoke", new { reason = "Алдсан" });
        var phone = await field.NewPhone();
        var page = phone.Page;
        var look = new Gallery(phone, language);

        await phone.OpenAsync();
        if (await page.Locator("html").GetAttributeAsync("lang") != language) await page.ClickAsync("[data-act=language]");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await look.At("sign-in");
        await page.ClickAsync("#enrol");
        await look.At("sign-in, nothing written", page.GetByRole(AriaRole.Alert));
        await page.FillAsync("#userName", Training.Trainer);
        await page.FillAsync("#password", "тэгж-үгүй");
        await page.FillAsync("#phoneName", "Номин багшийн утас");
        await page.ClickAsync("#enrol");
        await look.At("sign-in, wrong password", page.Locator("#problem"));
        phone.Link.Down();
        await page.ClickAsync("#enrol");
        await look.At("sign-in, no line", page.Locator("#problem"));
        phone.Link.Up();
        await page.FillAsync("#password", Learning.Web.Accounts.Demo.DemoAccounts.Password);
        await page.ClickAsync("#enrol");
        await page.Locator("[data-session]").First.WaitForAsync();
        await look.At("sessions, none on the phone");
        phone.Link.Down();
        await phone.Session(training.Today).Locator("[data-act=download]").ClickAsync();
        await look.At("sessions, no line", page.GetByRole(AriaRole.Alert));
        phone.Link.Up();
        await phone.DownloadAsync(training.Today);
        await phone.DownloadAsync(other.Today);
        await look.At("sessions, on the phone");

        await page.EvaluateAsync("() => phoneCamera.state = 'NotAllowedError'");
        await phone.ScanAtAsync(training.Today);
        await Assertions.Expect(page.Locator("#scan")).ToHaveAttributeAsync("data-camera", "refused");
        await look.At("scan, camera refused");
        await page.EvaluateAsync("() => phoneCamera.state = 'works'");
        await page.ClickAsync("[data-act=start]");
        await Assertions.Expect(page.Locator("#scan")).ToHaveAttributeAsync("data-camera", "running");
        await look.At("scan, looking");
        await phone.GoOfflineAsync();
        foreach (var (state, code) in new[]
        {
            ("checkedIn", training.People[0].Qr), ("already", training.People[0].Qr), ("otherSession", other.People[0].Qr), ("notOnList", stranger.Qr),
            ("withdrawn", training.People[6].Qr), ("replaced", training.People[5].Qr), ("unknownKey", Forged.OfKey(training.People[0], 200)),
            ("foreign", "https://example.mn/x"), ("updateApp", Forged.OfLaterVersion()),
            ("expired", Forged.OfYear(field.Server, training.People[1], FieldYear - 3, days: 30)),
            ("notYetValid", Forged.OfYear(field.Server, training.People[1], FieldYear, from: new DateOnly(FieldYear, 12, 31))),
        })
        {
            Assert.Equal(state, (await phone.TypeAsync(code)).Result);
            await look.At($"scan, {state}");
        }

        Assert.Equal("undone", (await phone.UndoLastAsync()).Result);
        await look.At("scan, undone");
        await phone.TypeAllAsync(training.People.Take(3).Select(p => p.Qr));
        await page.ClickAsync("[data-act=pause]");
        await look.At("scan, three to take back, paused");
        await page.ClickAsync("[data-act=roster]");
        await page.Locator("#search").WaitForAsync();
        await look.At("people");
        await page.FillAsync("#search", "Кромвель");
        await look.At("people, nobody found");
        await page.ClickAsync("a.back");
        await page.ClickAsync("[data-act=walkIn]");
        await look.At("walk-in", page.Locator("#register"));
        await page.ClickAsync("#register");
        await look.At("walk-in, no name", page.GetByRole(AriaRole.Alert));
        await page.ClickAsync("a.back");
        await page.ClickAsync("[data-act=self]");
        await look.At("self check-in", page.Locator("#session-code"));
        await phone.FillDiskAsync();
        page = phone.Page;
        await phone.ReopenAtAsync(training.Today);
        Assert.Equal("failed", (await phone.TypeAsync(training.People[4].Qr)).Result);
        await look.At("scan, the phone is full");
        await phone.EmptyDiskAsync();

        await phone.OpenQueueAsync();
        await look.At("queue, waiting");
        phone.Link.OnUpload(Weather.Says(401));
        await phone.Browser.SetOfflineAsync(false);
        await phone.WakeAsync();
        await Assertions.Expect(page.Locator("#line")).ToHaveAttributeAsync("data-line", "signIn");
        await look.At("queue, asks to sign in");
        await page.ClickAsync("#line");
        await look.At("sign-in again", page.Locator("#enrol"));
        phone.Link.Up();
        await phone.SignInAgainAsync();
        await phone.EverythingSentAsync();
        await phone.OpenQueueAsync();
        await look.At("queue, all sent");
        await page.GotoAsync("/checkin/phone");
        await look.At("this phone", page.Locator("[data-act=leave]"));
        await page.ClickAsync("a[href='sign-in']");
        await look.At("sign-in to renew", page.Locator("#enrol"));
        await page.GotoAsync("/checkin/phone");
        await page.ClickAsync("[data-act=leave]");
        await look.At("this phone, sign it out?", page.Locator("[data-act=leaveSure]"));
        await page.GotoAsync("/checkin/session/nowhere~1");
        await look.At("a session that is not on the phone", page.Locator(".top h1"));
        await page.GotoAsync("/checkin/no-such-page");
        await look.At("no such page", page.Locator(".top h1"));
        Expect.None(look.Found);
    }, $"Every_screen_{language}");

    private static int FieldYear => TimeProvider.System.GetUtcNow().Year;

    /// <summary>Looks at states with axe, in several sizes and colours; keeps pictures if a folder is given.</summary>
    private sealed class Gallery(Phone phone, string language)
    {
        // Kept only if somebody wants to look: a folder.
        private static readonly string? Pictures = Environment.GetEnvironmentVariable("LEARNING_PICTURES");

        private readonly List<string> found = [];
        private int number;

        /// <summary>Everything found, a line each.</summary>
        public IReadOnlyCollection<string> Found => found;

        /// <summary>Looks at what the phone shows.</summary>
        /// <param name="state">What it is, in words.</param>
        /// <param name="shows">What has to be there first.</param>
        public async Task At(string state, ILocator? shows = null)
        {
            var page = phone.Page;
            if (shows is not null) await shows.First.WaitForAsync();
            number++;
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
            // What is shown while the app starts has a heading, too, and between the two there is none for a moment.
            await Assertions.Expect(page.Locator(".top h1")).ToHaveCountAsync(1);
            await Assertions.Expect(page.Locator("h1")).ToHaveCountAsync(1);
            await Axe.PutInto(page);
            foreach (var (width, height, scheme) in Sizes)
            {
                await page.SetViewportSizeAsync(width, height);
                if (scheme is not null)
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    found.AddRange((await Axe.Find(page)).Select(problem => $"{state} ({width} px, {scheme}): {problem}"));
                    if (Pictures is not null)
                        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, language, $"{number:00} {state} {width} {scheme}.png".Replace('?', '_')), FullPage = true });
                }

                found.AddRange((await Layout.Wider(page)).Concat(await Layout.Smaller(page)).Select(problem => $"{state} ({width} px): {problem}"));
            }

            await page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        }
    }
}
