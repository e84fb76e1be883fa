using System.Globalization;
using Learning.Benchmarks.CheckIn;
using Learning.Benchmarks.Import;
using Learning.Benchmarks.Reach;
using Learning.Benchmarks.Storage;

var postgres = Environment.GetEnvironmentVariable("ConnectionStrings__learning");
switch (args.FirstOrDefault())
{
    case "checkin":
        // ./bench checkin [part] [sqlite|postgres]: 0.2 sends a fifth.
        await CheckInLoad.RunAsync(args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 1, args.ElementAtOrDefault(2), Console.Out);
        break;
    case "import":
        await DemoImport.Run(null, Console.Out);
        if (postgres is not null) await DemoImport.Run(postgres, Console.Out);
        break;
    case "reach":
        // ./bench reach [people…] [word]: only the slices with the word in their name.
        var sizes = args.Skip(1).TakeWhile(a => int.TryParse(a, CultureInfo.InvariantCulture, out _)).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        await ReachBenchmark.Run(sizes, args.ElementAtOrDefault(1 + sizes.Length) ?? "");
        break;
    case "storage":
        await DurableWrites.RunAsync(5, postgres, Console.Out);
        break;
    default:
        Console.Error.WriteLine("Benchmarks: checkin [PART [sqlite|postgres]], import, reach [PEOPLE…] [WORD], storage. With ConnectionStrings__learning set, import and storage on PostgreSQL too.");
        return 2;
}

return 0;
