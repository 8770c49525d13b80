using System.Management.Automation;

namespace AwsccConnect.Tests.Completion;

/// <summary>What Tab offers, as far as it needs a session or a process of its own.</summary>
public sealed class CompletionTests : Commands.SimulatorTestBase
{
    [Fact]
    public void The_sessions_default_parameter_values_count()
    {
        const string line = "Set-ConnectUser -InstanceArn contact-centre -RoutingProfile sal";
        string[] offered = [];

        // The first Tab does not wait for a slow machine.
        for (var attempt = 0; attempt < 15 && offered.Length == 0; attempt++)
        {
            offered =
            [
                .. Run("(TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches", ("line", line))
                    .Select(item => (CompletionResult)item.BaseObject)
                    .Where(result => result.ResultType == CompletionResultType.ParameterValue)
                    .Select(result => result.CompletionText),
            ];
        }

        offered.ShouldBe(["Sales"]);
    }

    [Fact]
    public async Task Neither_importing_nor_the_parameters_metadata_load_the_SDK()
    {
        // In a process of its own: in this one other tests have long used the SDK.
        var result = await PwshProcess.RunAsync(
            [
                "-Command",
                Repository.ImportModule() +
                """
                $null = Get-Command -Module AwsccConnect | ForEach-Object { $_.Parameters.Values } | ForEach-Object { $_.Attributes.Count }
                (TabExpansion2 'New-ConnectUser -PhoneType so' 28).CompletionMatches.CompletionText
                [System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -like 'AwsccConnect*' |
                    ForEach-Object { $_.Assemblies } | ForEach-Object { $_.GetName().Name } | Where-Object { $_ -eq 'AwsccConnect' -or $_ -like 'AWSSDK*' }
                """,
            ]);
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ShouldBe(["SOFT_PHONE", "AwsccConnect"]);
    }
}
