using System.Text.Json.Nodes;
using Learning.Contracts.Cohorts;
using Learning.Contracts.Trainees;
using Learning.Domain.Checkin.SelfCheckIn;
using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Web.Api.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Browser.Tests.Harness;

/// <summary>One of everything that a page can be about.</summary>
public sealed record SampleWorld
{
    /// <summary>PIN of the trainee.</summary>
    public const string Pin = "4826";

    /// <summary>Password of <see cref="Who.OtherTrainer"/>.</summary>
    public const string OtherPassword = "ухаа-Худаг-27";

    /// <summary>A cohort of <see cref="Who.Trainer"/> held today, with people in every state.</summary>
    public required string CohortId { get; init; }

    /// <summary>A cohort that is planned.</summary>
    public required string PlannedId { get; init; }

    /// <summary>A closed training of trainers, whose graduate trains <see cref="CohortId"/>.</summary>
    public required string TrainersId { get; init; }

    /// <summary>Its session, as addresses have it.</summary>
    public string Session => $"{CohortId}~1";

    /// <summary>Somebody with badge, PIN, attendance and a certificate.</summary>
    public required string TraineeId { get; init; }

    /// <summary>Another record of <see cref="TraineeId"/>, not merged yet; a third one is.</summary>
    public required string TwinId { get; init; }

    /// <summary>Path of the badge's address.</summary>
    public required string BadgePath { get; init; }

    public required string CertificateNumber { get; init; }

    public required string DeviceId { get; init; }

    /// <summary>A frozen report of which something has changed since.</summary>
    public required string ReportId { get; init; }

    /// <summary>Path of a donor's link to it.</summary>
    public required string DonorPath { get; init; }

    /// <summary>Path of the code that a trainer's screen shows now for the session.</summary>
    public required Func<string> CodePath { get; init; }

    /// <summary>A sheet of the demo.</summary>
    public string ImportId { get; } = LearningId.From("demo-import", "sheets-2019.csv");

