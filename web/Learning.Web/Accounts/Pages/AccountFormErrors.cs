using Learning.Web.Accounts.Administration;
using Learning.Web.Kit.Forms;

namespace Learning.Web.Accounts.Pages;

/// <summary>The errors of a change to accounts under the names that the forms' fields have.</summary>
public static class AccountFormErrors
{
    /// <summary>Of an outcome.</summary>
    /// <param name="outcome">What came of the change.</param>
    public static FormErrors Of(AccountOutcome outcome) => FormErrors.From(outcome.Errors.Select(error => KeyValuePair.Create(
        error.Key switch { "userName" => "UserName", "displayName" => "DisplayName", "roles" => "Role", "disabled" => "Disabled", "trainee" => "Trainee", _ => "Password" },
        error.Value)));
}
