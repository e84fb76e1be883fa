using Learning.Domain.Text;
using Learning.Silo.Imports.Sheets;
using Learning.Web.Api.Problems;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Learning.Web.Api.Imports;

/// <summary>A file taken out of a form while it arrives, without another copy of it on disk.</summary>
/// <param name="Name">As the sender calls it.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="DryRun">What the form says of it, if it does.</param>
internal sealed record UploadedFile(string Name, byte[] Content, string? DryRun)
{
    private const int LongestValue = 100;
    private static readonly long Most = new SheetLimits().Bytes;
    private const int Piece = 81_920;

    // A sender that is cut off in the middle sees a broken connection and not the answer; but nobody sends for ever.
    private const long MostIgnored = 1L << 30;

    /// <summary>Reads the form.</summary>
    public static async Task<(UploadedFile? File, Problem? Refusal)> Read(HttpRequest request, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
            return (null, new Problem(StatusCodes.Status415UnsupportedMediaType, "import.form"));

        string? name = null, dryRun = null;
        byte[]? content = null;
        try
        {
            var reader = new MultipartReader(boundary.ToString(), request.Body);
            while (await reader.ReadNextSectionAsync(cancel) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) continue;
                if (disposition.IsFileDisposition())
                {
                    if (content is not null) return (null, Problem.Invalid("file", "problem.twice", "file"));
                    content = await Bytes(section.Body, cancel);
                    if (content is null) return (null, new Problem(StatusCodes.Status413PayloadTooLarge, "problem.tooLarge.than", Most / 1024 / 1024));
                    name = NameOf(disposition);
                }
                else if (HeaderUtilities.RemoveQuotes(disposition.Name) == "dryRun")
                {
                    dryRun = await Value(section, cancel);
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException && !cancel.IsCancellationRequested)
        {
            return (null, new Problem(StatusCodes.Status400BadRequest, "import.form"));
        }

        return content is null ? (null, Problem.Invalid("file", "problem.required")) : (new UploadedFile(name!, content, dryRun), null);
    }

    /// <summary>The bytes, or null if there are too many; then the rest is read and forgotten, so that the sender hears the answer.</summary>
    private static async Task<byte[]?> Bytes(Stream body, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var piece = new byte[Piece];
        var total = 0L;
        for (int read; (read = await body.ReadAsync(piece, cancel)) > 0;)
        {
            total += read;
            if (total > MostIgnored) break;
            if (total <= Most) kept.Write(piece, 0, read);
            else kept.SetLength(0);
        }

        return total <= Most ? kept.ToArray() : null;
    }

    private static async Task<string> Value(MultipartSection section, CancellationToken cancel)
    {
        var piece = new byte[LongestValue];
        var read = await section.Body.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancel);
        return System.Text.Encoding.UTF8.GetString(piece, 0, read).Trim();
    }

    private static string NameOf(ContentDispositionHeaderValue disposition)
    {
        var sent = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
        // Old browsers send a whole path.
        var name = MongolianText.Clean((sent.Value ?? "").Split('/', '\\')[^1]);
        return name.Length switch { 0 => "sheet.csv", > 200 => name[^200..], _ => name };
    }
}
