using Learning.Domain.Identity;
using Learning.Domain.Trainees;

namespace Learning.Tests.Identity;

public sealed class IdentityResolutionTests
{
    [Fact]
    public void The_same_register_number_is_one_person_whatever_the_spelling()
    {
        var people = IdentityResolution.Resolve(
        [
            Row("a", "S1", "Өнөрцэцэг", register: "УБ92031845", patronymic: "Д."),
            Row("b", "S2", "UNURTSETSEG", register: "уб 92031845", patronymic: "Dorj"),
            Row("c", "S3", "Өнөрцэцэг", register: "УБ92031845", patronymic: "Доржийн", sex: Sex.Female),
        ]).People;

        var one = Assert.Single(people);
        Assert.Equal("a b c", string.Join(' ', one.Rows));
        Assert.Equal("Өнөрцэцэг", one.Profile.GivenName);
        Assert.Equal("Доржийн", one.Profile.Patronymic);
        Assert.Equal(Sex.Female, one.Profile.Sex);
        Assert.True(one.IsNew);
    }

    [Fact]
    public void A_chain_of_rows_joins_what_no_two_rows_would()
    {
        var people = IdentityResolution.Resolve(
        [
            Row("a", "S1", "Бат", register: "УБ92031845"),
            Row("b", "S2", "Бат", register: "УБ92031845", phone: "99112233"),
            Row("c", "S3", "Bat", phone: "99112233"),
        ]);
        Assert.Single(people.People);
        Assert.Equal(2, people.People[0].Claims.Length);
    }

    [Fact]
    public void A_family_on_one_phone_stays_a_family()
    {
        var people = IdentityResolution.Resolve(
        [
            Row("a", "S1", "Бат", phone: "99112233"),
            Row("b", "S1", "Сарнай", phone: "99112233"),
            Row("c", "S2", "Сарнай", phone: "99112233"),
        ]);
        Assert.Equal(2, people.People.Length);
        Assert.Empty(people.Conflicts);
        Assert.Equal(people.ByRow["b"], people.ByRow["c"]);
    }

    [Fact]
    public void The_office_s_phone_in_every_row_makes_nobody_of_two_namesakes()
    {
        string[] names = ["Бат", "Сарнай", "Дорж", "Болд", "Тулга", "Хулан", "Номин", "Бат"];
        var people = IdentityResolution.Resolve([.. names.Select((n, i) => Row($"r{i}", $"S{i}", n, phone: "70112233"))]);
        Assert.Equal(8, people.People.Length);
        // With one name fewer it may still be a family's.
        Assert.Equal(6, IdentityResolution.Resolve([.. names.Skip(1).Append("Дорж").Select((n, i) => Row($"r{i}", $"S{i}", n, phone: "70112233")).Where(r => r.Key != "r4")]).People.Length);
    }

    [Theory]
    [InlineData("register", Contradiction.OtherRegisterNumber)]
    [InlineData("sex", Contradiction.OtherSex)]
    [InlineData("year", Contradiction.OtherBirthYear)]
    public void A_contradiction_keeps_namesakes_on_one_phone_apart_and_a_row_that_fits_both_stays_alone(string what, Contradiction why)
    {
        var people = IdentityResolution.Resolve(
        [
            Row("a", "S1", "Бат", phone: "99112233", register: what == "register" ? "УБ92031845" : null, sex: what == "sex" ? Sex.Male : Sex.NotStated, year: what == "year" ? 1960 : null),
            Row("b", "S2", "Бат", phone: "99112233", register: what == "register" ? "ТӨ92050500" : null, sex: what == "sex" ? Sex.Female : Sex.NotStated, year: what == "year" ? 1962 : null),
            Row("c", "S3", "Бат", phone: "99112233"),
        ]);
        Assert.Equal(3, people.People.Length);
        var conflict = Assert.Single(people.Conflicts);
        Assert.Equal(3, conflict.People.Length);
        Assert.Equal(why, conflict.Why);
        Assert.Single(people.People, p => p.Claims.Contains(conflict.Key));
    }

