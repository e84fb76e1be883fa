using Learning.Domain.Badges;
using Learning.Tests.Badges;
using Learning.Web.Paper;
using Learning.Web.Paper.Badges;
using Learning.Web.Paper.SignIn;
using Microsoft.AspNetCore.Components;

namespace Learning.Tests.Paper;

/// <summary>Sheets with Mongolian names, and their way through Chromium's printer.</summary>
internal static class PrintedSheets
{
    public static readonly string[] Names =
    [
        "Бат Дорж", "Өлзийсайханы Мөнхцэцэг", "Үүрийнтуяа Тэмүүлэн", "Лувсандоржийн Нарангэрэлтуяа", "Б. Өнөрболд",
        "Пүрэвдоржийн Энхцэцэг-Өнөрбаясгалан", "Цэрэндуламсүрэнгийн Нарансолонгоо-Мөнхзаяабаатар Ариунтөгөлдөр", "Қайрат Әлібекұлы", "Ө. Ү",
        "Г. Пүрэвдорж",
    ];

    public static readonly BadgeSheetItem[] Badges =
    [
        .. Names.Select((name, i) => new BadgeSheetItem(
            name, ShortCode.Printed(ShortCode.Of(i.ToString("x16"))), QrText(i), i % 3 == 0 ? null : i % 3 == 1 ? "Өмнөговь Алт нөхөрлөл" : "Бичил уурхайчдын Ханбогд сумын хамтын ажиллагааны нэгдсэн холбоо")),
    ];

    public static readonly SignInWords Words = new(
        "Ирцийн бүртгэл", "Газар", "Огноо", "Сургагч", "№", "Эцгийн нэр, нэр", "Байгууллага", "Гарын үсэг", "Жагсаалтад байхгүй бол энд бичнэ үү",
        "Эцгийн нэр, нэр", "Байгууллага, утас", "Сургагчийн гарын үсэг", "Хуудас {0} / {1}");

    public static readonly SignInHead Head = new(
        "MER-110 · Мөнгөн усгүй баяжуулалт", "2-р өдөр (нийт 3)", "Өмнөговь, Ханбогд, Соёлын төв", new(2026, 3, 7), "Сургагч Үүрийнтуяа",
        "HTTPS://LEARNING.EXAMPLE.MN/SESSIONS/C-1/2");

    public static string QrText(int badge) => BadgeText.Url(
        SampleCertificates.Site, BadgeText.Code((BadgeTexts.Payload with { KeyId = (byte)badge }).ToBytes(), new byte[64]));

    public static Task<string> BadgePage() => Page("Үнэмлэх", Child<BadgeSheet>(
        ("Items", Badges), ("Words", new BadgeSheetWords("Код", "Сургалтын ирцээ энэ кодоор бүртгүүлнэ"))));

    public static Task<string> SignInPage(int people, int blankRows) => Page("Ирцийн бүртгэл", Child<SignInSheet>(
        ("Head", Head),
        ("Rows", Enumerable.Range(0, people).Select(i => new SignInRow(Names[i % Names.Length], Badges[i % Names.Length].Organisation, Badges[i % Names.Length].ShortCode)).ToArray()),
        ("BlankRows", blankRows),
        ("Words", Words)));

    /// <summary>What Chromium prints of the page.</summary>
    public static byte[] Print(string html)
    {
        var folder = Directory.CreateTempSubdirectory("print");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "page.html"), html);
            File.Copy(Path.Combine(Root(), "web", "Learning.Web", "wwwroot", "css", "print.css"), Path.Combine(folder.FullName, "print.css"));
            var (_, output) = Tool.Run(
                "chromium", folder.FullName, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", $"--user-data-dir={folder.FullName}/profile", "--no-pdf-header-footer",
                "--print-to-pdf=page.pdf", $"file://{folder.FullName}/page.html");
            var pdf = Path.Combine(folder.FullName, "page.pdf");
            Assert.True(File.Exists(pdf), output);
            return File.ReadAllBytes(pdf);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<string> Page(string title, RenderFragment child) => Rendered.Html<PrintDocument>(new()
    {
        ["Title"] = title,
        ["Hint"] = "A4 цаасанд 100 % хэмжээгээр хэвлэнэ үү.",
        ["Stylesheet"] = "print.css",
        ["ChildContent"] = child,
    });

    private static RenderFragment Child<T>(params (string Name, object Value)[] parameters)
        where T : IComponent => builder =>
    {
        builder.OpenComponent<T>(0);
        foreach (var (name, value) in parameters) builder.AddComponentParameter(1, name, value);
        builder.CloseComponent();
    };

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Learning.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
