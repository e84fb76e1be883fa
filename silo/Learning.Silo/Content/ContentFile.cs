using System.Text;

namespace Learning.Silo.Content;

/// <summary>The text of one file of the content folder.</summary>
/// <param name="Name">Path inside the content folder, with <c>/</c>.</param>
/// <param name="Text">Its text, composed (Unicode NFC), so that й typed on any machine is the same letter.</param>
internal sealed record ContentFile(string Name, string Text)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; notes an error and gives <see langword="null"/> when it is missing or not UTF-8.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="name">Path inside it, with <c>/</c>.</param>
    /// <param name="errors">Where to note what is wrong.</param>
    public static ContentFile? Read(string folder, string name, ContentErrors errors)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            errors.Add(name, 0, "This file is missing. Put it back, or copy it from the program's own content folder.");
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        try
        {
            // U+FEFF: what Excel puts before UTF-8.
            return new ContentFile(name, Strict.GetString(bytes).TrimStart('\uFEFF').Normalize(NormalizationForm.FormC));
        }
        catch (DecoderFallbackException wrong)
        {
            var line = 1 + bytes.AsSpan(0, wrong.Index).Count((byte)'\n');
            errors.Add(name, line, "This file is not UTF-8. Save it again as \"CSV UTF-8\" (Excel) or with the encoding UTF-8.");
            return null;
        }
    }

    /// <summary>Names of the files of one kind in a folder of the content folder, in order; none if there is no such folder.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="under">Folder inside it.</param>
    /// <param name="extension">E.g. <c>.md</c>; a README is documentation and left out.</param>
    public static IEnumerable<string> Names(string folder, string under, string extension)
    {
        var path = Path.Combine(folder, under);
        if (!Directory.Exists(path)) return [];
        return Directory.EnumerateFiles(path, "*" + extension)
            .Select(file => Path.GetFileName(file))
            // A dot or ~ begins the lock and scratch files of editors.
            .Where(file => Path.GetExtension(file) == extension && file[0] is not ('.' or '~') && !file.StartsWith("README", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(file => $"{under}/{file}");
    }
}
