using System.Collections.Frozen;
using Learning.Domain.Text;

namespace Learning.Domain.Imports;

/// <summary>What the columns of sign-in sheets are called. Spelling, case, script and punctuation of a header do not matter.</summary>
public static class ColumnSynonyms
{
    /// <summary>Field → the English name, the Mongolian name, then whatever else it is called.</summary>
    private static readonly FrozenDictionary<SheetField, string[]> Names = new Dictionary<SheetField, string[]>
    {
        [SheetField.Sheet] = ["Sheet", "Хуудас", "sheet no", "sheet id", "sheet name", "хуудасны дугаар", "бүртгэлийн хуудас", "ирцийн хуудас", "event", "event id"],
        [SheetField.Row] = ["Row", "Мөр", "no", "№", "nr", "number", "row no", "дугаар", "д/д", "дд", "мөрийн дугаар", "дэс дугаар"],
        [SheetField.CourseCode] = ["Course code", "Сургалтын код", "course", "course id", "сургалт", "хичээлийн код", "training code"],
        [SheetField.CourseTitle] = ["Course title", "Сургалтын нэр", "course name", "training", "training title", "training name", "topic", "сургалтын сэдэв", "сэдэв", "хичээл", "хичээлийн нэр"],
        [SheetField.Aimag] = ["Aimag", "Аймаг", "province", "аймаг/нийслэл", "аймаг нийслэл", "аймаг хот", "сургалт болсон аймаг"],
        [SheetField.Soum] = ["Soum", "Сум", "sum", "district", "soum/district", "сум/дүүрэг", "сум дүүрэг", "дүүрэг", "сургалт болсон сум"],
        [SheetField.SoumCode] = ["Soum code", "Сумын код", "sum code", "pcode", "p-code", "soum pcode", "region code", "сум/дүүргийн код", "сум дүүргийн код"],
        [SheetField.StartDate] = ["Start date", "Эхэлсэн огноо", "date", "start", "from", "training date", "огноо", "эхэлсэн өдөр", "эхлэх огноо", "эхлэх өдөр", "сургалтын огноо", "он сар өдөр"],
        [SheetField.Days] = ["Days", "Өдөр", "number of days", "duration", "duration days", "өдрийн тоо", "хоног", "хугацаа", "үргэлжлэх өдөр", "хичээлийн өдөр"],
        [SheetField.Funders] = ["Funders", "Санхүүжүүлэгч", "funder", "donor", "donors", "funded by", "санхүүжүүлэгчид", "санхүүжүүлсэн", "донор", "хандивлагч", "төсөл", "project"],
        [SheetField.Trainer] = ["Trainer", "Сургагч", "trainers", "instructor", "teacher", "сургагч багш", "багш", "сургалт явуулсан"],
        [SheetField.Patronymic] = ["Patronymic", "Овог", "surname", "last name", "family name", "father's name", "эцэг эхийн нэр", "эцэг/эхийн нэр", "эцгийн нэр", "эх эцгийн нэр"],
        [SheetField.GivenName] = ["Given name", "Нэр", "name", "first name", "өөрийн нэр", "оролцогчийн нэр"],
        [SheetField.FullName] = ["Full name", "Овог нэр", "овог, нэр", "овог, өөрийн нэр", "нэр овог", "participant", "participant name", "оролцогч", "оролцогчийн овог нэр", "бүтэн нэр"],
        [SheetField.Sex] = ["Sex", "Хүйс", "gender", "m/f", "эр/эм"],
        [SheetField.BirthYear] = ["Birth year", "Төрсөн он", "year of birth", "birthyear", "yob", "born", "date of birth", "birth date", "төрсөн огноо", "төрсөн он сар өдөр", "төрсөн өдөр"],
        [SheetField.RegisterNo] = ["Register number", "Регистрийн дугаар", "register no", "register", "registration number", "national id", "id number", "рд", "регистр", "регистрийн №", "регистр №", "иргэний регистр"],
        [SheetField.Phone] = ["Phone", "Утас", "phone number", "phone no", "telephone", "tel", "mobile", "cell", "утасны дугаар", "гар утас", "холбоо барих утас"],
        [SheetField.HomeSoumCode] = ["Home soum code", "Харьяа сумын код", "home soum", "home pcode", "residence", "харьяа сум", "оршин суух сум", "оршин суугаа сум", "оршин суух сумын код"],
        [SheetField.Organisation] = ["Organisation", "Байгууллага", "organization", "org", "organisation code", "partnership", "ngo", "байгууллагын код", "байгууллагын нэр", "нөхөрлөл", "нөхөрлөлийн нэр", "ТББ"],
        [SheetField.OrganisationType] = ["Organisation type", "Байгууллагын төрөл", "organization type", "org type", "organisation kind", "төрөл", "байгууллагын хэлбэр"],
        [SheetField.Attended] = ["Attended", "Ирц", "attendance", "present", "days attended", "ирсэн", "ирсэн өдөр", "оролцсон", "оролцсон өдөр", "өдрийн ирц"],
        [SheetField.PreScore] = ["Pre-test score", "Сургалтын өмнөх оноо", "pre score", "pre test", "pretest", "pre", "өмнөх оноо", "өмнөх тест", "сургалтын өмнөх тест", "эхний тест"],
        [SheetField.PostScore] = ["Post-test score", "Сургалтын дараах оноо", "post score", "post test", "posttest", "post", "дараах оноо", "дараах тест", "сургалтын дараах тест", "эцсийн тест"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, SheetField> ByKey = Names
        .SelectMany(n => n.Value.Select(name => KeyValuePair.Create(Key(name), n.Key)))
        .DistinctBy(n => n.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The field that a header names, or <see langword="null"/>.</summary>
    /// <param name="header">A header as it stands in the file.</param>
    public static SheetField? Find(string? header) => Key(header) is { Length: > 0 } key && ByKey.TryGetValue(key, out var field) ? field : null;

    /// <summary>All names of a field.</summary>
    /// <param name="field">The field.</param>
    public static IReadOnlyList<string> Of(SheetField field) => Names[field];

    /// <summary>The English name of a field.</summary>
    /// <param name="field">The field.</param>
    public static string English(SheetField field) => Names[field][0];

    /// <summary>The Mongolian name of a field.</summary>
    /// <param name="field">The field.</param>
    public static string Mongolian(SheetField field) => Names[field][1];

    private static string Key(string? header)
    {
        var text = MongolianText.Clean(header);
        // The number sign is the only header without a letter.
        return text is "№" or "#" ? "#" : Transliteration.Key(text.Replace("№", " no ", StringComparison.Ordinal)).Replace(" ", "", StringComparison.Ordinal);
    }
}
