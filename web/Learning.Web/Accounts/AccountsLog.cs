namespace Learning.Web.Accounts;

/// <summary>What accounts say in the log.</summary>
internal static partial class AccountsLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no administrator, so nobody can sign in to administer. Set {UserSetting} and {PasswordSetting} and start again.")]
    public static partial void NoAdministrator(this ILogger log, string userSetting, string passwordSetting);

    [LoggerMessage(Level = LogLevel.Information, Message = "Made the first administrator, {UserName}. The password may be removed from the settings now.")]
    public static partial void FirstAdministrator(this ILogger log, string userName);

    [LoggerMessage(Level = LogLevel.Information, Message = "Disabled {Count} demo accounts.")]
    public static partial void DemoRetired(this ILogger log, int count);
}
