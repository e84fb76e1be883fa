using System.Collections.Immutable;
using Learning.Domain.Organisations;

namespace Learning.Silo.Content.Demo;

/// <summary>What a fresh start in demo mode is filled with, from <c>content/demo</c>. Not read otherwise.</summary>
public sealed class DemoContent
{
    private readonly ImmutableArray<DemoPlanEntry> plan;

    private DemoContent(ImmutableArray<Organisation> organisations, ImmutableArray<string> sheets, ImmutableArray<DemoPlanEntry> plan) =>
        (Organisations, Sheets, this.plan) = (organisations, sheets, plan);

    /// <summary>The federation, its NGOs and their partnerships; a parent stands before its children.</summary>
    public ImmutableArray<Organisation> Organisations { get; }

    /// <summary>Full paths of the kept sign-in sheets, oldest first.</summary>
    public ImmutableArray<string> Sheets { get; }

    /// <summary>Reads <c>content/demo</c>.</summary>
    /// <param name="content">The content it belongs to.</param>
    /// <exception cref="ContentException">Something in it is wrong; says everything that is.</exception>
    public static DemoContent Load(LearningContent content)
    {
        var errors = new ContentErrors();
        var organisations = OrganisationFile.Read(content.Folder, errors);
        var plan = DemoPlanFile.Read(content, errors);
        errors.ThrowIfAny(content.Folder);
        return new DemoContent(organisations, SheetsIn(content.Folder), plan);
    }

    /// <summary>The upcoming trainings, counted from now.</summary>
    /// <param name="clock">Clock.</param>
    public ImmutableArray<DemoCohort> Cohorts(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return [.. plan.Select(entry => entry.On(now))];
    }

    private static ImmutableArray<string> SheetsIn(string folder) =>
        [.. ContentFile.Names(folder, "demo", ".csv").Where(name => name.StartsWith("demo/sheets-", StringComparison.Ordinal)).Select(name => Path.GetFullPath(Path.Combine(folder, name)))];
}
