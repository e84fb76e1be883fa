using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Learning.Tests.Databases;

/// <summary>
/// A PostgreSQL server of this test run alone: in a temporary folder, on a free loopback port, with fsync on. It stops when the run ends, however it ends:
/// it hangs on a pipe that closes with this process.
/// </summary>
public sealed class PostgresServer
{
    private static readonly Lazy<string?> BinFolder = new(FindBinaries);
    private static readonly Lazy<Task<PostgresServer>> Server = new(StartAsync);

    private readonly string connectionString;
    private readonly Process process;

    private PostgresServer(string connectionString, Process process)
    {
        this.connectionString = connectionString;
        this.process = process;
    }

    /// <summary>Why there is no server here; <see langword="null"/> if there can be one.</summary>
    public static string? Missing => BinFolder.Value is null ? "PostgreSQL is not installed: initdb and postgres are neither on the PATH nor in /usr/lib/postgresql." : null;

    /// <summary>The process under which the server's own are.</summary>
    public static async Task<int> ProcessIdAsync() => (await Server.Value).process.Id;

    /// <summary>Makes an empty database and answers its connection string.</summary>
    public static async Task<string> CreateDatabaseAsync()
    {
        var server = await Server.Value;
        var name = $"t{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server.connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server.connectionString) { Database = name, Pooling = true }.ToString();
    }

    /// <summary>Removes a database made here, whoever is still connected.</summary>
    /// <param name="database">Its connection string.</param>
    public static async Task DropDatabaseAsync(string database)
    {
        var server = await Server.Value;
        await using var connection = new NpgsqlConnection(server.connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"DROP DATABASE {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var bin = BinFolder.Value ?? throw new InvalidOperationException(Missing);
        var folder = Directory.CreateTempSubdirectory("learning-postgres-").FullName;
        var user = Environment.UserName == "root" ? UnprivilegedUser() : null;
        if (user is not null) await RunAsync("chown", user, folder);

        var port = FreePort();
        var data = Path.Combine(folder, "data");
        await RunAsAsync(user, Path.Combine(bin, "initdb"), "-D", data, "-U", "learning", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");

        // The shell keeps the server until standard input ends, then stops it and clears up.
        var script = $"'{bin}/postgres' -D '{data}' -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{folder}' -c max_connections=300 2>&1 & "
            + $"server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf '{folder}'";
        var process = Process.Start(As(user, "sh", "-c", script))!;
        await UntilReady(process);
        var server = new PostgresServer($"Host=127.0.0.1;Port={port};Username=learning;Database=postgres;Pooling=false", process);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Stop();
        return server;
    }

    private static async Task UntilReady(Process process)
    {
        var log = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            log.Add(line);
            if (!line.Contains("ready to accept connections", StringComparison.Ordinal)) continue;
            // The pipe must not fill up, or the server would stand still.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return;
        }

        throw new InvalidOperationException($"PostgreSQL did not start:\n{string.Join('\n', log)}");
    }

    private void Stop()
    {
        process.StandardInput.Close();
        process.WaitForExit(TimeSpan.FromSeconds(10));
    }

    private static async Task RunAsync(string file, params string[] arguments) => await RunAsAsync(null, file, arguments);

    private static async Task RunAsAsync(string? user, string file, params string[] arguments)
    {
        using var process = Process.Start(As(user, file, arguments))!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{file} failed: {await errors}{await output}");
    }

    private static ProcessStartInfo As(string? user, string file, params string[] arguments)
    {
        var start = new ProcessStartInfo { FileName = user is null ? file : "setpriv", RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        if (user is not null)
        {
            foreach (var argument in (string[])[$"--reuid={user}", $"--regid={user}", "--clear-groups", file]) start.ArgumentList.Add(argument);
        }

        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>PostgreSQL refuses to run as root. Debian's package makes the first; the second is everywhere.</summary>
    private static string UnprivilegedUser()
    {
        var users = File.ReadAllLines("/etc/passwd").Select(line => line.Split(':')).ToDictionary(fields => fields[0], fields => fields[2]);
        return users.GetValueOrDefault("postgres") ?? users.GetValueOrDefault("nobody") ?? throw new InvalidOperationException("PostgreSQL refuses to run as root, and there is no other user.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? FindBinaries()
    {
        const string Debian = "/usr/lib/postgresql";
        var debian = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(v => int.TryParse(Path.GetFileName(v), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).Select(v => Path.Combine(v, "bin"))
            : [];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Concat(debian)
            .FirstOrDefault(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }
}
