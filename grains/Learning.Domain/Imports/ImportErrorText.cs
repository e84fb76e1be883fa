using System.Collections.Frozen;

namespace Learning.Domain.Imports;

/// <summary>The words for what is wrong with a sheet, in Mongolian and in English.</summary>
public static class ImportErrorText
{
    private static readonly FrozenDictionary<ImportProblemKind, (string Mn, string En)> Texts = new Dictionary<ImportProblemKind, (string, string)>
    {
        [ImportProblemKind.FileTooLarge] = ("Файл хэт том байна: {limit} МБ хүртэл байж болно.", "The file is too large: at most {limit} MB."),
        [ImportProblemKind.TooManyRows] = ("Файлд хэт олон мөр байна: {limit} хүртэл байж болно. Хэд хэдэн файл болгон хуваана уу.", "The file has too many rows: at most {limit}. Split it into several files."),
        [ImportProblemKind.TooManyColumns] = ("Файлд хэт олон багана байна: {limit} хүртэл байж болно.", "The file has too many columns: at most {limit}."),
        [ImportProblemKind.CellTooLong] = ("Нэг нүдний бичвэр хэт урт байна: {limit} тэмдэгт хүртэл байж болно. Хашилт хаагдаагүй байж магадгүй.", "A cell is too long: at most {limit} characters. Perhaps a quotation mark is not closed."),
        [ImportProblemKind.FileEmpty] = ("Файл хоосон байна.", "The file is empty."),
        [ImportProblemKind.NoRows] = ("Файлд зөвхөн толгой мөр байна, өгөгдлийн мөр алга.", "The file has a header and no rows."),
        [ImportProblemKind.NotText] = ("Энэ нь хүснэгт биш байна. CSV эсвэл XLSX файл оруулна уу.", "This is not a table. Send a CSV or XLSX file."),
        [ImportProblemKind.OldExcel] = ("Энэ нь Excel-ийн хуучин (.xls) файл байна. XLSX эсвэл CSV болгон хадгалаад дахин оруулна уу.", "This is an old Excel (.xls) file. Save it as XLSX or CSV and send it again."),
        [ImportProblemKind.WorkbookUnreadable] = ("XLSX файлыг нээж чадсангүй: гэмтсэн, нууц үгтэй эсвэл хэт их өгөгдөлтэй байна.", "The XLSX file cannot be opened: it is damaged, has a password, or unpacks to too much."),
        [ImportProblemKind.EncodingUnknown] = ("Файлын кодчиллыг таньсангүй. UTF-8 кодчиллоор хадгалаад дахин оруулна уу.", "The encoding of the file is not known. Save it as UTF-8 and send it again."),
        [ImportProblemKind.QuoteNotClosed] = ("Хашилт (\") буруу байна: нээгдсэн хашилт хаагдаагүй эсвэл илүү хашилт байна.", "A quotation mark (\") is wrong: one is not closed, or there is one too many."),
        [ImportProblemKind.FileCutOff] = ("Файл энэ мөрөнд тасарсан байна. Бүтэн файлыг дахин оруулна уу.", "The file breaks off in this row. Send the whole file again."),
        [ImportProblemKind.ColumnMissing] = ("“{field}” багана алга.", "The column “{field}” is missing."),
        [ImportProblemKind.ColumnTwice] = ("“{field}” гэж хэд хэдэн багана байна: {columns}. Аль нь болохыг сонгоно уу.", "Several columns can be “{field}”: {columns}. Choose which one."),

        [ImportProblemKind.CellCount] = ("Мөрөнд {found} нүд байна, толгой мөрөнд {expected} байна.", "The row has {found} cells where the header has {expected}."),
        [ImportProblemKind.CellBlank] = ("“{field}” хоосон байна.", "“{field}” is blank."),
        [ImportProblemKind.CourseUnknown] = ("“{value}” гэсэн сургалт бүртгэлгүй байна.", "There is no course “{value}”."),
        [ImportProblemKind.RegionUnknown] = ("“{value}” гэсэн сум, дүүрэг олдсонгүй.", "There is no soum or district “{value}”."),
        [ImportProblemKind.RegionAmbiguous] = ("“{value}” нэртэй сум хэд хэд байна. Аймгийн нэр эсвэл сумын кодыг бичнэ үү.", "Several soums are called “{value}”. Give the aimag or the soum's code."),
        [ImportProblemKind.DateUnreadable] = ("“{value}” нь огноо биш байна. 2026-03-08 хэлбэрээр бичнэ үү.", "“{value}” is not a date. Write it as 2026-03-08."),
        [ImportProblemKind.DateImpossible] = ("{value} өдөр сургалт болсон байх боломжгүй.", "There can have been no training on {value}."),
        [ImportProblemKind.DaysUnreadable] = ("“{value}” нь өдрийн тоо биш байна: 1-ээс 60 хүртэлх тоо бичнэ үү.", "“{value}” is not a number of days from 1 to 60."),
        [ImportProblemKind.AttendedUnreadable] = ("Ирцийг уншиж чадсангүй: “{value}”. Өдөр бүрд 1 эсвэл 0 гэж бичнэ үү, жишээ нь 1;0;1.", "The attendance “{value}” cannot be read. Write 1 or 0 for each day, as 1;0;1."),
        [ImportProblemKind.AttendedLength] = ("Ирцэд {found} өдөр байна, сургалт {expected} өдөр үргэлжилсэн.", "The attendance has {found} days, the training {expected}."),
        [ImportProblemKind.FunderUnknown] = ("“{value}” гэсэн санхүүжүүлэгч бүртгэлгүй байна.", "There is no funder “{value}”."),
        [ImportProblemKind.NameUnreadable] = ("“{value}” нь нэр биш байна.", "“{value}” is not a name."),
        [ImportProblemKind.TrainingDiffers] = ("“{field}”: энд “{value}”, харин уг сургалтын эхний мөрөнд ({first}) “{expected}” гэж байна.", "“{field}” is “{value}” here and “{expected}” in the first row of the training (row {first})."),
        [ImportProblemKind.RowTwice] = ("Ийм дугаартай мөр өөр агуулгатай бүртгэгдсэн байна ({first}-р мөр).", "A row with this number and other content came before (row {first})."),

        [ImportProblemKind.RowRepeated] = ("Энэ мөр давхардсан байна ({first}-р мөр); нэг удаа тооцно.", "The row repeats row {first}; it counts once."),
        [ImportProblemKind.RegionNameDiffers] = ("Сумын нэр “{value}”, харин код нь {expected}. Кодыг нь авлаа.", "The soum is called “{value}”, but its code says {expected}. The code was taken."),
        [ImportProblemKind.SexUnreadable] = ("“{value}” гэсэн хүйсийг таньсангүй; хоосон үлдээлээ.", "The sex “{value}” is not known; left blank."),
        [ImportProblemKind.BirthYearImpossible] = ("“{value}” нь төрсөн он байх боломжгүй; хоосон үлдээлээ.", "“{value}” cannot be a year of birth; left blank."),
        [ImportProblemKind.RegisterUnreadable] = ("Регистрийн дугаар буруу байна: хоёр кирилл үсэг, найман цифр байх ёстой; хоосон үлдээлээ.", "The register number is wrong: it has two Cyrillic letters and eight digits; left blank."),
        [ImportProblemKind.RegisterYearDiffers] = ("Регистрийн дугаар дахь төрсөн он нь мөрөнд бичсэнээс өөр байна.", "The register number says another year of birth than the row."),
        [ImportProblemKind.PhoneUnreadable] = ("Утасны дугаар буруу байна: найман цифр байх ёстой; хоосон үлдээлээ.", "The phone number is wrong: it has eight digits; left blank."),
        [ImportProblemKind.HomeRegionUnknown] = ("“{value}” гэсэн харьяа сум олдсонгүй; хоосон үлдээлээ.", "There is no home soum “{value}”; left blank."),
        [ImportProblemKind.ScoreImpossible] = ("“{field}”: “{value}” нь 0-ээс 100 хүртэлх оноо биш байна; хоосон үлдээлээ.", "“{field}”: “{value}” is not a score from 0 to 100; left blank."),
    }.ToFrozenDictionary();

    /// <summary>The problem in words, without the row number.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="language"><c>en</c> for English, anything else for Mongolian.</param>
    public static string Say(ImportProblem problem, string language)
    {
        var english = IsEnglish(language);
        var text = english ? Texts[problem.Kind].En : Texts[problem.Kind].Mn;
        if (problem.Field is { } field) text = text.Replace("{field}", FieldName(field, language), StringComparison.Ordinal);
        foreach (var (name, value) in problem.Values) text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>A column's name for people.</summary>
    /// <param name="field">The column.</param>
    /// <param name="language"><c>en</c> for English, anything else for Mongolian.</param>
    public static string FieldName(SheetField field, string language) =>
        IsEnglish(language) ? ColumnSynonyms.English(field) : ColumnSynonyms.Mongolian(field);

    private static bool IsEnglish(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
}
