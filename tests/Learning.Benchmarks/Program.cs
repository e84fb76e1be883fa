using Learning.Benchmarks.Import;

var postgres = Environment.GetEnvironmentVariable("ConnectionStrings__learning");
switch (args.FirstOrDefault())
{
    case "import":
        await DemoImport.Run(null, Console.Out);
        if (postgres is not null) await DemoImport.Run(postgres, Console.Out);
        break;
    default:
        Console.Error.WriteLine("Benchmarks: import, reach, storage");
        Environment.Exit(2);
        break;
}