    /// <summary>Makes it.</summary>
    public static async Task<SampleWorld> Make(LearningSite site)
    {
        using var api = await Api.Administrator(site.Address);
        await api.Post("/api/accounts", new { userName = Who.OtherTrainer, displayName = "Өөр сургагч багш", roles = new[] { "trainer" }, password = OtherPassword });
        string[] people =
        [
            await Person(api, "Үржинханд", "Өлзийбаярын", "female", 1988, "91112201"),
            await Person(api, "Нямхүүдэнпэлжээбүрэнгийнгоо", "Цэрэнпунцагийнгүндэгмаагийн", "female", 1971, "91112202"),
            await Person(api, "Түмэн-Өлзий", "Б.", "male", 1994, "91112203"),
            await Person(api, "Мөнхзүл", "Дашдондогийн", "other", 1969, "91112204"),
        ];
        var badge = await api.Post($"/api/trainees/{people[0]}/badge");
        await site.Grains.GetGrain<ITraineeGrain>(people[0]).SetPin(Pin);

        var closed = await Cohort(site, api, "GEN-101", "Баян-Овоо сумын Соёлын төв", 10);
        await api.Post($"/api/cohorts/{closed}/open");
        await api.Post($"/api/cohorts/{closed}/enrolments", new { traineeIds = people[..2] });
        await api.Put($"/api/sessions/{closed}~1/marks", new { traineeId = people[0], mark = "present", reason = "Өөрөө ирсэн" });
        await api.Post($"/api/cohorts/{closed}/close");

        var trainers = await Cohort(site, api, "TOT-201", "Холбооны сургалтын танхим", 12, startsIn: -10);
        await api.Post($"/api/cohorts/{trainers}/enrolments", new { traineeIds = people[1..3] });
        for (var day = 1; day <= 5; day++)
            foreach (var graduate in people[1..3]) await api.Put($"/api/sessions/{trainers}~{day}/marks", new { traineeId = graduate, mark = "present", reason = "Цаасан бүртгэл" });
        await api.Post($"/api/cohorts/{trainers}/close");
        // In a flood of changes people are listed up to three seconds later, and a person is looked up in the list.
        await site.CatchUp();
        await api.Put($"/api/accounts/{Who.Trainer}", new { displayName = "Сургагч багш", roles = new[] { "trainer" }, trainee = people[1] });

        var running = await Cohort(site, api, "OSH-101", "Баян-Овоо сумын Засаг даргын Тамгын газар", 2);
        await api.Post($"/api/cohorts/{running}/open");
        await api.Post($"/api/cohorts/{running}/enrolments", new { traineeIds = people[..3] });
        var applicant = (await site.Grains.GetGrain<ITraineeGrain>(people[3]).Get())!;
        await site.Grains.GetGrain<ICohortGrain>(running).Apply(new EnrolmentRequest(applicant.Id, applicant.Profile.AsOfNow()));
        await api.Put($"/api/sessions/{running}~1/marks", new { traineeId = people[0], mark = "late", reason = "Зам хаалттай байсан" });

        var twin = await Person(api, "Үржинханд", "Ө.", "female", 1988, "91112205");
        var third = await Person(api, "Uurjinkhand", "U.", "female", 1989, "91112206");
        await api.Post($"/api/trainees/{third}/merge", new { into = people[0], reason = "Утсаар лавласан, латинаар бичигдсэн" });

        await site.CatchUp();
        var report = await api.Post("/api/reports", new { title = "Баян-Овоо сумын сургалтын эхний хагас жилийн тайлан", region = "MN64", by = "year", from = "2017-01-01" });
        var link = await api.Post($"/api/reports/{Text(report, "id")}/links", new { @for = "Швейцарын хөгжлийн агентлаг" });
        await api.Put("/api/targets", new { region = "MN64", to = "2030-12-31", value = 1200, baseline = 100, baselineDay = "2018-12-31" });

        var device = await api.Post("/api/devices", new { name = "Сургагчийн утас" });
        // One scan that waits, one that was flagged and counts, and one that no session could take.
        var session = SessionId.Of(running, 1);
        await api.Post("/api/sync/scans", new
        {
            deviceId = Text(device, "deviceId"), deviceNow = DateTimeOffset.UtcNow,
            items = new[]
            {
                Scan(1, session, people[1], "self"), Scan(2, session, people[3], "roster"), Scan(3, SessionId.Of(LearningId.From("nowhere"), 1), people[2], "roster"),
            },
        });
        var key = Convert.FromBase64String(site.Services.GetRequiredService<SelfCheckInKeys>().Of(session));
        await site.CatchUp();
        return new SampleWorld
        {
            CohortId = running,
            TrainersId = trainers,
            PlannedId = await Cohort(site, api, "BIZ-101", "Хурлын танхим", 20),
            TraineeId = people[0],
            TwinId = twin,
            BadgePath = new Uri(Text(badge, "url")).AbsolutePath,
            CertificateNumber = (await site.Grains.GetGrain<ITraineeGrain>(people[0]).Get())!.Certificates.Single(),
            DeviceId = Text(device, "deviceId"),
            ReportId = Text(report, "id"),
            DonorPath = new Uri(Text(link, "url")).AbsolutePath,
            CodePath = () => $"/C/{SessionCode.Code(session, SessionCode.StepAt(DateTimeOffset.UtcNow), key)}",
        };
    }

    private static async Task<string> Person(Api api, string given, string patronymic, string sex, int birthYear, string phone) => Text(
        await api.Post("/api/trainees", new
        {
            givenName = given, patronymic, sex, birthYear, phone, homeRegion = "MN6416", consents = new[] { "training", "certificate" },
        }), "id");

    private static object Scan(int seq, string sessionId, string traineeId, string method) => new
    {
        scanId = Guid.CreateVersion7().ToString(), deviceSeq = seq, sessionId, kind = "in", method, traineeId, @operator = Who.Trainer, capturedAt = DateTimeOffset.UtcNow,
    };

    private static async Task<string> Cohort(LearningSite site, Api api, string course, string venue, int capacity, int startsIn = 0) => Text(
        await api.Post("/api/cohorts", new
        {
            courseCode = course, regionCode = "MN6416", venue, startDate = site.Today.AddDays(startsIn).ToString("yyyy-MM-dd"), capacity,
            grants = new[] { new { code = "TRAFIGURA" } }, trainers = new[] { Who.Trainer },
        }), "id");

    private static string Text(JsonNode? answer, string field) => answer![field]!.GetValue<string>();
}
