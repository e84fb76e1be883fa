using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Learning.Contracts.Imports;
using Learning.Domain.Ids;
using Learning.Domain.Imports;
using Learning.Domain.Text;
using Learning.Silo.Imports;
using Learning.Silo.ReadModel;
using Learning.Web.Accounts;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;
using Learning.Web.Audit;
using Learning.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Api.Imports;

/// <summary>Importing sign-in sheets, for administrators.</summary>
internal static class ImportApi
{
    private const string SignInSheet = "sign-in-sheet";

    public static void MapImports(this IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").RequireAuthorization(Policies.Administrator);
        imports.MapPost("", Upload)
            // The file's own limit is looked after while it arrives.
            .WithMetadata(new BodyLimit(null))
            .DisableAntiforgery()
            .WithSummary("Uploads a file of sign-in sheets. It is checked in the background; nothing is written before it is confirmed, unless dryRun=false.")
            .Accepts<ImportUpload>("multipart/form-data")
            .Produces<ImportStarted>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        imports.MapGet("", List).WithSummary("Imports, the newest first.").Produces<Page<ImportListItem>>();
        imports.MapGet("/{id}", Get).WithSummary("An import with its progress, columns, summary and problems.")
            .Produces<ImportAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        imports.MapGet("/{id}/errors.csv", ErrorsCsv).WithSummary("What is wrong with the file's rows, as CSV.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv").ProducesProblem(StatusCodes.Status404NotFound);
        imports.MapPost("/{id}/columns", (IGrainFactory grains, IAuditLog audit, IWords words, ClaimsPrincipal user, string id, ColumnsBody body) =>
                Do(grains, audit, words, user, id, "columns", import => import.Match(body.Columns ?? ImmutableSortedDictionary<SheetField, int?>.Empty)))
            .WithSummary("Checks again with the columns as the user matched them.")
            .Produces<ImportAnswer>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        MapStep(imports, "confirm", "Writes what was checked; rows in error are left out.", import => import.Confirm());
        MapStep(imports, "resume", "Continues an import whose work broke off; does nothing otherwise.", import => import.Resume());
        MapStep(imports, "undo", "Takes everything back that it brought.", import => import.Undo());
    }

    private static void MapStep(RouteGroupBuilder imports, string verb, string summary, Func<IImportGrain, Task<OperationResult>> step) =>
        imports.MapPost($"/{{id}}/{verb}", (IGrainFactory grains, IAuditLog audit, IWords words, ClaimsPrincipal user, string id) => Do(grains, audit, words, user, id, verb, step))
            .WithSummary(summary)
            .Produces<ImportAnswer>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Upload(
        IGrainFactory grains, ImportFiles files, OnceOnly once, IAuditLog audit, HttpContext http, string? kind, string? dryRun, CancellationToken cancel)
    {
        var (file, refusal) = await UploadedFile.Read(http.Request, cancel);
        if (refusal is not null) return refusal;
        var errors = new FieldErrors();
        if (kind is not (null or SignInSheet)) errors.Add("kind", "problem.word", SignInSheet);
        var isDryRun = errors.Truth("dryRun", dryRun ?? file!.DryRun) ?? true;
        if (file!.Content.Length == 0) errors.Add("file", "import.fileEmpty");
        if (errors.Any) return Problem.Invalid(errors);

        var asked = new { digest = Convert.ToHexStringLower(SHA256.HashData(file.Content)), isDryRun };
        return await once.Run(http, "import", asked, async id =>
        {
            await files.Keep(id, file.Name, file.Content);
            var result = await grains.GetGrain<IImportGrain>(id).Start(file.Name, Caller.Of(http.User).Actor, confirm: !isDryRun);
            if (!result.IsDone) return Problem.Refused(result);
            await audit.Note(http.User, "import.start", id, isDryRun ? "dry run" : "confirm if without errors");
            return new CreatedAnswer(new ImportStarted(id), $"/api/imports/{id}", StatusCodes.Status202Accepted);
        });
    }

    private static async Task<IResult> List(IDbContextFactory<LearningReadModel> readModel, string? limit, string? after, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        var most = errors.Limit(limit);
        DateTimeOffset? before = null;
        if (!string.IsNullOrEmpty(after))
        {
            if (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms < 253_402_300_799_999) before = DateTimeOffset.FromUnixTimeMilliseconds(ms);
            else errors.Add("after", "problem.after");
        }

        if (errors.Any) return Problem.Invalid(errors);
        await using var db = await readModel.CreateDbContextAsync(cancel);
        var rows = await db.Imports.Where(i => before == null || i.StartedAt < before).OrderByDescending(i => i.StartedAt).Take(most + 1).ToListAsync(cancel);
        return Results.Ok(Page<ImportListItem>.Of(
            [.. rows.Select(ImportListItem.Of)], most, i => i.StartedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> Get(IGrainFactory grains, IWords words, string id) =>
        await Find(grains, id) is { } import ? Results.Ok(ImportAnswer.Of(import, words) with { Stopped = await grains.GetGrain<IImportGrain>(id).IsStopped() }) : Problem.NotFound;

    private static async Task<IResult> ErrorsCsv(IGrainFactory grains, IWords words, string id)
    {
        if (await Find(grains, id) is not { } import) return Problem.NotFound;
        // With a byte order mark, or spreadsheets take it for another encoding.
        var csv = new StringBuilder("\uFEFF").Append(CsvText.Line([words["import.csv.row"], words["import.csv.column"], words["import.csv.kind"], words["import.csv.problem"]]));
        foreach (var problem in import.Problems.Select(p => ImportProblemAnswer.Of(p, words)))
            csv.Append(CsvText.Line([
                problem.Line?.ToString(CultureInfo.InvariantCulture), problem.Column, words[problem.IsError ? "import.csv.error" : "import.csv.warning"], problem.Message,
            ]));
        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", $"{id}-errors.csv");
    }

    private static async Task<IResult> Do(
        IGrainFactory grains, IAuditLog audit, IWords words, ClaimsPrincipal user, string id, string verb, Func<IImportGrain, Task<OperationResult>> step)
    {
        if (await Find(grains, id) is null) return Problem.NotFound;
        var import = grains.GetGrain<IImportGrain>(id);
        var result = await step(import);
        if (!result.IsDone) return Problem.Refused(result);
        await audit.Note(user, $"import.{verb}", id);
        return Results.Accepted($"/api/imports/{id}", ImportAnswer.Of((await import.Get())!, words));
    }

    private static async Task<Import?> Find(IGrainFactory grains, string id) => LearningId.IsId(id) ? await grains.GetGrain<IImportGrain>(id).Get() : null;
}
