using Npgsql;

namespace Learning.Silo.Storage.Postgres;

/// <summary>
/// Connections for one use alone. A projector that waits for a lock keeps its connection meanwhile, and must not keep a check-in waiting; and a
/// connection that does the same again and again has its plans and pages at hand, where those of one large pool, taken in turn, would each have to learn everything.
/// </summary>
public static class PostgresSources
{
    // More than there are slots, so that a reader finds one while all projectors wait for a phone.
    private const int Projectors = 12;

    /// <summary>Connections that write grain states: one, since what comes while a statement is under way goes into the next one together.</summary>
    /// <param name="connectionString">Of the database.</param>
    public static NpgsqlDataSource States(string connectionString)
    {
        // Its two statements take lists of any length, and their best plans are always the same. Planning them anew for each length costs as much as a few rows. Made while the
        // table is empty, a plan would read the whole table, and go on doing so until the server looks at the table: every row is to be looked up by its key.
        const string settings = "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off";
        return Builder(connectionString, 1)
            .UsePhysicalConnectionInitializer(
                connection => connection.ExecuteAsync(settings, [], CancellationToken.None).GetAwaiter().GetResult(),
                connection => connection.ExecuteAsync(settings, [], CancellationToken.None))
            .Build();
    }

    /// <summary>Connections that read states and facts, and write the read model.</summary>
    /// <param name="connectionString">Of the database.</param>
    public static NpgsqlDataSource Projections(string connectionString) => Builder(connectionString, Projectors).Build();

    private static NpgsqlDataSourceBuilder Builder(string connectionString, int most)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, most);
        settings.MinPoolSize = Math.Min(settings.MinPoolSize, settings.MaxPoolSize);
        return new NpgsqlDataSourceBuilder(settings.ToString());
    }
}
