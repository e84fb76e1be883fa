using Learning.Domain.Reach;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Silo.Content;

/// <summary>Registers the content.</summary>
public static class LearningContentExtensions
{
    /// <summary>Reads the content folder now, so that a mistake in it stops the start, and registers it and its regions.</summary>
    /// <param name="services">Services.</param>
    /// <param name="configuration">Where <see cref="ContentFolder.Setting"/> may be set.</param>
    /// <returns>The content.</returns>
    /// <exception cref="ContentException">Something in the folder is wrong; says everything that is.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no content folder.</exception>
    public static LearningContent AddLearningContent(this IServiceCollection services, IConfiguration configuration)
    {
        var content = LearningContent.Load(ContentFolder.Find(configuration[ContentFolder.Setting]));
        services.AddSingleton(content).AddSingleton(content.Regions).AddSingleton(content.Certificates.Issuer);
        services.AddSingleton(CountingRulesIn(content.Folder));
        return content;
    }

    private static CountingRules CountingRulesIn(string folder)
    {
        try
        {
            return new CountingRules(CountingRuleFile.ReadFolder(Path.Combine(folder, "counting-rules")));
        }
        catch (CountingRuleFileException e)
        {
            throw new ContentException(folder, [new ContentError($"counting-rules/{e.File}", e.Line, e.Problem)]);
        }
    }
}
