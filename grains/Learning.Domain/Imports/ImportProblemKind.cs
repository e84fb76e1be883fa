using System.Text.Json.Serialization;

namespace Learning.Domain.Imports;

/// <summary>Everything that can be wrong with a file, a row or a cell. The words are in <see cref="ImportErrorText"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportProblemKind>))]
public enum ImportProblemKind
{
    // The file is refused.

    /// <summary>More bytes than allowed. <c>limit</c>: megabytes.</summary>
    [JsonStringEnumMemberName("fileTooLarge")] FileTooLarge = 1,

    /// <summary>More rows than allowed. <c>limit</c>.</summary>
    [JsonStringEnumMemberName("tooManyRows")] TooManyRows,

    /// <summary>More columns than allowed. <c>limit</c>.</summary>
    [JsonStringEnumMemberName("tooManyColumns")] TooManyColumns,

    /// <summary>A cell longer than allowed. <c>limit</c>: characters.</summary>
    [JsonStringEnumMemberName("cellTooLong")] CellTooLong,

    /// <summary>No content.</summary>
    [JsonStringEnumMemberName("fileEmpty")] FileEmpty,

    /// <summary>A header and nothing below.</summary>
    [JsonStringEnumMemberName("noRows")] NoRows,

    /// <summary>Neither text nor a spreadsheet.</summary>
    [JsonStringEnumMemberName("notText")] NotText,

    /// <summary>Excel's format of before 2007.</summary>
    [JsonStringEnumMemberName("oldExcel")] OldExcel,

    /// <summary>A spreadsheet that cannot be opened: damaged, locked by a password, or unpacking to far too much.</summary>
    [JsonStringEnumMemberName("workbookUnreadable")] WorkbookUnreadable,

    /// <summary>Text in no known encoding.</summary>
    [JsonStringEnumMemberName("encodingUnknown")] EncodingUnknown,

    /// <summary>A quotation mark without its pair.</summary>
    [JsonStringEnumMemberName("quoteNotClosed")] QuoteNotClosed,

    /// <summary>The last row ends in the middle.</summary>
    [JsonStringEnumMemberName("fileCutOff")] FileCutOff,

    /// <summary>A column that must be there is not. <c>field</c>.</summary>
    [JsonStringEnumMemberName("columnMissing")] ColumnMissing,

    /// <summary>Two columns say the same. <c>field</c>, <c>columns</c>.</summary>
    [JsonStringEnumMemberName("columnTwice")] ColumnTwice,

    // The row is refused.

    /// <summary>The row has fewer or more cells than the header. <c>found</c>, <c>expected</c>.</summary>
    [JsonStringEnumMemberName("cellCount")] CellCount,

    /// <summary>A cell that must be filled is blank. <c>field</c>.</summary>
    [JsonStringEnumMemberName("cellBlank")] CellBlank,

    /// <summary>No such course. <c>value</c>.</summary>
    [JsonStringEnumMemberName("courseUnknown")] CourseUnknown,

    /// <summary>No such soum. <c>value</c>.</summary>
    [JsonStringEnumMemberName("regionUnknown")] RegionUnknown,

    /// <summary>Several soums have that name. <c>value</c>.</summary>
    [JsonStringEnumMemberName("regionAmbiguous")] RegionAmbiguous,

    /// <summary>No date. <c>value</c>.</summary>
    [JsonStringEnumMemberName("dateUnreadable")] DateUnreadable,

    /// <summary>A day that has not come, or long before any training. <c>value</c>.</summary>
    [JsonStringEnumMemberName("dateImpossible")] DateImpossible,

    /// <summary>No number of days from 1 to 60. <c>value</c>.</summary>
    [JsonStringEnumMemberName("daysUnreadable")] DaysUnreadable,

    /// <summary>No marks. <c>value</c>.</summary>
    [JsonStringEnumMemberName("attendedUnreadable")] AttendedUnreadable,

    /// <summary>More or fewer marks than days. <c>found</c>, <c>expected</c>.</summary>
    [JsonStringEnumMemberName("attendedLength")] AttendedLength,

    /// <summary>No such funder. <c>value</c>.</summary>
    [JsonStringEnumMemberName("funderUnknown")] FunderUnknown,

    /// <summary>A name without a letter. <c>value</c>.</summary>
    [JsonStringEnumMemberName("nameUnreadable")] NameUnreadable,

    /// <summary>The row says something else about its training than the first row of the sheet. <c>field</c>, <c>value</c>, <c>expected</c>, <c>first</c>: row number.</summary>
    [JsonStringEnumMemberName("trainingDiffers")] TrainingDiffers,

    /// <summary>The same row number of the same sheet was there before with other content. <c>first</c>: row number.</summary>
    [JsonStringEnumMemberName("rowTwice")] RowTwice,

    // The row is kept.

    /// <summary>The same row was there before with the same content; it counts once. <c>first</c>: row number.</summary>
    [JsonStringEnumMemberName("rowRepeated")] RowRepeated,

    /// <summary>The name says another soum than the code, which holds. <c>value</c>, <c>expected</c>.</summary>
    [JsonStringEnumMemberName("regionNameDiffers")] RegionNameDiffers,

    /// <summary>No such sex; left blank. <c>value</c>.</summary>
    [JsonStringEnumMemberName("sexUnreadable")] SexUnreadable,

    /// <summary>No possible year of birth; left blank. <c>value</c>.</summary>
    [JsonStringEnumMemberName("birthYearImpossible")] BirthYearImpossible,

    /// <summary>No register number; left blank. The cell is not repeated.</summary>
    [JsonStringEnumMemberName("registerUnreadable")] RegisterUnreadable,

    /// <summary>The register number says another year of birth than the row. Both are kept.</summary>
    [JsonStringEnumMemberName("registerYearDiffers")] RegisterYearDiffers,

    /// <summary>No phone number; left blank. The cell is not repeated.</summary>
    [JsonStringEnumMemberName("phoneUnreadable")] PhoneUnreadable,

    /// <summary>No such home soum; left blank. <c>value</c>.</summary>
    [JsonStringEnumMemberName("homeRegionUnknown")] HomeRegionUnknown,

    /// <summary>No result from 0 to 100; left blank. <c>field</c>, <c>value</c>.</summary>
    [JsonStringEnumMemberName("scoreImpossible")] ScoreImpossible,
}