    [Fact]
    public void Birth_years_one_apart_are_one_person_and_the_commoner_one_is_kept()
    {
        var one = Assert.Single(IdentityResolution.Resolve(
        [
            Row("a", "S1", "Бат", register: "УБ92031845", year: 1991),
            Row("b", "S2", "Бат", register: "УБ92031845", year: 1992),
            Row("c", "S3", "Бат", register: "УБ92031845", year: 1992),
        ]).People);
        Assert.Equal(1992, one.Profile.BirthYear);
    }

    [Fact]
    public void A_number_copied_into_another_person_s_row_does_not_join_them()
    {
        var onOneSheet = IdentityResolution.Resolve([Row("a", "S1", "Бат", register: "УБ92031845"), Row("b", "S1", "Батаа", register: "УБ92031845")]);
        Assert.Equal(2, onOneSheet.People.Length);
        Assert.Equal(Contradiction.SameSheet, onOneSheet.Conflicts[0].Why);

        var onTwo = IdentityResolution.Resolve([Row("a", "S1", "Бат", register: "УБ92031845"), Row("b", "S2", "Чулуунхүү", register: "УБ92031845")]);
        Assert.Equal(2, onTwo.People.Length);
        Assert.Equal(Contradiction.OtherName, onTwo.Conflicts[0].Why);
    }

    [Fact]
    public void A_row_written_twice_on_one_sheet_is_one_person()
    {
        Assert.Single(IdentityResolution.Resolve(
        [
            Row("a", "S1", "Бат", register: "УБ92031845", patronymic: "Дорж"),
            Row("b", "S1", "БАТ", register: "УБ92031845", patronymic: "Доржийн"),
        ]).People);
    }

    [Fact]
    public void Given_name_and_patronymic_swapped_are_still_one_person() =>
        Assert.Single(IdentityResolution.Resolve(
        [
            Row("a", "S1", "Чулуунхүү", register: "УБ92031845", patronymic: "Дорж"),
            Row("b", "S2", "Дорж", register: "УБ92031845", patronymic: "Чулуунхүү"),
        ]).People);

    [Fact]
    public void A_spelling_slip_loses_against_the_common_spelling()
    {
        var people = IdentityResolution.Resolve(
        [
            Row("a", "S1", "Сранай", register: "УБ92031845"),
            Row("b", "S2", "САРНАЙ", register: "УБ92031845"),
            Row("c", "S3", "Сарнай", register: "ТӨ92050500"),
        ]);
        Assert.All(people.People, p => Assert.Equal("Сарнай", p.Profile.GivenName));
    }

    [Fact]
    public void Home_and_organisation_are_those_of_the_latest_row_that_states_them()
    {
        var row = Row("a", "S1", "Бат", register: "УБ92031845");
        var one = Assert.Single(IdentityResolution.Resolve(
        [
            row with { Key = "a", Sheet = "S1", On = new DateOnly(2019, 5, 1), Evidence = row.Evidence with { HomeRegion = "MN6416" } },
            row with { Key = "b", Sheet = "S2", On = new DateOnly(2018, 5, 1), Evidence = row.Evidence with { HomeRegion = "MN4137", Organisation = "NUH-039" } },
        ]).People);
        Assert.Equal("MN6416", one.Profile.HomeRegion);
        Assert.Equal("NUH-039", one.Profile.Organisation);
    }

    [Fact]
    public void A_known_person_gets_the_rows_that_fit_and_keeps_their_id()
    {
        var before = IdentityResolution.Resolve([Row("a", "S1", "Бат", register: "УБ92031845", phone: "99112233", sex: Sex.Male)]).People[0];
        var known = Known(before);
        var after = IdentityResolution.Resolve(
        [
            Row("b", "S2", "Bat", phone: "99112233"),
            Row("c", "S3", "Бат", register: "УБ92031845", sex: Sex.Female),
            Row("d", "S4", "Дорж"),
        ], known);

        Assert.Equal(before.Id, after.ByRow["b"]);
        Assert.NotEqual(before.Id, after.ByRow["c"]);
        Assert.Equal([false, true, true], after.People.Select(p => p.IsNew));
        Assert.All(after.People, p => Assert.Empty(p.Claims));
        Assert.Equal(Contradiction.OtherSex, Assert.Single(after.Conflicts).Why);
    }

