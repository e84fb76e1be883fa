using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Learning.Tests.Architecture;

/// <summary>Who may know whom (architecture.md), read from the project files.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData("grains/Learning.Domain", new string[0])]
    [InlineData("grains/Learning.Contracts", new[] { "Learning.Domain" })]
    [InlineData("grains/Learning.Grains", new[] { "Learning.Contracts" })]
    [InlineData("silo/Learning.Silo", new[] { "Learning.Grains" })]
    [InlineData("web/Learning.CheckIn", new[] { "Learning.Domain" })]
    [InlineData("web/Learning.Web", new[] { "Learning.Silo", "Learning.CheckIn" })]
    public void A_project_knows_only_the_next_one_in(string project, string[] known) => Assert.Equal(known, Referenced(project));

    [Fact]
    public void The_domain_needs_no_package() => Assert.Empty(Packages("grains/Learning.Domain"));

    [Fact]
    public void Only_storage_knows_databases() =>
        Assert.All((string[])["grains/Learning.Domain", "grains/Learning.Contracts", "grains/Learning.Grains"], project =>
            Assert.DoesNotContain(Packages(project), p => p.Contains("Sqlite", StringComparison.Ordinal) || p.Contains("Npgsql", StringComparison.Ordinal) || p.Contains("EntityFramework", StringComparison.Ordinal)));

    [Fact]
    public void Nothing_waits_by_sleeping() =>
        Assert.Empty(Source.FilesWith(text => text.Contains("Thread." + "Sleep", StringComparison.Ordinal), "grains", "silo", "web", "tests"));

    [Fact]
    public void Nothing_is_left_for_later() =>
        Assert.Empty(Source.FilesWith(text => Regex.IsMatch(text, @"\bTODO\b|\bFIXME\b|NotImplementedException"), "grains", "silo", "web"));

    private static IEnumerable<string> Referenced(string project) => Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)!);

    private static IEnumerable<string> Packages(string project) => Items(project, "PackageReference");

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(Source.Files(project, "*.csproj").Single()).Descendants(kind).Select(item => item.Attribute("Include")!.Value);
}
