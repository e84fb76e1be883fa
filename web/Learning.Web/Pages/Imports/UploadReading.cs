using Learning.Web.Words;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace Learning.Web.Pages.Imports;

/// <summary>Reads a form of ours with one file as it arrives, or says why it can't be taken.</summary>
public sealed class UploadReading(IAntiforgery antiforgery, IOptions<AntiforgeryOptions> form, IWords words)
{
    /// <summary>Reads it.</summary>
    /// <param name="http">The call.</param>
    /// <param name="tooLarge">What to say of a file that is too large.</param>
    /// <param name="most">Greatest size in bytes, where it is smaller than a sheet's.</param>
    public async Task<(SheetUpload? Upload, byte[] Content, (int Status, string Why) Refusal)> Read(HttpContext http, string tooLarge, long? most = null)
    {
        var upload = await SheetUpload.Read(http.Request, http.RequestAborted, most);
        if (upload is null || !await IsOurs(http, upload)) return (null, [], (StatusCodes.Status400BadRequest, words["form.stale"]));
        if (upload.Content is not { } content) return (null, [], (StatusCodes.Status413PayloadTooLarge, tooLarge));
        return upload.FileName.Length == 0 ? (null, [], (StatusCodes.Status400BadRequest, words["form.fileMissing"])) : (upload, content, default);
    }

    /// <summary>Whether the form came from a page of ours: its token was read with the file.</summary>
    private async Task<bool> IsOurs(HttpContext http, SheetUpload upload)
    {
        if (form.Value.HeaderName is not { } header || !upload.Values.TryGetValue(form.Value.FormFieldName, out var token)) return false;
        // The body has been read already, so the token goes where a script would have put it.
        http.Request.Headers[header] = token;
        return await antiforgery.IsRequestValidAsync(http);
    }
}
