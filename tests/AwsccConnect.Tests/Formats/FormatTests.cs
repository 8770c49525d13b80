using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Formats;

/// <summary>How the module's objects look on a console.</summary>
public sealed partial class FormatTests : IDisposable
{
    private readonly SimulatedSession _simulated = new();

    public void Dispose() => _simulated.Dispose();

    /// <summary>Type, command that gives objects, columns in 80 columns, columns in 160 columns.</summary>
    public static TheoryData<string, string, string[], string[]> Tables => new()
    {
        {
            "ConnectUser", "Get-ConnectUser -First 3",
            ["Username", "Name", "Routing", "Region", "Email"],
            ["Username", "Name", "Routing", "Region", "Email"]
        },
        { "ConnectUserReference", "Get-ConnectUser -IdentifierOnly -First 3", ["UserId", "Region", "InstanceId"], ["UserId", "Region", "InstanceId"] },
        {
            "ConnectUserRequest", "Get-ConnectUser -First 2 | Set-ConnectUser -FirstName Kim -NoWait",
            ["User", "RequestToken", "Status"],
            ["User", "RequestToken", "Status"]
        },
        {
            "ConnectUserRow", "Import-ConnectUser $roster",
            ["Line", "Username", "Name", "Email", "PhoneType"],
            ["Line", "Username", "Name", "Email", "PhoneType"]
        },
        {
            "ConnectUserStackResult",
            """
            $file = [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), [guid]::NewGuid().ToString() + '.csv')
            [System.IO.File]::WriteAllText($file, "Username,LastName`nkate.lopez,Other`nerik.rossi,Rossi`n")
            try { Test-ConnectUserStack $file -InstanceArn contact-centre } finally { [System.IO.File]::Delete($file) }
            """,
            ["Username", "Status", "Outcome", "Differences"],
            ["Username", "Status", "Outcome", "Differences"]
        },
        { "ConnectInstance", "Get-ConnectInstance", ["Alias", "Id", "Region", "Identity"], ["Alias", "Id", "Region", "Identity"] },
        { "ConnectRoutingProfile", "Get-ConnectRoutingProfile", ["Name", "Id", "Description"], ["Name", "Id", "Description"] },
        { "ConnectSecurityProfile", "Get-ConnectSecurityProfile", ["Name", "Id", "Description"], ["Name", "Id", "Description"] },
        { "ConnectHierarchyGroup", "Get-ConnectHierarchyGroup", ["Name", "Id", "Path"], ["Name", "Id", "Path"] },
        {
            "ConnectSimulator", "$simulator",
            ["Url", "Region", "InstanceAlias", "Users", "Calls", "Running"],
            ["Url", "Region", "InstanceAlias", "Users", "Calls", "Running"]
        },
        {
            "SimulatorCall", "Get-ConnectUser -First 1 | Out-Null; $simulator.Calls",
            ["Call", "Time", "Operation", "Outcome", "Status", "ms", "Subject"],
            ["Call", "Time", "Operation", "Outcome", "Status", "ms", "Subject"]
        },
        {
            "SimulatorFault",
            "$simulator.Faults.AddJson('[{\"name\":\"slow reads\",\"operation\":\"Get*\",\"kind\":\"Slow\",\"probability\":0.5}]'); $simulator.Faults.Rules",
            ["Name", "Kind", "Operation", "User", "Probability", "Hits", "Matches"],
            ["Name", "Kind", "Operation", "User", "Probability", "Hits", "Matches"]
        },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Objects_are_shown_as_a_table(string type, string command, string[] narrow, string[] wide)
    {
        IReadOnlyList<PSObject> objects = _simulated.Run(command, ("roster", Path.Combine(Repository.Root, "examples", "agents.csv")));
        objects.ShouldNotBeEmpty();
        objects.ShouldAllBe(item => item.TypeNames.Contains($"AwsccConnect.{type}"));
        _simulated.Run("Set-StrictMode -Version 3; $Error.Clear()");
        foreach ((int width, string[] columns) in new[] { (80, narrow), (160, wide) })
        {
            string[] lines = [.. Lines(_simulated.Session.Render(objects, width)).Where(line => line != "   File: agents.csv")];
            Words(lines[0]).ShouldBe(columns);
            lines.Length.ShouldBe(objects.Count + 2, "one line each, below the header and its rule");
            lines.ShouldAllBe(line => line.Length <= width);
            lines.ShouldAllBe(line => !line.Contains("#ERR", StringComparison.Ordinal));
            if (width == 160)
            {
                lines.ShouldAllBe(line => !CutValue().IsMatch(line), "nothing but ids is cut in a wide console");
            }
        }

        _simulated.Run("$Error.Count").ShouldHaveSingleItem().BaseObject.ShouldBe(0, "the views hold in strict mode");
    }

    [Fact]
    public void A_users_row_names_it_completely_in_80_columns()
    {
        dynamic user = _simulated.Run("Get-ConnectUser -Username sara.smith").ShouldHaveSingleItem();
        string row = Lines(_simulated.Session.Render([user], 80))[2];
        row.ShouldMatch("^sara\\.smith +Sara Smith +[0-9a-f]{8}… +eu-west-2 +sara\\.smith@example\\.com$");
    }

    [Theory]
    [InlineData(42, "Username,Name,Routing,Region")]
    [InlineData(80, "Username,Name,Routing,Region,Email")]
    public void What_has_no_room_is_left_out_from_the_right(int width, string columns)
    {
        IReadOnlyList<PSObject> users = _simulated.Run("Get-ConnectUser -Username sara.smith");
        string[] lines = Lines(_simulated.Session.Render(users, width));
        Words(lines[0]).ShouldBe(columns.Split(','));
        lines[2].ShouldMatch("^sara\\.smith +Sara Smith [0-9a-f]{8}… eu-west-2");
        lines[2].Count(character => character == '…').ShouldBe(1, "columns are left out whole");
    }

    [Fact]
    public void Routing_profiles_that_are_known_by_name_fit_80_columns()
    {
        _simulated.Run("$null = Get-ConnectRoutingProfile");
        IReadOnlyList<PSObject> users = _simulated.Run("Get-ConnectUser -Username sara.smith");
        Lines(_simulated.Session.Render(users, 80))[2].ShouldBe("sara.smith Sara Smith Support Tier 1 eu-west-2 sara.smith@example.com");
    }

    [Fact]
    public void Levels_of_proficiencies_have_no_more_digits_than_they_need()
    {
        IReadOnlyList<PSObject> proficiencies = _simulated.Run("(Get-ConnectUser -Username sara.smith).UserProficiencies");
        string[] lines = Lines(_simulated.Session.Render(proficiencies, 80));
        Words(lines[0]).ShouldBe(["AttributeName", "AttributeValue", "Level"]);
        lines[2].ShouldMatch("^connect:Language connect:French +2$");
    }

    [Fact]
    public void The_status_of_a_request_is_plain_where_the_console_has_no_colours()
    {
        object[] requests =
        [
            .. _simulated.Run(
                """
                'SUCCESS', 'FAILED', 'CANCEL_COMPLETE', 'IN_PROGRESS', "`e[31mODD" | ForEach-Object {
                    [pscustomobject] @{ PSTypeName = 'AwsccConnect.ConnectUserRequest'; User = 'a.a'; OperationStatus = $_ }
                }
                """),
        ];
        string text = _simulated.Session.Render(requests, 160);
        Lines(text)[2..].Select(line => Words(line)[1]).ShouldBe(["SUCCESS", "FAILED", "CANCEL_COMPLETE", "IN_PROGRESS", "?[31mODD"]);
        text.ShouldNotContain("\u001b");
    }

    [Theory]
    [InlineData(80)]
    [InlineData(160)]
    public void The_token_of_a_request_is_whole_beside_a_long_user_and_an_error(int width)
    {
        IReadOnlyList<PSObject> requests = _simulated.Run(
            """
            'a.a', 'firstname.lastname', ('x' * 60), 'arn:aws:connect:eu-west-2:123456789012:instance/i/agent/5f68106d-7d15-4a66-9b11-8c2a7ec84d66' | ForEach-Object {
                [pscustomobject] @{
                    PSTypeName = 'AwsccConnect.ConnectUserRequest'; User = $_; RequestToken = '17dd10c8-82cb-4c64-a707-8c53a59080b0'
                    Operation = 'CREATE'; OperationStatus = 'FAILED'; ErrorCode = 'AlreadyExists'
                }
            }
            """);
        string[] lines = Lines(_simulated.Session.Render([.. requests], width));
        lines.Length.ShouldBe(requests.Count + 2, "the header and each request has one line");
        lines[2..].ShouldAllBe(line => line.Contains(" 17dd10c8-82cb-4c64-a707-8c53a59080b0", StringComparison.Ordinal));
        lines[5].ShouldStartWith("5f68106d… ");
        lines[2..].ShouldAllBe(line => line.Contains(" CREATE FAI", StringComparison.Ordinal));
        Lines(_simulated.Session.Render([requests[0]], width))[2].ShouldEndWith(" CREATE FAILED: AlreadyExists");
    }

    [Fact]
    public void Escape_sequences_and_direction_marks_do_not_reach_the_terminal()
    {
        IReadOnlyList<PSObject> users = _simulated.Run(
            """
            $user = Get-ConnectUser -First 1
            $user.FirstName = "`e[31mRed"
            $user.LastName = "`u{202E}txet"
            $user.Email = "a`r`nb@example.com"
            $user
            """);
        string text = _simulated.Session.Render(users, 160);
        text.ShouldContain("?[31mRed ?txet");
        text.ShouldContain("a??b@example.com");
        text.ShouldNotContain("\u001b");
        text.ShouldNotContain("\u202e");
    }

    [Fact]
    public void One_long_value_does_not_push_the_other_columns_out()
    {
        IReadOnlyList<PSObject> users = _simulated.Run("$user = Get-ConnectUser -First 1; $user.FirstName = 'x' * 255; $user");
        string[] lines = Lines(_simulated.Session.Render(users, 160));
        Words(lines[0]).ShouldBe(["Username", "Name", "Routing", "Region", "Email"]);
        lines[2].ShouldContain($" {new string('x', 29)}… ");
        lines[2].ShouldMatch(" eu-west-2 [a-z.]+@example\\.com$");
    }

    [Fact]
    public void Objects_without_any_value_are_shown_without_errors()
    {
        foreach (string type in ViewedTypes("TableControl"))
        {
            IReadOnlyList<PSObject> objects = _simulated.Run("$Error.Clear(); [pscustomobject] @{ PSTypeName = $type; Other = 1 }", ("type", type));
            string text = _simulated.Session.Render(objects, 160);
            text.ShouldContain("---", Case.Sensitive, type);
            text.ShouldNotContain("#ERR", Case.Sensitive, type);
            _simulated.Run("$Error.Count").ShouldHaveSingleItem().BaseObject.ShouldBe(0, type);
        }
    }

    [Fact]
    public void Every_type_that_commands_give_has_a_table_and_a_list()
    {
        string[] types = [.. _simulated.Run("(Get-Command -Module AwsccConnect).OutputType.Name").Select(name => name.ToString()).Distinct().Except(["System.String", "System.Boolean"])];
        types.ShouldNotBeEmpty();
        types.ShouldBeSubsetOf(ViewedTypes("TableControl"));
        types.ShouldBeSubsetOf(ViewedTypes("ListControl"));
        ViewedTypes("WideControl").ShouldBe(["AwsccConnect.ConnectUser"]);
    }

    private static string[] ViewedTypes(string control) =>
    [
        .. XDocument.Load(Path.Combine(Repository.ModuleRoot, "AwsccConnect.Format.ps1xml")).Descendants("View")
            .Where(view => view.Element(control) is not null)
            .Select(view => view.Element("ViewSelectedBy")!.Element("TypeName")!.Value),
    ];

    private static string[] Lines(string text) =>
        [.. text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];

    private static string[] Words(string line) => Spaces().Split(line.Trim());

    [GeneratedRegex("(?<! [0-9a-f]{8})…")]
    private static partial Regex CutValue();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
