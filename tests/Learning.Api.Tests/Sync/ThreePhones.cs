using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CsCheck;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Sync;

/// <summary>
/// The promise, as a property: three phones' logs, with any interleaving, duplication, reordering and splitting of their
/// uploads, come to one final state, that of a model written naively; nothing is lost, nobody is counted twice.
/// </summary>
public abstract class ThreePhones(ApiSite site) : Scenario(site)
{
    private const int People = 4;
    private const int Phones = 3;

    private enum Act { OldBadge, NewBadge, Tick, WalkIn, UndoOwn, UndoAny }

    private sealed record Holder(string Id, string Old, string New, DateOnly Issued);

    private sealed record Step(int Phone, Act Act, int Person, int Session, int Minute, int Target);

    /// <summary>One scan as a phone keeps it, and what the model needs to know of it.</summary>
    private sealed record Made(int Phone, long Seq, string Id, int Session, string? Who, bool Waits, DateTimeOffset At, string? Undoes, JsonObject Json);

    private static readonly Gen<Step[]> Logs = Gen.Select(
        Gen.Int[0, Phones - 1], Gen.Int[0, 11], Gen.Int[0, People - 1], Gen.Int[0, 2], Gen.Int[0, 9], Gen.Int[0, 20],
        (phone, act, person, session, minute, target) => new Step(
            phone, act switch { < 2 => Act.OldBadge, < 5 => Act.NewBadge, < 7 => Act.Tick, 7 => Act.WalkIn, < 10 => Act.UndoOwn, _ => Act.UndoAny }, person, session, minute, target))
        .Array[12, 30];

    [Fact]
    public async Task However_three_phones_logs_are_sent_they_end_in_the_naive_models_state()
    {
        var people = new List<Holder>();
        for (var i = 0; i < People; i++)
        {
            var id = await Person($"Хүн {i}");
            var issued = DayThere(DateTimeOffset.UtcNow);
            people.Add(new Holder(id, (await Badge(id)).Of("badgeId"), (await Badge(id)).Of("badgeId"), issued));
        }

        await Gen.Select(Logs, Gen.Int).SampleAsync((steps, seed) => Play(people, steps, new Random(seed)), iter: 12, threads: 1);
    }

    private async Task Play(List<Holder> people, Step[] steps, Random random)
    {
        // The first two people are on both rosters, the others on none. Two sessions are of one cohort, the third of another.
        var (a, b) = (await Cohort(), await Cohort());
        foreach (var cohort in (string[])[a, b]) (await Admin.Post($"/api/cohorts/{cohort}/enrolments", new { traineeIds = people.Take(2).Select(p => p.Id) })).IsOk();
        string[] sessions = [$"{a}/1", $"{a}/2", $"{b}/1"];
        var phones = new List<(string Id, ApiClient Client)>();
        for (var i = 0; i < Phones; i++) phones.Add(await Phone());

        var made = Log(people, sessions, steps, DateTimeOffset.UtcNow);
        await Task.WhenAll(made.GroupBy(m => m.Phone).Select(async log =>
        {
            var turns = Deliveries([.. log], new Random(random.Next()));
            foreach (var batch in turns)
                Assert.All(await Upload(phones[log.Key].Client, phones[log.Key].Id, [.. batch.Select(m => m.Json)]), r => Assert.True(Text(r!["status"]) is "stored" or "replayed", r.ToJsonString()));
        }));

        for (var s = 0; s < sessions.Length; s++)
        {
            var attendance = await Attendance(sessions[s]);
            var here = made.Where(m => m.Session == s).ToList();
            // Nothing is lost, and nothing is there twice.
            Assert.Equal(here.Select(m => m.Id).Order(StringComparer.Ordinal), attendance["scans"]!.AsArray().Select(x => Text(x!["scanId"])).Order(StringComparer.Ordinal));
            var marks = attendance["marks"]!.AsArray().Select(m => (Who: NameOf(m!), Mark: m!["mark"]?.GetValue<string>(), At: Round(m["at"]!.GetValue<DateTimeOffset>()))).ToList();
            Assert.Equal(Model(here).OrderBy(m => m.Who, StringComparer.Ordinal), marks.OrderBy(m => m.Who, StringComparer.Ordinal));
            Assert.Equal(Model(here).Count(m => m.Mark is not null), attendance["counts"]!["present"]!.GetValue<int>());
        }

        await Site.CatchUp();
        foreach (var (id, _) in phones) Assert.Empty((await Trainer.Get($"/api/devices/{id}")).IsOk()["missing"]!.AsArray());
        foreach (var (cohort, own) in new[] { (a, made.Where(m => m.Session < 2)), (b, made.Where(m => m.Session == 2)) })
        {
            // Exactly those are on the roster who were, or of whom a scan came that did not wait.
            var roster = (await Admin.Get($"/api/cohorts/{cohort}/enrolments?limit=200")).IsOk()["items"]!.AsArray().Select(e => NameOf(e!)).ToHashSet();
            var expected = own.Where(m => m.Who is not null && !m.Waits).Select(m => m.Who!).Concat(["Бат Хүн 0", "Бат Хүн 1"]).ToHashSet();
            Assert.Equal(expected.Order(StringComparer.Ordinal), roster.Order(StringComparer.Ordinal));
        }
    }

