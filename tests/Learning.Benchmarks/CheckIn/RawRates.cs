using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Learning.Benchmarks.CheckIn;

/// <summary>What a database does on the same disk with rows like a stored scan, and nothing else: its own rates, fsync on.</summary>
/// <param name="One">Rows a second, one row a transaction, one client.</param>
/// <param name="Many">The same with 64 clients at once.</param>
/// <param name="Batched">Rows a second in transactions of 100 rows, the better of 1 and 8 clients.</param>
internal sealed record RawRates(double One, double Many, double Batched)
{
    private const int Clients = 64;
    private const int BatchedClients = 8;
    private const int Batch = 100;
    private static readonly string Body = new('x', 300);

    /// <summary>Of two measurements.</summary>
    public static RawRates Mean(RawRates a, RawRates b) => new((a.One + b.One) / 2, (a.Many + b.Many) / 2, (a.Batched + b.Batched) / 2);

    /// <summary>SQLite's, in a folder: write-ahead log, synchronous=FULL. It has one writer, so many clients take turns.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="time">Of each measurement.</param>
    public static async Task<RawRates> SqliteAsync(string folder, TimeSpan time)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, $"raw-{Guid.CreateVersion7()}.db")};Pooling=False");
        connection.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE scan (id TEXT PRIMARY KEY, session TEXT NOT NULL, trainee TEXT NOT NULL, body TEXT NOT NULL) STRICT";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO scan VALUES (@id, 'c-019ad2c9b2f47f0c/1', '019ad2c9-b2f4-7f0c', @body)";
        var id = command.Parameters.Add("@id", SqliteType.Text);
        command.Parameters.AddWithValue("@body", Body);
        command.Prepare();
        var turn = new object();
        var one = await RateAsync(1, time, () => Insert(1));
        var many = await RateAsync(Clients, time, () =>
        {
            lock (turn) return Insert(1);
        });
        return new RawRates(one, many, await RateAsync(1, time, () => Insert(Batch)));

        Task<int> Insert(int rows)
        {
            using var transaction = connection.BeginTransaction();
            command.Transaction = transaction;
            for (var i = 0; i < rows; i++)
            {
                id.Value = Guid.CreateVersion7().ToString();
                command.ExecuteNonQuery();
            }

            transaction.Commit();
            return Task.FromResult(rows);
        }
    }

    /// <summary>PostgreSQL's.</summary>
    /// <param name="connectionString">A database that may be written to.</param>
    /// <param name="time">Of each measurement.</param>
    public static async Task<RawRates> PostgresAsync(string connectionString, TimeSpan time)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = Clients, MaxAutoPrepare = 10 }.ToString());
        await using (var create = source.CreateCommand("CREATE TABLE raw_scan (id uuid PRIMARY KEY, session text NOT NULL, trainee text NOT NULL, body text NOT NULL)")) await create.ExecuteNonQueryAsync();
        var one = await RateAsync(1, time, Insert("VALUES (@id, 'c-019ad2c9b2f47f0c/1', '019ad2c9-b2f4-7f0c', @body)", 1));
        var many = await RateAsync(Clients, time, Insert("VALUES (@id, 'c-019ad2c9b2f47f0c/1', '019ad2c9-b2f4-7f0c', @body)", 1));
        var values = string.Join(", ", Enumerable.Range(0, Batch).Select(i => $"(@id{i}, 'c-019ad2c9b2f47f0c/1', '019ad2c9-b2f4-7f0c', @body)"));
        var batch = await RateAsync(1, time, Insert($"VALUES {values}", Batch));
        var batches = await RateAsync(BatchedClients, time, Insert($"VALUES {values}", Batch));
        // And written out, so that what is measured next does not pay for it.
        foreach (var after in new[] { "DROP TABLE raw_scan", "CHECKPOINT" })
        {
            await using var command = source.CreateCommand(after);
            await command.ExecuteNonQueryAsync();
        }

        return new RawRates(one, many, Math.Max(batch, batches));

        Func<Task<int>> Insert(string rows, int count) => async () =>
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var command = new NpgsqlCommand($"INSERT INTO raw_scan {rows}", connection);
            if (count == 1) command.Parameters.Add(new NpgsqlParameter<Guid>("id", Guid.CreateVersion7()));
            else for (var i = 0; i < count; i++) command.Parameters.Add(new NpgsqlParameter<Guid>($"id{i}", Guid.CreateVersion7()));
            command.Parameters.Add(new NpgsqlParameter<string>("body", NpgsqlDbType.Text) { TypedValue = Body });
            await command.ExecuteNonQueryAsync();
            return count;
        };
    }

    /// <summary>As lines of the table.</summary>
    public override string ToString() => new StringBuilder()
        .AppendLine($"{"its own inserts, 1 row a transaction, 1 client",-54}{One,10:N0} rows/s")
        .AppendLine($"{$"its own inserts, 1 row a transaction, {Clients} clients",-54}{Many,10:N0} rows/s")
        .Append($"{$"its own inserts, {Batch} rows a transaction",-54}{Batched,10:N0} rows/s").ToString();

    private static async Task<double> RateAsync(int clients, TimeSpan time, Func<Task<int>> insert)
    {
        var from = time / 5;
        var watch = Stopwatch.StartNew();
        var rows = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            var written = 0L;
            while (watch.Elapsed < from + time)
            {
                var counts = watch.Elapsed >= from;
                var done = await insert();
                if (counts) written += done;
            }

            return written;
        })));
        return rows.Sum() / (watch.Elapsed - from).TotalSeconds;
    }
}
