using AwsccConnect.Simulator.Requests;

namespace AwsccConnect.Simulator.Resources;

/// <summary>What users need by the identity management of their instance (Connect API reference: CreateUser, UpdateUserIdentityInfo).</summary>
internal static class IdentityRules
{
    private const int LongestUsernameUnlessSaml = 20;

    private static readonly string[] Names = ["FirstName", "LastName"];

    public static HandlerFailure? CheckNew(SimulatorIdentityManagement management, JsonObject user)
    {
        var username = ResourceStore.Text(user, "Username")!;
        if (management != SimulatorIdentityManagement.Saml && username.Length > LongestUsernameUnlessSaml)
        {
            return HandlerFailure.InvalidRequest($"Username '{username}' is longer than {LongestUsernameUnlessSaml} characters, which only SAML instances allow");
        }

        if (management == SimulatorIdentityManagement.Saml && user.ContainsKey("DirectoryUserId"))
        {
            return HandlerFailure.InvalidRequest("DirectoryUserId is not allowed: the instance uses SAML");
        }

        return management != SimulatorIdentityManagement.ExistingDirectory && Array.Find(Names, name => string.IsNullOrEmpty(NameOf(user, name))) is { } missing
            ? HandlerFailure.InvalidRequest($"IdentityInfo: {missing} is required for users of an instance that does not use an existing directory")
            : null;
    }

    public static HandlerFailure? CheckUpdate(SimulatorIdentityManagement management, JsonObject old, JsonObject user) =>
        management == SimulatorIdentityManagement.ExistingDirectory && Array.Find(Names, name => NameOf(old, name) != NameOf(user, name)) is { } changed
            ? HandlerFailure.InvalidRequest($"IdentityInfo: {changed} comes from the directory and cannot be changed")
            : null;

    /// <summary>A member of the identity of a user; null for none.</summary>
    public static string? NameOf(JsonObject user, string name) => user["IdentityInfo"] is JsonObject identity ? ResourceStore.Text(identity, name) : null;
}
