using Learning.Web.Accounts;
using Learning.Web.Api;
using Learning.Web.Api.Devices;
using Learning.Web.Api.Trainees;
using Learning.Web.Pages.Imports;
using Learning.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Web.Pages.Devices;

/// <summary>What the pages of phones need besides pages: taking a large file.</summary>
public static class DeviceEndpoints
{
    /// <summary>Where the form of <c>/devices/file</c> is sent.</summary>
    public const string Address = "/devices/file/upload";

    /// <summary>Name of the file's field.</summary>
    public const string FileField = "file";

    /// <summary>Maps <see cref="Address"/>.</summary>
    /// <param name="routes">Where.</param>
    public static void MapDevicePages(this IEndpointRouteBuilder routes) =>
        // Size and token are looked after while the file arrives: the usual ways of both would first store all of it.
        routes.MapPost(Address, Upload).RequireAuthorization(ApiPolicies.Desk).DisableAntiforgery()
            .WithMetadata(new DisableRequestSizeLimitAttribute()).ExcludeFromDescription();

    private static async Task<IResult> Upload(HttpContext http, IWords words, UploadReading uploads, ExportFiles files, People people)
    {
        var (upload, content, refused) = await uploads.Read(http, words["export.tooLarge", ExportFile.Megabytes], ExportFile.Bytes);
        if (upload is null) return Refused(refused.Status, refused.Why);

        using var json = new MemoryStream(content, writable: false);
        var (answer, refusal) = await files.Take(http.User, json, null, http.RequestAborted);
        if (refusal is not null) return Refused(refusal.Status, words[refusal.Code]);
        var known = await people.Of(answer!.Results.Select(r => r.TraineeId).OfType<string>());
        return new RazorComponentResult<FileAnswer>(new { Taken = answer, People = known });
    }

    private static RazorComponentResult<FileAnswer> Refused(int status, string why) => new(new { Why = why }) { StatusCode = status };
}
