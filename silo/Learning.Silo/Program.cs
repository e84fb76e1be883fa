Console.WriteLine("Learning.Silo");
