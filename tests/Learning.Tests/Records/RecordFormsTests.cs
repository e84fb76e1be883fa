using Learning.Domain.Courses;
using Learning.Domain.Regions;
using Learning.Domain.Trainees;
using Learning.Web.Kit.Forms;
using Learning.Web.Pages.Courses;
using Learning.Web.Pages.PeoplePages;
using Learning.Web.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Learning.Tests.Records;

public sealed class RecordFormsTests
{
    private static readonly RegionTree Regions = new(
    [
        new Region("MN", null, 0, "Монгол", "Mongolia", "Asia/Ulaanbaatar"),
        new Region("MN62", "MN", 1, "Өвөрхангай", "Uvurkhangai", "Asia/Ulaanbaatar"),
        new Region("MN6216", "MN62", 2, "Хархорин", "Kharkhorin", "Asia/Ulaanbaatar"),
    ]);

    [Fact]
    public void A_person_is_read_as_typed()
    {
        var (said, errors) = Read(
            ("patronymic", " Ганбаатарын "), ("givenName", "Өнөрцэцэг"), ("sex", "female"), ("birthYear", "1988"), ("registerNumber", "уб88051237"),
            ("phone", "9911 4455"), ("homeRegion", "MN6216"), ("organisation", "NUH-059"), ("consents", "training"), ("consents", "photo"));

        Assert.Empty(errors);
        Assert.Equal("Ганбаатарын", said.Patronymic);
        Assert.Equal("Өнөрцэцэг", said.GivenName);
        Assert.Equal(Sex.Female, said.Sex);
        Assert.Equal(1988, said.BirthYear);
        Assert.Equal(Consent.Training | Consent.Photo, said.Consents);
        Assert.Equal(("MN6216", "NUH-059"), (said.HomeRegion, said.Organisation));
    }

    [Fact]
    public void Every_wrong_field_has_its_own_words()
    {
        var (_, errors) = Read(
            ("patronymic", "123"), ("birthYear", "3021"), ("registerNumber", "AB12"), ("phone", "12"), ("homeRegion", "MN99"), ("organisation", "=1+1"));

        Assert.Equal(
            ["patronymic", "givenName", "sex", "birthYear", "registerNumber", "phone", "homeRegion", "organisation"], errors.Select(e => e.Field));
    }

    [Theory]
    [InlineData("", false, null)]
    [InlineData("", true, "")]
    [InlineData("УБ88051237", true, "УБ88051237")]
    public void A_register_number_left_blank_stays_unless_it_is_to_be_taken_off(string typed, bool off, string? said)
    {
        var (read, _) = Read(("givenName", "Бат"), ("sex", "male"), ("registerNumber", typed), ("registerOff", off ? "yes" : ""));

        Assert.Equal(said, read.RegisterNumber);
    }

    [Fact]
    public void A_course_version_survives_its_form_unchanged()
    {
        var course = new CourseVersion
        {
            Code = "OSH-101", TitleMn = "Хөдөлмөрийн аюулгүй байдал", TitleEn = "Safety", Hours = 12.5m, Days = 2, OutlineMn = "### Өдөр\n- нэг", OutlineEn = "### Day\n- one",
            Completion = new CompletionRule(0.75m, 60), Certificate = new CertificateRule(CertificateKind.Attendance, 36),
        };
        var errors = new FormErrors();

        var read = CourseForm.Of(course).Read(Wording.In(Language.Mongolian), CourseKinds.All, errors);

        Assert.Empty(errors);
        Assert.Equal(course, read);
    }

    [Fact]
    public void Line_ends_of_a_browser_do_not_make_another_outline()
    {
        var form = CourseForm.Sent(Form(("outlineMn", "### Өдөр\r\n- нэг\r\n")));

        Assert.Equal("### Өдөр\n- нэг", form.OutlineMn);
    }

    [Theory]
    [InlineData("hours", "abc")]
    [InlineData("hours", "0")]
    [InlineData("days", "1.5")]
    [InlineData("days", "31")]
    [InlineData("minHours", "101")]
    [InlineData("passMark", "-1")]
    [InlineData("validMonths", "99999999999999999999")]
    [InlineData("code", "a b")]
    [InlineData("kind", "party")]
    public void A_wrong_number_or_word_is_refused_at_its_field(string field, string typed)
    {
        var form = Form(
            ("code", "OSH-101"), ("titleMn", "Аюулгүй"), ("titleEn", "Safety"), ("kind", "training"), ("hours", "8"), ("days", "1"), ("minHours", "80"),
            ("certificate", "completion"), (field, typed));
        var errors = new FormErrors();

        CourseForm.Sent(form).Read(Wording.In(Language.English), CourseKinds.All, errors);

        Assert.Equal(field, Assert.Single(errors).Field);
    }

    private static (Registration Said, FormErrors Errors) Read(params (string Name, string Value)[] fields)
    {
        var errors = new FormErrors();
        var said = PersonForm.Sent(Form(fields)).Read("id", "admin", Wording.In(Language.Mongolian), Regions, new HashSet<string> { "NUH-059" }, 2026, errors);
        return (said, errors);
    }

    // The last one of a name wins, but for names that are sent several times on purpose.
    private static FormCollection Form(params (string Name, string Value)[] fields) => new(fields
        .GroupBy(f => f.Name)
        .ToDictionary(g => g.Key, g => g.Key == "consents" ? new StringValues([.. g.Select(f => f.Value)]) : new StringValues(g.Last().Value)));
}
