using System.Text;
using Learning.Silo.Content;

namespace Learning.Tests.Content;

/// <summary>A copy of the content folder that a test may spoil.</summary>
internal sealed class ContentCopy : IDisposable
{
    public ContentCopy()
    {
        foreach (var source in Directory.EnumerateFiles(Original, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith("sheets-", StringComparison.Ordinal)))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(Original, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }
    }

    public static string Original { get; } = ContentFolder.Find(null);

    public string Folder { get; } = Directory.CreateTempSubdirectory("learning-content-").FullName;

    public static int LineOf(string file, string part) =>
        1 + Array.FindIndex(File.ReadAllLines(Path.Combine(Original, file)), line => line.Contains(part, StringComparison.Ordinal));

    public ContentCopy Replace(string file, string old, string by)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), by, text.AsSpan(at + old.Length)));
        return this;
    }

    public ContentCopy Write(string file, string text, Encoding? encoding = null)
    {
        File.WriteAllText(Path.Combine(Folder, file), text, encoding ?? new UTF8Encoding(false));
        return this;
    }

    public ContentCopy Delete(string file)
    {
        File.Delete(Path.Combine(Folder, file));
        return this;
    }

    public IReadOnlyList<ContentError> Errors() => Assert.Throws<ContentException>(() => LearningContent.Load(Folder)).Errors;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
