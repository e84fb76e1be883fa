using Learning.Domain.Regions;
using Learning.Domain.Trainees;
using Learning.Web.Kit.Forms;
using Learning.Web.Pages.Apply;
using Learning.Web.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Learning.Tests.PublicPages;

/// <summary>What the application form accepts.</summary>
public sealed class ApplicationFormTests
{
    private const int ThisYear = 2026;

    private static readonly RegionTree Regions = new(
    [
        new Region("MN", null, 0, "Монгол", "Mongolia", "Asia/Ulaanbaatar"),
        new Region("MN64", "MN", 1, "Баянхонгор", "Bayankhongor", "Asia/Ulaanbaatar"),
        new Region("MN6416", "MN64", 2, "Баян-Овоо", "Bayan-Ovoo", "Asia/Ulaanbaatar"),
    ]);

    private static readonly Dictionary<string, StringValues> Right = new()
    {
        ["token"] = "01jx0000000000000000000000", ["patronymic"] = "Ө.", ["givenName"] = "Үүрийнтуяа", ["sex"] = "female", ["birthYear"] = "1988", ["phone"] = "+976 9911-2233",
        ["homeRegion"] = "MN6416", ["consents"] = new[] { "training", "photo", "nonsense" }, ["pin"] = "0471",
    };

    [Fact]
    public void A_form_filled_in_right_has_no_errors_and_says_what_was_typed()
    {
        var form = ApplicationForm.From(new FormCollection(Right));

        Assert.Empty(Errors(form));
        var said = form.ToRegistration("NUH-285");
        Assert.Equal(
            ("Ө.", "Үүрийнтуяа", Sex.Female, 1988, "+976 9911-2233", "MN6416", "NUH-285", Consent.Training | Consent.Photo, "self"),
            (said.Patronymic, said.GivenName, said.Sex, said.BirthYear, said.Phone, said.HomeRegion, said.Organisation, said.Consents, said.By));
    }

    [Theory]
    [InlineData("token", "", "")]
    [InlineData("token", "IIII0000000000000000000000", "")]
    [InlineData("patronymic", " \t ", "patronymic")]
    [InlineData("givenName", "", "givenName")]
    [InlineData("sex", "женщина", "sex")]
    [InlineData("birthYear", "88", "birthYear")]
    [InlineData("birthYear", "2027", "birthYear")]
    [InlineData("birthYear", "1899", "birthYear")]
    [InlineData("birthYear", "-198", "birthYear")]
    [InlineData("phone", "991122", "phone")]
    [InlineData("phone", "99999999", "phone")]
    [InlineData("homeRegion", "MN9999", "homeRegion")]
    [InlineData("homeRegion", "", "homeRegion")]
    [InlineData("registerNumber", "УБ1234", "registerNumber")]
    [InlineData("pin", "471", "pin")]
    [InlineData("pin", "123456789", "pin")]
    [InlineData("pin", "٤٧١١", "pin")]
    [InlineData("consents", "photo", "consents")]
    public void A_wrong_value_is_told_beside_its_field(string name, string value, string field)
    {
        var form = ApplicationForm.From(new FormCollection(new Dictionary<string, StringValues>(Right) { [name] = value }));

        Assert.Equal(field, Assert.Single(Errors(form)).Field);
    }

    [Fact]
    public void An_empty_form_tells_everything_that_is_missing_in_the_order_of_its_fields()
    {
        var errors = Errors(ApplicationForm.From(FormCollection.Empty));

        Assert.Equal(["", "patronymic", "givenName", "sex", "birthYear", "phone", "homeRegion", "pin", "consents"], errors.Select(e => e.Field));
    }

    [Fact]
    public void A_name_of_101_letters_is_too_long_and_one_of_100_is_not()
    {
        var form = ApplicationForm.From(new FormCollection(Right));

        Assert.Empty(Errors(form with { GivenName = new string('Ө', 100) }));
        Assert.Equal("givenName", Assert.Single(Errors(form with { GivenName = new string('Ө', 101) })).Field);
    }

    private static FormErrors Errors(ApplicationForm form)
    {
        var errors = new FormErrors();
        form.Check(errors, Wording.In(Language.Mongolian), Regions, ThisYear);
        return errors;
    }
}
