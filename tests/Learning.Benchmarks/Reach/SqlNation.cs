using System.Diagnostics;
using Learning.Domain.Trainees;
using Learning.Tests.Databases;
using Npgsql;
using NpgsqlTypes;

namespace Learning.Benchmarks.Reach;

/// <summary>
/// The same people in PostgreSQL, as kindly as can be: narrow tables with whole numbers for ids, indexes on what the
/// questions look for, analysed, and memory enough for every sort. Started by the benchmark and gone with it.
/// </summary>
internal sealed class SqlNation : IAsyncDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(20);

    private readonly string database;
    private readonly NpgsqlConnection connection;

    private SqlNation(string database, NpgsqlConnection connection) => (this.database, this.connection) = (database, connection);

    /// <summary>Loads the country; <see langword="null"/>, with a word why, where PostgreSQL is not installed.</summary>
    public static async Task<SqlNation?> Load(NationalScale country, int shards)
    {
        if (PostgresServer.Missing is { } why)
        {
            Console.WriteLine($"Not compared with SQL. {why}");
            return null;
        }

        var clock = Stopwatch.StartNew();
        var database = await PostgresServer.CreateDatabaseAsync();
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { CommandTimeout = 0 }.ToString());
        await connection.OpenAsync();
        var nation = new SqlNation(database, connection);
        await nation.Do(
            """
            create unlogged table cohorts (cohort int not null, course text not null, aimag text not null, soum text not null);
            create unlogged table cohort_funders (cohort int not null, funder text not null);
            create unlogged table enrolled (person int not null, cohort int not null, sex smallint not null, born smallint not null);
            create unlogged table attended (person int not null, cohort int not null, day date not null);
            """);
        var numbers = await nation.CopyCohorts(country);
        await nation.CopyPeople(country, shards, numbers);
        await nation.Do(
            """
            alter table cohorts add primary key (cohort);
            create index on cohorts (soum);
            create index on cohorts (course);
            create index on cohort_funders (funder, cohort);
            create index on cohort_funders (cohort);
            alter table enrolled add primary key (person, cohort);
            create index on enrolled (cohort, person);
            create index on attended (cohort, person, day);
            create index on attended (person);
            vacuum analyze;
            """.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        await nation.Do("set work_mem = '512MB'");
        var size = await nation.Number("select pg_database_size(current_database())");
        Console.WriteLine($"in PostgreSQL {await nation.Number("select count(*) from attended"):N0} attendances, {size / 1_000_000:N0} MB with indexes, loaded in {clock.Elapsed.TotalSeconds:0} s");
        return nation;
    }

    /// <summary>Asks some times, every row read: at least three, up to twenty within the patience of a reader.</summary>
    public async Task<(Latency Took, int Rows)> Ask(string sql)
    {
        var took = new List<double>();
        var rows = 0;
        var patience = Stopwatch.StartNew();
        for (var round = 0; round < 21 && (round < 4 || patience.Elapsed < LongEnough); round++)
        {
            var start = Stopwatch.GetTimestamp();
            await using var command = new NpgsqlCommand(sql, connection);
            await using var reader = await command.ExecuteReaderAsync();
            for (rows = 0; await reader.ReadAsync(); rows++) _ = reader.GetValue(0);
            // The first warms the caches.
            if (round > 0) took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return (Latency.Of(took), rows);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await PostgresServer.DropDatabaseAsync(database);
    }

    private async Task<Dictionary<string, (int Number, DateOnly[] Days)>> CopyCohorts(NationalScale country)
    {
        var numbers = country.Cohorts.Select((c, i) => (c, i)).ToDictionary(c => c.c.Id, c => (c.i, c.c.Sessions.OrderBy(s => s.Number).Select(s => s.Date).ToArray()));
        await using (var cohorts = await connection.BeginBinaryImportAsync("copy cohorts from stdin binary"))
        {
            foreach (var cohort in country.Cohorts) await cohorts.WriteRowAsync(default, numbers[cohort.Id].i, cohort.CourseCode, cohort.Region[..4], cohort.Region);
            await cohorts.CompleteAsync();
        }

        await using var funders = await connection.BeginBinaryImportAsync("copy cohort_funders from stdin binary");
        foreach (var cohort in country.Cohorts)
            foreach (var funder in cohort.Funders) await funders.WriteRowAsync(default, numbers[cohort.Id].i, funder);
        await funders.CompleteAsync();
        return numbers;
    }

    private async Task CopyPeople(NationalScale country, int shards, Dictionary<string, (int Number, DateOnly[] Days)> cohorts)
    {
        await using var second = new NpgsqlConnection(database);
        await second.OpenAsync();
        await using var enrolled = await connection.BeginBinaryImportAsync("copy enrolled from stdin binary");
        await using var attended = await second.BeginBinaryImportAsync("copy attended from stdin binary");
        var person = 0;
        for (var shard = 0; shard < shards; shard++)
        {
            foreach (var facts in country.PeopleOf(shard, shards))
            {
                person++;
                foreach (var cohort in facts.Participations.GroupBy(p => p.CohortId))
                {
                    var (number, days) = cohorts[cohort.Key];
                    enrolled.StartRow();
                    enrolled.Write(person, NpgsqlDbType.Integer);
                    enrolled.Write(number, NpgsqlDbType.Integer);
                    enrolled.Write((short)(cohort.First().Sex == Sex.Female ? 1 : 0), NpgsqlDbType.Smallint);
                    enrolled.Write((short)cohort.First().BirthYear, NpgsqlDbType.Smallint);
                    foreach (var session in cohort.SelectMany(p => p.Attended).Distinct())
                    {
                        attended.StartRow();
                        attended.Write(person, NpgsqlDbType.Integer);
                        attended.Write(number, NpgsqlDbType.Integer);
                        attended.Write(days[session - 1], NpgsqlDbType.Date);
                    }
                }
            }
        }

        await enrolled.CompleteAsync();
        await attended.CompleteAsync();
    }

    private async Task Do(params string[] statements)
    {
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private async Task<long> Number(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
