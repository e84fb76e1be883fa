using System.Security.Claims;
using Learning.Contracts.Certificates;
using Learning.Domain.Certificates;
using Learning.Domain.Regions;
using Learning.Web.Accounts;
using Learning.Web.Api.Keys;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;
using Learning.Web.Audit;
using Learning.Web.Paper.Certificates;

namespace Learning.Web.Api.Certificates;

/// <summary>Certificates: read by anyone who has the number, withdrawn and replaced by administrators.</summary>
internal static class CertificateApi
{
    public static void MapCertificates(this IEndpointRouteBuilder api)
    {
        api.MapGet("/certificates/{id}", Get)
            .AllowAnonymous()
            .WithSummary("What anyone may know of a certificate, and whether it stands.")
            .Produces<CertificateAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/certificates/{id}.pdf", Pdf)
            .AllowAnonymous()
            .WithSummary("The certificate as PDF.")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/certificates/{id}.jwt", Jwt)
            .AllowAnonymous()
            .WithSummary("The certificate as a signed credential (Open Badges 3.0 as JWT); the key is at /.well-known/jwks.json.")
            .Produces<string>(StatusCodes.Status200OK, "application/vc+jwt")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/certificates/{id}/revoke", Revoke)
            .RequireAuthorization(Policies.Administrator)
            .WithSummary("Withdraws a certificate.")
            .Produces<CertificateAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/certificates/{id}/reissue", Reissue)
            .RequireAuthorization(Policies.Administrator)
            .WithSummary("Replaces a certificate by one with the holder's name as it is now; asked again, the same one.")
            .Produces<CertificateAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Get(IGrainFactory grains, RegionTree regions, TimeProvider clock, SiteAddress site, HttpRequest request, string id) =>
        await Find(grains, id) is { } certificate ? Results.Ok(Answer(certificate, regions, clock, site, request)) : Problem.NotFound;

    private static async Task<IResult> Pdf(IGrainFactory grains, SiteAddress site, HttpRequest request, string id) =>
        await Find(grains, id) is { } certificate
            ? Results.File(CertificatePdf.Render(certificate.Facts, site.Of(request)), "application/pdf", $"{CertificateNumber.Printed(certificate.Facts.Number)}.pdf")
            : Problem.NotFound;

    private static async Task<IResult> Jwt(IGrainFactory grains, RegionTree regions, CertificateKeys keys, SiteAddress site, HttpRequest request, string id)
    {
        if (await Find(grains, id) is not { } certificate) return Problem.NotFound;
        using var key = keys.Private();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(regions.Root.TimeZone);
        return Results.Text(CertificateJwt.Issue(certificate.Facts, site.Of(request), zone, key, CertificateKeys.Kid), "application/vc+jwt");
    }

    private static async Task<IResult> Revoke(
        IGrainFactory grains, RegionTree regions, TimeProvider clock, SiteAddress site, IAuditLog audit, HttpRequest request, ClaimsPrincipal user, string id, RevokeBody body)
    {
        if (await Find(grains, id) is not { } certificate) return Problem.NotFound;
        var errors = new FieldErrors();
        var reason = errors.Text("reason", body.Reason, 300);
        if (errors.Any) return Problem.Invalid(errors);
        var grain = grains.GetGrain<ICertificateGrain>(certificate.Facts.Number);
        var result = await grain.Revoke(reason);
        if (!result.IsDone) return Problem.Refused(result);
        await audit.Note(user, "certificate.revoke", certificate.Facts.Number);
        return Results.Ok(Answer((await grain.Get())!, regions, clock, site, request));
    }

    private static async Task<IResult> Reissue(
        IGrainFactory grains, RegionTree regions, TimeProvider clock, SiteAddress site, IAuditLog audit, HttpRequest request, ClaimsPrincipal user, string id)
    {
        if (await Find(grains, id) is not { } certificate) return Problem.NotFound;
        var answer = await grains.GetGrain<ICertificateGrain>(certificate.Facts.Number).Reissue();
        if (!answer.Result.IsDone) return Problem.Refused(answer.Result);
        await audit.Note(user, "certificate.reissue", certificate.Facts.Number, answer.Number!);
        var reissued = (await Find(grains, answer.Number!))!;
        return new CreatedAnswer(Answer(reissued, regions, clock, site, request), $"/api/certificates/{answer.Number}");
    }

    private static async Task<Certificate?> Find(IGrainFactory grains, string id) =>
        CertificateNumber.TryRead(id, out var number) ? await grains.GetGrain<ICertificateGrain>(number).Get() : null;

    private static CertificateAnswer Answer(Certificate certificate, RegionTree regions, TimeProvider clock, SiteAddress site, HttpRequest request) =>
        CertificateAnswer.Of(certificate.Facts, regions.Today(clock), site.Of(request));
}
