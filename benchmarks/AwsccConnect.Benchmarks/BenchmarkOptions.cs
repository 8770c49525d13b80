namespace AwsccConnect.Benchmarks;

/// <summary>The options of the comparison.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage = """
        dotnet run -c Release --project benchmarks/AwsccConnect.Benchmarks [-- options]
          --quick        smaller numbers, about three minutes in all
          --only A,B     some comparisons only: service, read, throughput, create, throttled, find, complete, calls, stop, memory, import; pacing is done only when named
          --runs N       measured runs of each (default 5; 3 with --quick)
          --write        write docs/benchmarks.md and its chart
        dotnet run -c Release --project benchmarks/AwsccConnect.Benchmarks -- serve [options]
          --users N --latency MS --latency-max MS --handler S --quota NAME=RATE/BURST --quota Preset=Aws --page-size N --port N --no-retry-after
                         a simulated service until its input ends
        """;

    private static readonly string[] Always = ["service", "read", "throughput", "create", "throttled", "find", "complete", "calls", "stop", "memory", "import"];

    public required bool IsQuick { get; init; }

    public required int Runs { get; init; }

    public required bool Write { get; init; }

    public required IReadOnlyList<string> Only { get; init; }

    public static BenchmarkOptions Parse(Arguments arguments)
    {
        if (arguments.TakeFlag("--help") || arguments.TakeFlag("-h"))
        {
            throw new UsageException(Usage);
        }

        var quick = arguments.TakeFlag("--quick");
        BenchmarkOptions options = new()
        {
            IsQuick = quick,
            Write = arguments.TakeFlag("--write"),
            Runs = Math.Max(1, arguments.TakeInteger("--runs", quick ? 3 : 5)),
            Only = arguments.TakeText("--only")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? Always,
        };
        arguments.ThrowIfAnyLeft(Usage);
        var unknown = options.Only.FirstOrDefault(name => name != "pacing" && !Always.Contains(name, StringComparer.Ordinal));
        return unknown is null ? options : throw new UsageException($"--only: '{unknown}' is unknown.\n\n{Usage}");
    }

    /// <summary>The full number, or with --quick the small one.</summary>
    public int Scale(int full, int quick) => IsQuick ? quick : full;
}
