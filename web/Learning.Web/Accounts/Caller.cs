using System.Collections.Immutable;
using System.Security.Claims;

namespace Learning.Web.Accounts;

/// <summary>Who calls, as rules about ownership need it.</summary>
/// <param name="UserName">Of the account, or <see langword="null"/>: a trainee, a phone or anyone.</param>
/// <param name="Roles">See <see cref="Accounts.Roles"/>.</param>
/// <param name="TraineeId">The trainee whose own page is open, if any.</param>
/// <param name="DeviceId">The phone that shows its sync grant, if any.</param>
public sealed record Caller(string? UserName, ImmutableHashSet<string> Roles, string? TraineeId, string? DeviceId)
{
    /// <summary>The audit log's word for those who are not signed in.</summary>
    public const string Anyone = "anyone";

    /// <summary>See <see cref="Roles.Administrator"/>.</summary>
    public bool IsAdministrator => Roles.Contains(Accounts.Roles.Administrator);

    /// <summary>See <see cref="Roles.Manager"/>.</summary>
    public bool IsManager => Roles.Contains(Accounts.Roles.Manager);

    /// <summary>See <see cref="Roles.Trainer"/>.</summary>
    public bool IsTrainer => Roles.Contains(Accounts.Roles.Trainer);

    /// <summary>As the audit log names them: a user name, <c>trainee:id</c>, <c>device:id</c> or <see cref="Anyone"/>.</summary>
    public string Actor =>
        UserName ?? (TraineeId is not null ? $"trainee:{TraineeId}" : DeviceId is not null ? $"device:{DeviceId}" : Anyone);

    /// <summary>Reads the claims of whoever is authenticated; of others nothing is believed.</summary>
    /// <param name="principal">The request's user.</param>
    public static Caller Of(ClaimsPrincipal principal)
    {
        var claims = principal.Identities.Where(identity => identity.IsAuthenticated).SelectMany(identity => identity.Claims).ToList();
        string? First(string type) => claims.Find(claim => claim.Type == type)?.Value;
        return new(
            First(ClaimTypes.Name),
            [.. claims.Where(claim => claim.Type == ClaimTypes.Role).Select(role => role.Value)],
            First(AccountClaims.TraineeId),
            First(AccountClaims.DeviceId));
    }
}
