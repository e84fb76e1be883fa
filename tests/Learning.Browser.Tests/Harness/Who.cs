namespace Learning.Browser.Tests.Harness;

/// <summary>Who sits at a browser. Names of accounts are those of demo mode.</summary>
public static class Who
{
    public const string Anyone = "";

    public const string Administrator = "admin";

    public const string Manager = "manager";

    public const string Trainer = "trainer";

    /// <summary>A trainer who has no cohort.</summary>
    public const string OtherTrainer = "trainer2";

    /// <summary>The trainee of <see cref="SampleWorld"/>.</summary>
    public const string Trainee = "trainee";
}
