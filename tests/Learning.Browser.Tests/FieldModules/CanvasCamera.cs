using System.Text.Json;
using Microsoft.Playwright;
using QRCoder;

namespace Learning.Browser.Tests.FieldModules;

/// <summary>A camera whose picture is drawn: what it sees is known, and changes when the test says so.</summary>
internal static class CanvasCamera
{
    // Grey room, white paper, noise of a small sensor; `show` draws modules as a camera would see them: scaled, turned, dark.
    private const string Script =
        """
        () => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 }), pen = canvas.getContext('2d');
          let sight = null, track;
          const dust = Array.from({ length: 3000 }, (_, i) => [(i * 7919) % 1280, (i * 104729) % 720, (i * 31) % 40]);
          function draw() {
            pen.setTransform(1, 0, 0, 1, 0, 0);
            pen.fillStyle = '#777';
            pen.fillRect(0, 0, 1280, 720);
            if (sight) {
              const { rows, size, turn, light } = sight, side = rows.length;
              pen.translate(640, 360);
              pen.rotate(turn * Math.PI / 180);
              pen.scale(size / side, size / side);
              pen.translate(-side / 2, -side / 2);
              pen.fillStyle = '#fff';
              pen.fillRect(-4, -4, side + 8, side + 8);
              pen.fillStyle = '#111';
              rows.forEach((row, y) => [...row].forEach((module, x) => module === '1' && pen.fillRect(x, y, 1.02, 1.02)));
              pen.setTransform(1, 0, 0, 1, 0, 0);
              pen.fillStyle = `rgba(0,0,0,${1 - light})`;
              pen.fillRect(0, 0, 1280, 720);
            }
            for (const [x, y, grey] of dust) { pen.fillStyle = `rgba(128,128,128,${grey / 80})`; pen.fillRect(x, y, 2, 2); }
          }
          setInterval(draw, 33);
          draw();
          window.asked = 0;
          navigator.mediaDevices.getUserMedia = async () => {
            asked++;
            if (window.refuse) throw new DOMException('', window.refuse);
            const stream = canvas.captureStream(30);
            [track] = stream.getVideoTracks();
            return stream;
          };
          window.show = (rows, size = 330, turn = 0, light = 1) => { sight = rows && { rows, size, turn, light }; };
          window.unplug = () => { track.stop(); track.dispatchEvent(new Event('ended')); };
          window.told = []; window.states = [];
          window.begin = async () => (await import('/checkin/js/camera.js')).start('camera', text => { told.push(text); window.onTold?.(text); }, state => states.push(state));
        }
        """;

    /// <summary>Puts it in the place of the browser's camera.</summary>
    public static Task PutInto(IPage page) => page.EvaluateAsync(Script);

    /// <summary>Shows a code, as it stands on a badge of that size at arm's length; nothing for <see langword="null"/>.</summary>
    public static Task Show(this IPage page, string[]? rows, int size = 330, int turn = 0, double light = 1) =>
        page.EvaluateAsync("([rows, size, turn, light]) => show(rows, size, turn, light)", new object?[] { rows, size, turn, light });

    /// <summary>The modules of a QR code, a text of 0 and 1 a row.</summary>
    public static string[] Code(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        // Without the quiet zone, which is of 4 modules.
        return [.. data.ModuleMatrix.Skip(4).SkipLast(4).Select(row => string.Concat(row.Cast<bool>().Skip(4).SkipLast(4).Select(dark => dark ? '1' : '0')))];
    }

    /// <summary>Waits until this many codes are told.</summary>
    /// <returns>All of them.</returns>
    public static async Task<string[]> Told(this IPage page, int count)
    {
        await page.WaitForFunctionAsync($"() => told.length >= {count}");
        return await page.EvaluateAsync<string[]>("() => told");
    }

    /// <summary>What the camera said of itself.</summary>
    public static async Task<string> States(this IPage page) => string.Join(' ', (await page.EvaluateAsync<JsonElement>("() => states")).Deserialize<string[]>()!);
}
