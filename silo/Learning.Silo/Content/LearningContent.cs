using System.Collections.Frozen;
using System.Collections.Immutable;
using Learning.Domain.Courses;
using Learning.Domain.Funders;
using Learning.Domain.Regions;

namespace Learning.Silo.Content;

/// <summary>What the federation edits without code, as it was when the program started. Immutable; shared by everything in the process.</summary>
public sealed class LearningContent
{
    private readonly FrozenDictionary<string, CourseVersion> courses;
    private readonly FrozenDictionary<string, (Funder Funder, Grant Grant)> grants;

    private LearningContent(string folder, RegionTree regions, ImmutableArray<CourseVersion> courses, ImmutableArray<Funder> funders, CertificateTexts certificates, IatiSettings iati, Dhis2Mapping dhis2)
    {
        (Folder, Regions, Courses, Funders, Certificates, Iati, Dhis2) = (folder, regions, courses, funders, certificates, iati, dhis2);
        this.courses = courses.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);
        grants = funders.SelectMany(f => f.Grants.Select(g => (Funder: f, Grant: g))).ToFrozenDictionary(p => p.Grant.Code, StringComparer.Ordinal);
    }

    /// <summary>The folder it was read from, full path.</summary>
    public string Folder { get; }

    /// <summary>The regions.</summary>
    public RegionTree Regions { get; }

    /// <summary>The courses by code; versions are numbered by the course grain, here all are 1.</summary>
    public ImmutableArray<CourseVersion> Courses { get; }

    /// <summary>The funders with their grants.</summary>
    public ImmutableArray<Funder> Funders { get; }

    /// <summary>Who issues certificates and how they are worded.</summary>
    public CertificateTexts Certificates { get; }

    /// <summary>Who reports to IATI, and about what.</summary>
    public IatiSettings Iati { get; }

    /// <summary>What things are called in DHIS2.</summary>
    public Dhis2Mapping Dhis2 { get; }

    /// <summary>Reads a content folder.</summary>
    /// <param name="folder">The content folder, see <see cref="ContentFolder.Find"/>.</param>
    /// <exception cref="ContentException">Something in it is wrong; says everything that is.</exception>
    public static LearningContent Load(string folder)
    {
        var errors = new ContentErrors();
        var regions = RegionFiles.Read(folder, errors);
        var courses = CourseFiles.Read(folder, errors);
        var funders = FunderFile.Read(folder, errors);
        var certificates = CertificateTexts.Read(folder, errors);
        var iati = IatiSettings.Read(folder, errors);
        var dhis2 = Dhis2Mapping.Read(folder, errors);
        errors.ThrowIfAny(folder);
        return new LearningContent(Path.GetFullPath(folder), regions!, courses, funders, certificates!, iati!, dhis2!);
    }

    /// <summary>The course with that code, or <see langword="null"/>.</summary>
    /// <param name="code">Course code.</param>
    public CourseVersion? Course(string code) => courses.GetValueOrDefault(code);

    /// <summary>The grant with that code and the funder whose it is, or <see langword="null"/>.</summary>
    /// <param name="code">Grant code, as the sheets and plans name it.</param>
    public (Funder Funder, Grant Grant)? Grant(string code) => grants.TryGetValue(code, out var found) ? found : null;
}
