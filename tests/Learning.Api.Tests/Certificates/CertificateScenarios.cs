using System.Net;
using System.Text;
using Learning.Api.Tests.Site;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Learning.Api.Tests.Certificates;

/// <summary>Certificates: verified by anyone, withdrawn, replaced, as PDF and as credential.</summary>
public abstract class CertificateScenarios(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task Anyone_verifies_a_certificate_by_its_number_however_typed()
    {
        var (number, _) = await Certificate();

        var answer = (await Site.Anyone.Get($"/api/certificates/{number}")).IsOk();

        Assert.Equal(("valid", "completion", "Бат Өнөрцэцэг", "BIZ-101"), (answer.Of("status"), answer.Of("kind"), answer.Of("holderName"), answer.Of("courseCode")));
        Assert.Equal($"{Site.Address.GetLeftPart(UriPartial.Authority)}/verify/{answer.Of("number")}", answer.Of("url"));
        Assert.Equal(answer.Text, (await Site.Anyone.Get($"/api/certificates/{answer.Of("number").ToLowerInvariant()}")).IsOk().Text);
        (await Site.Anyone.Get("/api/certificates/AAAA-AAAA-AAAA-AAAA")).Is(HttpStatusCode.NotFound);
        (await Site.Anyone.Get("/api/certificates/x")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_consent_the_name_is_not_public()
    {
        var (number, _) = await Certificate(consents: new[] { "training" });

        Assert.Null((await Site.Anyone.Get($"/api/certificates/{number}")).IsOk()["holderName"]);
    }

    [Fact]
    public async Task It_is_a_pdf_and_a_credential_that_the_published_key_verifies()
    {
        var (number, _) = await Certificate();

        var pdf = await Site.Anyone.Http.GetAsync(new Uri($"/api/certificates/{number}.pdf", UriKind.Relative));
        var jwt = await Site.Anyone.Get($"/api/certificates/{number}.jwt");
        var keys = new JsonWebKeySet((await Site.Anyone.Get("/.well-known/jwks.json")).IsOk().Text);

        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString((await pdf.Content.ReadAsByteArrayAsync())[..5]), StringComparison.Ordinal);
        var verdict = await new JsonWebTokenHandler().ValidateTokenAsync(jwt.IsOk().Text, new TokenValidationParameters
        {
            IssuerSigningKeys = keys.GetSigningKeys(), ValidateAudience = false, ValidIssuer = Site.Address.GetLeftPart(UriPartial.Authority), ValidTypes = ["vc+jwt"], RequireExpirationTime = false,
        });
        Assert.True(verdict.IsValid, verdict.Exception?.Message);
        (await Site.Anyone.Get("/api/certificates/AAAA-AAAA-AAAA-AAAA.pdf")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_withdrawn_certificate_says_so_and_why_is_not_public()
    {
        var (number, _) = await Certificate();
        (await Admin.Post($"/api/certificates/{number}/revoke", new { })).IsInvalid("reason");

        (await Admin.Post($"/api/certificates/{number}/revoke", new { reason = "Өөр хүн шалгалт өгсөн" })).IsOk();

        var answer = (await Site.Anyone.Get($"/api/certificates/{number}")).IsOk();
        Assert.Equal(("revoked", Site.Today.ToString("O")), (answer.Of("status"), answer.Of("revokedOn")));
        Assert.DoesNotContain("шалгалт", answer.Text, StringComparison.Ordinal);
        Assert.Equal("certificate.revoked", (await Admin.Post($"/api/certificates/{number}/reissue")).Is(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task A_reissued_certificate_has_the_name_as_it_is_now_and_replaces_the_old()
    {
        var (number, person) = await Certificate();
        (await Admin.Put($"/api/trainees/{person}", new { givenName = "Өнөржаргал", patronymic = "Бат", consents = new[] { "certificate" } })).IsOk();

        var fresh = (await Admin.Post($"/api/certificates/{number}/reissue")).IsCreated();
        var again = (await Admin.Post($"/api/certificates/{number}/reissue")).IsCreated();

        Assert.Equal(fresh.Of("id"), again.Of("id"));
        Assert.Equal(("Бат Өнөржаргал", number, "valid"), (fresh.Of("holderName"), fresh.Of("supersedes"), fresh.Of("status")));
        var old = (await Site.Anyone.Get($"/api/certificates/{number}")).IsOk();
        Assert.Equal(("superseded", fresh.Of("id"), "Бат Өнөрцэцэг"), (old.Of("status"), old.Of("supersededBy"), old.Of("holderName")));
        Assert.Equal("certificate.superseded", (await Admin.Post($"/api/certificates/{number}/revoke", new { reason = "x" })).Is(HttpStatusCode.Conflict).Code);
    }

    private async Task<(string Number, string Person)> Certificate(object? consents = null)
    {
        var cohort = await Cohort(days: 1);
        var person = await Person(consents: consents);
        (await Admin.Post($"/api/cohorts/{cohort}/enrolments", new { traineeIds = new[] { person } })).IsOk();
        await Upload(Trainer, "desk", Scan($"{cohort}/1", person));
        (await Trainer.Post($"/api/cohorts/{cohort}/close")).IsOk();
        return (Text((await Admin.Get($"/api/cohorts/{cohort}/enrolments")).IsOk()["items"]![0]!["certificateNumber"]), person);
    }
}

[Collection(OnSqlite.Name)]
public sealed class CertificateScenariosOnSqlite(SqliteSite site) : CertificateScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class CertificateScenariosOnPostgres(PostgresSite site) : CertificateScenarios(site);
