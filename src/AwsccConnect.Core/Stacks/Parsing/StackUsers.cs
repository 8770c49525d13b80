using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>Collects the users of a stack: completes them, and reports those that cannot be read or are duplicates.</summary>
internal sealed class StackUsers(StackReadOptions options)
{
    private readonly List<StackUser> _users = [];
    private readonly List<StackUser> _skipped = [];
    private readonly List<ConnectOperationException> _errors = [];
    private readonly List<string> _unknownColumns = [];
    private readonly HashSet<string> _knownUnknown = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string?> _instances = [];
    private int _blankRows;
    private readonly Dictionary<string, string> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses what can be no Region: it becomes part of the name of the host that is called.</summary>
    /// <exception cref="ConnectOperationException">It is not the name of one (<c>InvalidStackFile</c>).</exception>
    internal static string CheckRegion(string region, FileLocation location)
    {
        var name = region.Trim().ToLowerInvariant();
        return name.Length is > 0 and <= 32 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? name : throw StackErrors.At(
            location, $"The region '{StackErrors.Shorten(region)}' is not the name of an AWS Region.", "Give a Region such as eu-west-2, or leave it out for the session's.");
    }

    /// <summary>Reads a user and adds it, or the error of it.</summary>
    internal void Add(Func<StackUser> read)
    {
        try
        {
            var user = Complete(read());
            CheckTwice(user);
            _users.Add(user);
        }
        catch (ConnectOperationException e) when (!e.EndsCommand)
        {
            _errors.Add(e);
        }
    }

    /// <summary>Adds a user whose condition is false; one that cannot be identified is left out.</summary>
    internal void Skip(StackUser user)
    {
        if (user.Row.Identifier is not null || user.Row.UserId is not null || user.Row.Username is not null)
        {
            _skipped.Add(user with { Row = Complete(user.Row) });
        }
    }

    internal void Fail(ConnectOperationException error) => _errors.Add(error);

    /// <summary>Counts a row without a cell that has a text.</summary>
    internal void SkipBlankRow() => _blankRows++;

    internal void AddUnknown(IEnumerable<string> columns) => _unknownColumns.AddRange(columns.Where(_knownUnknown.Add));

    internal StackDefinition ToDefinition(string path, string? nameInFile = null, string? description = null, string? region = null, string? note = null)
    {
        var (name, origin) = options.Name is not null ? (options.Name, "from -Name")
            : nameInFile is not null ? (nameInFile, "from the file")
            : (Path.GetFileNameWithoutExtension(path), "from the file's name");
        StackNames.Check(name, origin, options.Environment);
        return new StackDefinition
        {
            Name = name,
            Environment = string.IsNullOrEmpty(options.Environment) ? null : options.Environment,
            Description = description,
            Path = path,
            Region = region,
            Users = [.. _users.Select(Move)],
            SkippedUsers = [.. _skipped.Select(Move)],
            Errors = _errors,
            UnknownColumns = _unknownColumns,
            BlankRows = _blankRows,
            Note = note,
        };
    }

    private StackUser Complete(StackUser user)
    {
        var row = user.Row;
        if (row.Identifier is null && row.UserId is null && row.Username is null)
        {
            throw new ConnectOperationException(ErrorIds.MissingIdentity, $"{user.Source}: The user has neither a username nor an ARN.", "Give it a username.");
        }

        var complete = Complete(row);
        return complete.Identifier is not null || complete.InstanceArn is not null ? user with { Row = complete } : throw new ConnectOperationException(
            ErrorIds.MissingIdentity, $"{user.Source}: The user '{row.Username ?? row.UserId}' names no instance.", "Give it an instance_arn, or give -InstanceArn for all users of the file.");
    }

    private UserRow Complete(UserRow row)
    {
        _instances.Add(row.Identifier is null && row.UserId is null ? row.InstanceArn : null);
        var instance = row.InstanceArn ?? (row.Identifier is null ? options.InstanceArn : null);
        var isArn = ConnectArn.TryParse(instance, out var arn);
        return (isArn && row.UserId is not null ? row.WithIdentifier(instance!) : row) with
        {
            InstanceArn = instance,
            Region = row.Region ?? arn?.Region,
            // A file neither declares the ownership nor changes AWS's own tags; an export carries both.
            Changes = StackOwnership.WithoutReserved(row.Changes),
        };
    }

    /// <summary>The user in the instance of the command, where the file is about another one.</summary>
    private StackUser Move(StackUser user) => options is { MovesUsers: true, InstanceArn: { } instance } && _instances.Count == 1 && !_instances.Contains(null)
        ? user with { Row = user.Row with { InstanceArn = instance, Region = ConnectArn.TryParse(instance, out var arn) ? arn.Region : user.Row.Region } }
        : user;

    private void CheckTwice(StackUser user)
    {
        var keys = KeysOf(user.Row).ToList();
        if (keys.Find(_seen.ContainsKey) is { } key)
        {
            throw new ConnectOperationException(
                ErrorIds.DuplicateUser, $"{user.Source}: The user '{user.Row.Username ?? user.Row.Identifier ?? user.Row.UserId}' is in the file twice; the first is at {_seen[key]}.");
        }

        foreach (var own in keys)
        {
            _seen[own] = user.Source;
        }
    }

    private static IEnumerable<string> KeysOf(UserRow row)
    {
        var user = ConnectArn.TryParse(row.Identifier, out var parsed) ? parsed : null;
        if (row.Identifier is { } identifier)
        {
            yield return identifier;
        }

        foreach (var name in new[] { row.UserId, row.Username }.OfType<string>())
        {
            // The id of an instance is unique; an alias is so within a Region.
            var instance = ConnectArn.TryParse(row.InstanceArn, out var arn) ? arn.InstanceId
                : user?.InstanceId ?? (Guid.TryParse(row.InstanceArn, out _) ? row.InstanceArn : $"{row.InstanceArn}@{row.Region}");
            yield return $"{instance}\n{name}";
        }
    }
}
