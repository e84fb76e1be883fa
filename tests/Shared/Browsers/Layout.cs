using Microsoft.Playwright;

namespace Learning.Testing;

/// <summary>Whether a page fits the screen and the hand; a line for each part that does not.</summary>
internal static class Layout
{
    /// <summary>What a thumb in a glove would miss. Links within a text are as tall as the text.</summary>
    /// <param name="page">Page.</param>
    public static Task<string[]> Smaller(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('button, .btn, select, textarea, summary, input:not([type=hidden], [type=checkbox], [type=radio])')]
          .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44)
          .map(e => `${e.outerHTML.slice(0, 80)} is ${e.getBoundingClientRect().height} px high`)
        """);

    /// <summary>What stands out to the right of the screen, so that the page has to be moved sideways. A table may scroll within itself.</summary>
    /// <param name="page">Page.</param>
    public static Task<string[]> Wider(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(e).position !== 'fixed')
          .map(e => `${e.tagName.toLowerCase()}.${e.className} reaches ${Math.round(e.getBoundingClientRect().right)} of ${innerWidth} px`)
          .slice(0, 5)
        """);
}
