using Learning.Domain.Certificates;
using Learning.Domain.Courses;

namespace Learning.Silo.Content;

/// <summary>Who issues certificates and how they are worded, from <c>content/certificates/texts.yaml</c>.</summary>
/// <param name="Issuer">Who issues them.</param>
/// <param name="Attendance">Words of a certificate of attendance.</param>
/// <param name="Completion">Words of a certificate of completion.</param>
public sealed record CertificateTexts(CertificateIssuer Issuer, CertificateText Attendance, CertificateText Completion)
{
    private const string Name = "certificates/texts.yaml";

    /// <summary>The words of a kind.</summary>
    /// <param name="kind">Attendance or completion.</param>
    public CertificateText Of(CertificateKind kind) => kind == CertificateKind.Completion ? Completion : Attendance;

    /// <summary>Reads the file; <see langword="null"/> when errors were noted.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="errors">Where to note what is wrong.</param>
    internal static CertificateTexts? Read(string folder, ContentErrors errors)
    {
        if (ContentFile.Read(folder, Name, errors) is not { } file || YamlMap.Parse(Name, file.Text, errors) is not { } top) return null;
        var issuer = top.Map("issuer");
        var texts = new CertificateTexts(new CertificateIssuer(issuer?.Text("nameMn") ?? "", issuer?.Text("nameEn") ?? ""), Text(top.Map("attendance")), Text(top.Map("completion")));
        issuer?.RefuseTheRest();
        top.RefuseTheRest();
        return texts;
    }

    private static CertificateText Text(YamlMap? map)
    {
        var text = new CertificateText(map?.Text("titleMn") ?? "", map?.Text("titleEn") ?? "", map?.Text("statementMn") ?? "", map?.Text("statementEn") ?? "");
        map?.RefuseTheRest();
        return text;
    }
}
