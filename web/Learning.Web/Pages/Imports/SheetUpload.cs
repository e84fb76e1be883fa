using System.Text;
using Learning.Domain.Text;
using Learning.Silo.Imports.Sheets;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Learning.Web.Pages.Imports;

/// <summary>The upload form as it arrived. Read piece by piece, so that a file which is too large fills neither memory nor disk.</summary>
/// <param name="FileName">As the sender calls it; empty when no file was chosen.</param>
/// <param name="Content">The file; empty when none was chosen, <see langword="null"/> when it is larger than <see cref="SheetLimits.Bytes"/>.</param>
/// <param name="Values">The other fields.</param>
public sealed record SheetUpload(string FileName, byte[]? Content, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Greatest size of a file, in megabytes.</summary>
    public static readonly long Megabytes = Limit / (1024 * 1024);

    private const int Piece = 81_920;
    private const int LongestValue = 2_000;
    private const int MostValues = 20;
    private const int LongestName = 200;

    // The rest of a file that is too large is read and forgotten, or the browser would show a broken connection instead of the answer. Nobody sends for ever.
    private const long MostForgotten = 1L << 30;

    private static long Limit => new SheetLimits().Bytes;

    /// <summary>Reads it; <see langword="null"/> if it is no form or breaks off.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="most">Greatest size of the file in bytes, where it is smaller than a sheet's.</param>
    public static async Task<SheetUpload?> Read(HttpRequest request, CancellationToken cancel, long? most = null)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
            return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var (name, content) = ("", (byte[]?)[]);
        try
        {
            var reader = new MultipartReader(boundary.ToString(), request.Body);
            while (await reader.ReadNextSectionAsync(cancel) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) continue;
                if (disposition.IsFileDisposition()) (name, content) = (NameOf(disposition), await Bytes(section.Body, most ?? Limit, cancel));
                else if (values.Count < MostValues) values[HeaderUtilities.RemoveQuotes(disposition.Name).ToString()] = await Value(section.Body, cancel);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException && !cancel.IsCancellationRequested)
        {
            return null;
        }

        return new SheetUpload(name, content, values);
    }

    private static async Task<byte[]?> Bytes(Stream body, long limit, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var piece = new byte[Piece];
        var total = 0L;
        for (int read; total <= MostForgotten && (read = await body.ReadAsync(piece, cancel)) > 0;)
        {
            total += read;
            if (total <= limit) kept.Write(piece, 0, read);
            else kept.SetLength(0);
        }

        return total <= limit ? kept.ToArray() : null;
    }

    private static async Task<string> Value(Stream body, CancellationToken cancel)
    {
        var piece = new byte[LongestValue];
        var read = await body.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancel);
        return Encoding.UTF8.GetString(piece, 0, read);
    }

    private static string NameOf(ContentDispositionHeaderValue disposition)
    {
        var sent = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
        // Old browsers send a whole path.
        var name = MongolianText.Clean((sent.Value ?? "").Split('/', '\\')[^1]);
        return name.Length > LongestName ? name[^LongestName..] : name;
    }
}
