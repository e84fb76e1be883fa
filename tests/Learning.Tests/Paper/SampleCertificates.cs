using Learning.Domain.Certificates;
using Learning.Domain.Courses;

namespace Learning.Tests.Paper;

/// <summary>Certificates for tests, with Ө and Ү wherever there is a name.</summary>
internal static class SampleCertificates
{
    public static readonly Uri Site = new("https://learning.example.mn");

    public static readonly CertificateFacts Completion = new()
    {
        Number = "S7FBFNPMNQ09F176",
        Kind = CertificateKind.Completion,
        HolderName = "Өлзийсайханы Мөнхцэцэг",
        CourseCode = "MER-110",
        CourseTitleMn = "Мөнгөн усгүй баяжуулалт",
        CourseTitleEn = "Mercury-free gold processing",
        CourseVersion = 2,
        Hours = 24,
        RegionNameMn = "Өмнөговь, Ханбогд",
        RegionNameEn = "Umnugovi, Khanbogd",
        FirstSession = new(2026, 3, 6),
        LastSession = new(2026, 3, 8),
        IssuerNameMn = "Бичил уурхайчдын үндэсний холбоо",
        IssuerNameEn = "National Federation of Artisanal Miners",
        IssuedOn = new(2026, 3, 9),
        ValidUntil = new(2029, 3, 8),
    };

    public static readonly CertificateFacts LongAttendance = Completion with
    {
        Number = "7WEHDTNV3FY9CWND",
        Kind = CertificateKind.Attendance,
        HolderName = "Лувсандоржийнхүү-Цэрэндулам Нарангэрэлтуяа-Өнөрбаясгалан",
        CourseTitleMn = "Уул уурхайн нөхөн сэргээлт, хөдөлмөрийн аюулгүй байдал, эрүүл ахуй ба аврах ажиллагааны анхан шатны тусламжийн үндэс",
        CourseTitleEn = "Foundations of frugal rehabilitation, occupational safety, health and first aid for rescue operations in artisanal mining",
        Hours = 7.5m,
        RegionNameMn = "Улаанбаатар, Сонгинохайрхан дүүрэг",
        RegionNameEn = "Ulaanbaatar, Songinokhairkhan",
        LastSession = new(2026, 3, 6),
        ValidUntil = null,
    };

    public static readonly CertificateFacts Nameless = Completion with { HolderName = null };
}
