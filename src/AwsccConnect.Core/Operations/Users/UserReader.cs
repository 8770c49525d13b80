using System.Text.Json;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>Reads users.</summary>
internal sealed class UserReader(OperationContext context)
{
    private readonly ResourceReader _reader = new(context);

    /// <summary>Reads a user.</summary>
    /// <exception cref="ConnectOperationException">The user does not exist or could not be read.</exception>
    public async Task<ConnectUser> ReadAsync(string userArn, CancellationToken cancellationToken)
    {
        var properties = await _reader.GetTextAsync(ResourceTypes.User, userArn, cancellationToken).ConfigureAwait(false);
        try
        {
            var user = ConnectUser.FromJson(properties ?? string.Empty, context.Region);
            user.Names = context.Names;
            return user;
        }
        catch (JsonException exception)
        {
            throw ResourceReader.Unreadable(userArn, exception);
        }
    }
}
