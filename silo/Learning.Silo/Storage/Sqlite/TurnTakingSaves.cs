using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Learning.Silo.Storage.Sqlite;

/// <summary>Gives EF Core contexts connections that take turns, and a transaction for every save.</summary>
/// <param name="source">Where the turns come from.</param>
internal sealed class TurnTakingSaves(GatheringSqliteDataSource source) : SaveChangesInterceptor, IDbConnectionInterceptor
{
    public InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(source.CreateTurnTakingConnection());

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        AlwaysInTransaction(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        AlwaysInTransaction(eventData);
        return ValueTask.FromResult(result);
    }

    // EF leaves it out for a single statement, and the turn hangs on the transaction.
    private static void AlwaysInTransaction(DbContextEventData eventData) => eventData.Context!.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
}
