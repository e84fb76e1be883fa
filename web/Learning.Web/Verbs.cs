using Learning.Contracts.Imports;
using Learning.Domain.Ids;
using Learning.Domain.Imports;
using Learning.Silo.Auditing;
using Learning.Silo.Content.Demo;
using Learning.Silo.Imports;
using Learning.Silo.Projections;
using Learning.Silo.Storage;
using Learning.Web.Accounts.Demo;

namespace Learning.Web;

/// <summary>What the program can be asked to do: nothing said, it serves.</summary>
public static class Verbs
{
    /// <summary>Does it.</summary>
    /// <param name="args">Command line.</param>
    /// <returns>Exit code.</returns>
    public static async Task<int> Run(string[] args) => args.FirstOrDefault() switch
    {
        "audit" => await WithoutListening(args[1..], Audit),
        "rebuild" => await WithoutListening(args[1..], Rebuild),
        "import" => await WithoutListening(args[1..], app => Import(app, args[1..])),
        "backup" when args.Length == 2 => await WithoutListening([], app => Backup(app, args[1])),
        null => await Serve(args),
        var first when first.StartsWith("--", StringComparison.Ordinal) => await Serve(args),
        _ => Usage(),
    };

    private static int Usage()
    {
        Console.Error.WriteLine(
            """
            ./run                 starts the server
            ./run audit           recomputes every figure from the grains' states and compares
            ./run rebuild         makes the read model anew from the grains' states
            ./run import FILE…    imports sign-in sheets (CSV or XLSX)
            ./run backup FILE     copies the database while the server runs
            """);
        return 2;
    }

    private static async Task<int> Serve(string[] args)
    {
        await using var app = LearningWeb.Build(args);
        await app.StartAsync();
        var demo = app.Services.GetRequiredService<Demo>();
        if (demo.HasSheets)
        {
            using var line = new ProgressLine(Console.Out);
            await app.Services.GetRequiredService<DemoLoading>().Load(line.Say, app.Lifetime.ApplicationStopping);
        }

        Console.WriteLine();
        Console.WriteLine($"  Learning   {string.Join("  ", app.Urls)}");
        if (demo.HasAccounts) Console.WriteLine("  Sign in    admin, manager or trainer, password demo-Pass-1  (demo mode: this machine only)");
        Console.WriteLine("  Stop       Ctrl+C");
        Console.WriteLine();
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>The program without a port anybody knows, for a verb.</summary>
    private static async Task<int> WithoutListening(string[] args, Func<WebApplication, Task<int>> verb)
    {
        await using var app = LearningWeb.Build(
            [.. args.Where(a => a.StartsWith("--", StringComparison.Ordinal))],
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
            });
        await app.StartAsync();
        var result = await verb(app);
        await app.StopAsync();
        return result;
    }

    private static async Task<int> Audit(WebApplication app) => await app.Services.GetRequiredService<FigureAudit>().Run(Console.Out) ? 0 : 1;

    private static async Task<int> Rebuild(WebApplication app)
    {
        var (grains, seconds) = await app.Services.GetRequiredService<ReadModelRebuild>().Run();
        Console.WriteLine($"Rebuilt from {grains:N0} grain states in {seconds:0.0} s.");
        return 0;
    }

    private static async Task<int> Import(WebApplication app, string[] files)
    {
        var failed = false;
        foreach (var path in files.Where(f => !f.StartsWith("--", StringComparison.Ordinal)))
        {
            if (!File.Exists(path))
            {
                Console.Error.WriteLine($"There is no file {path}.");
                return 1;
            }

            failed |= !await ImportOne(app, path);
        }

        return failed ? 1 : 0;
    }

    private static async Task<bool> ImportOne(WebApplication app, string path)
    {
        var id = LearningId.New(app.Services.GetRequiredService<TimeProvider>());
        var name = Path.GetFileName(path);
        await app.Services.GetRequiredService<ImportFiles>().Keep(id, name, await File.ReadAllBytesAsync(path));
        var import = app.Services.GetRequiredService<IGrainFactory>().GetGrain<IImportGrain>(id);
        await import.Start(name, "run", confirm: true);
        using var line = new ProgressLine(Console.Out);
        Import? now;
        while ((now = await import.Get())!.State is ImportState.Checking or ImportState.Importing)
        {
            line.Say(now.Total == 0 ? $"{name}: {now.State}" : $"{name}: {now.Done * 100 / now.Total}%");
            await Task.Delay(200);
        }

        line.Say($"{name}: {now.State}, {now.Summary.Rows} rows, {now.Summary.People.New} new people, {now.Summary.Cohorts} trainings, {now.Summary.Errors} errors");
        foreach (var problem in now.Problems.Where(p => p.IsError).Take(20)) Console.Error.WriteLine($"  {problem.Line}: {ImportErrorText.Say(problem, "en")}");
        return now.State == ImportState.Done;
    }

    private static async Task<int> Backup(WebApplication app, string file)
    {
        Console.WriteLine(await app.Services.GetRequiredService<DatabaseBackup>().BackupAsync(file));
        return 0;
    }
}
