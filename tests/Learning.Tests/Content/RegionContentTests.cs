using Learning.Domain.Regions;
using Learning.Silo.Content;
using Learning.Tests.Identity;

namespace Learning.Tests.Content;

public sealed class RegionContentTests
{
    private static readonly LearningContent Content = LearningContent.Load(ContentCopy.Original);

    private static readonly string Shared = Path.Combine(SignInSheets.SharedFolder(), "data");

    [SharedFact]
    public void Every_aimag_and_soum_of_the_federations_data_is_there_and_nothing_else()
    {
        var expected = SignInSheets.Table(Path.Combine(Shared, "mn_adm1.csv"))
            .Select(r => (Code: r["pcode"], Parent: (string?)"MN", Level: 1, Mn: r["name_mn"], En: r["name_en"]))
            .Concat(SignInSheets.Table(Path.Combine(Shared, "mn_adm2.csv"))
                .Select(r => (Code: r["pcode"], Parent: (string?)r["parent_pcode"], Level: 2, Mn: r["name_mn"], En: r["name_ascii"])))
            .Append((Code: "MN", Parent: null, Level: 0, Mn: "Монгол Улс", En: "Mongolia"))
            .ToHashSet();

        var actual = Content.Regions.All.Select(r => (Code: r.Code, Parent: r.ParentCode, r.Level, Mn: r.NameMn, En: r.NameEn)).ToHashSet();

        Assert.Equal(362, Content.Regions.All.Length);
        Assert.Equal(362, expected.Count);
        Assert.True(expected.SetEquals(actual), string.Join(", ", expected.Except(actual).Concat(actual.Except(expected))));
        Assert.Equal(22, Content.Regions.Children("MN").Length);
        Assert.Equal(20, Content.Regions.Children("MN64").Length);
    }

    [Fact]
    public void The_three_western_aimags_live_an_hour_behind_the_rest()
    {
        var noon = new DateTime(2026, 11, 23, 4, 0, 0, DateTimeKind.Utc);

        var hours = Content.Regions.All.ToLookup(r => TimeZoneInfo.ConvertTimeFromUtc(noon, TimeZoneInfo.FindSystemTimeZoneById(r.TimeZone)).Hour);

        Assert.Equal([11, 12], hours.Select(g => g.Key).Order());
        Assert.Equal(new HashSet<string> { "Баян-Өлгий", "Увс", "Ховд" }, hours[11].Where(r => r.Level == 1).Select(r => r.NameMn).ToHashSet());
        Assert.All(Content.Regions.All.Where(r => r.Level == 2), soum => Assert.Equal(Content.Regions.Find(soum.ParentCode)!.TimeZone, soum.TimeZone));
    }

    [Fact]
    public void Aimags_stand_in_Mongolian_order_with_Ө_after_О_and_Ү_after_У() =>
        Assert.Equal(
            [
                "Архангай", "Баян-Өлгий", "Баянхонгор", "Булган", "Говь-Алтай", "Говьсүмбэр", "Дархан-Уул", "Дорноговь", "Дорнод", "Дундговь", "Завхан",
                "Орхон", "Өвөрхангай", "Өмнөговь", "Сүхбаатар", "Сэлэнгэ", "Төв", "Увс", "Улаанбаатар", "Ховд", "Хөвсгөл", "Хэнтий",
            ],
            Content.Regions.Children("MN").Select(r => r.NameMn));

    [Fact]
    public void Soums_stand_in_the_order_of_the_Mongolian_alphabet()
    {
        const string Alphabet = "АБВГДЕЁЖЗИЙКЛМНОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ";

        foreach (var aimag in Content.Regions.Children("MN"))
        {
            var letters = Content.Regions.Children(aimag.Code).Select(r => Alphabet.IndexOf(char.ToUpperInvariant(r.NameMn[0]), StringComparison.Ordinal)).ToList();

            Assert.DoesNotContain(-1, letters);
            Assert.Equal(letters.Order(), letters);
        }
    }

    [Fact]
    public void A_bag_in_a_file_of_its_own_lies_below_its_soum()
    {
        using var copy = new ContentCopy().Write("regions/mn-bags.csv", "code;parent;level;type;nameMn;nameEn;timeZone\r\nMN641601;MN6416;3;bag;1-р баг, Өлзийт;\"Bag 1; Ulziit\";Asia/Ulaanbaatar\r\n;;;;;;\r\n");

        var regions = LearningContent.Load(copy.Folder).Regions;

        Assert.Equal(new Region("MN641601", "MN6416", 3, "1-р баг, Өлзийт", "Bag 1; Ulziit", "Asia/Ulaanbaatar"), Assert.Single(regions.Children("MN6416")));
        Assert.True(regions.IsWithin("MN641601", "MN64"));
    }
}
