using Learning.Domain.Identity;
using Learning.Domain.Imports;

namespace Learning.Tests.Imports;

public sealed class SheetPlanTests
{
    [Fact]
    public void Rows_of_one_sheet_are_one_training_and_a_repeat_has_the_same_ids()
    {
        var text = Sheets.Header + Sheets.Row(("row", "1")) + Sheets.Row(("row", "2")) + Sheets.Row(("sheet", "S2"), ("row", "1"), ("attended", "1;1"));
        var once = Sheets.Plan(text);
        var twice = Sheets.Plan(text);
        Assert.Equal([2, 1], once.Trainings.Select(t => t.Rows.Length));
        Assert.Equal(once.Trainings.Select(t => t.CohortId), twice.Trainings.Select(t => t.CohortId));
        Assert.Equal(once.Trainings[0].CohortId + "/2", once.Trainings[0].Rows[1].RowId);
        Assert.Equal(3, once.IdentityRows().Select(r => r.Key).Distinct().Count());
        Assert.Equal(2, once.IdentityRows().Select(r => r.Sheet).Distinct().Count());
    }

    [Fact]
    public void The_spelling_of_the_trainer_changes_no_id_and_the_day_does()
    {
        var id = Sheets.Plan(Sheets.Header + Sheets.Row()).Trainings[0].CohortId;
        Assert.Equal(id, Sheets.Plan(Sheets.Header + Sheets.Row(("trainer", "Сургагч багш Бат"))).Trainings[0].CohortId);
        Assert.NotEqual(id, Sheets.Plan(Sheets.Header + Sheets.Row(("start_date", "2019-03-09"))).Trainings[0].CohortId);
        Assert.NotEqual(id, Sheets.Plan(Sheets.Header + Sheets.Row(("sheet", "S9"))).Trainings[0].CohortId);
    }

    [Theory]
    [InlineData("course_code", "LAW-101", SheetField.CourseCode)]
    [InlineData("soum_code", "MN4137", SheetField.SoumCode)]
    [InlineData("start_date", "2019-03-09", SheetField.StartDate)]
    [InlineData("funders", "SDC-SAM;ASMNF", SheetField.Funders)]
    [InlineData("trainer", "Өөр багш", SheetField.Trainer)]
    public void A_row_that_says_something_else_of_its_training_is_refused(string column, string cell, SheetField field)
    {
        var plan = Sheets.Plan(Sheets.Header + Sheets.Row(("row", "1")) + Sheets.Row(("row", "2"), (column, cell)) + Sheets.Row(("row", "3")));
        var problem = Assert.Single(plan.Problems);
        Assert.Equal((ImportProblemKind.TrainingDiffers, 3, field, "2"), (problem.Kind, problem.Line, problem.Field!.Value, problem.Values["first"]));
        Assert.Equal((3, 2), (plan.Read, plan.Kept));
    }

    [Fact]
    public void The_order_of_funders_and_the_case_of_the_trainer_are_no_difference() =>
        Assert.Empty(Sheets.Plan(Sheets.Header + Sheets.Row(("row", "1"), ("funders", "SDC-SAM;ASMNF")) + Sheets.Row(("row", "2"), ("funders", "asmnf, SDC-SAM"), ("trainer", "СУРГАГЧ"))).Problems);

    [Fact]
    public void A_row_that_is_there_twice_counts_once_and_one_with_other_content_is_refused()
    {
        var plan = Sheets.Plan(Sheets.Header + Sheets.Row() + Sheets.Row() + Sheets.Row(("given_name", "Бат")));
        Assert.Equal(1, plan.Kept);
        Assert.Equal([(ImportProblemKind.RowRepeated, false, 3), (ImportProblemKind.RowTwice, true, 4)], plan.Problems.Select(p => (p.Kind, p.IsError, p.Line!.Value)));
        Assert.Equal("Өлзий", plan.Trainings[0].Rows[0].Row.Person.GivenName);
    }

    [Fact]
    public void Without_sheet_and_row_columns_the_content_says_what_is_one()
    {
        const string header = "course,soum_code,date,trainer,name,phone,attended\n";
        string[] rows = ["OSH-101,MN6416,2019-03-08,Бат,Өлзий,99112233,1", "OSH-101,MN6416,2019-03-08,БАТ,Дорж,,1", "OSH-101,MN6416,2019-03-08,Болд,Өлзий,99112233,1", "OSH-101,MN6416,2019-03-08,Бат,Өлзий,99112233,1"];
        var plan = Sheets.Plan(header + string.Join('\n', rows));
        Assert.Equal([2, 1], plan.Trainings.Select(t => t.Rows.Length));
        Assert.Equal(ImportProblemKind.RowRepeated, Assert.Single(plan.Problems).Kind);

        // In another order of rows the ids are the same.
        var turned = Sheets.Plan(header + string.Join('\n', rows.Reverse()));
        Assert.Equal(plan.IdentityRows().Select(r => r.Key).Order(), turned.IdentityRows().Select(r => r.Key).Order());
        Assert.Equal(2, IdentityResolution.Resolve(plan.IdentityRows().ToList()).People.Length);
    }

    [Fact]
    public void What_stands_in_the_row_column_makes_no_strange_id()
    {
        var plan = Sheets.Plan(Sheets.Header + Sheets.Row(("row", "../../x y")) + Sheets.Row(("row", new string('9', 200))));
        Assert.All(plan.Trainings[0].Rows, r => Assert.Matches("^[0-9a-z]{26}/[0-9a-z]{26}$", r.RowId));
    }
}
