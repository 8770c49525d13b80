using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Tests.Structure;

/// <summary>The catalogue of errors is whole: nothing is thrown that it does not have, and it has nothing that is not thrown or documented.</summary>
public sealed partial class ErrorCatalogueTests
{
    private static readonly string[] Ids = [.. Constants(typeof(ErrorIds)).Select(field => (string)field.GetRawConstantValue()!)];

    private static IEnumerable<string> Sources => new[] { "AwsccConnect", "AwsccConnect.Core" }
        .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin") && Path.GetFileName(file) is not ("ErrorIds.cs" or "ErrorCatalogue.cs"));

    [Fact]
    public void Each_id_has_one_entry() => ErrorCatalogue.Entries.Select(entry => entry.Id).ShouldBe(Ids, ignoreOrder: true);

    [Fact]
    public void Each_entry_has_a_category_of_PowerShell_and_a_remedy()
    {
        foreach (var entry in ErrorCatalogue.Entries)
        {
            Enum.IsDefined(Enum.Parse<ErrorCategory>(entry.Category)).ShouldBeTrue(entry.Id);
            entry.Remedy.ShouldEndWith(".", Case.Sensitive, entry.Id);
        }
    }

    [Fact]
    public void Each_code_of_a_failed_request_has_an_entry()
    {
        foreach (var field in Constants(typeof(HandlerErrorCode)))
        {
            Ids.ShouldContain(((HandlerErrorCode)field.GetValue(null)!).Value);
        }
    }

    [Fact]
    public void Each_exception_of_the_API_has_an_entry()
    {
        foreach (var type in typeof(ThrottlingException).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(AmazonCloudControlApiException))))
        {
            Ids.ShouldContain(ErrorCatalogue.IdOf(type.Name), type.Name);
        }
    }

    [Fact]
    public void A_code_means_one_id() =>
        ErrorCatalogue.Entries.SelectMany(entry => entry.Codes).Concat(Ids).ShouldBeUnique();

    [Fact]
    public void Each_id_is_used_by_the_module_or_is_a_code_of_AWS()
    {
        HashSet<string> used = [.. Sources.SelectMany(file => Reference().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))];
        used.UnionWith(Constants(typeof(HandlerErrorCode)).Select(field => field.Name));
        used.UnionWith(typeof(ThrottlingException).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(AmazonCloudControlApiException))).Select(type => ErrorCatalogue.IdOf(type.Name)));
        Ids.ShouldBeSubsetOf(used);
    }

    [Fact]
    public void No_error_is_made_with_an_id_outside_the_catalogue() =>
        Sources.SelectMany(file => Literal().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}")).ShouldBeEmpty();

    [Fact]
    public void Each_id_is_in_the_help()
    {
        var help = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "en-US"), "*.md", SearchOption.AllDirectories).Select(File.ReadAllText));
        Ids.Where(id => !Regex.IsMatch(help, $@"\b{id}\b", RegexOptions.None, TimeSpan.FromSeconds(10))).ShouldBeEmpty();
    }

    private static FieldInfo[] Constants(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static);

    [GeneratedRegex(@"\bErrorIds\.(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"(new (ConnectOperationException|UserProblem|ErrorRecord)|ErrorRecords\.Create)\(\s*""\w+""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Literal();
}
