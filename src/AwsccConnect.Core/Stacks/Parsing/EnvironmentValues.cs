namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>Chooses between <c>value</c> and the <c>values</c> per environment: <c>values: {prd: {value: ...}, dev: {value: ...}}</c>.</summary>
internal static class EnvironmentValues
{
    /// <summary>The value.</summary>
    /// <exception cref="ConnectOperationException">
    /// There is none, or none for the environment (<c>MissingEnvironment</c>). Where no environment was given at all, the exception ends
    /// the command: it would be the same for every user.
    /// </exception>
    internal static DocumentNode Choose(DocumentMembers members, string what, string? environment)
    {
        if (members.Has("value") == members.Has("values"))
        {
            throw StackErrors.At(members.Location, $"{what} has {(members.Has("value") ? "both value and values" : "neither value nor values")}.", "Give it one of them.");
        }

        if (members.Find("value") is { } single)
        {
            return single.Value;
        }

        var values = members.Find("values")!;
        if (values.Value is not DocumentMap choices)
        {
            throw StackErrors.At(values.Value.Location, $"{what} has values that are {values.Value.Kind}.", "Write an environment's name for each, and value: under it.");
        }

        var names = choices.Entries.Select(entry => entry.Key).ToList();
        var known = StackErrors.Shorten(string.Join(", ", names));
        if (string.IsNullOrEmpty(environment))
        {
            throw StackErrors.At(values.Location, $"{what} has values per environment, and no environment is given.", $"Give -Environment; the file has {known}.", ErrorIds.MissingEnvironment, endsCommand: true);
        }

        // The keys were compared exactly when the document was read; two that differ in case are two environments.
        var chosen = choices.Entries.FirstOrDefault(entry => entry.Key == environment)
            ?? throw StackErrors.At(
                values.Location, $"{what} has no value for the environment '{StackErrors.Shorten(environment)}'.", StackErrors.SuggestionFor(environment, names) ?? $"Add it, or use one of {known}.", ErrorIds.MissingEnvironment);
        var choice = DocumentMembers.Read(chosen.Value, $"The environment '{StackErrors.Shorten(environment)}' of a value", ["value"]);
        return choice.Find("value")?.Value ?? throw StackErrors.At(chosen.Location, $"{what} has an environment '{StackErrors.Shorten(environment)}' without value.", "Write value: under it.", ErrorIds.MissingEnvironment);
    }
}
