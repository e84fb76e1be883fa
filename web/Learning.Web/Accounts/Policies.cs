using Learning.Web.Accounts.SignIn;
using Microsoft.AspNetCore.Authorization;

namespace Learning.Web.Accounts;

/// <summary>Names of the authorization policies: what kind of thing a role may do. Ownership is checked besides, by <see cref="Caller"/>.</summary>
public static class Policies
{
    /// <summary>Accounts, audit, the Orleans dashboard: administrators.</summary>
    public const string Administrator = "administrator";

    /// <summary>Plan, open, close cohorts and their rosters: administrators.</summary>
    public const string ManageCohorts = "manageCohorts";

    /// <summary>People of all cohorts: administrators, managers.</summary>
    public const string ReadPeople = "readPeople";

    /// <summary>Reach, reports, exports: administrators, managers.</summary>
    public const string Reach = "reach";

    /// <summary>Anybody with an account; trainers see their own cohorts only.</summary>
    public const string Staff = "staff";

    /// <summary>The trainee's own pages, opened by badge and PIN.</summary>
    public const string Trainee = "trainee";

    /// <summary>Data of one person: staff as their role allows, or the trainee whose it is. Whose it is has to be checked by the call.</summary>
    public const string OwnOrStaff = "ownOrStaff";

    /// <summary>Registers all of them.</summary>
    /// <param name="authorization">The builder.</param>
    public static AuthorizationBuilder AddLearningPolicies(this AuthorizationBuilder authorization) => authorization
        .AddPolicy(Administrator, policy => policy.RequireRole(Roles.Administrator))
        .AddPolicy(ManageCohorts, policy => policy.RequireRole(Roles.Administrator))
        .AddPolicy(ReadPeople, policy => policy.RequireRole(Roles.Administrator, Roles.Manager))
        .AddPolicy(Reach, policy => policy.RequireRole(Roles.Administrator, Roles.Manager))
        .AddPolicy(Staff, policy => policy.RequireRole([.. Roles.OfAccounts]))
        // The scheme is named, because a trainer who opens a trainee's page on the same phone has a cookie of each.
        .AddPolicy(Trainee, policy => policy.AddAuthenticationSchemes(Schemes.Trainee).RequireRole(Roles.Trainee))
        .AddPolicy(OwnOrStaff, policy => policy.AddAuthenticationSchemes(Schemes.Trainee, Schemes.Chosen).RequireRole([Roles.Trainee, .. Roles.OfAccounts]));
}
