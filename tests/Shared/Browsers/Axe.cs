using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Learning.Testing;

/// <summary>Asks axe what on a page keeps somebody out, by WCAG 2.0 to 2.2, levels A and AA.</summary>
internal static class Axe
{
    private const string Run =
        """
        async () => {
          const found = await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
            resultTypes: ['violations'], elementRef: false,
          });
          return found.violations.flatMap(v => v.nodes.map(n => `${v.id} (${v.help}) at ${n.target.join(' ')}: ${n.any.concat(n.all, n.none).map(c => c.message).join('; ')}`));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Puts axe into a page, unless it is there since an earlier look.</summary>
    public static async Task PutInto(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Script);
    }

    /// <summary>What it finds, a line each.</summary>
    /// <param name="page">Page with axe in it.</param>
    public static async Task<IReadOnlyList<string>> Find(IPage page) => (await page.EvaluateAsync<JsonElement>(Run)).Deserialize<string[]>()!;
}
