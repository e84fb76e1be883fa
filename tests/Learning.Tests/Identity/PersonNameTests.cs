using Learning.Domain.Identity;

namespace Learning.Tests.Identity;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Дорж", "Доржийн", "Доржын", "Dorj", "Dorjiin", "ДОРЖИЙН")]
    [InlineData("Эрдэнэ", "Эрдэнийн", "Эрдэнэийн", "Erdeneyn", "Erdene", "Эрдэнэын")]
    [InlineData("Даваа", "Даваагийн", "Давааын", "Davaagiin", "Davaaiin")]
    [InlineData("Өлзий", "Өлзийн", "Өлзийийн", "Ulziiiin", "Ulziiyn", "Өлзийын")]
    [InlineData("Чинзориг", "Чинзоригийн", "Chinzorigiin", "Chinzorigyn")]
    [InlineData("Чулуун", "Чулууны", "Чулуунын", "Chuluuniin")]
    [InlineData("Түвшин", "Түвшиний", "Tuvshiniin")]
    [InlineData("Бат", "Батын", "Батийн", "Batyn")]
    [InlineData("Нэргүй", "Нэргүйн", "Нэргүйийн", "Nerguiyn", "Нэргүйгийн")]
    public void A_patronymic_is_one_with_and_without_the_genitive(string name, params string[] forms) =>
        Assert.All(forms, f => Assert.Equal(PersonName.PatronymicKey(name), PersonName.PatronymicKey(f)));

    [Theory]
    [InlineData("Дорж", "Болд")]
    [InlineData("Бат", "Батболд")]
    [InlineData("Чинзориг", "Чинзул")]
    [InlineData("Пүрэв", "Пүрэвдорж")]
    public void Different_patronymics_stay_different(string one, string other)
    {
        Assert.NotEqual(PersonName.PatronymicKey(one), PersonName.PatronymicKey(other));
        Assert.False(PersonName.PatronymicsAgree(one, other));
    }

    [Theory]
    [InlineData("Д.", "Доржийн", true)]
    [InlineData("Dorj", "Д", true)]
    [InlineData("Ц.", "Tserendorj", true)]
    [InlineData("Ө.", "Ulzii", true)]
    [InlineData("", "Дорж", true)]
    [InlineData("Б.", "Дорж", false)]
    [InlineData("Д.", "Б.", false)]
    public void An_initial_agrees_with_what_it_may_stand_for(string one, string other, bool agree) =>
        Assert.Equal(agree, PersonName.PatronymicsAgree(one, other));

    [Theory]
    [InlineData("г", "Г.")]
    [InlineData(" Г. ", "Г.")]
    [InlineData("ДОРЖИЙН", "Доржийн")]
    [InlineData("ch", "Ch.")]
    [InlineData("", "")]
    public void Patronymics_are_shown_clean(string typed, string shown) => Assert.Equal(shown, PersonName.Patronymic(typed));

    [Theory]
    [InlineData("Бат", "Бта", false)]
    [InlineData("Ганбатэрдэнэ", "Ганабтэрдэнэ", false)]
    [InlineData("Цэндсүрэн", "Цэнд", false)]
    [InlineData("Цэндсүрэн", "Сүрэнжав", true)]
    [InlineData("Болд", "Сарнай", true)]
    [InlineData("Хаш", "Хулан", true)]
    public void A_slip_of_the_pen_is_not_another_name(string one, string other, bool unlike) =>
        Assert.Equal(unlike, PersonName.Unlike(PersonName.GivenKey(one), PersonName.GivenKey(other)));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("бат", "бат", 0)]
    [InlineData("бат", "бта", 1)]
    [InlineData("бат", "бaт", 1)]
    [InlineData("сарнай", "саранй", 1)]
    [InlineData("", "болд", 4)]
    [InlineData("kitten", "sitting", 3)]
    public void Slips_are_counted(string one, string other, int slips) => Assert.Equal(slips, EditDistance.Between(one, other));
}
