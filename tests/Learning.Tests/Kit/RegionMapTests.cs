using Learning.Tests.Identity;
using Bunit;
using Learning.Web.Kit.Charts;
using Learning.Web.Words;

namespace Learning.Tests.Kit;

public sealed class RegionMapTests
{
    private static readonly MapOutlines Mongolia = MapOutlines.Read(Path.Combine(Repository(), "content", "regions", "mn-map.json"));

    private static readonly Dictionary<string, decimal> Values = new() { ["MN64"] = 225, ["MN11"] = 2410, ["MN43"] = 0 };

    [SharedFact]
    public void The_map_has_every_aimag_once()
    {
        var aimags = File.ReadLines(Path.Combine(Repository(), "..", "shared", "data", "mn_adm1.csv")).Skip(1).Select(line => line.Split(',')[0]);
        Assert.Equal(aimags.Order(StringComparer.Ordinal), Mongolia.Regions.Select(r => r.Code).Order(StringComparer.Ordinal));
        Assert.All(Mongolia.Regions, r => Assert.InRange(r.X, 0, Mongolia.Width));
        Assert.Contains("public domain", Mongolia.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_region_is_a_link_with_its_name_and_value()
    {
        using var kit = Rendering.In();
        var map = Render(kit);

        Assert.Equal(22, map.FindAll("a").Count);
        var bayankhongor = map.Find("a[href='/reach?region=MN64']");
        Assert.Equal("Нэр MN64: 225 хүн", bayankhongor.GetAttribute("aria-label"));
        Assert.Equal("Нэр MN64: 225 хүн", bayankhongor.QuerySelector("title")!.TextContent);
    }

    [Fact]
    public void Regions_without_training_are_hatched_and_the_others_coloured_by_class()
    {
        using var kit = Rendering.In();
        var map = Render(kit);

        Assert.Equal("q1", map.Find("a[href$=MN64] path").ClassName);
        Assert.Equal("q2", map.Find("a[href$=MN11] path").ClassName);
        Assert.Equal("url(#map-none)", map.Find("a[href$=MN43] path").GetAttribute("fill"));
        Assert.Equal("Нэр MN43: сургалт болоогүй", map.Find("a[href$=MN43]").GetAttribute("aria-label"));
        Assert.Equal(20, map.FindAll("a path.none").Count);
        Assert.Equal(["Сургалт болоогүй", "1–999", "1,000 ба түүнээс олон"], map.FindAll(".legend li").Select(l => l.TextContent.Trim()));
    }

    [Fact]
    public void No_style_attribute_is_needed()
    {
        using var kit = Rendering.In();
        Assert.Empty(Render(kit).FindAll("[style]"));
    }

    [Fact]
    public void A_file_that_is_not_a_map_is_refused_by_name()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, """{"country": "MN"}""");
        var error = Assert.Throws<InvalidDataException>(() => MapOutlines.Read(path));
        File.Delete(path);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    private static IRenderedComponent<RegionMap> Render(BunitContext kit) => kit.Render<RegionMap>(p => p
        .Add(m => m.Map, Mongolia)
        .Add(m => m.Values, Values)
        .Add(m => m.Title, "Хамрагдсан хүн")
        .Add(m => m.Name, code => "Нэр " + code)
        .Add(m => m.Href, code => "/reach?region=" + code)
        .Add(m => m.Unit, value => Wording.In(Language.Mongolian).Count("trainee.people", value)));

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Learning.sln"))) at = at.Parent;
        return at.FullName;
    }
}
