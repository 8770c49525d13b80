using System.Management.Automation;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Commands.Binding;

/// <summary>What the parameters bind from, read from the commands' own metadata.</summary>
public sealed class ParameterMetadataTests : IDisposable
{
    private static readonly string[] Connection =
        ["AccessKey", "SecretKey", "SessionToken", "ProfileName", "ProfileLocation", "Credential", "EndpointUrl", "RoleArn", "ThrottleLimit", "Region"];

    private readonly ModuleSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("Get-ConnectUser", "InputObject")]
    [InlineData("New-ConnectUser", "InputObject")]
    [InlineData("Set-ConnectUser", "InputObject")]
    [InlineData("Remove-ConnectUser", "InputObject")]
    [InlineData("Get-ConnectUserRequest", "InputObject")]
    [InlineData("Wait-ConnectUserRequest", "InputObject")]
    [InlineData("Stop-ConnectUserRequest", "InputObject")]
    [InlineData("Import-ConnectUser", "Path")]
    public void One_parameter_takes_pipeline_input(string command, string parameter)
    {
        Parameters(command).Where(item => FromPipeline(item)).Select(item => item.Name).ShouldBe([parameter]);
        string[] byName = command == "Import-ConnectUser" ? ["LiteralPath"] : [];
        Parameters(command).Where(item => ByPropertyName(item)).Select(item => item.Name).ShouldBe(byName);
    }

    [Fact]
    public void Connection_parameters_never_bind_from_the_pipeline()
    {
        CommandInfo[] commands = [.. _session.Run("Get-Command -Module AwsccConnect").Select(item => (CommandInfo)item.BaseObject)];
        commands.Length.ShouldBeGreaterThan(8);
        foreach (CommandInfo command in commands)
        {
            command.Parameters.Values
                .Where(parameter => Connection.Contains(parameter.Name) && (FromPipeline(parameter) || ByPropertyName(parameter)))
                .Select(parameter => $"{command.Name} -{parameter.Name}")
                .ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("Get-ConnectUser")]
    [InlineData("New-ConnectUser")]
    [InlineData("Set-ConnectUser")]
    [InlineData("Remove-ConnectUser")]
    [InlineData("Get-ConnectUserRequest")]
    [InlineData("Wait-ConnectUserRequest")]
    [InlineData("Stop-ConnectUserRequest")]
    [InlineData("Get-ConnectInstance")]
    [InlineData("Get-ConnectRoutingProfile")]
    [InlineData("Get-ConnectSecurityProfile")]
    [InlineData("Get-ConnectHierarchyGroup")]
    public void Connection_parameters_have_the_names_and_aliases_of_AWS_Tools(string command)
    {
        Dictionary<string, ParameterMetadata> parameters = Parameters(command).ToDictionary(item => item.Name);
        parameters.Keys.Intersect(Connection).ShouldBe(Connection, ignoreOrder: true);
        parameters["AccessKey"].Aliases.ShouldBe(["AK"]);
        parameters["SecretKey"].Aliases.ShouldBe(["SK", "SecretAccessKey"], ignoreOrder: true);
        parameters["SessionToken"].Aliases.ShouldBe(["ST"]);
        parameters["ProfileName"].Aliases.ShouldBe(["StoredCredentials", "AWSProfileName"], ignoreOrder: true);
        parameters["ProfileLocation"].Aliases.ShouldBe(["AWSProfilesLocation", "ProfilesLocation"], ignoreOrder: true);
        parameters["Region"].Aliases.ShouldBe(["RegionToCall"]);
        parameters["Region"].ParameterType.ShouldBe(command.StartsWith("Get-", StringComparison.Ordinal) ? typeof(string[]) : typeof(string));
        parameters["Credential"].ParameterType.ShouldBe(typeof(object));
    }

    [Theory]
    [InlineData("Get-ConnectUser")]
    [InlineData("Set-ConnectUser")]
    [InlineData("Remove-ConnectUser")]
    public void Identifier_is_an_array_at_position_0_with_the_names_of_the_property(string command)
    {
        ParameterMetadata identifier = Parameter(command, "Identifier");
        identifier.ParameterType.ShouldBe(typeof(string[]));
        identifier.Aliases.ShouldBe(["UserArn", "Arn"], ignoreOrder: true);
        ParameterSetMetadata set = identifier.ParameterSets["Identifier"];
        set.IsMandatory.ShouldBeTrue();
        set.Position.ShouldBe(0);
        Parameter(command, "InputObject").ParameterType.ShouldBe(typeof(PSObject));
        Parameter(command, "InputObject").ParameterSets["InputObject"].IsMandatory.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Get-ConnectUser", "List")]
    [InlineData("New-ConnectUser", "Property")]
    [InlineData("Set-ConnectUser", "InputObject")]
    [InlineData("Remove-ConnectUser", "InputObject")]
    [InlineData("Import-ConnectUser", "Path")]
    public void The_default_parameter_set(string command, string set) =>
        Command(command).ParameterSets.Single(item => item.IsDefault).Name.ShouldBe(set);

    [Fact]
    public void The_only_other_positions_are_those_of_names_and_paths()
    {
        Parameter("New-ConnectUser", "Username").ParameterSets["Property"].Position.ShouldBe(0);
        Parameter("Import-ConnectUser", "Path").ParameterSets["Path"].Position.ShouldBe(0);
        foreach (string command in new[] { "Get-ConnectUser", "New-ConnectUser", "Set-ConnectUser", "Remove-ConnectUser" })
        {
            Parameters(command)
                .Where(item => item.ParameterSets.Values.Any(set => set.Position != int.MinValue))
                .ShouldHaveSingleItem(command);
        }
    }

    [Theory]
    [InlineData("RoutingProfile", "RoutingProfileArn")]
    [InlineData("SecurityProfile", "SecurityProfileArn", "SecurityProfileArns")]
    [InlineData("HierarchyGroup", "HierarchyGroupArn")]
    [InlineData("Tag", "Tags")]
    [InlineData("Proficiency", "UserProficiency", "UserProficiencies")]
    [InlineData("AutoAcceptConfig", "AutoAcceptConfigs")]
    [InlineData("AfterContactWorkConfig", "AfterContactWorkConfigs")]
    [InlineData("PhoneNumberConfig", "PhoneNumberConfigs")]
    [InlineData("PersistentConnectionConfig", "PersistentConnectionConfigs")]
    [InlineData("VoiceEnhancementConfig", "VoiceEnhancementConfigs")]
    public void Property_parameters_answer_to_the_documented_names(string parameter, params string[] aliases)
    {
        Parameter("New-ConnectUser", parameter).Aliases.ShouldBe(aliases, ignoreOrder: true);
        Parameter("Set-ConnectUser", parameter).Aliases.ShouldBe(aliases, ignoreOrder: true);
    }

    [Theory]
    [InlineData("New-ConnectUser", ConfirmImpact.Medium)]
    [InlineData("Set-ConnectUser", ConfirmImpact.Medium)]
    [InlineData("Remove-ConnectUser", ConfirmImpact.High)]
    [InlineData("Stop-ConnectUserRequest", ConfirmImpact.Medium)]
    public void Commands_that_change_something_support_WhatIf_and_Confirm(string command, ConfirmImpact impact)
    {
        Parameters(command).Select(item => item.Name).ShouldContain("WhatIf");
        Parameters(command).Select(item => item.Name).ShouldContain("Confirm");
        CmdletAttribute attribute = ((CmdletInfo)Command(command)).ImplementingType.GetCustomAttributes(true).OfType<CmdletAttribute>().Single();
        attribute.ConfirmImpact.ShouldBe(impact);
    }

    [Theory]
    [InlineData("Password")]
    [InlineData("DirectoryUserId")]
    [InlineData("NewUsername")]
    public void Set_has_no_parameter_for_what_AWS_cannot_change(string parameter) =>
        Parameters("Set-ConnectUser").SelectMany(item => item.Aliases.Append(item.Name)).ShouldNotContain(parameter);

    private static bool FromPipeline(ParameterMetadata parameter) => parameter.ParameterSets.Values.Any(set => set.ValueFromPipeline);

    private static bool ByPropertyName(ParameterMetadata parameter) => parameter.ParameterSets.Values.Any(set => set.ValueFromPipelineByPropertyName);

    private CommandInfo Command(string name) => (CommandInfo)_session.Run("Get-Command $name", ("name", name)).Single().BaseObject;

    private Dictionary<string, ParameterMetadata>.ValueCollection Parameters(string command) => Command(command).Parameters.Values;

    private ParameterMetadata Parameter(string command, string name) => Command(command).Parameters[name];
}
