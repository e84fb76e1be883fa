using Learning.Web.Accounts;

namespace Learning.Web.Pages.PeoplePages;

/// <summary>Who may change what the record pages show; all who may open them may read.</summary>
public static class PeopleRights
{
    /// <summary>Register and correct people, hand out badges, PINs and certificates, import sheets: administrators, as in the API.</summary>
    /// <param name="caller">Who asks.</param>
    public static bool MayKeepRecords(this Caller caller) => caller.IsAdministrator;
}
