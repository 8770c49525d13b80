using System.Globalization;
using AwsccConnect.Core.Stacks.Parsing;
using AwsccConnect.Core.Stacks.Parsing.CloudFormation;

namespace AwsccConnect.Core.Users.Import;

/// <summary>Reads a YAML or JSON document as rows: the users of a CloudFormation template, or a list of users. It has the limits of stack files.</summary>
internal static class DocumentRoster
{
    private const string UsersKey = "users";

    /// <summary>Reads the rows; what is wrong with the document is a row with an error.</summary>
    internal static List<RosterRow> Read(Func<DocumentNode?> read, long length, string name)
    {
        if (length > DocumentLimits.FileBytes)
        {
            return [RosterRow.Bad(name, 1, string.Create(CultureInfo.InvariantCulture, $"The file is larger than {DocumentLimits.FileBytes} bytes."), "Split the file.", isFatal: true)];
        }

        try
        {
            var root = read();
            return root is null or { IsNull: true } ? [RosterRow.Bad(name, 1, "The file is empty.", "Write a list of users.", isFatal: true)]
                : CloudFormationTemplate.IsMatch(root) ? ReadTemplate(CloudFormationTemplate.Read(root), name)
                : [.. ItemsOf(root).Select(ReadUser)];
        }
        catch (ConnectOperationException e)
        {
            return [Bad(e, name, isFatal: true)];
        }
    }

    /// <summary>The row of an error whose message starts with its location, and that with the file's name.</summary>
    private static RosterRow Bad(ConnectOperationException error, string name, bool isFatal = false)
    {
        var end = error.Message.IndexOf(": ", name.Length, StringComparison.Ordinal);
        return new RosterRow([], error.Message[..end], new RosterRowError(error.Message[(end + 2)..], error.Remedy, isFatal));
    }

    private static List<RosterRow> ReadTemplate(CloudFormationTemplate template, string name)
    {
        var rows = new List<RosterRow>();
        if (template.LeftOut(name) is { } note)
        {
            rows.Add(new RosterRow([], name) { Note = note });
        }

        foreach (var user in template.Users)
        {
            rows.AddRange(user.Problems.Select(problem => Bad(problem, name)));
            if (user.Problems.Count == 0)
            {
                rows.Add(new RosterRow(Cells(user.Properties), $"{Source(user.Location)} ({StackErrors.Shorten(user.LogicalId)})"));
            }
        }

        return rows;
    }

    private static IReadOnlyList<DocumentNode> ItemsOf(DocumentNode root)
    {
        if (root is DocumentMap map)
        {
            return map.Find(UsersKey)?.Value is DocumentList users ? users.Items
                : map.Exactly(StackManifest.ResourcesKey) is not null ? throw StackErrors.At(root.Location, "The file is a manifest of a stack, not a roster.", "Use Test-ConnectUserStack and Publish-ConnectUserStack.")
                : map.Entries.Any(entry => UserSchema.TryFind(entry.Key, out _)) ? [map]
                : throw StackErrors.At(root.Location, "The file holds neither a list of users, nor a user, nor a mapping with 'users', nor a CloudFormation template.", "Write '- username: ...' for each user.");
        }

        return root is DocumentList list ? list.Items : throw StackErrors.At(root.Location, $"The file holds {root.Kind}, not a list of users.", "Write '- username: ...' for each user.");
    }

    private static RosterRow ReadUser(DocumentNode item) => item is DocumentMap map
        ? new RosterRow(Cells(map.Entries), Source(map.Location))
        : new RosterRow([], Source(item.Location), new RosterRowError($"A user has to be a mapping of its properties, not {item.Kind}.", "Write username: ..., routing_profile_arn: ... and so on."));

    private static List<KeyValuePair<string, object?>> Cells(IEnumerable<DocumentEntry> entries) =>
        [.. entries.Select(entry => new KeyValuePair<string, object?>(entry.Key, ToValue(entry.Value)))];

    /// <summary>Scalars stay texts: what they mean is for the property to say.</summary>
    private static object? ToValue(DocumentNode node) => node switch
    {
        { IsNull: true } => null,
        DocumentScalar scalar => scalar.Text,
        DocumentList list => list.Items.Select(ToValue).ToArray(),
        DocumentMap map => map.Entries.ToDictionary(entry => entry.Key, entry => ToValue(entry.Value), StringComparer.Ordinal),
        _ => null,
    };

    private static string Source(FileLocation location) => RosterRow.At(location.File, location.Line);
}
