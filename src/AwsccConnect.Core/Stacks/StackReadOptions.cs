namespace AwsccConnect.Core.Stacks;

/// <summary>What is needed beside the file to read a stack.</summary>
internal sealed record StackReadOptions
{
    /// <summary>Name of the stack; null for the one in the file or, where the file has none, the file's base name.</summary>
    public string? Name { get; init; }

    /// <summary>The environment, for example <c>prd</c>: it chooses among <c>values:</c> and is the template variable <c>stack_env</c>; null for none.</summary>
    public string? Environment { get; init; }

    /// <summary>Values of template variables by name: texts, numbers, booleans, lists, dictionaries, and SecureString for secrets.</summary>
    public IReadOnlyDictionary<string, object?> Variables { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>Reads an environment variable; the template variables <c>vars.NAME</c> fall back to it.</summary>
    public Func<string, string?> EnvironmentVariable { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The instance of users that name none: an ARN, id or alias; null for none.</summary>
    public string? InstanceArn { get; init; }

    /// <summary>Whether <see cref="InstanceArn"/> goes before the instance of the file, where that names one and the same for all users and none by ARN.</summary>
    public bool MovesUsers { get; init; }

    public bool AllowPlainTextPassword { get; init; }

    /// <summary>Whether the passwords of a roster are not looked at, because others are made.</summary>
    public bool IgnorePlainTextPassword { get; init; }
}
