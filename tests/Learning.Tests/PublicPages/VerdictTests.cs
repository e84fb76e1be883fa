using Bunit;
using Learning.Domain.Certificates;
using Learning.Domain.Courses;
using Learning.Tests.Kit;
using Learning.Web.Kit;
using Learning.Web.Pages.Verify;
using Learning.Web.Words;

namespace Learning.Tests.PublicPages;

/// <summary>What whoever verifies a certificate reads.</summary>
public sealed class VerdictTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    private static readonly CertificateFacts Facts = new()
    {
        Number = "7K3M9QW24TXAH6ZR", Kind = CertificateKind.Completion, HolderName = "Б. <b>Өлзий</b>", CourseCode = "OSH-101", CourseTitleMn = "Аюулгүй ажиллагаа",
        CourseTitleEn = "Safety", CourseVersion = 1, Hours = 24, RegionNameMn = "Баян-Овоо", RegionNameEn = "Bayan-Ovoo", FirstSession = new(2026, 3, 6),
        LastSession = new(2026, 3, 8), IssuerNameMn = "Холбоо", IssuerNameEn = "Federation", IssuedOn = new(2026, 3, 8), ValidUntil = new(2029, 3, 8),
    };

    [Fact]
    public void A_valid_one_says_by_whom_and_when_it_was_issued()
    {
        Assert.Equal(new Verdict(Tone.Good, "Хүчинтэй. Олгосон: Холбоо, 2026.03.08"), Verdict.Of(Facts, Today, Wording.In(Language.Mongolian)));
        Assert.Equal("Valid, issued by Federation on 8 March 2026", Verdict.Of(Facts, Today, Wording.In(Language.English)).Text);
    }

    [Fact]
    public void The_last_day_is_valid_and_the_day_after_is_not()
    {
        Assert.Equal(Tone.Good, In(Facts, new DateOnly(2029, 3, 8)).Tone);
        Assert.Equal(new Verdict(Tone.Warning, "Expired on 8 March 2029"), In(Facts, new DateOnly(2029, 3, 9)));
    }

    [Fact]
    public void One_withdrawn_or_replaced_says_so() => Assert.Multiple(
        () => Assert.Equal(new Verdict(Tone.Bad, "Withdrawn on 5 May 2026"), In(Facts with { RevokedOn = new DateOnly(2026, 5, 5) }, Today)),
        () => Assert.Equal(new Verdict(Tone.Warning, "Replaced by S7FB-FNPM-NQ09-F176"), In(Facts with { SupersededBy = "S7FBFNPMNQ09F176" }, Today)));

    [Fact]
    public void The_page_shows_the_verdict_first_and_a_name_only_with_consent_and_as_text()
    {
        using var context = Rendering.In(Language.English);
        var named = context.Render<CertificateDetails>(p => p.Add(c => c.Facts, Facts).Add(c => c.Verdict, In(Facts, Today)));
        var unnamed = context.Render<CertificateDetails>(p => p.Add(c => c.Facts, Facts with { HolderName = null }).Add(c => c.Verdict, In(Facts, Today)));

        Assert.Equal("✓ Valid, issued by Federation on 8 March 2026", named.Find("h1").TextContent);
        Assert.Contains("Б. <b>Өлзий</b>", named.Find("dl").TextContent);
        Assert.Empty(named.FindAll("dl b"));
        Assert.DoesNotContain("Өлзий", unnamed.Markup);
        Assert.Equal("/api/certificates/7K3M9QW24TXAH6ZR.pdf", named.Find("a.btn").GetAttribute("href"));
    }

    private static Verdict In(CertificateFacts facts, DateOnly day) => Verdict.Of(facts, day, Wording.In(Language.English));
}
