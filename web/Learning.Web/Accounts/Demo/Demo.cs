namespace Learning.Web.Accounts.Demo;

/// <summary>The demo mode of this process, for whoever loads content or writes the first page.</summary>
/// <param name="Mode">As <see cref="DemoRule"/> decided.</param>
public sealed record Demo(DemoMode Mode)
{
    /// <summary>Whether the demo accounts can sign in.</summary>
    public bool HasAccounts => Mode is DemoMode.Accounts or DemoMode.Full;

    /// <summary>Whether the kept sign-in sheets are loaded.</summary>
    public bool HasSheets => Mode is DemoMode.Full;
}
