using Learning.Domain.Badges;
using Learning.Domain.Trainees;
using Learning.Silo.ReadModel;

namespace Learning.Web.Api.Trainees;

/// <summary>A person in a list.</summary>
/// <param name="Id">Trainee id.</param>
/// <param name="Name">Patronymic and given name.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="Patronymic">Patronymic or its initial.</param>
/// <param name="Sex">As stated.</param>
/// <param name="BirthYear">0 when unknown.</param>
/// <param name="RegisterEnding">Last two digits of the register number.</param>
/// <param name="Phone">Eight digits.</param>
/// <param name="HomeRegion">P-code.</param>
/// <param name="Organisation">Organisation code.</param>
/// <param name="ShortCode">Of the badge in force.</param>
public sealed record TraineeListItem(
    string Id, string Name, string GivenName, string Patronymic, Sex Sex, int BirthYear, string? RegisterEnding, string? Phone, string? HomeRegion,
    string? Organisation, string? ShortCode)
{
    /// <summary>A person as listed.</summary>
    /// <param name="row">Their row.</param>
    public static TraineeListItem Of(PersonRow row) => new(
        row.TraineeId, row.Patronymic.Length == 0 ? row.GivenName : $"{row.Patronymic} {row.GivenName}", row.GivenName, row.Patronymic, row.Sex, row.BirthYear,
        row.RegisterEnding, row.Phone, row.HomeRegion, row.Organisation, row.ShortCode is null ? null : Domain.Badges.ShortCode.Printed(row.ShortCode));
}
