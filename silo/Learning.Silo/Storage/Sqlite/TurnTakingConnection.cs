using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Learning.Silo.Storage.Sqlite;

/// <summary>
/// An ordinary connection for EF Core that waits for its <see cref="WriteTurn"/> before a transaction or a single writing statement. Without that it would
/// poll for the lock every 150 ms while the write thread takes it again within microseconds, and starve.
/// </summary>
internal sealed class TurnTakingConnection(GatheringSqliteDataSource source, string connectionString) : SqliteConnection(connectionString)
{
    private WriteTurn? turn;

    /// <summary>The driver sets this to <see langword="null"/> however a transaction ends: committed, rolled back, disposed, or its connection closed.</summary>
    protected override SqliteTransaction? Transaction
    {
        get => base.Transaction;
        set
        {
            base.Transaction = value;
            if (value is null) GiveBack();
        }
    }

    public override void Open()
    {
        if (State == ConnectionState.Open) return;
        base.Open();
        SqlText.MakeDurable(this);
    }

    public override SqliteCommand CreateCommand() => new TurnTakingCommand(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    public override SqliteTransaction BeginTransaction(IsolationLevel isolationLevel, bool deferred)
    {
        if (!deferred) turn ??= source.TakeTurnAsync().GetAwaiter().GetResult();
        try
        {
            return base.BeginTransaction(isolationLevel, deferred);
        }
        catch
        {
            GiveBack();
            throw;
        }
    }

    /// <summary>Runs a single statement in a turn of its own, unless one is held already.</summary>
    internal async Task<T> InTurn<T>(Func<T> statement, CancellationToken cancel)
    {
        if (turn is not null || Transaction is not null) return statement();
        using var own = turn = await source.TakeTurnAsync(cancel).ConfigureAwait(false);
        try
        {
            return statement();
        }
        finally
        {
            turn = null;
        }
    }

    protected override DbCommand CreateDbCommand() => CreateCommand();

    protected override async ValueTask<DbTransaction> BeginDbTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken)
    {
        turn ??= await source.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        return BeginTransaction(isolationLevel, deferred: false);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        GiveBack();
    }

    private void GiveBack()
    {
        turn?.Dispose();
        turn = null;
    }
}
