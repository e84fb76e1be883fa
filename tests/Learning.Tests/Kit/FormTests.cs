using AngleSharp.Dom;
using Bunit;
using Learning.Web.Kit.Forms;
using Learning.Web.Words;
using Microsoft.AspNetCore.Components;

namespace Learning.Tests.Kit;

public sealed class FormTests
{
    private static readonly Option[] Sexes = [new("female", "Эмэгтэй"), new("male", "Эрэгтэй", "тайлбар")];

    [Fact]
    public void The_summary_takes_the_focus_and_links_to_each_field()
    {
        using var kit = Rendering.In(Language.English);
        var errors = new FormErrors { };
        errors.Add("GivenName", "Enter a name");
        errors.Add("", "Somebody changed this meanwhile");

        var summary = kit.Render<ErrorSummary>(p => p.Add(s => s.Errors, errors)).Find(".error-summary");

        Assert.Equal("alert", summary.GetAttribute("role"));
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        Assert.Equal("There is a problem", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal("#GivenName", Assert.Single(summary.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Equal("Somebody changed this meanwhile", summary.QuerySelectorAll("li")[1].TextContent);
    }

    [Fact]
    public void Without_errors_there_is_no_summary()
    {
        using var kit = Rendering.In();
        Assert.Equal("", kit.Render<ErrorSummary>(p => p.Add(s => s.Errors, new FormErrors())).Markup.Trim());
        Assert.Equal("", kit.Render<ErrorSummary>(p => p.Add(s => s.Errors, null)).Markup.Trim());
    }

    [Fact]
    public void A_field_is_described_by_its_hint_and_error_and_keeps_what_was_typed()
    {
        using var kit = Rendering.In();
        var errors = FormErrors.From([new("Year", ["Төрсөн оныг 4 оронтой тоогоор бичнэ үү", "өөр"])]);

        var form = kit.Render<PostForm>(p => p
            .Add(f => f.Action, "/apply")
            .Add(f => f.Errors, errors)
            .AddChildContent<NumberField>(f => f.Add(x => x.Name, "Year").Add(x => x.Label, "Төрсөн он").Add(x => x.Hint, "4 орон").Add(x => x.Value, "85<")));

        var input = form.Find("#Year");
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("numeric", input.GetAttribute("inputmode"));
        Assert.Equal("85<", input.GetAttribute("value"));
        Assert.Equal(["4 орон", "Алдаа: Төрсөн оныг 4 оронтой тоогоор бичнэ үү"],
            input.GetAttribute("aria-describedby")!.Split(' ').Select(id => form.Find("#" + id).TextContent.Trim()));
        Assert.Equal("Year", form.Find("label").GetAttribute("for"));
    }

    [Fact]
    public void A_right_field_says_nothing_about_errors()
    {
        using var kit = Rendering.In();
        var input = kit.Render<TextField>(p => p.Add(f => f.Name, "Phone").Add(f => f.Label, "Утас").Add(f => f.Autocomplete, "tel")).Find("input");

        Assert.False(input.HasAttribute("aria-invalid"));
        Assert.False(input.HasAttribute("aria-describedby"));
        Assert.Equal("tel", input.GetAttribute("autocomplete"));
    }

    [Fact]
    public void A_form_carries_its_token_and_leaves_checking_to_the_server()
    {
        using var kit = Rendering.In();
        var form = kit.Render<PostForm>(p => p.Add(f => f.Action, "/import").Add(f => f.Files, true)).Find("form");

        Assert.Equal("post", form.GetAttribute("method"));
        Assert.Equal("multipart/form-data", form.GetAttribute("enctype"));
        Assert.True(form.HasAttribute("novalidate"));
        Assert.Equal("token", form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
    }

    [Fact]
    public void Groups_tick_what_is_chosen_and_the_summary_reaches_the_first_choice()
    {
        using var kit = Rendering.In();
        var radios = kit.Render<RadioGroup>(p => p.Add(g => g.Name, "Sex").Add(g => g.Label, "Хүйс").Add(g => g.Options, Sexes).Add(g => g.Value, "male").Add(g => g.Error, "Хүйс сонгоно уу"));
        var boxes = kit.Render<CheckboxGroup>(p => p.Add(g => g.Name, "Consent").Add(g => g.Label, "Зөвшөөрөл").Add(g => g.Options, Sexes).Add(g => g.Values, ["female"]));

        Assert.Equal("male", Assert.Single(radios.FindAll("input[checked]")).GetAttribute("value"));
        Assert.Equal("female", radios.Find("#Sex").GetAttribute("value"));
        Assert.Equal("Sex-error", radios.Find("fieldset").GetAttribute("aria-describedby"));
        Assert.Equal("female", Assert.Single(boxes.FindAll("input[checked]")).GetAttribute("value"));
        foreach (var input in radios.FindAll("input").Concat(boxes.FindAll("input")))
            Assert.NotNull(input.ParentElement!.QuerySelector($"label[for='{input.Id}']"));
    }

    [Fact]
    public void A_select_groups_its_choices_and_marks_the_chosen_one()
    {
        using var kit = Rendering.In();
        var select = kit.Render<SelectField>(p => p
            .Add(f => f.Name, "Soum").Add(f => f.Label, "Сум").Add(f => f.Empty, "Сонгоно уу").Add(f => f.Value, "MN4602")
            .Add(f => f.Options, [new("MN6401", "Баян-Овоо", Group: "Баянхонгор"), new("MN4602", "Цогтцэций", Group: "Өмнөговь")]));

        Assert.Equal(["Баянхонгор", "Өмнөговь"], select.FindAll("optgroup").Select(g => g.GetAttribute("label")));
        Assert.Equal("Цогтцэций", Assert.Single(select.FindAll("option[selected]")).TextContent);
        Assert.Equal("", select.Find("option").GetAttribute("value"));
    }

    [Fact]
    public void Filters_are_sent_in_the_address()
    {
        using var kit = Rendering.In();
        var form = kit.Render<FilterBar>(p => p.Add(f => f.Action, "/people").AddChildContent<SearchField>(s => s.Add(x => x.Name, "q").Add(x => x.Label, "Нэр").Add(x => x.Value, "\"><b>")));

        Assert.Equal("get", form.Find("form").GetAttribute("method"));
        Assert.Equal("\"><b>", form.Find("input[data-search]").GetAttribute("value"));
        Assert.Empty(form.FindAll("b"));
    }

    [Fact]
    public void A_confirmation_can_be_left()
    {
        using var kit = Rendering.In();
        var form = kit.Render<ConfirmForm>(p => p.Add(f => f.Title, "Ангийг хаах уу?").Add(f => f.Action, "/cohorts/7/close").Add(f => f.CancelHref, "/cohorts/7").Add(f => f.Danger, true));

        Assert.Equal("/cohorts/7", form.Find("a.btn.secondary").GetAttribute("href"));
        Assert.Contains("danger", form.Find("button").ClassList);
    }

    [Theory]
    [InlineData("2026-03-08", true)]
    [InlineData("2026.03.08", true)]
    [InlineData(" 2026.3.8. ", true)]
    [InlineData("2026-02-30", false)]
    [InlineData("08/03/2026", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Days_are_read_as_browsers_send_and_people_type_them(string? text, bool right)
    {
        Assert.Equal(right, DayText.TryRead(text, out var day));
        if (right) Assert.Equal("2026-03-08", DayText.Of(day));
    }
}
