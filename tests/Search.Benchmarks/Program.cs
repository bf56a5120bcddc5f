using Search.Benchmarks;

// One benchmark a name: dotnet run -c Release --project tests/Search.Benchmarks -- NAME [options]
switch (args.FirstOrDefault())
{
    case "engine":
        return EngineBenchmark.Run(args[1..]);
    default:
        Console.Error.WriteLine("usage: engine");
        return 2;
}
