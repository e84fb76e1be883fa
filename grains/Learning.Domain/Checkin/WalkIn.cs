namespace Learning.Domain.Checkin;

/// <summary>The three fields by which a trainer registers somebody on the spot, offline, in under 30 seconds.</summary>
/// <param name="GivenName">Given name.</param>
/// <param name="Patronymic">Patronymic or its initial.</param>
/// <param name="Phone">Phone number, or empty.</param>
public sealed record WalkIn(string? GivenName, string? Patronymic, string? Phone)
{
    /// <summary>Patronymic and given name, as written.</summary>
    public string DisplayName() => $"{Patronymic} {GivenName}".Trim();
}
