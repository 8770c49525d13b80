namespace AwsccConnect.Core.Stacks.Parsing.CloudFormation;

/// <summary>Reads the users of a CloudFormation template as a stack.</summary>
internal static class StackTemplate
{
    /// <summary>Reads the template.</summary>
    /// <exception cref="ConnectOperationException">The template as a whole cannot be read.</exception>
    internal static StackDefinition Read(DocumentNode root, string path, StackReadOptions options, CancellationToken cancellationToken)
    {
        var template = CloudFormationTemplate.Read(root);
        var users = new StackUsers(options);
        foreach (var user in template.Users)
        {
            cancellationToken.ThrowIfCancellationRequested();
            users.Add(() => Read(user, options));
        }

        return users.ToDefinition(path, description: template.Description, note: template.LeftOut(Path.GetFileName(path)));
    }

    private static StackUser Read(TemplateUser user, StackReadOptions options)
    {
        var logicalId = StackErrors.Shorten(user.LogicalId);
        var cells = new UserCells(user.Location, options.AllowPlainTextPassword, $"{user.Location} ({logicalId})");
        foreach (var problem in user.Problems)
        {
            cells.Report(problem);
        }

        foreach (var property in user.Properties)
        {
            cells.Add(property.Key, property.Location, property.Value);
        }

        try
        {
            return new StackUser(cells.Read(), user.LogicalId, user.IsProtected);
        }
        catch (ConnectOperationException e) when (user.Problems.Count == 0)
        {
            throw new ConnectOperationException(e.ErrorId, $"{e.Message} The resource is '{logicalId}'.", e.Remedy, e);
        }
    }
}
