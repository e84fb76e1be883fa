using Learning.Web.Words;

namespace Learning.Tests.Kit;

public sealed class LanguageChoiceTests
{
    [Theory]
    [InlineData(null, null, null, Language.Mongolian)]
    [InlineData("en", "mn", "mn", Language.English)]
    [InlineData(null, "en", "mn", Language.English)]
    [InlineData("xx", "en", null, Language.English)]
    [InlineData("<script>", null, null, Language.Mongolian)]
    [InlineData(null, null, "en-US,en;q=0.9", Language.Mongolian)]
    [InlineData(null, null, "en,mn;q=0.5", Language.English)]
    [InlineData(null, null, "mn,en;q=0.9", Language.Mongolian)]
    [InlineData(null, null, "mn-MN;q=0.4, en-GB;q=0.8", Language.English)]
    [InlineData(null, null, "en;q=rubbish,mn;q=0.1", Language.Mongolian)]
    [InlineData(null, null, ";;q=,,*", Language.Mongolian)]
    public void The_visitor_is_answered_in(string? query, string? cookie, string? accept, Language expected) =>
        Assert.Equal(expected, LanguageChoice.Choose(query, cookie, accept));
}
