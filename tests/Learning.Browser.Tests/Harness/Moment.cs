using Microsoft.Playwright;

namespace Learning.Browser.Tests.Harness;

/// <summary>When things happened in browsers, in milliseconds since 1970 by the machine's one clock, finer than a millisecond.</summary>
internal static class Moment
{
    /// <summary>Begins to watch a part of a page.</summary>
    /// <param name="page">Page.</param>
    /// <param name="part">Its selector.</param>
    /// <returns>The first moment at which it shows another text, whoever changes it.</returns>
    public static async Task<Func<Task<double>>> OfChange(IPage page, string part)
    {
        await page.EvaluateAsync(
            """
            part => {
              const text = () => document.querySelector(part).textContent, before = text();
              window.changedAt = new Promise(done => new MutationObserver((_, watch) => {
                if (text() === before) return;
                watch.disconnect();
                done(performance.timeOrigin + performance.now());
              }).observe(document.body, { childList: true, subtree: true, characterData: true }));
            }
            """, part);
        return () => page.EvaluateAsync<double>("() => window.changedAt");
    }

    /// <summary>When the browser had the answer to the last form it posted, before it followed the answer's redirect.</summary>
    /// <param name="page">Page that posted it, with or without script.</param>
    public static Task<double> OfAnswer(IPage page) => page.EvaluateAsync<double>(
        """
        () => {
          const sent = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource').filter(r => r.initiatorType === 'fetch')];
          const last = sent.reduce((a, b) => b.startTime > a.startTime ? b : a);
          return performance.timeOrigin + (last.redirectEnd || last.responseStart);
        }
        """);
}
