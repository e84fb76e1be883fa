using System.Globalization;

namespace Learning.Fault.Tests;

/// <summary>What there is to check in: two cohorts of 250 people and four days.</summary>
internal sealed class Course
{
    private const int Cohorts = 2;
    private const int People = 250;
    private const int Days = 4;
    private const int Phones = 8;
    private static int people;

    public required IReadOnlyList<string> Sessions { get; init; }

    public required IReadOnlyList<(string Id, string Token)> Devices { get; init; }

    public required IReadOnlyList<CheckIn> CheckIns { get; init; }

    public static async Task<Course> PrepareAsync(RunningProgram program)
    {
        var now = TimeProvider.System.GetUtcNow();
        var devices = new List<(string Id, string Token)>();
        for (var i = 0; i < Phones; i++)
        {
            var phone = await program.PostAsync("/api/devices", new { name = $"Утас {i}" });
            var id = phone["deviceId"]!.GetValue<string>();
            devices.Add((id, $"{id}.{phone["syncGrant"]!.GetValue<string>()}"));
        }

        var (sessions, checkIns, sent) = (new List<string>(), new List<CheckIn>(), new int[Phones]);
        for (var c = 0; c < Cohorts; c++)
        {
            var cohort = await program.PostAsync("/api/cohorts", new
            {
                courseCode = "BIZ-101", regionCode = "MN6416", venue = "Соёлын төв", startDate = DateOnly.FromDateTime(now.UtcDateTime).ToString("O"), days = Days, capacity = People,
                trainers = new[] { "trainer" },
            });
            var cohortId = cohort["id"]!.GetValue<string>();
            var own = cohort["sessions"]!.AsArray().Select(s => s!["id"]!.GetValue<string>()).ToList();
            sessions.AddRange(own);
            var trainees = await RegisterAsync(program);
            await program.PostAsync($"/api/cohorts/{cohortId}/enrolments", new { traineeIds = trainees });
            foreach (var (session, trainee) in own.SelectMany(session => trainees.Select(trainee => (session, trainee))))
            {
                var phone = checkIns.Count % Phones;
                checkIns.Add(new CheckIn(Guid.CreateVersion7(now).ToString(), session, trainee, devices[phone].Id, devices[phone].Token, ++sent[phone], now));
            }
        }

        return new Course { Sessions = sessions, Devices = devices, CheckIns = checkIns };
    }

    private static async Task<string[]> RegisterAsync(RunningProgram program)
    {
        var ids = new string[People];
        await Parallel.ForAsync(0, People, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            var n = Interlocked.Increment(ref people);
            var answer = await program.PostAsync("/api/trainees", new
            {
                givenName = "Өнөрцэцэг", patronymic = "Бат", sex = "female", birthYear = 1988, phone = (88000000 + n).ToString(CultureInfo.InvariantCulture), homeRegion = "MN6416",
                consents = new[] { "training" },
            });
            ids[i] = answer["id"]!.GetValue<string>();
        });
        return ids;
    }
}
