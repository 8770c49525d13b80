using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;
using AwsccConnect.Core.Users;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Commands.Binding;

/// <summary>StackQL's column names on the module's objects.</summary>
public sealed class SnakeCaseTests : SimulatorTestBase
{
    private static readonly Type[] Types = [.. typeof(ConnectUser).Assembly.GetExportedTypes().Where(type =>
        type == typeof(ConnectUser) || type == typeof(ConnectUserReference) || (type.IsSubclassOf(typeof(ConnectUserPart)) && !type.IsAbstract))];

    protected override SimulatorOptions Options => new() { UserCount = 25 };

    [Fact]
    public void Every_property_whose_name_differs_by_more_than_case_has_its_alias_and_no_other()
    {
        IEnumerable<string> expected = Types.SelectMany(type => type
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => !IsShortcut(type, property.Name))
            .Select(property => (Alias: SnakeCase.From(property.Name), property.Name))
            .Where(pair => !pair.Alias.Equals(pair.Name, StringComparison.OrdinalIgnoreCase))
            .Select(pair => $"{type.FullName}: {pair.Alias} = {pair.Name}"));
        IEnumerable<string> written = XDocument.Load(Path.Combine(Repository.ModuleRoot, "AwsccConnect.Types.ps1xml")).Descendants("Type").SelectMany(type => type
            .Descendants("AliasProperty")
            .Select(alias => $"{type.Element("Name")!.Value}: {alias.Element("Name")!.Value} = {alias.Element("ReferencedMemberName")!.Value}"));
        written.ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void The_views_add_nothing_but_aliases() =>
        XDocument.Load(Path.Combine(Repository.ModuleRoot, "AwsccConnect.Types.ps1xml")).Descendants("Members").Elements()
            .Select(member => member.Name.LocalName).Distinct().ShouldBe(["AliasProperty"]);

    [Fact]
    public void A_StackQL_query_translates_word_for_word()
    {
        PSObject user = Run(
            """
            $u = @(Get-ConnectUser | Where-Object { $_.user_proficiencies.Count -and -not $_.auto_accept_configs.Count })[0]
            [pscustomobject]@{
                region = $u.region; user_arn = $u.user_arn; instance_arn = $u.instance_arn; username = $u.username; routing_profile_arn = $u.routing_profile_arn
                phone_type = $u.phone_config.phone_type; first_name = $u.identity_info.first_name; hierarchy_group_arn = $u.hierarchy_group_arn
                level = $u.user_proficiencies[0].level; attribute_name = $u.user_proficiencies[0].attribute_name; key = $u.tags[0].key; security = $u.security_profile_arns.Count
            }
            """).Single();
        foreach (PSPropertyInfo property in user.Properties)
        {
            property.Value.ShouldNotBeNull(property.Name);
        }

        user.Properties["user_arn"].Value.ShouldBe(Run("$u.UserArn").Single().BaseObject);
        user.Properties["attribute_name"].Value.ShouldBe("connect:Language");
        Run("$u | Where-Object user_arn -like '*/agent/*'").ShouldHaveSingleItem();
        // How Select-Object, Sort-Object, Group-Object and Format-Table look a name up.
        Run("[Microsoft.PowerShell.Commands.PSPropertyExpression]::new('user_arn').GetValues($u).Result").Single().BaseObject.ShouldBe(user.Properties["user_arn"].Value);
        Texts("Get-ConnectUser -IdentifierOnly -First 1 | ForEach-Object user_arn").Single().ShouldContain("/agent/");
    }

    [Fact]
    public void Username_is_not_shadowed_by_an_alias() =>
        Run("(Get-ConnectUser -First 1).psobject.Properties['username'].MemberType").Single().BaseObject.ShouldBe(PSMemberTypes.Property);

    private static bool IsShortcut(Type type, string property) =>
        type == typeof(ConnectUser) && (!UserSchema.TryFindPointer("/" + property, out _) || UserSchema.Get(property).ParentName is not null);
}
