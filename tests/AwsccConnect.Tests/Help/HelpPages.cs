using System.Management.Automation;
using AwsccConnect.HelpBuilder;

namespace AwsccConnect.Tests.Help;

/// <summary>The pages of the help.</summary>
internal static class HelpPages
{
    /// <summary>Parameters that every cmdlet has and pages do not list.</summary>
    public static readonly IReadOnlySet<string> CommonParameters =
        new HashSet<string>(PSCmdlet.CommonParameters, StringComparer.Ordinal) { "ProgressAction" };

    private static readonly string Main = Path.Combine(Repository.Root, "docs", "en-US");

    private static readonly string[] Folders = [Main, Path.Combine(Main, "AwsccConnect.Simulator")];

    /// <summary>The names of the cmdlets that have a page.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Folders.SelectMany(HelpBuilder.Program.CmdletPages).Select(page => Path.GetFileNameWithoutExtension(page))];

    /// <summary>The names of the topics.</summary>
    public static IReadOnlyList<string> Topics { get; } =
        [.. Folders.SelectMany(folder => Directory.EnumerateFiles(folder, "about_*.md")).Select(page => Path.GetFileNameWithoutExtension(page)).Order(StringComparer.Ordinal)];

    /// <summary>The names for theories.</summary>
    public static TheoryData<string> NameData => [.. Names];

    /// <summary>The topics for theories.</summary>
    public static TheoryData<string> TopicData => [.. Topics];

    /// <summary>Reads a page.</summary>
    public static HelpPage Read(string name) => HelpPageReader.Read(Folders.Select(folder => Path.Combine(folder, name + ".md")).First(File.Exists));
}
