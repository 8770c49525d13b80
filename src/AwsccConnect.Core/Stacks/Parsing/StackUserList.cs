using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>Reads a list of users, from JSON or YAML: the list itself, a mapping with <c>users</c>, or one user. It is data: templates in it are not evaluated.</summary>
internal static class StackUserList
{
    private const string ProtectedKey = "protected";
    private static readonly string[] Keys = ["version", "name", "description", "region", "users"];

    /// <summary>Reads the document.</summary>
    /// <exception cref="ConnectOperationException">The document is not a list of users (<c>InvalidStackFile</c>).</exception>
    internal static StackDefinition Read(DocumentNode root, string path, StackReadOptions options, CancellationToken cancellationToken)
    {
        var users = new StackUsers(options);
        var bare = root is DocumentList list ? list.Items
            : root is DocumentMap single && single.Find("users") is null && single.Entries.Any(Identifies) ? [single]
            : null;
        if (bare is not null)
        {
            AddAll(bare, options, users, cancellationToken);
            return users.ToDefinition(path);
        }

        var members = DocumentMembers.Read(root, "The file", Keys, comparison: StringComparison.OrdinalIgnoreCase);
        if (!members.Has("users"))
        {
            throw StackErrors.At(root.Location, "The file holds neither 'users' nor 'resources'.", "Write a list of users, a mapping with 'users', or a manifest with 'resources'.");
        }

        members.CheckVersion();
        AddAll(members.Items("users"), options, users, cancellationToken);
        var region = members.TryGet("region", out var entry) ? StackUsers.CheckRegion(members.Text("region")!, entry.Value.Location) : null;
        return users.ToDefinition(path, members.Text("name"), members.Text("description"), region);
    }

    /// <summary>Whether a member says which user it is; <c>name</c>, which rows may use, is the name of the stack here.</summary>
    private static bool Identifies(DocumentEntry member) =>
        !Keys.Contains(member.Key, StringComparer.OrdinalIgnoreCase)
        && UserSchema.TryFind(member.Key, out var property) && property.Name is "Username" or "UserArn";

    private static void AddAll(IReadOnlyList<DocumentNode> items, StackReadOptions options, StackUsers users, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            users.Add(() => ReadUser(item, options));
        }
    }

    private static StackUser ReadUser(DocumentNode item, StackReadOptions options)
    {
        if (item is not DocumentMap map)
        {
            throw StackErrors.At(item.Location, $"A user has to be a mapping of its properties, not {item.Kind}.", "Write username: ..., routing_profile_arn: ... and so on.");
        }

        var cells = new UserCells(map.Location, options.AllowPlainTextPassword);
        var isProtected = false;
        foreach (var entry in map.Entries)
        {
            if (ColumnName.AreEqual(entry.Key, ProtectedKey))
            {
                isProtected = entry.Value.IsNull ? false : (entry.Value as DocumentScalar)?.Boolean
                    ?? throw StackErrors.At(entry.Value.Location, $"'{entry.Key}' has to be true or false.", "Write true for a user that the stack never removes.");
            }
            else if (!UserColumns.IsIgnored(entry.Key) || UserColumns.IsChecksum(entry.Key))
            {
                cells.Add(entry.Key, entry.Location, entry.Value);
            }
        }

        return new StackUser(cells.Read(), ResourceName: null, isProtected);
    }
}
