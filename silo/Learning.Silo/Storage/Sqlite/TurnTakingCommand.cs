using Microsoft.Data.Sqlite;

namespace Learning.Silo.Storage.Sqlite;

/// <summary>
/// A command that takes a turn when it writes outside a transaction, as EF Core's ExecuteUpdate and ExecuteDelete do. Statements that write and answer rows
/// belong into a transaction; <see cref="TurnTakingSaves"/> sees to it that SaveChanges always has one.
/// </summary>
internal sealed class TurnTakingCommand : SqliteCommand
{
    private readonly TurnTakingConnection connection;

    public TurnTakingCommand(TurnTakingConnection connection)
    {
        this.connection = connection;
        Connection = connection;
    }

    public override int ExecuteNonQuery() => NeedsTurn ? connection.InTurn(base.ExecuteNonQuery, CancellationToken.None).GetAwaiter().GetResult() : base.ExecuteNonQuery();

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        NeedsTurn ? connection.InTurn(base.ExecuteNonQuery, cancellationToken) : base.ExecuteNonQueryAsync(cancellationToken);

    /// <summary>The driver uses commands of its own to set up a connection and to begin and end transactions.</summary>
    private bool NeedsTurn => !SqlText.IsQuery(CommandText)
        && !CommandText.StartsWith("PRAGMA", StringComparison.OrdinalIgnoreCase)
        && !CommandText.StartsWith("BEGIN", StringComparison.OrdinalIgnoreCase);
}
