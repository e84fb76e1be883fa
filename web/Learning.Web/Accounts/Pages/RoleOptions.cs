using Learning.Web.Kit.Forms;
using Learning.Web.Words;

namespace Learning.Web.Accounts.Pages;

/// <summary>The roles as choices of a form.</summary>
public static class RoleOptions
{
    /// <summary>All that an account can have, with what each may do.</summary>
    /// <param name="words">The words.</param>
    public static IReadOnlyList<Option> All(IWords words) =>
        [.. Roles.OfAccounts.Select(role => new Option(role, words[$"role.{role}"], words[$"accounts.role.{role}"]))];
}
