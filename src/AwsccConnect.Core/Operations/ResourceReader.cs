using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations;

/// <summary>Reads and lists resources of any type through Cloud Control.</summary>
internal sealed class ResourceReader(ServiceConnection connection, RetryingClient calls, TimeSpan timeout)
{
    public async Task<JsonObject> GetAsync(
        string typeName, string identifier, CancellationToken cancellationToken, NotFoundPolicy notFound = NotFoundPolicy.RetryUnread) =>
        Parse(await GetTextAsync(typeName, identifier, notFound, cancellationToken).ConfigureAwait(false), identifier);

    /// <summary>Reads a user; null where there is none.</summary>
    public async Task<JsonObject?> TryGetUserAsync(
        string userArn, CancellationToken cancellationToken, NotFoundPolicy notFound = NotFoundPolicy.RetryUnread)
    {
        try
        {
            return await GetAsync(ResourceTypes.User, userArn, cancellationToken, notFound).ConfigureAwait(false);
        }
        catch (ConnectOperationException exception) when (exception.ErrorId == ErrorIds.NotFound)
        {
            return null;
        }
    }

    /// <summary>Reads a user; its JSON becomes a tree only when that is needed.</summary>
    public async Task<ConnectUser> GetUserAsync(string userArn, CancellationToken cancellationToken, NotFoundPolicy notFound = NotFoundPolicy.RetryUnread)
    {
        var properties = await GetTextAsync(ResourceTypes.User, userArn, notFound, cancellationToken).ConfigureAwait(false);
        try
        {
            return connection.ToUser(properties ?? string.Empty);
        }
        catch (JsonException exception)
        {
            throw Unreadable(userArn, exception);
        }
    }

    private async Task<string?> GetTextAsync(string typeName, string identifier, NotFoundPolicy notFound, CancellationToken cancellationToken)
    {
        var response = await calls.ReadAsync(
            connection.Client.GetResourceAsync,
            new GetResourceRequest { TypeName = typeName, Identifier = identifier, RoleArn = connection.RoleArn },
            identifier,
            new Deadline(connection.Time, timeout),
            cancellationToken,
            typeName == ResourceTypes.User ? new NotFoundRetry(connection, identifier, notFound) : null).ConfigureAwait(false);
        connection.Recent.WasRead(identifier);
        return response.ResourceDescription?.Properties;
    }

    /// <summary>The identifiers of resources, page by page, a page ahead.</summary>
    public IAsyncEnumerable<string> ListAsync(
        string typeName, string label, string? resourceModel, CancellationToken cancellationToken) =>
        PagedList.ReadAsync(
            $"list for '{ServiceText.Shorten(label)}'",
            async (token, ahead) =>
            {
                var page = await calls.ReadAsync(
                    connection.Client.ListResourcesAsync,
                    new ListResourcesRequest { TypeName = typeName, ResourceModel = resourceModel, NextToken = token, RoleArn = connection.RoleArn },
                    $"{typeName} of {label}",
                    new Deadline(connection.Time, timeout),
                    ahead).ConfigureAwait(false);
                return (page.ResourceDescriptions?.ConvertAll(description => description.Identifier) ?? [], page.NextToken);
            },
            static identifier => identifier,
            cancellationToken);

    /// <summary>Parses the properties that AWS returns as a JSON text. Throws where the text is no JSON object.</summary>
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

    private static ConnectOperationException Unreadable(string identifier, Exception? cause) => new(
        ErrorIds.InvalidResponse,
        $"AWS returned properties of '{ServiceText.Shorten(identifier)}' that are not a JSON object.",
        "Run the command again; if it happens again, report it to AWS with the request id of -Verbose.",
        cause);
}
