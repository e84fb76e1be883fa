using Learning.Domain.Ids;
using System.Collections.Immutable;
using Learning.Domain.Identity;
using static Learning.Domain.Imports.ImportProblemKind;

namespace Learning.Domain.Imports;

/// <summary>
/// What a file (or several) would change: its trainings with their rows, under ids that follow from the content, so that the
/// same file again says the same ids and changes nothing.
/// </summary>
/// <param name="Trainings">The trainings, in the order of their first row.</param>
/// <param name="Problems">Everything that is wrong, in the order of the rows.</param>
/// <param name="Read">Number of rows with content.</param>
public sealed record SheetPlan(ImmutableArray<PlannedTraining> Trainings, ImmutableArray<ImportProblem> Problems, int Read)
{
    /// <summary>Number of rows that are kept; the others are refused or repeat a kept one.</summary>
    public int Kept => Trainings.Sum(t => t.Rows.Length);

    /// <summary>The rows as <see cref="IdentityResolution"/> takes them.</summary>
    public IEnumerable<IdentityRow> IdentityRows() =>
        Trainings.SelectMany(t => t.Rows.Select(r => new IdentityRow(r.RowId, t.CohortId, t.Training.StartDate, r.Row.Person)));

    /// <summary>
    /// Puts the rows together. Rows of one sheet name are one training, and the first row says what training; without a sheet
    /// column, course, region, first day and trainer make a training.
    /// </summary>
    /// <param name="results">The rows of one file, in its order.</param>
    public static SheetPlan Of(IEnumerable<SheetRowResult> results)
    {
        var trainings = new Dictionary<string, Draft>(StringComparer.Ordinal);
        var inOrder = new List<Draft>();
        var problems = ImmutableArray.CreateBuilder<ImportProblem>();
        var read = 0;
        foreach (var result in results)
        {
            read++;
            problems.AddRange(result.Problems);
            if (result.Row is not { } row) continue;
            var key = Key(row.Training);
            if (!trainings.TryGetValue(key, out var draft))
            {
                trainings.Add(key, draft = new Draft(row));
                inOrder.Add(draft);
            }
            if (draft.Add(row) is { } problem) problems.Add(problem);
        }
        return new SheetPlan([.. inOrder.Select(d => d.Planned())], problems.ToImmutable(), read);
    }

    private static string Key(SheetTraining training) => training.Sheet.Length > 0
        ? "s:" + training.Sheet
        : string.Join('\0', training.Course, training.Region, training.StartDate.DayNumber, PersonName.GivenKey(training.Trainer));

    /// <summary>A training while its rows come in.</summary>
    private sealed class Draft(SheetRow first)
    {
        private readonly Dictionary<string, SheetRow> rows = new(StringComparer.Ordinal);
        private readonly List<PlannedRow> planned = [];

        // With a sheet's name the trainer is no part of the id, so that his spelling can be put right later.
        private readonly string cohortId = LearningId.From(
            "cohort",
            first.Training.Sheet,
            first.Training.Course,
            first.Training.Region,
            first.Training.StartDate.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            first.Training.Sheet.Length > 0 ? "" : PersonName.GivenKey(first.Training.Trainer));

        public ImportProblem? Add(SheetRow row)
        {
            if (Difference(row.Training) is var (field, said, expected))
                return ImportProblem.Of(TrainingDiffers, row.Line, field, ("value", said), ("expected", expected), ("first", first.Line));
            var number = row.Number.Length > 0 ? row.Number : Content(row);
            if (rows.TryGetValue(number, out var before))
                return ImportProblem.Of(Content(before) == Content(row) ? RowRepeated : RowTwice, row.Line, null, ("first", before.Line));
            rows.Add(number, row);
            // What stands in the column may be anything; an id stays short and of one line.
            planned.Add(new PlannedRow(cohortId + "/" + (number.Length <= 32 && number.All(char.IsLetterOrDigit) ? number : LearningId.From("row", number)), row));
            return null;
        }

        public PlannedTraining Planned() => new(cohortId, first.Training, [.. planned]);

        private (SheetField Field, string Said, string Expected)? Difference(SheetTraining training)
        {
            var expected = first.Training;
            if (training.Course != expected.Course) return (SheetField.CourseCode, training.Course, expected.Course);
            if (training.Region != expected.Region) return (SheetField.SoumCode, training.Region, expected.Region);
            if (training.StartDate != expected.StartDate) return (SheetField.StartDate, Day(training), Day(expected));
            if (training.Days != expected.Days) return (SheetField.Days, training.Days.ToString(System.Globalization.CultureInfo.InvariantCulture), expected.Days.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (!training.Funders.SequenceEqual(expected.Funders)) return (SheetField.Funders, string.Join(';', training.Funders), string.Join(';', expected.Funders));
            if (training.Trainer != expected.Trainer && PersonName.GivenKey(training.Trainer) != PersonName.GivenKey(expected.Trainer)) return (SheetField.Trainer, training.Trainer, expected.Trainer);
            return null;
        }

        private static string Day(SheetTraining training) => training.StartDate.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

        /// <summary>Everything that the row says about the person, as an id.</summary>
        private static string Content(SheetRow row)
        {
            var person = row.Person;
            return LearningId.From(
                "row",
                person.GivenName,
                person.Patronymic,
                person.Register?.Hash ?? "",
                person.Phone?.Hash ?? "",
                person.Sex.ToString(),
                FormattableString.Invariant($"{person.BirthYear}"),
                person.HomeRegion ?? "",
                person.Organisation ?? "",
                string.Concat(row.Attended.Select(a => a switch { true => '1', false => '0', _ => '?' })),
                FormattableString.Invariant($"{row.PreScore}|{row.PostScore}"));
        }
    }
}
