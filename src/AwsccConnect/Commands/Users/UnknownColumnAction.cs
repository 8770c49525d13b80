namespace AwsccConnect.Commands.Users;

/// <summary>What a command does with rows that have columns that are not known.</summary>
internal enum UnknownColumnAction
{
    /// <summary>Warn once for each column: only the identity of the row counts.</summary>
    Warn,

    /// <summary>Do nothing of the row; the first row ends the command.</summary>
    Refuse,

    /// <summary>Continue without them.</summary>
    Ignore,
}
