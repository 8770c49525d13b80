using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Export;

/// <summary>Writes a stack as a list of users in JSON.</summary>
internal static class JsonStackWriter
{
    /// <summary>Writes the list.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<StackEntry> users)
    {
        writer.Write(JsonText.WriteIndented(new JsonArray([.. users.Select(user => user.Properties.DeepClone())])));
        writer.Write('\n');
    }
}
