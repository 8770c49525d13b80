using System.Text.Json.Nodes;

namespace AwsccConnect.Binding;

/// <summary>The properties that identify a user, as opposed to its desired values.</summary>
internal static class UserIdentity
{
    /// <summary>Takes the identity out of a resource model.</summary>
    public static JsonObject Without(JsonObject model)
    {
        model.Remove(nameof(ConnectUser.UserArn));
        model.Remove(nameof(ConnectUser.Username));
        model.Remove(nameof(ConnectUser.InstanceArn));
        return model;
    }
}
