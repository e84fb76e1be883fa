using Learning.Domain.Cohorts;
using Learning.Domain.Courses;
using Learning.Web.Api.Problems;
using Learning.Web.Pages.Cohorts;
using Learning.Web.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Learning.Tests.Desk;

/// <summary>The form of a cohort's plan.</summary>
public sealed class PlanTextTests
{
    private static readonly IWords Words = Wording.In(Language.Mongolian);

    [Fact]
    public void A_filled_form_is_what_the_API_takes()
    {
        var errors = new FieldErrors();
        var body = Form(
            ("courseCode", "OSH-101"), ("regionCode", "MN4607"), ("venue", "Соёлын төв"), ("startDate", "2026-03-07"), ("days", ""), ("capacity", " 30 "),
            ("grants[0].code", "SDC-SAM"), ("grants[0].share", "62,5"), ("grants[2].code", "ASMNF"), ("trainers", "бат")).ToNew(errors, Words);
        Assert.False(errors.Any);
        Assert.Equal(("OSH-101", "MN4607", "Соёлын төв", new DateOnly(2026, 3, 7), null, 30), (body.CourseCode, body.RegionCode, body.Venue, body.StartDate, body.Days, body.Capacity));
        Assert.Equal([("SDC-SAM", 0.625m), ("ASMNF", null)], body.Grants!.Value.Select(g => (g.Code!, g.Share)));
        Assert.Equal("бат", Assert.Single(body.Trainers!.Value));
    }

    [Fact]
    public void What_can_not_be_read_is_told_with_the_name_of_its_field()
    {
        var errors = new FieldErrors();
        _ = Form(("startDate", "маргааш"), ("capacity", "олон"), ("grants[0].code", "SDC-SAM"), ("grants[0].share", "тал"), ("grants[1].share", "50")).ToNew(errors, Words);
        var told = PlanText.Told(errors, Words, 0);
        Assert.Equal(["startDate", "capacity", "grants[0].share", "grants[1].code"], told.Select(e => e.Field));
        Assert.StartsWith(Words["cohort.capacity"], told["capacity"], StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_above_the_whole_are_refused()
    {
        var errors = new FieldErrors();
        var body = Form(("capacity", "1"), ("grants[0].code", "A"), ("grants[0].share", "60"), ("grants[1].code", "B"), ("grants[1].share", "50")).ToNew(errors, Words);
        Assert.Equal(["grants"], PlanText.Told(errors, Words, 0).Select(e => e.Field));
        Assert.All(body.Grants!.Value, g => Assert.Null(g.Share));
    }

    [Fact]
    public void A_plan_comes_back_from_its_form_unchanged()
    {
        var plan = new CohortPlan
        {
            Course = new CourseVersion { Code = "OSH-101", TitleMn = "", TitleEn = "" }, RegionCode = "MN46", TimeZone = "Asia/Ulaanbaatar", Venue = "Өндөр", Capacity = 25,
            Sessions = CohortPlans.Daily(new DateOnly(2026, 3, 7), 3, 18), Grants = [new GrantShare("A", "F", 0.3333m), new GrantShare("B", "F")], Trainers = ["бат"],
        };
        var errors = new FieldErrors();
        var body = PlanText.Of(plan).ToChange(plan, errors, Words);
        Assert.False(errors.Any);
        Assert.Equal((plan.Venue, plan.Capacity), (body.Venue, body.Capacity));
        Assert.Equal([("A", 0.3333m), ("B", null)], body.Grants!.Value.Select(g => (g.Code!, g.Share)));
        Assert.Equal([(1, new DateOnly(2026, 3, 7)), (2, new DateOnly(2026, 3, 8)), (3, new DateOnly(2026, 3, 9))], body.Sessions!.Value.Select(s => (s.Number!.Value, s.Date!.Value)));
    }

    private static PlanText Form(params (string Name, string Value)[] fields) =>
        PlanText.Of(new FormCollection(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value))), 0);
}
