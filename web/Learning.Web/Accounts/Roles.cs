namespace Learning.Web.Accounts;

/// <summary>The roles of http-api.md. A role says what kind of thing one may do; ownership is checked besides.</summary>
public static class Roles
{
    /// <summary>Courses, cohorts, rosters, people, accounts.</summary>
    public const string Administrator = "administrator";

    /// <summary>Reach, donors, exports; reads cohorts and people.</summary>
    public const string Manager = "manager";

    /// <summary>Own cohorts only.</summary>
    public const string Trainer = "trainer";

    /// <summary>Own data only.</summary>
    public const string Trainee = "trainee";

    /// <summary>What an account can have; trainees have no account, see <see cref="SignIn.TraineeSignIn"/>.</summary>
    public static IReadOnlyList<string> OfAccounts { get; } = [Administrator, Manager, Trainer];
}
