using System.Collections;
using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Stacks.Planning;
using AwsccConnect.Core.Users.Import;
using AwsccConnect.Session;

namespace AwsccConnect.Commands.Stacks;

/// <summary>A command that works on the stack of a file: it reads the file and reports its errors.</summary>
public abstract class StackCmdlet : ConnectCmdlet
{
    private StackReadOptions? _options;

    /// <summary>The file of the stack: a manifest or list (YAML, JSON) or a roster (CSV). Taken literally.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath", "PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public virtual string Path { get; set; } = string.Empty;

    /// <summary>Name of the stack, 1-256 characters. Default: the one in the file, else the file's base name.</summary>
    [Parameter]
    [Alias("StackName")]
    [ValidateLength(1, 256)]
    public virtual string? Name { get; set; }

    /// <summary>The environment, for example prd: it chooses among the values of the file and is part of the ownership tag.</summary>
    [Parameter]
    [Alias("StackEnv", "Env")]
    [ValidateNotNullOrEmpty]
    public string? Environment { get; set; }

    /// <summary>Values of the file's variables by name; SecureStrings for secrets.</summary>
    [Parameter]
    [Alias("Variables", "Vars")]
    [ValidateNotNull]
    public IDictionary? Variable { get; set; }

    /// <summary>ARN, id or alias of the instance of users that name none, and of all users of a file for one other instance.</summary>
    [Parameter]
    [Alias("Instance", "InstanceAlias")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceCompleter))]
    public virtual string? InstanceArn { get; set; }

    /// <summary>AWS Region, for example <c>eu-west-2</c>. Default: that of the ARN or row, else the file's, else the session's.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [RegionArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Accept passwords in plain text in the file.</summary>
    [Parameter]
    public SwitchParameter AllowPlainTextPassword { get; set; }

    /// <summary>Continue where a roster has columns that are not known, without these columns. Default: the command ends before its first call.</summary>
    [Parameter]
    public SwitchParameter IgnoreUnknownColumn { get; set; }

    /// <summary>The file's full path.</summary>
    private protected string FullPath { get; private set; } = string.Empty;

    /// <summary>The most changes in progress: prompts come one after the other.</summary>
    private protected int Parallelism { get; private set; }

    /// <summary>Whether -InstanceArn goes before the one instance that the file names.</summary>
    private protected virtual bool MovesUsers => true;

    private protected override void Begin()
    {
        base.Begin();
        FullPath = FilePath.Resolve(this, nameof(Path), Path);
        Parallelism = IsWhatIf || MayPrompt() ? 1 : ThrottleLimit;
        _options = new StackReadOptions
        {
            Name = Name,
            Environment = Environment,
            Variables = Variables(),
            InstanceArn = InstanceArn,
            MovesUsers = MovesUsers,
            AllowPlainTextPassword = AllowPlainTextPassword,
            IgnorePlainTextPassword = HasSwitch("GeneratePassword", null) && !AllowPlainTextPassword,
        };
    }

    /// <summary>Does the work of the command once all parameters are there.</summary>
    private protected sealed override void Finish() => Await(RunAsync);

    /// <summary>Does the work of the command; on a worker thread.</summary>
    private protected abstract Task RunAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Reads the file. What is wrong with single users of it is written as errors. Throws where it cannot be read as a whole, or has columns
    /// that are not known.
    /// </summary>
    private protected async Task<StackDefinition> ReadStackAsync(CancellationToken cancellationToken)
    {
        var stack = await StackFile.ReadAsync(FullPath, _options!, cancellationToken).ConfigureAwait(false);
        var file = System.IO.Path.GetFileName(FullPath);
        if (stack.UnknownColumns.Count > 0 && !IgnoreUnknownColumn)
        {
            throw UserColumns.Unknown(file, stack.UnknownColumns, endsCommand: true);
        }

        if (stack.Note is { } note)
        {
            Output.Verbose(note);
        }

        foreach (var column in stack.UnknownColumns)
        {
            Output.Verbose($"{file}: {ItemErrors.UnknownColumn(column)}");
        }

        if (stack.BlankRows > 0)
        {
            Output.Verbose($"{file}: blank rows that were skipped: {stack.BlankRows}.");
        }

        foreach (var error in stack.Errors)
        {
            Statistics.ItemTaken();
            Statistics.ItemFailed();
            await Output.FailAsync(error, FullPath).ConfigureAwait(false);
        }

        return stack;
    }

    /// <summary>Sets how many users are expected; further ones are counted as they come.</summary>
    private protected void Expect(StackDefinition stack)
    {
        Statistics.ItemTaken(stack.Users.Count);
        Statistics.AllTaken();
    }

    /// <summary>Counts a user that is not of the file.</summary>
    private protected void Count(StackPlanItem item)
    {
        if (item.User is null)
        {
            Statistics.ItemTaken();
        }
    }

    /// <summary>Writes the error of one user, with its location in the file. The target is its row of the report.</summary>
    private protected Task FailAsync(Exception exception, ConnectUserStackResult result, StackPlanItem item)
    {
        var located = exception is ConnectOperationException known && result.Source is { } source && !known.Message.Contains(source, StringComparison.Ordinal)
            ? known.Reworded($"{source}: {known.Message}")
            : exception;
        return FailAsync(located, result, owner: item);
    }

    private Dictionary<string, object?> Variables()
    {
        var variables = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Variable ?? new Hashtable())
        {
            variables[PSValue.Unwrap(entry.Key)?.ToString() ?? string.Empty] = PSValue.Unwrap(entry.Value);
        }

        return variables;
    }
}
