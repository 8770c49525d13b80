using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations;

/// <summary>Reads and lists resources of any type through Cloud Control.</summary>
internal sealed class ResourceReader(ServiceConnection connection, RetryingClient calls, TimeSpan timeout)
{
    /// <summary>Pages in a row that bring nothing new; after as many the list is taken for endless.</summary>
    private const int MaximumEmptyPages = 100;

    /// <summary>Reads one resource.</summary>
    /// <exception cref="ConnectOperationException">The resource does not exist or could not be read.</exception>
    public async Task<JsonObject> GetAsync(
        string typeName, string identifier, CancellationToken cancellationToken, NotFoundPolicy notFound = NotFoundPolicy.RetryUnread) =>
        Parse(await GetTextAsync(typeName, identifier, cancellationToken, notFound).ConfigureAwait(false), identifier);

    /// <summary>Reads one resource and leaves the parsing to the caller.</summary>
    /// <exception cref="ConnectOperationException">The resource does not exist or could not be read.</exception>
    public async Task<string?> GetTextAsync(
        string typeName, string identifier, CancellationToken cancellationToken, NotFoundPolicy notFound = NotFoundPolicy.RetryUnread)
    {
        var deadline = new Deadline(connection.Time, timeout);
        var response = await calls.ReadAsync(
            "GetResource",
            identifier,
            deadline,
            callToken => connection.Client.GetResourceAsync(
                new GetResourceRequest { TypeName = typeName, Identifier = identifier, RoleArn = connection.RoleArn }, callToken),
            cancellationToken,
            typeName == ResourceTypes.User ? new NotFoundRetry(connection, identifier, notFound) : null).ConfigureAwait(false);
        connection.Created.WasRead(identifier);
        return response.ResourceDescription?.Properties;
    }

    /// <summary>Lists resources, page by page, a page ahead.</summary>
    /// <exception cref="ConnectOperationException">A page could not be read, or the pages do not end.</exception>
    public async IAsyncEnumerable<ResourceDescription> ListAsync(
        string typeName, string label, string? resourceModel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        var seen = new IdentifierSet();
        var emptyPages = 0;
        using var ahead = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = PageAsync(typeName, label, resourceModel, null, ahead.Token);
        try
        {
            while (next is not null)
            {
                var page = await next.ConfigureAwait(false);
                next = null;
                var nextToken = string.IsNullOrEmpty(page.NextToken) ? null : page.NextToken;
                if (nextToken is not null && !tokens.Add(nextToken))
                {
                    throw Endless(label, "AWS returned the same page token twice", seen.Count);
                }

                if (nextToken is not null && emptyPages == MaximumEmptyPages)
                {
                    throw Endless(label, string.Create(CultureInfo.InvariantCulture, $"{emptyPages} pages in a row had nothing new"), seen.Count);
                }

                var before = seen.Count;
                var descriptions = page.ResourceDescriptions ?? [];
                for (var index = 0; index < descriptions.Count; index++)
                {
                    // The second page is fetched once half of the first is read, so that an early stop costs no page;
                    // further ones sooner, or the reads would wait for them.
                    var share = tokens.Count > 1 ? 5 : 2;
                    if (nextToken is not null && next is null && index * share >= descriptions.Count)
                    {
                        next = PageAsync(typeName, label, resourceModel, nextToken, ahead.Token);
                    }

                    if (!string.IsNullOrEmpty(descriptions[index].Identifier) && seen.Add(descriptions[index].Identifier))
                    {
                        yield return descriptions[index];
                    }
                }

                emptyPages = seen.Count > before ? 0 : emptyPages + 1;
                next ??= nextToken is null ? null : PageAsync(typeName, label, resourceModel, nextToken, ahead.Token);
            }
        }
        finally
        {
            await ahead.CancelAsync().ConfigureAwait(false);
            if (next is not null)
            {
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Parses the properties that AWS returns as a JSON text.</summary>
    /// <exception cref="ConnectOperationException">The text is not a JSON object.</exception>
    public static JsonObject Parse(string? properties, string identifier)
    {
        try
        {
            if (!string.IsNullOrEmpty(properties) && JsonText.Parse(properties) is JsonObject parsed)
            {
                return parsed;
            }
        }
        catch (JsonException exception)
        {
            throw Unreadable(identifier, exception);
        }

        throw Unreadable(identifier, null);
    }

    /// <summary>The error for properties that are not a JSON object.</summary>
    public static ConnectOperationException Unreadable(string identifier, Exception? cause) => new(
        ErrorIds.InvalidResponse,
        $"AWS returned properties of '{ServiceText.Shorten(identifier)}' that are not a JSON object.",
        "Run the command again; if it happens again, report it to AWS with the request id of -Verbose.",
        cause);

    private static ConnectOperationException Endless(string label, string reason, int count) => new(
        ErrorIds.InvalidResponse,
        $"The list for '{ServiceText.Shorten(label)}' does not end: {reason}. {count} entries were read before.",
        "Run the command again; if it happens again, report it to AWS with the request ids of -Verbose.");

    private Task<ListResourcesResponse> PageAsync(
        string typeName, string label, string? resourceModel, string? nextToken, CancellationToken cancellationToken) =>
        calls.ReadAsync(
            "ListResources",
            label,
            new Deadline(connection.Time, timeout),
            callToken => connection.Client.ListResourcesAsync(
                new ListResourcesRequest
                {
                    TypeName = typeName,
                    ResourceModel = resourceModel,
                    NextToken = nextToken,
                    RoleArn = connection.RoleArn,
                },
                callToken),
            cancellationToken);
}
