using Learning.Silo.Content;

namespace Learning.Tests.Content;

public sealed class OutlineHtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("text <img src=x onerror=alert(1)>", "<img")]
    [InlineData("[a](javascript:alert(1))", "href")]
    [InlineData("[a](JaVaScRiPt:alert(1))", "href")]
    [InlineData("[a](java&#x09;script:alert(1))", "href")]
    [InlineData("[a](&#106;avascript:alert(1))", "href")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)", "href")]
    [InlineData("<javascript:alert(1)>", "href")]
    [InlineData("[a][1]\n\n[1]: vbscript:x", "href")]
    [InlineData("![a](javascript:alert(1))", "src")]
    [InlineData("# a {onclick=alert(1)}", "<h1 onclick")]
    public void Nothing_in_an_outline_runs(string markdown, string mustNotBeThere) =>
        Assert.DoesNotContain(mustNotBeThere, OutlineHtml.Render(markdown), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("[legalinfo](https://legalinfo.mn)", "<a href=\"https://legalinfo.mn\">legalinfo</a>")]
    [InlineData("[хуудас](/courses/OSH-101)", "<a href=\"/courses/OSH-101\">")]
    [InlineData("[**Өргөдөл**](javascript:x)", "<strong>Өргөдөл</strong>")]
    [InlineData("| a | b |\n|---|---|\n| ү | ө |", "<td>ү</td>")]
    [InlineData("5 < 6 & 7", "5 &lt; 6 &amp; 7")]
    public void What_is_harmless_stays(string markdown, string expected) =>
        Assert.Contains(expected, OutlineHtml.Render(markdown), StringComparison.Ordinal);
}
