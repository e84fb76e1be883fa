using System.Text.RegularExpressions;
using Learning.Web.Words;

namespace Learning.Api.Tests.Words;

/// <summary>Whatever a rule or a call refuses has its words in both languages.</summary>
public sealed partial class RefusalWordsTests
{
    [Fact]
    public void Every_code_of_a_refusal_has_words()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Learning.sln"))) root = root.Parent!;
        var codes = new[] { "grains", "silo", "web/Learning.Web/Api" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root.FullName, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Refusal().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["code"].Value)
            .Distinct().ToList();

        Assert.True(codes.Count > 40, $"Found only {codes.Count}.");
        foreach (var language in Languages.All)
            Assert.DoesNotContain(codes, code => Wording.In(language).Find(code) is null);
    }

    // OperationResult.Refused("x.y"), new EnrolmentOutcome(id, null, "x.y"), errors.Add(field, "x.y"), new Problem(409, "x.y"), Problem.Invalid(field, "x.y").
    [GeneratedRegex("""(?:Refused\(|null, |errors\.Add\([^,;]*?, |new Problem\([^,;]*?, |Invalid\([^,;]*?, )"(?<code>[a-z]+\.[A-Za-z.]+)"(?:[,)]|\s)""")]
    private static partial Regex Refusal();
}
