using System.Globalization;
using System.Text;
using Learning.Browser.Tests.Harness;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Learning.Browser.Tests.FieldModules;

/// <summary>camera.js and its readers, before a camera whose picture is drawn.</summary>
[Collection(ModuleTests.Name)]
public sealed class CameraTests(ModuleHost host, ITestOutputHelper output)
{
    /// <summary>As long as a badge's text, in the letters of one.</summary>
    private static string Badge(int number) => $"HTTPS://LEARNING.EXAMPLE.MN/B/{number:000}" + string.Concat(Enumerable.Range(0, 122).Select(i => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(i * 11 + number * 7 + i * number) % 32]));

    [BrowserTheory]
    [InlineData("upright", 330, 0, 1)]
    [InlineData("turned", 330, 33, 1)]
    [InlineData("upside down", 330, 180, 1)]
    [InlineData("small", 150, 8, 1)]
    [InlineData("dark", 330, 5, 0.18)]
    public async Task A_badge_is_read(string how, int size, int turn, double light)
    {
        await using var phone = await host.Phone();
        var page = await Started(phone);
        await page.Show(CanvasCamera.Code(Badge(1)), size, turn, light);

        Assert.Equal([Badge(1)], await page.Told(1));

        // How long one picture takes, from the video to the text.
        var times = await page.EvaluateAsync<double[]>(
            """
            async () => {
              (await import('/checkin/js/camera.js')).stop();
              const video = document.getElementById('camera'), read = await (await import('/checkin/js/reader.js')).openReader(), times = [];
              video.srcObject = await navigator.mediaDevices.getUserMedia();
              await video.play();
              for (let i = 0; i < 30; i++) { const from = performance.now(); if ((await read(video)).length) times.push(performance.now() - from); await new Promise(requestAnimationFrame); }
              return times.sort((a, b) => a - b);
            }
            """);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{how}: {times.Length} of 30 pictures read, median {times[times.Length / 2]:0.0} ms, slowest {times[^1]:0.0} ms"));
        Assert.True(times.Length >= 15);
    }

    [BrowserFact]
    public async Task Same_badge_held_in_frame_is_told_once_and_again_when_it_was_away_or_is_taken_back()
    {
        await using var phone = await host.Phone();
        var page = await Started(phone);
        await Clock(page);
        await page.Show(CanvasCamera.Code(Badge(1)));
        await page.Told(1);

        // Ten seconds by the page's clock, in sight all the time.
        for (var i = 0; i < 10; i++) await Pass(page, 1000);
        Assert.Single(await page.EvaluateAsync<string[]>("() => told"));

        await page.Show(null);
        await Reads(page, 2);
        await Pass(page, 2000);
        await page.Show(CanvasCamera.Code(Badge(1)));
        await Reads(page, 3);
        Assert.Single(await page.EvaluateAsync<string[]>("() => told"));

        await page.Call("camera.forgetLast");
        await page.Told(2);

        await page.Show(null);
        await Reads(page, 2);
        await Pass(page, 3001);
        await page.Show(CanvasCamera.Code(Badge(1)));
        Assert.Equal([Badge(1), Badge(1), Badge(1)], await page.Told(3));
    }

    [BrowserFact]
    public async Task Invalid_QR_then_a_valid_one_and_foreign_text_passes_through()
    {
        await using var phone = await host.Phone();
        var page = await Started(phone);
        // So much of it is wrong that no correction helps.
        await page.Show([.. CanvasCamera.Code(Badge(1)).Select((row, y) => string.Concat(row.Select((module, x) => x > 9 && y > 9 && (x + y) % 3 == 0 ? (module == '1' ? '0' : '1') : module)))]);
        await Reads(page, 5);
        Assert.Empty(await page.EvaluateAsync<string[]>("() => told"));

        await page.Show(CanvasCamera.Code(Badge(2)));
        await page.Told(1);
        await page.Show(CanvasCamera.Code("Wi-Fi: Өвөрхангай, нууц үг 12345678"));
        Assert.Equal([Badge(2), "Wi-Fi: Өвөрхангай, нууц үг 12345678"], await page.Told(2));
    }

    [BrowserFact]
    public async Task Sixty_badges_in_a_row_are_each_told_once_at_thirty_a_minute_or_more()
    {
        await using var phone = await host.Phone();
        var page = await Started(phone);
        var texts = Enumerable.Range(1, 60).Select(Badge).ToArray();

        var milliseconds = await page.EvaluateAsync<double>(
            """
            codes => new Promise(done => {
              const from = performance.now();
              let at = 0;
              // The next badge comes when this one is told.
              window.onTold = () => ++at < codes.length ? show(codes[at]) : done(performance.now() - from);
              show(codes[0]);
            })
            """, texts.Select(CanvasCamera.Code).ToArray()).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(texts, await page.Told(60));
        var rate = 60 / (milliseconds / 60_000);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate:0} codes a minute, {milliseconds / 60:0} ms a code"));
        Assert.True(rate >= 30, $"{rate:0} a minute");
    }

    [BrowserTheory]
    [InlineData("NotAllowedError", "refused")]
    [InlineData("NotFoundError", "none")]
    [InlineData("NotReadableError", "busy")]
    [InlineData("TypeError", "error:TypeError")]
    public async Task A_camera_that_can_not_be_had_is_told_why_and_can_be_tried_again(string error, string told)
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        await CanvasCamera.PutInto(page);
        await page.EvaluateAsync("error => { window.refuse = error; }", error);
        Assert.Equal(told, await page.EvaluateAsync<string>("() => begin()"));

        await page.EvaluateAsync("() => { window.refuse = null; }");
        Assert.Equal("running", await page.EvaluateAsync<string>("() => begin()"));
        await page.Show(CanvasCamera.Code(Badge(1)));
        await page.Told(1);
    }

    [BrowserFact]
    public async Task Hidden_it_pauses_and_lets_the_screen_go_dark_and_visible_it_goes_on_even_if_the_camera_was_taken()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        await page.EvaluateAsync(
            """
            () => {
              window.awake = 0;
              Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => { awake++; return { release: async () => void awake-- }; } } });
              window.hide = hidden => {
                Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
                document.dispatchEvent(new Event('visibilitychange'));
              };
            }
            """);
        await CanvasCamera.PutInto(page);
        await page.EvaluateAsync("() => begin()");
        await page.WaitForFunctionAsync("() => awake === 1");

        await page.EvaluateAsync("() => hide(true)");
        Assert.Equal((0, "paused"), (await page.EvaluateAsync<int>("() => awake"), await page.States()));
        await page.Show(CanvasCamera.Code(Badge(1)));
        await page.EvaluateAsync("() => { unplug(); hide(false); }");
        await page.Told(1);
        Assert.Equal(("paused running", 2), (await page.States(), await page.EvaluateAsync<int>("() => asked")));

        // Paused by the app, it stays so when shown again.
        await page.Call("camera.pause");
        await page.EvaluateAsync("() => { hide(true); hide(false); }");
        Assert.Equal("paused running paused", await page.States());
        await page.Call("camera.resume");
        await page.WaitForFunctionAsync("() => states.length === 4 && awake === 1");

        // Taken while in use: fetched again; gone for good: told.
        await page.EvaluateAsync("() => unplug()");
        await page.WaitForFunctionAsync("() => asked === 3");
        await page.Call("camera.forgetLast");
        await page.Told(2);
        await page.EvaluateAsync("() => { window.refuse = 'NotFoundError'; unplug(); }");
        await page.WaitForFunctionAsync("() => states.at(-1) === 'ended' && awake === 0");
        Assert.Equal("paused running paused running ended", await page.States());
        await page.Call("camera.stop");
        Assert.False(await page.Call<bool>("camera.hasTorch"));
        Assert.False(await page.Call<bool>("camera.setTorch", true));
    }

    [BrowserTheory]
    [InlineData("works", "told by the phone")]
    [InlineData("fails", "")]
    public async Task The_phones_own_detector_is_used_where_it_works_and_left_where_it_fails(string how, string told)
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        await page.EvaluateAsync(
            """
            how => {
              window.BarcodeDetector = class {
                static getSupportedFormats = async () => ['ean_13', 'qr_code'];
                detect = async () => { if (how === 'fails') throw new DOMException('', 'NotSupportedError'); return [{ rawValue: 'told by the phone' }, { rawValue: '' }]; };
              };
            }
            """, how);
        await CanvasCamera.PutInto(page);
        Assert.Equal("running", await page.EvaluateAsync<string>("() => begin()"));
        await page.Show(CanvasCamera.Code(Badge(1)));

        Assert.Equal([told.Length > 0 ? told : Badge(1)], await page.Told(1));
    }

    [BrowserFact]
    public async Task A_mistake_of_the_app_is_said_and_the_next_badge_is_read()
    {
        await using var phone = await host.Phone();
        var page = await Started(phone);
        var said = new StringBuilder();
        page.PageError += (_, error) => said.Append(error);
        await page.EvaluateAsync("() => { window.onTold = text => { throw new Error('mistake'); }; }");
        await page.Show(CanvasCamera.Code(Badge(1)));
        await page.Told(1);
        await page.Show(CanvasCamera.Code(Badge(2)));
        await page.Told(2);
        Assert.Contains("mistake", said.ToString(), StringComparison.Ordinal);
    }

    private async Task<IPage> Started(IBrowserContext phone)
    {
        var page = await host.Tab(phone);
        await CanvasCamera.PutInto(page);
        Assert.Equal("running", await page.EvaluateAsync<string>("() => begin()"));
        return page;
    }

    // The page's clock stands still but for what the test adds: a busy machine must not make a second of it three. Pictures read are counted by the frames sent to the worker.
    private static Task Clock(IPage page) => page.EvaluateAsync(
        """
        () => { const start = performance.now(); window.added = 0; performance.now = () => start + added; }
        """);

    private static async Task Pass(IPage page, int milliseconds)
    {
        await page.EvaluateAsync("ms => { added += ms; }", milliseconds);
        await Reads(page, 3);
    }

    private static async Task Reads(IPage page, int count)
    {
        await page.EvaluateAsync(
            """
            () => {
              window.reads ??= (() => { const make = createImageBitmap; window.createImageBitmap = (...given) => { reads++; return make(...given); }; return 0; })();
              reads = 0;
            }
            """);
        // The one after them is begun only when they are done.
        await page.WaitForFunctionAsync("count => reads > count", count);
    }
}
