using System.Globalization;
using AwsccConnect.Core.Stacks.Export;

namespace AwsccConnect.Commands.Users;

/// <summary>Writes live users to a CSV file in the template of the Connect console.</summary>
[Cmdlet(VerbsData.Export, "ConnectUser", DefaultParameterSetName = "InputObject", SupportsShouldProcess = true)]
public sealed class ExportConnectUserCommand : UserExportCmdlet
{
    /// <summary>Template of the file: Console, the one with which the Connect console adds users in bulk.</summary>
    [Parameter]
    [ValidateSet("Console")]
    public string Template { get; set; } = "Console";

    private protected override string IncompleteErrorId => ErrorIds.IncompleteExport;

    private protected override async Task WriteAsync(IReadOnlyList<StackEntry> users, CancellationToken cancellationToken)
    {
        string[] instances = [.. users.Select(user => user.InstanceArn).Distinct(StringComparer.Ordinal)];
        if (instances.Length > 1)
        {
            throw new ConnectOperationException(
                ErrorIds.InstanceMismatch,
                string.Create(CultureInfo.InvariantCulture, $"Nothing was written to '{FullPath}': the users belong to {instances.Length} instances, {string.Join(", ", instances)}, and the template has no column for the instance."),
                "Write each instance to a file of its own, for example with -InstanceArn.");
        }

        var operations = OperationsFor(ArnRegion.Of(instances[0], null));
        var named = await WithNamesAsync(users, cancellationToken).ConfigureAwait(false);
        var isSaml = await operations.Identities.TypeOfAsync(instances[0], cancellationToken).ConfigureAwait(false) == IdentityRules.Saml;
        var template = new ConsoleTemplate(named, isSaml);
        await WarnAsync(template).ConfigureAwait(false);
        await SaveAsync(users.Count, StackFormat.Csv, template.ToText, "Export users", cancellationToken).ConfigureAwait(false);
    }

    private async Task WarnAsync(ConsoleTemplate template)
    {
        var leftOut = template.LeftOut();
        if (leftOut.Count > 0)
        {
            var parts = leftOut.Select(property => string.Create(CultureInfo.InvariantCulture, $"{property.Key} ({property.Value} {(property.Value == 1 ? "user" : "users")})"));
            await Output.WarningAsync(
                $"The template has no column for {string.Join(", ", parts)}: the file is without. Export-ConnectUserStack writes everything.").ConfigureAwait(false);
        }

        var unnamed = template.Unnamed();
        if (unnamed.Count > 0)
        {
            await Output.WarningAsync(
                $"The file has ARNs where there is no name, or a name that means several: {string.Join(", ", unnamed)}. The commands of this module read them, the console does not.").ConfigureAwait(false);
        }
    }
}
