using System.Runtime.CompilerServices;
using System.Text;
using AwsccConnect.Core.Stacks.Parsing;

namespace AwsccConnect.Core.Users.Import;

/// <summary>Reads YAML rosters: a list of users, a mapping whose key <c>users</c> is one, a single user, or a CloudFormation template.</summary>
internal static class YamlRoster
{
    internal static async IAsyncEnumerable<RosterRow> ReadAsync(TextReader reader, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? text = null;
        try
        {
            text = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DecoderFallbackException)
        {
        }

        if (text is null)
        {
            yield return JsonRow.Bad(name, 1, null, "The file is not UTF-8 text.", "Save it as UTF-8.", isFatal: true);
            yield break;
        }

        foreach (var row in DocumentRoster.Read(() => YamlDocument.Read(new StringReader(text), name, cancellationToken), text.Length, name))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}
