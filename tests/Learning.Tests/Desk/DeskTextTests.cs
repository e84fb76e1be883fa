using Learning.Web.Pages.Sessions;

namespace Learning.Tests.Desk;

/// <summary>Telling names from codes and from what a scanner types on the wrong keyboard.</summary>
public sealed class DeskTextTests
{
    [Theory]
    [InlineData("Өл")]
    [InlineData("Б. Өнөрболд")]
    [InlineData("Бат-Эрдэнэ")]
    [InlineData("enkh")]
    [InlineData("99112233")]
    [InlineData("Цэрэндуламсүрэнгийн Нарансолонгоо-Мөнхзаяабаатар")]
    public void Names_and_phones_are_searched(string text)
    {
        Assert.True(DeskText.IsName(text));
        Assert.False(DeskText.IsOtherKeyboard(text));
    }

    [Theory]
    [InlineData("Ө")]
    [InlineData("7K3M-9QW2-X")]
    [InlineData("https://x.mn/a")]
    [InlineData("12345")]
    public void Other_texts_are_not(string text) => Assert.False(DeskText.IsName(text));

    [Theory]
    [InlineData("РЖЖХЫ://ӨУАМ.МН/П/АЙДЖ№₮")]
    [InlineData("№К3М-₮ҮЖ:Х")]
    public void Signs_among_Cyrillic_letters_come_from_a_scanner(string text) => Assert.True(DeskText.IsOtherKeyboard(text));

    [Fact]
    public void So_do_letters_without_end() => Assert.True(DeskText.IsOtherKeyboard(new string('Ө', 60)));
}
