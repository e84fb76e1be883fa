using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Learning.Benchmarks.CheckIn;

/// <summary>What there is to check in, made through the program's own API: trainers with phones, people with badges, cohorts with rosters.</summary>
internal sealed class World : IDisposable
{
    /// <summary>Phones of one trainer; creating accounts is slow on purpose, so there are fewer of them than phones.</summary>
    public const int PhonesOfTrainer = 4;

    private const int Trainers = 16;
    private const int AtOnce = 16;
    private const string Password = "ухаа-Худаг-27";
    private readonly HttpClient http;
    private Person[] people = [];
    private int seated;

    private World(Uri address) => http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>The phones; number <c>n</c> is trainer <c>n % 16</c>'s.</summary>
    public Phone[] Phones { get; private set; } = [];

    /// <summary>Host and port, as requests name them.</summary>
    public string Host => http.BaseAddress!.Authority;

    /// <summary>Signs in and makes people and phones.</summary>
    /// <param name="address">Of the program.</param>
    /// <param name="peopleCount">How many people to register.</param>
    public static async Task<World> MakeAsync(Uri address, int peopleCount)
    {
        var world = new World(address);
        world.http.DefaultRequestHeaders.Authorization = await world.SignInAsync("admin", "demo-Pass-1");
        world.Phones = new Phone[Trainers * PhonesOfTrainer];
        await EachAsync(Trainers, async n =>
        {
            await world.PostAsync("/api/accounts", new { userName = Name(n), displayName = $"Сургагч {n}", roles = new[] { "trainer" }, password = Password });
            var token = await world.SignInAsync(Name(n), Password);
            for (var i = n; i < world.Phones.Length; i += Trainers)
            {
                var answer = await world.PostAsync("/api/devices", new { name = $"Утас {i}" }, token);
                var id = (string)answer["deviceId"]!;
                world.Phones[i] = new Phone(id, $"{id}.{answer["syncGrant"]}", Name(n));
            }
        });
        world.people = new Person[peopleCount];
        await EachAsync(peopleCount, async n =>
        {
            var answer = await world.PostAsync("/api/trainees", new
            {
                givenName = "Өнөрцэцэг", patronymic = "Бат", sex = "female", birthYear = 1960 + n % 45, phone = (88000000 + n).ToString(CultureInfo.InvariantCulture),
                homeRegion = "MN6416", consents = new[] { "training" },
            });
            var id = (string)answer["id"]!;
            world.people[n] = new Person(id, (string)(await world.PostAsync($"/api/trainees/{id}/badge", new { }))["badgeId"]!);
        });
        return world;
    }

    /// <summary>Plans cohorts of one session today, and enrols people.</summary>
    /// <param name="sizes">How many people each has; the n-th cohort is trainer <c>n % 16</c>'s.</param>
    /// <param name="shared">Whether they are every trainer's instead.</param>
    public async Task<Cohort[]> PlanAsync(IReadOnlyList<int> sizes, bool shared = false)
    {
        // Mongolia is eight hours ahead, and a session is on its own day.
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);
        var cohorts = new Cohort[sizes.Count];
        await EachAsync(sizes.Count, async n =>
        {
            var trainers = shared ? Enumerable.Range(0, Trainers).Select(Name).ToArray() : [Name(n % Trainers)];
            var cohort = await PostAsync("/api/cohorts", new
            {
                courseCode = "BIZ-101", regionCode = "MN6416", venue = "Соёлын төв", startDate = today.ToString("O"), days = 1, capacity = sizes[n], trainers,
            });
            var first = Interlocked.Add(ref seated, sizes[n]) - sizes[n];
            var session = (string)cohort["sessions"]![0]!["id"]!;
            var seats = Enumerable.Range(first, sizes[n]).Select(i => new Seat(session, people[i % people.Length])).ToArray();
            await PostAsync($"/api/cohorts/{cohort["id"]}/enrolments", new { traineeIds = seats.Select(s => s.Person.TraineeId) });
            cohorts[n] = new Cohort(session, shared ? -1 : n % Trainers, seats);
        });
        return cohorts;
    }

    /// <summary>What a session holds: ids of its scans and of people marked present, both as often as they are there.</summary>
    /// <param name="session">Session id.</param>
    public async Task<(IReadOnlyList<string> Scans, IReadOnlyList<string> Present)> AttendanceAsync(string session)
    {
        var answer = JsonNode.Parse(await http.GetStringAsync(new Uri($"/api/sessions/{session.Replace('/', '~')}/attendance", UriKind.Relative)))!;
        return (
            [.. answer["scans"]!.AsArray().Select(s => (string)s!["scanId"]!)],
            [.. answer["marks"]!.AsArray().Where(m => (string?)m!["mark"] == "present").Select(m => (string)m!["traineeId"]!)]);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    /// <summary>Does something for each number from 0, a few at a time.</summary>
    public static Task EachAsync(int count, Func<int, Task> act) =>
        Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (n, _) => await act(n));

    private static string Name(int trainer) => $"trainer-{trainer}";

    private async Task<AuthenticationHeaderValue> SignInAsync(string userName, string password) =>
        new("Bearer", (string)(await PostAsync("/api/auth/login", new { userName, password }))["accessToken"]!);

    private async Task<JsonNode> PostAsync(string path, object body, AuthenticationHeaderValue? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (token is not null) request.Headers.Authorization = token;
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new HttpRequestException($"{(int)response.StatusCode} {path}: {text}");
    }
}
