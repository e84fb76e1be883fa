using System.Collections.Immutable;
using Learning.Domain.Courses;

namespace Learning.Silo.Content;

/// <summary>
/// Reads <c>content/courses/*.md</c>: YAML between two lines <c>---</c>, then the outlines under <c>## mn</c> and <c>## en</c>.
/// The file is named after the course's code.
/// </summary>
internal static class CourseFiles
{
    /// <summary>The courses in the order of their codes.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="errors">Where to note what is wrong.</param>
    public static ImmutableArray<CourseVersion> Read(string folder, ContentErrors errors) =>
        [.. ContentFile.Names(folder, "courses", ".md").Select(name => ContentFile.Read(folder, name, errors)).OfType<ContentFile>().Select(file => Course(file, errors)).OfType<CourseVersion>()];

    private static CourseVersion? Course(ContentFile file, ContentErrors errors)
    {
        var lines = file.Text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == "---");
        if (lines[0].TrimEnd() != "---" || end < 0)
        {
            errors.Add(file.Name, 1, "The file must begin with a line ---, then code: and the other facts of the course, then another line ---.");
            return null;
        }

        // The first --- goes, its line stays: the numbers of the lines are the file's.
        var facts = YamlMap.Parse(file.Name, string.Join('\n', lines[1..end].Prepend("")), errors);
        return facts is null ? null : Course(file.Name, facts, Outlines(file.Name, lines, end + 1, errors));
    }

    private static CourseVersion Course(string file, YamlMap facts, (string Mn, string En) outlines)
    {
        var completion = facts.Map("completion");
        var certificate = facts.Map("certificate");
        var course = new CourseVersion
        {
            Code = facts.Text("code"),
            TitleMn = facts.Text("titleMn"),
            TitleEn = facts.Text("titleEn"),
            Kind = facts.Text("kind"),
            Hours = facts.Number("hours", 0.25m, 2000),
            Days = facts.Whole("days", 1, 200),
            OutlineMn = outlines.Mn,
            OutlineEn = outlines.En,
            Completion = new CompletionRule(completion?.Number("minHoursShare", 0, 1) ?? 0, completion?.NumberOrNull("passMark", 0, 100)),
            Certificate = new CertificateRule(certificate?.Word<CertificateKind>("kind") ?? default, certificate?.WholeOrNull("validMonths", 1, 1200)),
        };
        if (course.Code.Length > 0 && Path.GetFileNameWithoutExtension(file) != course.Code) facts.Wrong("code", $"The code is {course.Code}, so the file must be named {course.Code}.md.");
        // A kind nobody knows would quietly drop out of the counting rules that leave kinds out.
        if (course.Kind.Length > 0 && !CourseKinds.All.Contains(course.Kind)) facts.Wrong("kind", $"kind is {course.Kind}; write one of {string.Join(", ", CourseKinds.All)}.");
        // Thirds of an hour can't be summed up to the whole again, and completion compares sums.
        if (course.Hours * 4 % course.Days != 0) facts.Wrong("hours", $"{course.Hours} hours can't be shared out over {course.Days} days in quarters of an hour. Change hours or days.");
        if (course.Hours > 24 * course.Days) facts.Wrong("hours", $"{course.Hours} hours don't fit into {course.Days} days.");
        completion?.RefuseTheRest();
        certificate?.RefuseTheRest();
        facts.RefuseTheRest();
        return course;
    }

    private static (string Mn, string En) Outlines(string file, string[] lines, int first, ContentErrors errors)
    {
        var found = new Dictionary<string, (int Line, List<string> Text)>(StringComparer.Ordinal) { ["mn"] = (0, []), ["en"] = (0, []) };
        List<string>? into = null;
        for (var i = first; i < lines.Length; i++)
        {
            var heading = lines[i].StartsWith("## ", StringComparison.Ordinal) ? lines[i][3..].Trim() : null;
            if (heading is null && into is not null) into.Add(lines[i]);
            else if (heading is null && lines[i].Trim().Length > 0) errors.Add(file, i + 1, "This text stands in no outline. Put it below the line ## mn or ## en.");
            else if (heading is not null && !found.ContainsKey(heading)) errors.Add(file, i + 1, $"Unknown section {heading}. There are two, ## mn and ## en; headings inside an outline have three # or more.");
            else if (heading is not null && found[heading].Line > 0) errors.Add(file, i + 1, $"There is a second section {heading}; the first is in line {found[heading].Line}. Put both together.");
            else if (heading is not null)
            {
                into = found[heading].Text;
                found[heading] = (i + 1, into);
            }
        }

        foreach (var (language, (line, text)) in found)
            if (text.All(string.IsNullOrWhiteSpace)) errors.Add(file, line, $"The outline {language} is missing. Write it below a line ## {language}.");
        return (Outline("mn"), Outline("en"));

        string Outline(string language) => string.Join('\n', found[language].Text).Trim('\n');
    }
}
