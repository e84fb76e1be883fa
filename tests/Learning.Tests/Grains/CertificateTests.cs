using Learning.Contracts.Certificates;
using Learning.Contracts.Trainees;
using Learning.Domain.Certificates;
using Learning.Domain.Ids;
using Learning.Domain.Trainees;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

[Collection(GrainCollection.Name)]
public sealed class CertificateTests(GrainFixture fixture)
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_number_never_issued_is_unknown(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var none = silo.Grains.GetGrain<ICertificateGrain>(NewId());

        Assert.Null(await none.Get());
        Assert.Equal("certificate.unknown", (await none.Revoke("x")).Code);
        Assert.Equal("certificate.unknown", (await none.Reissue()).Result.Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Revoked_stays_revoked_with_the_first_reason_and_is_not_reissued(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (certificate, _) = await IssuedAsync(silo);

        Assert.Equal(OperationResult.Done, await certificate.Revoke("Хуурамч шалгалт"));
        silo.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(OperationResult.Done, await certificate.Revoke("again"));

        await silo.Forget(certificate);
        var facts = (await certificate.Get())!.Facts;
        Assert.Equal(("Хуурамч шалгалт", (DateOnly?)Today), (facts.RevokedReason, facts.RevokedOn));
        Assert.Equal(CertificateStatus.Revoked, facts.StatusOn(Today));
        Assert.Equal("certificate.revoked", (await certificate.Reissue()).Result.Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reissued_certificate_bears_the_name_as_it_is_now_and_the_old_one_leads_to_it(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (certificate, person) = await IssuedAsync(silo);
        var old = (await certificate.Get())!;
        var trainee = silo.Grains.GetGrain<ITraineeGrain>(person);
        await trainee.Update((await trainee.Get())!.Profile with { GivenName = "Өлзийсайхан" });
        silo.Clock.Advance(TimeSpan.FromDays(2));

        var answer = await certificate.Reissue();
        var again = await certificate.Reissue();

        Assert.Equal((OperationResult.Done, answer.Number), (again.Result, again.Number));
        var before = (await certificate.Get())!.Facts;
        Assert.Equal((CertificateStatus.Superseded, answer.Number, "Бат Өлзий"), (before.StatusOn(Today.AddDays(2)), before.SupersededBy, before.HolderName));
        Assert.Equal("certificate.superseded", (await certificate.Revoke("x")).Code);
        var after = (await silo.Grains.GetGrain<ICertificateGrain>(answer.Number!).Get())!;
        Assert.Equal(
            old with { Serial = 2, Facts = old.Facts with { Number = answer.Number!, HolderName = "Бат Өлзийсайхан", IssuedOn = Today.AddDays(2), Supersedes = old.Facts.Number } },
            after);
        Assert.Equal([old.Facts.Number, answer.Number!], (await trainee.Get())!.Certificates.AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_chain_of_reissues_ends_in_one_valid_certificate(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (first, person) = await IssuedAsync(silo);
        var second = silo.Grains.GetGrain<ICertificateGrain>((await first.Reissue()).Number!);
        var third = silo.Grains.GetGrain<ICertificateGrain>((await second.Reissue()).Number!);

        // Asked again, the first still answers with its own successor, and nothing new is made.
        Assert.Equal((await second.Get())!.Facts.Number, (await first.Reissue()).Number);

        ICertificateGrain[] chain = [first, second, third];
        var facts = (await Task.WhenAll(chain.Select(c => c.Get()))).Select(c => c!.Facts).ToList();
        Assert.Equal([CertificateStatus.Superseded, CertificateStatus.Superseded, CertificateStatus.Valid], facts.Select(f => f.StatusOn(Today)));
        Assert.Equal([null, facts[0].Number, facts[1].Number], facts.Select(f => f.Supersedes));
        Assert.Equal([facts[1].Number, facts[2].Number, null], facts.Select(f => f.SupersededBy));
        Assert.Equal(3, (await silo.Grains.GetGrain<ITraineeGrain>(person).Get())!.Certificates.Length);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Consent_withdrawn_before_a_reissue_takes_the_name_off_the_new_one(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (certificate, person) = await IssuedAsync(silo);
        var trainee = silo.Grains.GetGrain<ITraineeGrain>(person);
        await trainee.Update((await trainee.Get())!.Profile with { Consents = Consent.Training });

        var answer = await certificate.Reissue();

        Assert.Null((await silo.Grains.GetGrain<ICertificateGrain>(answer.Number!).Get())!.Facts.HolderName);
    }

    private static async Task<(ICertificateGrain Certificate, string Person)> IssuedAsync(TestSilo silo)
    {
        var cohort = await silo.CohortAsync(Plan() with { Sessions = [new(1, Day, 6)] });
        var person = await silo.PersonAsync();
        await cohort.EnrolAsync(person);
        await silo.AttendAsync(silo.Session(cohort), person);
        await cohort.Close("admin");
        return (silo.Grains.GetGrain<ICertificateGrain>((await cohort.Get())!.Find(person)!.CertificateNumber!), person);
    }
}
