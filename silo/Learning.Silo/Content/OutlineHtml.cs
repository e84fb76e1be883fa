using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Learning.Silo.Content;

/// <summary>Makes HTML of course outlines. Outlines also arrive by the API, so nothing in one may run as a script.</summary>
public static class OutlineHtml
{
    // Not the advanced extensions: generic attributes would let {onclick=…} through.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <summary>The outline as HTML: HTML in it is shown as text, a link that isn't to the web, mail or telephone is only its text.</summary>
    /// <param name="markdown">Outline, Markdown; its headings begin at the third level.</param>
    public static string Render(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().Where(l => !IsSafe(l.Url)).ToList())
            link.ReplaceBy(new ContainerInline());
        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !IsSafe(l.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return html.ToString();
    }

    private static bool IsSafe(string? url)
    {
        if (url is null) return false;
        var colon = url.IndexOf(':');
        // No colon before the path: relative. Whatever precedes one must be a known scheme to the letter, so blanks or tabs inside don't help.
        if (colon < 0 || url.AsSpan(0, colon).IndexOfAny("/?#") >= 0) return true;
        return Schemes.Contains(url[..colon], StringComparer.OrdinalIgnoreCase);
    }
}
