namespace AwsccConnect;

/// <summary>A property in which two states of a user differ. Values have the roster syntax; passwords never appear.</summary>
/// <param name="Property">Name of the property, for example <c>PhoneConfig.AutoAccept</c>, or <c>Tags</c> for a whole set.</param>
/// <param name="Path">JSON Pointer of the property (RFC 6901), for example <c>/PhoneConfig/AutoAccept</c>.</param>
/// <param name="OldValue">The value in the first state; null where it has none.</param>
/// <param name="NewValue">The value in the second state; null where it has none.</param>
/// <param name="IsUpdatable">False where AWS has no call that changes the property of an existing user.</param>
public sealed record ConnectUserDifference(string Property, string Path, string? OldValue, string? NewValue, bool IsUpdatable)
{
    /// <summary>The value in the first state as tables show it, with the names of profiles and groups, or ids where they are not known, instead of ARNs.</summary>
    public string? OldText => OldName ?? OldValue;

    /// <summary>The value in the second state as tables show it.</summary>
    public string? NewText => NewName ?? NewValue;

    internal string? OldName { get; init; }

    internal string? NewName { get; init; }

    /// <summary>One line with both values, with names instead of ARNs.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Property}: {OldText ?? "(none)"} -> {NewText ?? "(none)"}{(IsUpdatable ? "" : " (cannot be changed)")}";
}
