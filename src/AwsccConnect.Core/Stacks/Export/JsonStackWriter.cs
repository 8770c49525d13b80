using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Stacks.Export;

/// <summary>Writes a stack as a list of users in JSON.</summary>
internal static class JsonStackWriter
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Writes the list.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<StackEntry> users)
    {
        writer.Write(new JsonArray([.. users.Select(user => user.Properties.DeepClone())]).ToJsonString(Options).Replace("\r\n", "\n", StringComparison.Ordinal));
        writer.Write('\n');
    }
}
