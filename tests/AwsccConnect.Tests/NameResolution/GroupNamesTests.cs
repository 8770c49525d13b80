using AwsccConnect.Tests.Commands;

namespace AwsccConnect.Tests.NameResolution;

/// <summary>The name of a hierarchy group that is shown with a user: its own, or the path where several have the name.</summary>
public sealed class GroupNamesTests : SimulatorTestBase
{
    private const string Type = "AWS::Connect::UserHierarchyGroup";
    private const string Shown = "Get-ConnectUser -InstanceArn contact-centre | ForEach-Object HierarchyGroup";

    private readonly Dictionary<string, string> _groups = [];

    /// <summary>What is shown for the users u0, u1 ..., whose groups are <see cref="_groups"/> in order.</summary>
    private static readonly string[] Expected = ["Leeds Sales", "Leeds/Leeds Sales/Night", "Manila/Night", "/Leeds", "Manila/Leeds"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var group in Run("Get-ConnectHierarchyGroup -AccessKey AKIDSETUP"))
        {
            _groups[(string)group.Properties["Path"].Value] = (string)group.Properties["Arn"].Value;
        }

        AddGroup("Leeds/Leeds Sales", "Night");
        AddGroup("Manila", "Night");
        AddGroup("Manila", "Leeds");
        foreach (var (path, number) in Expected.Select((text, number) => (text == "Leeds Sales" ? "Leeds/Leeds Sales" : text.TrimStart('/'), number)))
        {
            AddUser($"u{number}", user => user["HierarchyGroupArn"] = _groups[path]);
        }

        Simulator.ClearCalls();
    }

    [Fact]
    public void Is_the_path_only_where_several_have_the_name_and_only_those_are_read()
    {
        Texts(Shown).ShouldBe(Expected);
        ReadGroups().ShouldBe(
            new[] { "Leeds/Leeds Sales/Night", "Manila/Night", "Manila/Leeds", "Leeds/Leeds Sales", "Leeds", "Manila" }.Select(path => _groups[path]), ignoreOrder: true);
        Calls("ListUserHierarchyGroups").Count.ShouldBe(1);
        Simulator.ClearCalls();

        Texts(Shown).ShouldBe(Expected);
        ReadGroups().ShouldBeEmpty();
        Texts("(Get-ConnectUser -InstanceArn contact-centre -Username u0 -AccessKey AKIDOTHER).HierarchyGroup").ShouldBe(["Leeds Sales"]);
        ReadGroups().ShouldBeEmpty("no user that is shown has a group of a shared name");
    }

    [Fact]
    public void Is_the_same_however_it_was_read()
    {
        Run("$users = Get-ConnectUser -InstanceArn contact-centre; $before = $users.HierarchyGroup; $sums = $users.Checksum; Get-ConnectHierarchyGroup | Out-Null");
        Texts("$before").ShouldBe(Expected);
        Texts("$users.HierarchyGroup; " + Shown).ShouldBe([.. Expected, .. Expected]);
        Run("Get-ConnectUser -AccessKey AKIDOTHER | Export-ConnectUserStack $folder/team.yaml -UseName -AccessKey AKIDOTHER");
        File.ReadAllText(Path.Combine(Folder, "team.yaml")).ShouldContain("'Leeds/Leeds Sales'", customMessage: "stacks have paths");
        Texts("(Get-ConnectUser -InstanceArn contact-centre -AccessKey AKIDOTHER).HierarchyGroup").ShouldBe(Expected);
        Run("Get-ConnectUser -InstanceArn $instance -HierarchyGroup Lisbon -AccessKey AKIDOTHER"); // lists the names again, without paths
        Texts("$users.HierarchyGroup").ShouldBe(Expected);

        Simulator.Deny("connect:*");
        Texts("(Get-ConnectUser -InstanceArn $instance -AccessKey AKIDDENIED -RoleArn arn:aws:iam::123456789012:role/Handlers | ForEach-Object { $_.HierarchyGroup })").ShouldBe(Expected);
        Texts("@(Get-ConnectUser -InstanceArn $instance -AccessKey AKIDDENIED -RoleArn arn:aws:iam::123456789012:role/Handlers).Checksum -join ' ' -eq ($sums -join ' ')").ShouldBe(["True"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-AccessKey AKIDCOLD")]
    public void Is_taken_back_for_the_same_group(string key)
    {
        Run($"$shown = {Shown}; $target = Get-ConnectUser -InstanceArn contact-centre -Username u0");
        Simulator.ClearCalls();

        for (var number = Expected.Length - 1; number >= 0; number--)
        {
            Run($"Set-ConnectUser $target.UserArn -HierarchyGroup $shown[{number}] {key}");
            ((string)State("u0")["HierarchyGroupArn"]!).ShouldBe((string)State($"u{number}")["HierarchyGroupArn"]!, Expected[number]);
        }

        (Calls("ListUserHierarchyGroups").Count + ReadGroups().Count()).ShouldBe(key.Length == 0 ? 0 : 1 + 6);
        Texts("(Compare-ConnectUser $target @{ HierarchyGroup = $shown[1] }).PatchDocument").ShouldHaveSingleItem().ShouldContain(_groups["Leeds/Leeds Sales/Night"]);
    }

    [Fact]
    public void With_a_slash_in_it_is_no_name_to_show()
    {
        AddGroup("", "A/B");
        var top = _groups["A/B"];
        AddGroup("", "A");
        AddGroup("A", "C");
        AddGroup("", "D/E");
        AddGroup("A", "B");
        AddUser("v0", user => user["HierarchyGroupArn"] = _groups["A/B"]);
        AddUser("v1", user => user["HierarchyGroupArn"] = _groups["A/C"]);
        AddUser("v2", user => user["HierarchyGroupArn"] = _groups["D/E"]);
        AddUser("v3", user => user["HierarchyGroupArn"] = top);
        const string users = "Get-ConnectUser -InstanceArn $instance -Username v* -RoleArn arn:aws:iam::123456789012:role/Handlers | ForEach-Object HierarchyGroup";

        var shown = Texts(users);
        Simulator.Deny("connect:*");

        shown.ShouldBe(["B", "C", "D/E", top.Split('/')[^1]]);
        Texts($"$PSDefaultParameterValues['*-Connect*:AccessKey'] = 'AKIDDENIED'; {users}").ShouldBe(shown);
    }

    private IEnumerable<string?> ReadGroups() => Simulator.Calls.Where(call => call.Operation == "GetResource" && call.TypeName == Type).Select(call => call.Identifier);

    private void AddGroup(string parent, string name)
    {
        var path = parent.Length == 0 ? name : $"{parent}/{name}";
        var arn = _groups[path] = $"{Simulator.InstanceArn}/agent-group/{_groups.Count:x8}-0000-4000-8000-000000000000";
        JsonObject group = new() { ["InstanceArn"] = Simulator.InstanceArn, ["UserHierarchyGroupArn"] = arn, ["Name"] = name };
        if (parent.Length > 0)
        {
            group["ParentGroupArn"] = _groups[parent];
        }

        Simulator.SetProperties(Type, arn, group.ToJsonString());
    }
}
