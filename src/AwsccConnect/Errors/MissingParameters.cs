namespace AwsccConnect.Errors;

/// <summary>Says once what a new user lacks, by the names of the parameters and columns that give it.</summary>
internal static class MissingParameters
{
    private const string Example =
        "Give what is missing as parameters or as columns of the row, for example: New-ConnectUser jane.doe -InstanceArn contact-centre "
        + "-RoutingProfile 'Basic Routing Profile' -SecurityProfile Agent -GeneratePassword";

    /// <summary>The problems, with those of missing properties as one.</summary>
    public static IReadOnlyList<UserProblem> Combine(IReadOnlyList<UserProblem> problems)
    {
        var missing = problems.Where(problem => problem.ErrorId == ErrorIds.MissingProperty && UserSchema.Properties.Any(IsNamedBy(problem))).ToList();
        if (missing.Count == 0)
        {
            return problems;
        }

        var combined = new UserProblem(ErrorIds.MissingProperty, missing[0].PropertyName, $"A new user needs {ListOf(missing.Select(problem => problem.PropertyName!))}.", Example);
        return [combined, .. problems.Except(missing)];
    }

    /// <summary>The failure of all rows of a file for the columns that it does not have, and the command no parameter for.</summary>
    public static ConnectOperationException OfAllRows(IEnumerable<string> properties) => new(
        ErrorIds.MissingProperty, $"A new user needs {ListOf(properties)}, for which there is neither a column nor a parameter. Nothing was done.", Example) { EndsCommand = true };

    private static string ListOf(IEnumerable<string> properties)
    {
        string[] names = [.. properties.Select(ParameterOf)];
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static Func<UserProperty, bool> IsNamedBy(UserProblem problem) => property => property.IsRequired && property.Name == problem.PropertyName;

    private static string ParameterOf(string property) => property switch
    {
        nameof(ConnectUser.RoutingProfileArn) => "RoutingProfile",
        nameof(ConnectUser.SecurityProfileArns) => "SecurityProfile",
        _ => property,
    };
}
