using System.Text.Json;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>Reads users.</summary>
internal sealed class UserReader(ServiceConnection connection, ResourceReader reader)
{
    /// <summary>Reads a user.</summary>
    public Task<ConnectUser> ReadAsync(string userArn, CancellationToken cancellationToken) =>
        ReadAsync(userArn, NotFoundPolicy.RetryUnread, cancellationToken);

    /// <summary>Reads a user that AWS has just listed.</summary>
    public Task<ConnectUser> ReadListedAsync(string userArn, CancellationToken cancellationToken) =>
        ReadAsync(userArn, NotFoundPolicy.RetryListed, cancellationToken);

    private async Task<ConnectUser> ReadAsync(string userArn, NotFoundPolicy notFound, CancellationToken cancellationToken)
    {
        var properties = await reader.GetTextAsync(ResourceTypes.User, userArn, cancellationToken, notFound).ConfigureAwait(false);
        try
        {
            var user = ConnectUser.FromJson(properties ?? string.Empty, connection.Region);
            user.Names = connection.Names;
            return user;
        }
        catch (JsonException exception)
        {
            throw ResourceReader.Unreadable(userArn, exception);
        }
    }
}
