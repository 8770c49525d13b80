using System.Management.Automation;
using System.Reflection;

namespace AwsccConnect.Tests.Structure;

/// <summary>The assembled module comes in whole, however and however often it is imported.</summary>
public class ModuleLoadingTests
{
    private static readonly (string Name, object? Value) Module = ("module", Repository.ModuleManifest);

    [Theory]
    [InlineData("Import-Module $module")]
    [InlineData("Import-Module $module; Import-Module $module")]
    [InlineData("Import-Module $module; Import-Module $module -Force")]
    [InlineData("Import-Module $module; 1..3 | ForEach-Object { Import-Module $module -Force }")]
    [InlineData("Import-Module $module; Remove-Module AwsccConnect; Import-Module $module")]
    [InlineData("New-Module -Name Outer { param($m) Import-Module $m -Global } -ArgumentList $module | Import-Module")]
    [InlineData("Import-Module (Split-Path $module)")]
    public void Every_cmdlet_is_there(string script)
    {
        using ModuleSession session = new(import: false);
        session.Run("function Split-Path { [System.IO.Path]::GetDirectoryName($args[0]) }");
        session.Run(script, Module);
        Commands(session).ShouldBe(CmdletsInAssembly(session));
        session.Run("(Get-Module AwsccConnect).ExportedCmdlets.Count").Single().BaseObject.ShouldBe(CmdletsInAssembly(session).Count);
    }

    [Theory]
    [InlineData("Import-Module $module; Import-Module $simulatorModule")]
    [InlineData("Import-Module $simulatorModule; Import-Module $module")]
    [InlineData("Import-Module $module, $simulatorModule; Import-Module $simulatorModule -Force; Import-Module $module -Force")]
    [InlineData("Import-Module $module, $simulatorModule; Remove-Module AwsccConnect*; Import-Module $simulatorModule, $module")]
    public void Both_modules_come_in_whole_in_either_order(string script)
    {
        using ModuleSession session = new(import: false);
        session.Run(script, Module, ("simulatorModule", Repository.SimulatorManifest));
        Commands(session).ShouldBe(CmdletsInAssembly(session));
        session.Run("(Get-Command -Module AwsccConnect.Simulator).Name | Sort-Object").Select(name => name.ToString())
            .ShouldBe(["Get-ConnectSimulator", "Start-ConnectSimulator", "Stop-ConnectSimulator"]);
        session.Run("$simulator = Start-ConnectSimulator -UserCount 1; $simulator.UserCount; $simulator | Stop-ConnectSimulator").Single().BaseObject.ShouldBe(1);
    }

    [Fact]
    public void Removing_takes_the_cmdlets_away()
    {
        using ModuleSession session = new();
        session.Run("Remove-Module AwsccConnect");
        Commands(session).ShouldBeEmpty();
    }

    [Fact]
    public void A_runspace_outlives_an_earlier_one()
    {
        using (ModuleSession first = new())
        {
            Commands(first).ShouldBe(CmdletsInAssembly(first));
        }

        using ModuleSession second = new();
        Commands(second).ShouldBe(CmdletsInAssembly(second));
    }

    [Fact]
    public async Task Parallel_imports_share_the_types()
    {
        using Barrier barrier = new(4);
        Task<Type>[] imports = [.. Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                using ModuleSession session = new(import: false);
                barrier.SignalAndWait();
                session.Run("Import-Module $module, $simulatorModule; Start-ConnectSimulator -UserCount 0 | Stop-ConnectSimulator", Module, ("simulatorModule", Repository.SimulatorManifest));
                Commands(session).ShouldBe(CmdletsInAssembly(session));
                return FirstImplementingType(session);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];

        (await Task.WhenAll(imports)).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void A_copy_in_another_folder_shares_the_types_of_the_original()
    {
        using ModuleCopy copy = new("a folder with spaces [and] brackets");
        using ModuleSession original = new();
        using ModuleSession copied = new(import: false);
        copied.Run("Import-Module ([WildcardPattern]::Escape($module))", ("module", copy.Manifest));

        Commands(copied).ShouldBe(CmdletsInAssembly(original));
        FirstImplementingType(copied).ShouldBe(FirstImplementingType(original));
        FirstImplementingType(original).Assembly.Location.ShouldStartWith(Repository.ModuleRoot);
    }

    private static List<string> Commands(ModuleSession session) =>
        [.. session.Run("Get-Command -Module AwsccConnect").Select(command => ((CommandInfo)command.BaseObject).Name).Order()];

    /// <summary>The names of all classes with a Cmdlet attribute in the assembly that a module's cmdlets come from, sorted.</summary>
    internal static List<string> CmdletsInAssembly(ModuleSession session, string module = "AwsccConnect") =>
        [.. FirstImplementingType(session, module).Assembly.GetTypes().Select(type => type.GetCustomAttribute<CmdletAttribute>()).OfType<CmdletAttribute>()
            .Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}").Order()];

    private static Type FirstImplementingType(ModuleSession session, string module = "AwsccConnect") =>
        ((CmdletInfo)session.Run($"Get-Command -Module {module}")[0].BaseObject).ImplementingType;
}
