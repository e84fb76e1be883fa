using System.Collections.Immutable;
using Learning.Contracts.Certificates;
using Learning.Contracts.Trainees;
using Learning.Domain.Certificates;
using Learning.Domain.Cohorts;
using Learning.Domain.Courses;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Domain.Trainees;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Orleans.Runtime;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

[Collection(GrainCollection.Name)]
public sealed class ClosingTests(GrainFixture fixture)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_was_there_for_four_fifths_of_the_hours_has_completed(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        // 8 + 2 hours: the first day alone is exactly four fifths, the second alone is not.
        var cohort = await silo.CohortAsync(Plan() with { Sessions = [new SessionPlan(1, Day, 8), new SessionPlan(2, Day.AddDays(1), 2)] });
        var people = await silo.PeopleAsync("Хоёул", "Эхний", "Хоёр дахь", "Хэзээ ч");
        await cohort.EnrolAsync(people);
        await silo.AttendAsync(silo.Session(cohort, 1), people[0], people[1]);
        silo.Clock.Advance(TimeSpan.FromDays(1));
        await silo.AttendAsync(silo.Session(cohort, 2), people[0], people[2]);

        Assert.Equal(OperationResult.Done, await cohort.Close("admin"));

        await silo.Forget(cohort);
        var closed = (await cohort.Get())!;
        Assert.Equal([EnrolmentState.Completed, EnrolmentState.Completed, EnrolmentState.NotCompleted, EnrolmentState.NotCompleted], await cohort.StandingAsync(people));
        Assert.Equal([10m, 8m, 2m, 0m], people.Select(id => closed.Find(id)!.HoursAttended!.Value));
        Assert.Equal([true, true, false, false], people.Select(id => closed.Find(id)!.CertificateNumber is not null));
        Assert.Equal(TestSilo.Start.AddDays(1), closed.ClosedAt);
        Assert.True(closed.CertificatesIssued);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Where_there_is_a_pass_mark_presence_alone_is_not_enough(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan(course: Course(passMark: 60)));
        var people = await silo.PeopleAsync("Яг", "Дутуу", "Үзүүлээгүй");
        await cohort.EnrolAsync(people);
        await silo.AttendAsync(silo.Session(cohort, 1), people);
        await silo.AttendAsync(silo.Session(cohort, 2), people);
        await cohort.Score([new Score(people[0], true, 60), new Score(people[1], true, 59.9m), new Score(people[2], false, 100)]);

        await cohort.Close("admin");

        Assert.Equal([EnrolmentState.Completed, EnrolmentState.NotCompleted, EnrolmentState.NotCompleted], await cohort.StandingAsync(people));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Late_counts_as_present_and_excused_does_not(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();
        var people = await silo.PeopleAsync("Хоцорсон", "Чөлөөтэй");
        await cohort.EnrolAsync(people);
        foreach (var number in (int[])[1, 2])
        {
            await silo.Session(cohort, number).Correct(
            [
                new Correction(NewId(), people[0], Mark.Late, "зам", "trainer", silo.Clock.Now),
                new Correction(NewId(), people[1], Mark.Excused, "өвчтэй", "trainer", silo.Clock.Now),
            ]);
        }

        await cohort.Close("admin");

        Assert.Equal([EnrolmentState.Completed, EnrolmentState.NotCompleted], await cohort.StandingAsync(people));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_withdrew_waits_or_was_declined_is_settled_neither_way(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan(capacity: 1));
        var present = await silo.PersonAsync();
        await cohort.EnrolAsync(present, "waits");
        await cohort.Apply(Asking("declined"));
        await cohort.Decline("declined");
        await cohort.Apply(Asking("asked"));
        await cohort.Apply(Asking("left"));
        await cohort.Withdraw("left");
        await silo.AttendAsync(silo.Session(cohort), present);

        await cohort.Close("admin");

        Assert.Equal(
            [EnrolmentState.NotCompleted, EnrolmentState.Waitlisted, EnrolmentState.Declined, EnrolmentState.Requested, EnrolmentState.Withdrawn],
            await cohort.StandingAsync(present, "waits", "declined", "asked", "left"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Closing_again_issues_no_second_certificate(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (cohort, person) = await CompletedAsync(silo);
        var first = (await cohort.Get())!;
        var certificate = silo.Grains.GetGrain<ICertificateGrain>(first.Find(person)!.CertificateNumber!);
        var snapshot = await certificate.Get();

        silo.Clock.Advance(TimeSpan.FromDays(30));
        await silo.Forget(cohort);
        Assert.Equal(OperationResult.Done, await cohort.Close("admin"));

        Assert.Equal(snapshot, await certificate.Get());
        Assert.Equal(first.Find(person)!.CertificateNumber, (await cohort.Get())!.Find(person)!.CertificateNumber);
        Assert.Equal(first.ClosedAt, (await cohort.Get())!.ClosedAt);
        Assert.Equal([first.Find(person)!.CertificateNumber!], (await silo.Grains.GetGrain<ITraineeGrain>(person).Get())!.Certificates.AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_certificate_says_what_was_true_when_it_was_issued(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        // 20:00 UTC is the next morning in Ulaanbaatar: that day is on the paper.
        silo.Clock.Now = new DateTimeOffset(2026, 3, 11, 20, 0, 0, TimeSpan.Zero);
        var (cohort, person) = await CompletedAsync(silo, Plan(course: Course(validMonths: 24)));

        var certificate = (await silo.Grains.GetGrain<ICertificateGrain>((await cohort.Get())!.Find(person)!.CertificateNumber!).Get())!;

        Assert.Equal((person, cohort.GetPrimaryKeyString(), 1), (certificate.TraineeId, certificate.CohortId, certificate.Serial));
        var facts = certificate.Facts;
        Assert.Equal("Бат Өлзий", facts.HolderName);
        Assert.Equal(("safety", "Аюулгүй ажиллагаа", "Safety", 1), (facts.CourseCode, facts.CourseTitleMn, facts.CourseTitleEn, facts.CourseVersion));
        Assert.Equal(("Баян-Овоо", "Bayan-Ovoo"), (facts.RegionNameMn, facts.RegionNameEn));
        Assert.Equal((12m, CertificateKind.Completion), (facts.Hours, facts.Kind));
        Assert.Equal((new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 11)), (facts.FirstSession, facts.LastSession));
        Assert.Equal((new DateOnly(2026, 3, 12), (DateOnly?)new DateOnly(2028, 3, 11)), (facts.IssuedOn, facts.ValidUntil));
        Assert.Equal(CertificateStatus.Valid, facts.StatusOn(new DateOnly(2028, 3, 11)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_consent_the_certificate_names_nobody(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (cohort, person) = await CompletedAsync(silo, consents: Consent.Training);

        Assert.Null((await silo.Grains.GetGrain<ICertificateGrain>((await cohort.Get())!.Find(person)!.CertificateNumber!).Get())!.Facts.HolderName);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Corrected_after_closing_and_closed_again_somebody_completes_after_all(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();
        var person = await silo.PersonAsync();
        await cohort.EnrolAsync(person);
        await silo.AttendAsync(silo.Session(cohort, 1), person);
        await cohort.Close("admin");
        Assert.Equal([EnrolmentState.NotCompleted], await cohort.StandingAsync(person));

        await silo.Session(cohort, 2).Correct([new Correction(NewId(), person, Mark.Present, "жагсаалтаас", "admin", silo.Clock.Now)]);
        await cohort.Close("admin");

        Assert.Equal([EnrolmentState.Completed], await cohort.StandingAsync(person));
        Assert.Single((await silo.Grains.GetGrain<ITraineeGrain>(person).Get())!.Certificates);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_check_in_that_is_under_way_while_the_cohort_closes_is_held_for_review_and_not_missed(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();
        var people = await silo.PeopleAsync("Ирсэн", "Хоцорсон");
        await cohort.EnrolAsync(people);
        var session = silo.Session(cohort);
        await silo.AttendAsync(session, people[0]);

        // The session has looked at its frame and asks where the person stands, when the cohort closes. It asks with a message only while the cohort sleeps.
        await silo.Forget(cohort);
        var asks = silo.Held.Next(cohort.GetPrimaryKeyString(), "Standing");
        var scanned = silo.SendAsync(session, session.Tick(people[1], silo.Clock.Now));
        await asks.Arrived;
        await cohort.Close("admin");
        asks.Release();

        Assert.Equal(Learning.Domain.Checkin.ScanEffect.Review, (await scanned).Effect);
        Assert.Equal(["late"], (await session.MarkAsync(people[1]))!.Flags.AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_imported_training_is_settled_without_certificates_also_when_it_is_closed_again(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var people = await silo.PeopleAsync("Бүтэн", "Хагас");
        var cohort = silo.Grains.GetGrain<Learning.Contracts.Cohorts.ICohortGrain>(NewId());
        var facts = Asking("").Facts;
        var training = new ImportedTraining("imp-1", "sheets-2017.csv", Plan(),
        [
            new ImportedPerson("r1", people[0], facts, [1, 2], 40, 80),
            new ImportedPerson("r2", people[1], facts, [2], null, null),
        ]);

        Assert.Equal(OperationResult.Done, await cohort.Import(training));
        Assert.Equal(OperationResult.Done, await cohort.Import(training));
        Assert.Equal("import.already", (await cohort.Import(training with { ImportId = "imp-2" })).Code);
        Assert.Equal(OperationResult.Done, await cohort.Close("admin"));

        var closed = (await cohort.Get())!;
        Assert.Equal(CohortState.Closed, closed.State);
        Assert.Equal([EnrolmentState.Completed, EnrolmentState.NotCompleted], await cohort.StandingAsync(people));
        Assert.Equal([12m, 6m], people.Select(id => closed.Find(id)!.HoursAttended!.Value));
        Assert.All(closed.Roster, e => Assert.Null(e.CertificateNumber));
        Assert.Empty((await silo.Grains.GetGrain<ITraineeGrain>(people[0]).Get())!.Certificates);
        Assert.Equal((1, 2), ((await silo.Session(cohort, 1).Attended()).Length, (await silo.Session(cohort, 2).Attended()).Length));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_undone_import_leaves_no_mark_and_can_be_imported_again(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var person = await silo.PersonAsync();
        var cohort = silo.Grains.GetGrain<Learning.Contracts.Cohorts.ICohortGrain>(NewId());
        var training = new ImportedTraining("imp-1", "a.csv", Plan(), [new ImportedPerson("r1", person, Asking("").Facts, [1, 2], null, null)]);
        await cohort.Import(training);

        Assert.Equal("cohort.unknown", (await cohort.UndoImport("another")).Code);
        Assert.Equal(OperationResult.Done, await cohort.UndoImport("imp-1"));
        Assert.Equal(OperationResult.Done, await cohort.UndoImport("imp-1"));
        Assert.Equal(CohortState.Cancelled, (await cohort.Get())!.State);
        Assert.Empty(await silo.Session(cohort, 1).Attended());

        Assert.Equal(OperationResult.Done, await cohort.Import(training with { ImportId = "imp-2" }));
        Assert.Equal(CohortState.Closed, (await cohort.Get())!.State);
        Assert.Equal([person], (await silo.Session(cohort, 2).Attended()).AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cohort_planned_here_is_never_overwritten_by_an_import(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();
        Assert.Equal("cohort.exists", (await cohort.Import(new ImportedTraining("imp-1", "a.csv", Plan(), ImmutableArray<ImportedPerson>.Empty))).Code);
    }

    private static async Task<(Learning.Contracts.Cohorts.ICohortGrain Cohort, string Person)> CompletedAsync(
        TestSilo silo, CohortPlan? plan = null, Consent consents = Consent.Training | Consent.Certificate)
    {
        var cohort = await silo.CohortAsync(plan);
        var person = await silo.PersonAsync(consents: consents);
        await cohort.EnrolAsync(person);
        await silo.AttendAsync(silo.Session(cohort, 1), person);
        await silo.AttendAsync(silo.Session(cohort, 2), person);
        Assert.Equal(OperationResult.Done, await cohort.Close("admin"));
        return (cohort, person);
    }
}
