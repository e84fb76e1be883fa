namespace Learning.Web.Accounts.Demo;

/// <summary>What demo content an installation has. Setting <c>LEARNING_DEMO</c>, its values in lower case.</summary>
public enum DemoMode
{
    /// <summary>None; starting is refused while a demo account could sign in.</summary>
    Off,

    /// <summary>None, and demo accounts of earlier starts are disabled for good: the way out of demo mode.</summary>
    Retire,

    /// <summary>Demo accounts.</summary>
    Accounts,

    /// <summary>Demo accounts and the kept sign-in sheets.</summary>
    Full,
}
