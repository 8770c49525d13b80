using AwsccConnect.Tests.Hosting;
using Microsoft.VisualBasic.FileIO;

namespace AwsccConnect.Tests.Runbooks;

/// <summary>A simulated contact centre and a folder, in which runbooks run as a scheduler runs them: a process with an environment.</summary>
public sealed class RunbookWorld : IAsyncDisposable
{
    /// <summary>The secret key in the environment of the runbooks.</summary>
    public const string SecretKey = "runbook/secret+key/0123456789";

    private RunbookWorld(ConnectSimulator simulator) => Simulator = simulator;

    public ConnectSimulator Simulator { get; }

    /// <summary>Where files belong; with a space in its name.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("AwsccConnect run-book-").FullName;

    public static async Task<RunbookWorld> StartAsync() => new(await ConnectSimulator.StartAsync(new SimulatorOptions { UserCount = 6 }));

    public string PathOf(string name) => Path.Combine(Folder, name);

    public async Task WriteAsync(string name, params string[] lines) => await File.WriteAllLinesAsync(PathOf(name), lines);

    /// <summary>Runs a runbook of the examples.</summary>
    /// <param name="name">Its name, without extension.</param>
    /// <param name="arguments">Its arguments beside instance, report and module.</param>
    public async Task<PwshResult> RunAsync(string name, params string[] arguments) => await PwshProcess.RunAsync(
        [
            "-NonInteractive", "-File", Path.Combine(Repository.Root, "examples", "runbooks", $"{name}.ps1"),
            "-InstanceArn", "contact-centre", "-ReportPath", PathOf("reports/report.csv"), .. arguments,
        ],
        environment:
        [
            ("AWS_ENDPOINT_URL_CLOUDCONTROL", Simulator.Url.AbsoluteUri),
            ("AWS_ACCESS_KEY_ID", "AKIDRUNBOOK"),
            ("AWS_SECRET_ACCESS_KEY", SecretKey),
            ("AWS_SESSION_TOKEN", null),
            ("AWS_PROFILE", null),
            ("AWS_REGION", Simulator.Region),
        ]);

    /// <summary>The rows of the report.</summary>
    public IReadOnlyList<Dictionary<string, string>> Report()
    {
        using TextFieldParser reader = new(PathOf("reports/report.csv")) { TextFieldType = FieldType.Delimited };
        reader.SetDelimiters(",");
        string[] columns = reader.ReadFields()!;
        List<Dictionary<string, string>> rows = [];
        while (reader.ReadFields() is { } fields)
        {
            fields.Length.ShouldBe(columns.Length);
            rows.Add(columns.Zip(fields).ToDictionary(cell => cell.First, cell => cell.Second));
        }

        return rows;
    }

    public string ReportText() => File.ReadAllText(PathOf("reports/report.csv"));

    public bool HasReport() => File.Exists(PathOf("reports/report.csv"));

    public int CountCalls(string operation) => Simulator.Calls.Count(call => call.Operation == operation);

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
