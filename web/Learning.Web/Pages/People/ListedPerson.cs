using Learning.Silo.ReadModel;

namespace Learning.Web.Pages.PeoplePages;

/// <summary>A person in the list of people.</summary>
/// <param name="Row">Who.</param>
/// <param name="Organisation">Where they belong; <see langword="null"/> for nowhere.</param>
/// <param name="Participations">Cohorts in which they have at least one present or late mark; called-off ones left out.</param>
public sealed record ListedPerson(PersonRow Row, OrganisationRow? Organisation, int Participations)
{
    /// <summary>Patronymic and given name.</summary>
    public string Name => Row.Patronymic.Length == 0 ? Row.GivenName : $"{Row.Patronymic} {Row.GivenName}";
}
