using System.Text.Json.Serialization;

namespace Learning.Domain.Imports;

/// <summary>What a column of a sign-in sheet says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SheetField>))]
public enum SheetField
{
    /// <summary>Name of the sheet, one a training.</summary>
    [JsonStringEnumMemberName("sheet")] Sheet = 1,

    /// <summary>Number of the row on its sheet.</summary>
    [JsonStringEnumMemberName("row")] Row,

    /// <summary>Course code.</summary>
    [JsonStringEnumMemberName("courseCode")] CourseCode,

    /// <summary>Course title; read where there is no code.</summary>
    [JsonStringEnumMemberName("courseTitle")] CourseTitle,

    /// <summary>Name of the aimag of the training.</summary>
    [JsonStringEnumMemberName("aimag")] Aimag,

    /// <summary>Name of the soum of the training.</summary>
    [JsonStringEnumMemberName("soum")] Soum,

    /// <summary>P-code of the soum of the training.</summary>
    [JsonStringEnumMemberName("soumCode")] SoumCode,

    /// <summary>First day.</summary>
    [JsonStringEnumMemberName("startDate")] StartDate,

    /// <summary>Number of days.</summary>
    [JsonStringEnumMemberName("days")] Days,

    /// <summary>Codes of the funders.</summary>
    [JsonStringEnumMemberName("funders")] Funders,

    /// <summary>Who taught.</summary>
    [JsonStringEnumMemberName("trainer")] Trainer,

    /// <summary>Patronymic.</summary>
    [JsonStringEnumMemberName("patronymic")] Patronymic,

    /// <summary>Given name.</summary>
    [JsonStringEnumMemberName("givenName")] GivenName,

    /// <summary>Patronymic and given name in one cell; read where there is no given name.</summary>
    [JsonStringEnumMemberName("fullName")] FullName,

    /// <summary>Sex.</summary>
    [JsonStringEnumMemberName("sex")] Sex,

    /// <summary>Year of birth.</summary>
    [JsonStringEnumMemberName("birthYear")] BirthYear,

    /// <summary>Register number.</summary>
    [JsonStringEnumMemberName("registerNo")] RegisterNo,

    /// <summary>Phone number.</summary>
    [JsonStringEnumMemberName("phone")] Phone,

    /// <summary>P-code of the home soum.</summary>
    [JsonStringEnumMemberName("homeSoumCode")] HomeSoumCode,

    /// <summary>Code of the organisation.</summary>
    [JsonStringEnumMemberName("organisation")] Organisation,

    /// <summary>Kind of the organisation.</summary>
    [JsonStringEnumMemberName("organisationType")] OrganisationType,

    /// <summary>One mark a day.</summary>
    [JsonStringEnumMemberName("attended")] Attended,

    /// <summary>Result of the test before.</summary>
    [JsonStringEnumMemberName("preScore")] PreScore,

    /// <summary>Result of the test after.</summary>
    [JsonStringEnumMemberName("postScore")] PostScore,
}
