using System.Globalization;

namespace AwsccConnect.Chaos;

/// <summary>How much chaos. Probabilities are in percent of the calls, 0-100.</summary>
internal sealed record ChaosOptions
{
    public const string Usage =
        """
        dotnet run -c Release --project tests/AwsccConnect.Chaos -- [--seed N] [--users N] [--kills N]
            [--throttled P] [--reset P] [--failed P] [--lost P] [--half-applied P] [--undos N]

          --seed          seed of everything random (1)
          --users         users that are created, changed and removed, 1-5000 (500)
          --kills         times that the process is killed, in all (5)
          --throttled     percent of calls that are throttled, half of the changes after they were accepted (10)
          --reset         percent of changes whose connection is cut after they were accepted (5)
          --failed        percent of calls that return an HTTP error 5xx (5)
          --lost          percent of calls of which half of the response arrives (2)
          --half-applied  percent of accepted changes that end FAILED after a part was applied (0)
          --undos         sequences of commands that are killed and undone, with seeds from --seed on, 0-1000 (20)

        The module begins with two changes a second, and refusals at random keep it near one: 500 users take about half an
        hour. The exit code is 0 when everything was done exactly once, 1 when it was not.
        """;

    public int Seed { get; init; } = 1;

    public int Users { get; init; } = 500;

    public int Kills { get; init; } = 5;

    public double Throttled { get; init; } = 10;

    public double Reset { get; init; } = 5;

    public double Failed { get; init; } = 5;

    public double Lost { get; init; } = 2;

    public double HalfApplied { get; init; }

    public int Undos { get; init; } = 20;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">It is not understood.</exception>
    public static ChaosOptions Parse(IReadOnlyList<string> arguments)
    {
        ChaosOptions options = new();
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var name = arguments[i];
            if (i + 1 == arguments.Count)
            {
                throw new ArgumentException($"{name} needs a value.", nameof(arguments));
            }

            var value = arguments[i + 1];
            options = name switch
            {
                "--seed" => options with { Seed = Whole(name, value, 0, int.MaxValue) },
                "--users" => options with { Users = Whole(name, value, 1, 5000) },
                "--kills" => options with { Kills = Whole(name, value, 0, 100) },
                "--throttled" => options with { Throttled = Percent(name, value) },
                "--reset" => options with { Reset = Percent(name, value) },
                "--failed" => options with { Failed = Percent(name, value) },
                "--lost" => options with { Lost = Percent(name, value) },
                "--half-applied" => options with { HalfApplied = Percent(name, value) },
                "--undos" => options with { Undos = Whole(name, value, 0, 1000) },
                _ => throw new ArgumentException($"Unknown argument '{name}'.", nameof(arguments)),
            };
        }

        return options;
    }

    private static int Whole(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new ArgumentException(FormattableString.Invariant($"{name} takes a whole number from {least} to {most}, not '{value}'."), nameof(value));

    private static double Percent(string name, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 100
            ? number
            : throw new ArgumentException($"{name} takes a number from 0 to 100, not '{value}'.", nameof(value));
}