    private static List<Made> Log(List<Holder> people, string[] sessions, Step[] steps, DateTimeOffset now)
    {
        var made = new List<Made>();
        foreach (var step in steps)
        {
            // The old badges were revoked a moment ago, when the new ones were issued: scanned before that they count, and after it they wait.
            // So do those scanned on a day before they were issued; soon after midnight half an hour ago was such a day.
            var afterRevocation = step.Act == Act.OldBadge && step.Target % 2 == 0;
            var (who, at, session) = (people[step.Person], afterRevocation ? now : now.AddMinutes(step.Minute - 30), step.Session);
            var waits = afterRevocation || (step.Act is Act.OldBadge or Act.NewBadge && DayThere(at) < who.Issued);
            var seq = made.Count(m => m.Phone == step.Phone) + 1;
            var isUndo = step.Act is Act.UndoOwn or Act.UndoAny;
            var targets = made.Where(m => m.Who is not null && (step.Act == Act.UndoAny || m.Phone == step.Phone)).ToList();
            if (isUndo && targets.Count == 0) continue;
            var target = isUndo ? targets[step.Target % targets.Count] : null;
            if (target is not null) session = target.Session;

            var json = Scan(sessions[session], seq: seq, at: at);
            // Otherwise each upload's own milliseconds on the way would be part of the estimate.
            json["lastClockOffsetMs"] = 0;
            string? name = $"Бат Хүн {step.Person}";
            switch (step.Act)
            {
                case Act.OldBadge: (json["badgeId"], json["method"]) = (who.Old, "qr"); break;
                case Act.NewBadge: (json["badgeId"], json["method"]) = (who.New, "qr"); break;
                case Act.Tick: json["traineeId"] = who.Id; break;
                case Act.WalkIn:
                    (json["kind"], json["method"], name) = ("walkIn", "search", $"Д. Зочин {Letters(made.Count)}");
                    json["walkIn"] = new JsonObject { ["givenName"] = $"Зочин {Letters(made.Count)}", ["patronymic"] = "Д" };
                    break;
                default: (json["kind"], json["targetScanId"], name) = ("void", target!.Id, null); break;
            }

            made.Add(new Made(step.Phone, seq, Text(json["scanId"]), session, name, waits, at, target?.Id, json));
        }

        return made;
    }

    // A phone may send in any order, in batches of any size, and anything again.
    private static IEnumerable<Made[]> Deliveries(Made[] log, Random random)
    {
        Made[] sent = [.. log, .. log.Where(_ => random.Next(3) == 0), .. log.Where(_ => random.Next(5) == 0)];
        random.Shuffle(sent);
        for (var at = 0; at < sent.Length;)
        {
            var size = random.Next(1, 8);
            yield return sent[at..Math.Min(sent.Length, at + size)];
            at += size;
        }
    }

    /// <summary>For each person: whoever has a scan left that nobody took back is here since the earliest that counts.</summary>
    private static List<(string Who, string? Mark, DateTimeOffset At)> Model(List<Made> here)
    {
        var undone = here.Select(m => m.Undoes).ToHashSet();
        return
        [
            .. here.Where(m => m.Who is not null && !undone.Contains(m.Id)).GroupBy(m => m.Who!).Select(own =>
                own.Any(m => !m.Waits) ? (own.Key, "present", Round(own.Where(m => !m.Waits).Min(m => m.At))) : (own.Key, (string?)null, Round(own.Min(m => m.At)))),
        ];
    }

    // The cohorts' region keeps the capital's time, eight hours ahead all year.
    private static DateOnly DayThere(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime.AddHours(8));

    private static string NameOf(JsonNode node) => Text(node["name"]);

    private static string Letters(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(d => (char)('а' + (d - '0'))));

    private static DateTimeOffset Round(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}

[Collection(OnSqlite.Name)]
public sealed class ThreePhonesOnSqlite(SqliteSite site) : ThreePhones(site);

[Collection(OnPostgres.Name)]
public sealed class ThreePhonesOnPostgres(PostgresSite site) : ThreePhones(site);