    [Fact]
    public void A_row_that_two_known_people_could_be_goes_to_the_holder_of_the_register_number_or_to_neither()
    {
        var one = IdentityResolution.Resolve([Row("a", "S1", "Бат", register: "УБ92031845")]).People[0];
        var two = IdentityResolution.Resolve([Row("b", "S2", "Бат", phone: "99112233")]).People[0];
        var known = Known(one, two);

        var withNumber = IdentityResolution.Resolve([Row("c", "S3", "Бат", register: "УБ92031845", phone: "99112233")], known);
        Assert.Equal(one.Id, withNumber.ByRow["c"]);
        Assert.Contains(withNumber.Conflicts, c => c.People.SequenceEqual(new[] { one.Id, two.Id }.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_row_taken_in_before_stays_whose_it_was_even_if_their_profile_was_corrected_since()
    {
        var row = Row("a", "S1", "Бат", register: "УБ92031845", sex: Sex.Male);
        var before = IdentityResolution.Resolve([row]).People[0];
        var corrected = Known(before with { Profile = before.Profile with { Sex = Sex.Female } }) with { HolderByRow = new Dictionary<string, string> { ["a"] = before.Id } };

        var again = Assert.Single(IdentityResolution.Resolve([row], corrected).People);
        Assert.Equal(before.Id, again.Id);
        Assert.False(again.IsNew);
    }

    [Fact]
    public void A_repeat_makes_the_same_new_ids()
    {
        IdentityRow[] rows = [Row("a", "S1", "Бат"), Row("b", "S2", "Бат"), Row("c", "S3", "Дорж", register: "УБ92031845")];
        var once = IdentityResolution.Resolve(rows);
        var twice = IdentityResolution.Resolve(rows);
        Assert.Equal(once.People.Select(p => p.Id), twice.People.Select(p => p.Id));
        Assert.Equal(3, once.People.Select(p => p.Id).Distinct().Count());
        Assert.All(once.People, p => Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", p.Id));
    }

    [Fact]
    public void A_row_id_that_is_there_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => IdentityResolution.Resolve([Row("a", "S1", "Бат"), Row("a", "S2", "Бат")]));

    [Fact]
    public void A_number_filled_in_everywhere_joins_nobody_and_costs_no_time()
    {
        var rows = Enumerable.Range(0, 5_000).Select(i => Row($"r{i:D5}", "S" + (i % 50), "Бат", phone: "99112233", register: $"УБ{i / 100 % 100:D2}0101{i % 100:D2}")).ToList();
        var people = IdentityResolution.Resolve(rows);
        // 5,000 different register numbers on one phone and name.
        Assert.Equal(5_000, people.People.Length);
        Assert.Single(people.Conflicts);
    }

    internal static IdentityRow Row(
        string key, string sheet, string name, string? register = null, string? phone = null, Sex sex = Sex.NotStated, int? year = null, string patronymic = "") =>
        new(key, sheet, null, new PersonEvidence
        {
            GivenName = name,
            Patronymic = patronymic,
            Register = RegisterNumber.Parse(register, SignInSheets.Secret)?.Number,
            Phone = PhoneNumber.Parse(phone, SignInSheets.Secret),
            Sex = sex,
            BirthYear = year,
        });

    private static KnownPeople Known(params ResolvedPerson[] people) => new()
    {
        HolderByKey = people.SelectMany(p => p.Claims.Select(k => (k, p.Id))).ToDictionary(k => k.k, k => k.Id),
        ById = people.ToDictionary(p => p.Id, p => p.Profile),
    };
}
