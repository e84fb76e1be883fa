Console.WriteLine("Learning.Benchmarks");
