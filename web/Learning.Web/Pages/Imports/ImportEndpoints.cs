using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Learning.Contracts.Imports;
using Learning.Domain.Ids;
using Learning.Domain.Imports;
using Learning.Domain.Text;
using Learning.Silo.Imports;
using Learning.Web.Accounts;
using Learning.Web.Audit;
using Learning.Web.Pages.PeoplePages;
using Learning.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Web.Pages.Imports;

/// <summary>What the import pages need besides pages: taking a large file, and giving one.</summary>
public static class ImportEndpoints
{
    /// <summary>Name of the field that tells one showing of the upload form from another.</summary>
    public const string TokenField = "token";

    /// <summary>Name of the file's field.</summary>
    public const string FileField = "file";

    /// <summary>Maps <c>POST /imports/upload</c> (the form of <c>/imports</c>) and <c>GET /imports/{id}/errors.csv</c>.</summary>
    /// <param name="routes">Where.</param>
    public static void MapImportPages(this IEndpointRouteBuilder routes)
    {
        // Size and token are looked after while the file arrives: the usual ways of both would first store all of it.
        routes.MapPost(UploadForm.Address, Upload).RequireAuthorization(Policies.ReadPeople).DisableAntiforgery()
            .WithMetadata(new DisableRequestSizeLimitAttribute()).ExcludeFromDescription();
        routes.MapGet("/imports/{id}/errors.csv", Errors).RequireAuthorization(Policies.ReadPeople).ExcludeFromDescription();
    }

    private static async Task<IResult> Upload(
        HttpContext http, IWords words, UploadReading uploads, ImportFiles files, IGrainFactory grains, IAuditLog audit)
    {
        var caller = Caller.Of(http.User);
        if (!caller.MayKeepRecords()) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var (upload, content, refusal) = await uploads.Read(http, words["imports.tooLarge", SheetUpload.Megabytes]);
        if (upload is null) return Refused(refusal.Status, refusal.Why);
        if (content.Length == 0) return Refused(StatusCodes.Status400BadRequest, words["import.fileEmpty"]);

        // The same form with the same file is the same import, however often it is sent.
        var id = LearningId.From("import-form", caller.Actor, upload.Values.GetValueOrDefault(TokenField, ""), Convert.ToHexStringLower(SHA256.HashData(content)));
        await files.Keep(id, upload.FileName, content);
        await grains.GetGrain<IImportGrain>(id).Start(upload.FileName, caller.Actor, confirm: false);
        await audit.Note(http.User, "import.start", id);
        return Results.LocalRedirect($"/imports/{id}");
    }

    private static RazorComponentResult<UploadRefused> Refused(int status, string why) => new(new { Why = why }) { StatusCode = status };

    private static async Task<IResult> Errors(HttpContext http, IWords words, IGrainFactory grains, IAuditLog audit, string id)
    {
        if (!LearningId.IsId(id) || await grains.GetGrain<IImportGrain>(id).Get() is not { } import) return Results.NotFound();
        await audit.Note(http.User, "import.errors", id);
        var language = words.Language.Code();
        // With a byte order mark, or spreadsheets take it for another encoding.
        var csv = new StringBuilder("\uFEFF")
            .Append(CsvText.Line([words["import.csv.row"], words["import.csv.column"], words["import.csv.kind"], words["import.csv.problem"]]));
        foreach (var problem in import.Problems)
        {
            csv.Append(CsvText.Line([
                problem.Line?.ToString(CultureInfo.InvariantCulture),
                problem.Field is { } field ? ImportErrorText.FieldName(field, language) : null,
                words[problem.IsError ? "import.csv.error" : "import.csv.warning"],
                ImportErrorText.Say(problem, language),
            ]));
        }

        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", $"{Path.GetFileNameWithoutExtension(import.FileName)}-errors.csv");
    }
}
