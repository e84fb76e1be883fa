using Learning.Domain.Identity;
using Learning.Domain.Trainees;

namespace Learning.Tests.Identity;

public sealed class IdentityMatchTests
{
    private static readonly PersonEvidence Form = Evidence("Бат", register: "УБ92031845", phone: "99112233", sex: Sex.Male, year: 1992);

    [Fact]
    public void Nobody_found_is_somebody_new() => Assert.Equal(MatchOutcome.New, IdentityMatch.Decide(Form, []).Outcome);

    [Fact]
    public void The_holder_of_the_register_number_is_the_person_and_another_holder_of_the_phone_is_told()
    {
        var decision = IdentityMatch.Decide(Form,
        [
            Candidate("p2", Evidence("Bat", phone: "99112233"), register: false),
            Candidate("p1", Evidence("Бат", register: "УБ92031845"), register: true),
        ]);
        Assert.Equal((MatchOutcome.Matched, "p1"), (decision.Outcome, decision.PersonId));
        Assert.Equal(["p1", "p2"], decision.Reasons.Select(r => r.PersonId));
    }

    [Fact]
    public void The_one_holder_of_phone_and_name_is_the_person() =>
        Assert.Equal("p1", IdentityMatch.Decide(Form, [Candidate("p1", Evidence("Bat", phone: "99112233", year: 1991), register: false)]).PersonId);

    [Theory]
    [InlineData(Sex.Female, 1992, "Бат", Contradiction.OtherSex)]
    [InlineData(Sex.Male, 1990, "Бат", Contradiction.OtherBirthYear)]
    [InlineData(Sex.NotStated, null, "Сарнай", Contradiction.OtherName)]
    public void The_register_number_of_somebody_who_cannot_be_the_person_is_a_conflict(Sex sex, int? year, string name, Contradiction why)
    {
        var decision = IdentityMatch.Decide(Form, [Candidate("p1", Evidence(name, register: "УБ92031845", sex: sex, year: year), register: true)]);
        Assert.Equal(MatchOutcome.Conflict, decision.Outcome);
        Assert.Null(decision.PersonId);
        Assert.Equal(why, decision.Reasons[0].Against);
    }

    [Fact]
    public void A_namesake_on_the_family_s_phone_is_somebody_else() =>
        Assert.Equal(MatchOutcome.New, IdentityMatch.Decide(Form, [Candidate("p1", Evidence("Бат", phone: "99112233", year: 1960), register: false)]).Outcome);

    [Fact]
    public void Two_who_fit_alike_are_a_conflict() =>
        Assert.Equal(MatchOutcome.Conflict, IdentityMatch.Decide(Form,
        [
            Candidate("p1", Evidence("Бат", phone: "99112233"), register: false),
            Candidate("p2", Evidence("Бат", phone: "99112233"), register: false),
        ]).Outcome);

    [Fact]
    public void Other_and_not_stated_are_kept_apart_and_unknown_contradicts_nothing()
    {
        Assert.Equal(Contradiction.OtherSex, Contradictions.Between(Evidence("Бат", sex: Sex.Other), Evidence("Бат", sex: Sex.Male)));
        Assert.Equal(Contradiction.None, Contradictions.Between(Evidence("Бат"), Form));
        Assert.Equal(Contradiction.OtherRegisterNumber | Contradiction.OtherSex | Contradiction.OtherBirthYear | Contradiction.OtherName,
            Contradictions.Between(Evidence("Сарнай", register: "ТӨ01231299", sex: Sex.Female, year: 2001), Form));
    }

    private static PersonEvidence Evidence(string name, string? register = null, string? phone = null, Sex sex = Sex.NotStated, int? year = null) =>
        IdentityResolutionTests.Row("", "", name, register, phone, sex, year).Evidence;

    private static MatchCandidate Candidate(string id, PersonEvidence evidence, bool register) =>
        new(id, evidence, [register ? IdentityKeys.OfRegister(evidence)! : IdentityKeys.OfPhone(evidence)!]);
}
