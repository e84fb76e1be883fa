using Learning.Benchmarks.Import;
using Learning.Benchmarks.Reach;
using Learning.Benchmarks.Storage;

var postgres = Environment.GetEnvironmentVariable("ConnectionStrings__learning");
switch (args.FirstOrDefault())
{
    case "import":
        await DemoImport.Run(null, Console.Out);
        if (postgres is not null) await DemoImport.Run(postgres, Console.Out);
        break;
    case "reach":
        await ReachBenchmark.Run([.. args.Skip(1).Select(int.Parse)]);
        break;
    case "storage":
        await DurableWrites.RunAsync(5, postgres, Console.Out);
        break;
    default:
        Console.Error.WriteLine("Benchmarks: import, reach [PEOPLE…], storage. With ConnectionStrings__learning set, on PostgreSQL too.");
        return 2;
}

return 0;
