using System.Globalization;
using System.Text.Json.Nodes;

namespace Learning.CheckIn.Tests.Harness;

/// <summary>A cohort with its people, their badges, and the trainer it belongs to.</summary>
public sealed record Training
{
    /// <summary>The trainer whose phones these are; an account of demo mode.</summary>
    public const string Trainer = "trainer";

    // Names as long, as short and as Mongolian as they come.
    private static readonly (string Given, string Patronymic)[] Names =
    [
        ("Өнөрцэцэг", "Батбаярын"), ("Үүрийнтуяа", "Ө."), ("Гантулга", "Дорж"), ("Мөнхзул", "Цэрэнпунцагийн"), ("Түмэн-Өлзий", "Б."), ("Нямхүүдэнпэлжээ", "Дашдондогийн"),
    ];

    private static int people;

    public required string CohortId { get; init; }

    /// <summary>Ids of its sessions, one a day, the first today.</summary>
    public required IReadOnlyList<string> Sessions { get; init; }

    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>Day of its first session, where it is held.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The first session, which is today's unless said otherwise.</summary>
    public string Today => Sessions[0];

    /// <summary>Plans a cohort, enrols new people and gives them badges.</summary>
    /// <param name="server">Where.</param>
    /// <param name="count">How many people.</param>
    /// <param name="days">How many sessions.</param>
    /// <param name="region">P-code of the training region.</param>
    /// <param name="venue">Where in words.</param>
    /// <param name="firstDay">When the first session is, if not today.</param>
    public static async Task<Training> PlanAsync(
        Server server, int count = 3, int days = 1, string region = "MN6416", string venue = "Баян-Овоо сумын Соёлын төв", DateOnly? firstDay = null)
    {
        var start = firstDay ?? LocalDay(region);
        var cohort = await server.PostAsync("/api/cohorts", new
        {
            courseCode = "OSH-101", regionCode = region, venue, startDate = start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), days, capacity = Math.Max(count, 10),
            trainers = new[] { Trainer },
        });
        var id = Text(cohort, "id");
        await server.PostAsync($"/api/cohorts/{id}/open");
        var registered = new Person[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => registered[i] = await RegisterAsync(server));
        if (count > 0) await server.PostAsync($"/api/cohorts/{id}/enrolments", new { traineeIds = registered.Select(p => p.Id) });
        return new Training
        {
            CohortId = id, FirstDay = start, People = registered,
            Sessions = [.. cohort["sessions"]!.AsArray().Select(s => Text(s!, "id"))],
        };
    }

    /// <summary>Somebody new, with a badge, in no cohort.</summary>
    public static async Task<Person> RegisterAsync(Server server)
    {
        var n = Interlocked.Increment(ref people);
        var (given, patronymic) = Names[n % Names.Length];
        var id = Text(
            await server.PostAsync("/api/trainees", new
            {
                givenName = given, patronymic, sex = "female", birthYear = 1980 + n % 20, phone = (88000000 + n).ToString(CultureInfo.InvariantCulture), homeRegion = "MN6416",
                consents = new[] { "training" },
            }), "id");
        return await BadgeAsync(server, id, $"{patronymic} {given}");
    }

    /// <summary>Gives somebody a badge; an older one is replaced.</summary>
    public static Task<Person> ReissueAsync(Server server, Person person) => BadgeAsync(server, person.Id, person.Name);

    /// <summary>Today in a region.</summary>
    public static DateOnly LocalDay(string region)
    {
        // Bayan-Ulgii, Khovd and Uvs keep another time than the rest of the country.
        var zone = TimeZoneInfo.FindSystemTimeZoneById(region[..4] is "MN83" or "MN84" or "MN85" ? "Asia/Hovd" : "Asia/Ulaanbaatar");
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), zone).DateTime);
    }

    private static async Task<Person> BadgeAsync(Server server, string id, string name)
    {
        var badge = await server.PostAsync($"/api/trainees/{id}/badge");
        return new Person(id, name, Text(badge, "badgeId"), Text(badge, "url"), Text(badge, "shortCode"));
    }

    private static string Text(JsonNode answer, string field) => answer[field]!.GetValue<string>();
}
