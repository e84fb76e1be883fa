using System.Data.Common;
using Learning.Silo.Storage;

namespace Learning.Web.Accounts.Administration;

/// <summary>How many can administer.</summary>
internal static class Administrators
{
    /// <summary>Counts accounts that are administrators and not disabled.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="exceptId">An account that doesn't count, or nothing.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<long> CountAsync(DbConnection connection, string exceptId, CancellationToken cancel) => (await connection.RowsAsync(
        $"SELECT count(*) FROM users WHERE NOT disabled AND id <> @except AND ',' || roles || ',' LIKE '%,{Roles.Administrator},%'",
        [("except", exceptId)], row => row.GetInt64(0), cancel))[0];
}
