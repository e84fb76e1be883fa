using Learning.Domain.Checkin;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Orleans.Runtime;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>Whole uploads through the grain, in random order and repeated.</summary>
[Collection(GrainCollection.Name)]
public sealed class UploadOrderTests(GrainFixture fixture)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task In_any_order_and_however_often_sent_the_same_scans_leave_the_same_session_and_roster(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var people = await silo.PeopleAsync("Нэг", "Хоёр", "Гурав", "Зочин");
        var badges = new Dictionary<string, string>();
        foreach (var person in people) badges[person] = await silo.BadgeAsync(person);
        silo.Clock.Advance(TimeSpan.FromHours(1));

        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            // Every third session is long enough to be stored in pages.
            var scans = Enumerable.Range(0, seed % 3 == 0 ? 60 : 9).Select(_ => (Person: people[random.Next(4)], Minute: random.Next(5), Device: $"phone-{random.Next(3)}")).ToList();
            var undone = scans.Where(_ => random.Next(4) == 0).ToList();
            var expected = scans.Except(undone).GroupBy(s => s.Person).ToDictionary(g => g.Key, g => TestSilo.Start.AddMinutes(g.Min(s => s.Minute)));

            for (var round = 0; round < 2; round++)
            {
                var cohort = await silo.CohortAsync();
                await cohort.EnrolAsync(people[..3]);
                var session = silo.Session(cohort);
                var sent = scans.Distinct().SelectMany(s =>
                {
                    var scan = session.Scan(badges[s.Person], TestSilo.Start.AddMinutes(s.Minute));
                    return undone.Contains(s) ? new[] { (scan, s.Device), (scan.Undo(scan.CapturedAt), s.Device) } : [(scan, s.Device)];
                }).SelectMany(s => Enumerable.Repeat(s, 1 + random.Next(2))).ToArray();
                random.Shuffle(sent);

                await Task.WhenAll(sent.GroupBy(s => s.Device).Select(async phone =>
                {
                    foreach (var (scan, device) in phone) Assert.NotEqual(ScanStatus.Quarantined, (await silo.SendAsync(session, scan, device)).Status);
                }));

                await silo.Forget(session);
                var marks = (await session.Attendance())!.Marks;
                Assert.Equal(expected.OrderBy(e => e.Key, StringComparer.Ordinal), marks.ToDictionary(m => m.TraineeId, m => m.At).OrderBy(m => m.Key, StringComparer.Ordinal));
                Assert.Equal(scans.Any(s => s.Person == people[3]), (await cohort.Get())!.Find(people[3]) is not null);
            }
        }
    }
}
