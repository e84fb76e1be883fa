using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Learning.Silo.Storage.Sqlite;

/// <summary>A command that the data source executes. When it answers, a write is durable and a query is read to its end.</summary>
internal sealed class GatheredCommand(GatheringSqliteDataSource source) : DbCommand
{
    /// <summary>Only holds the parameters; it is never executed.</summary>
    private readonly SqliteCommand inner = new();

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; } = 30;

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => inner.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    /// <summary>Does nothing: a write that is on its way may be durable already, and saying otherwise would be a lie.</summary>
    public override void Cancel()
    {
    }

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery() => ExecuteNonQueryAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override async Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) => (await Execute(cancellationToken).ConfigureAwait(false))[^1].RecordsAffected;

    public override object? ExecuteScalar() => ExecuteScalarAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override async Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken)
    {
        var first = (await Execute(cancellationToken).ConfigureAwait(false))[0];
        return first.Rows.Count == 0 ? null : first.Rows[0][0];
    }

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => ExecuteDbDataReaderAsync(behavior, CancellationToken.None).GetAwaiter().GetResult();

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        new RowSetReader(await Execute(cancellationToken).ConfigureAwait(false));

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private Task<IReadOnlyList<RowSet>> Execute(CancellationToken cancel) => DbConnection is { State: ConnectionState.Open }
        ? source.ExecuteAsync(CommandText, inner.Parameters, cancel)
        : throw new InvalidOperationException("The connection is not open.");
}
