using System.Reflection;
using System.Xml.Linq;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Tests.Commands.Binding;

/// <summary>StackQL's column names on the module's objects.</summary>
public sealed class SnakeCaseTests
{
    private static readonly Type[] Types = [.. typeof(ConnectUser).Assembly.GetExportedTypes().Where(type =>
        type == typeof(ConnectUser) || type == typeof(ConnectUserReference) || (type.IsSubclassOf(typeof(ConnectUserPart)) && !type.IsAbstract))];

    [Fact]
    public void Every_property_whose_name_differs_by_more_than_case_has_its_alias_and_no_other()
    {
        var expected = Types.SelectMany(type => type
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => !IsShortcut(type, property.Name))
            .Select(property => (Alias: JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), property.Name))
            .Where(pair => !pair.Alias.Equals(pair.Name, StringComparison.OrdinalIgnoreCase))
            .Select(pair => $"{type.FullName}: {pair.Alias} = {pair.Name}"));
        var written = XDocument.Load(Path.Combine(Repository.ModuleRoot, "AwsccConnect.Types.ps1xml")).Descendants("Type").SelectMany(type => type
            .Descendants("AliasProperty")
            .Select(alias => $"{type.Element("Name")!.Value}: {alias.Element("Name")!.Value} = {alias.Element("ReferencedMemberName")!.Value}"));
        written.ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void The_views_add_nothing_but_aliases() =>
        XDocument.Load(Path.Combine(Repository.ModuleRoot, "AwsccConnect.Types.ps1xml")).Descendants("Members").Elements()
            .Select(member => member.Name.LocalName).Distinct().ShouldBe(["AliasProperty"]);

    private static bool IsShortcut(Type type, string property) =>
        type == typeof(ConnectUser) && (!UserSchema.TryFindPointer("/" + property, out _) || UserSchema.Get(property).ParentName is not null);
}
