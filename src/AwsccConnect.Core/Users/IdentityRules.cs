using System.Globalization;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Users;

/// <summary>
/// What Amazon Connect requires of users, by the identity management of their instance (Connect API reference: CreateUser,
/// UpdateUserIdentityInfo). About the email of SAML users AWS's own documents disagree, so that is left to AWS.
/// </summary>
internal static class IdentityRules
{
    internal const string Managed = "CONNECT_MANAGED";
    internal const string Saml = "SAML";
    private const string Directory = "EXISTING_DIRECTORY";
    private const int LongestUsernameUnlessSaml = 20;

    private static readonly UserProperty[] Names = [UserSchema.Get("FirstName"), UserSchema.Get("LastName")];

    /// <summary>The problems of a new user; none where the identity management is not known.</summary>
    public static IReadOnlyList<UserProblem> CheckNew(string? identityManagement, JsonObject model, bool hasPassword)
    {
        var problems = new List<UserProblem>();
        if (identityManagement is not (Managed or Saml or Directory))
        {
            return problems;
        }

        var missing = Names.Where(name => string.IsNullOrWhiteSpace(JsonText.StringOf(JsonPointer.Get(model, name.Pointer)))).Select(name => name.Name).ToList();
        if (identityManagement == Managed && !hasPassword)
        {
            missing.Add("Password");
        }

        if (identityManagement != Directory && missing.Count > 0)
        {
            problems.Add(new(
                ErrorIds.MissingProperty,
                missing[0],
                $"A new user of an instance with {identityManagement} needs {Joined(missing)}.",
                missing.Contains("Password") ? "Give what is missing; -GeneratePassword makes passwords." : "Give what is missing."));
        }

        if (identityManagement != Managed && hasPassword)
        {
            problems.Add(new(
                ErrorIds.ConflictingProperties, "Password", $"A user of an instance with {identityManagement} has no password in Amazon Connect.", "Leave the password out."));
        }

        if (identityManagement == Saml && !JsonText.IsNothing(model["DirectoryUserId"]))
        {
            problems.Add(new(
                ErrorIds.ConflictingProperties, "DirectoryUserId", "A user of an instance with SAML has no DirectoryUserId.", "Leave DirectoryUserId out."));
        }

        if (identityManagement != Saml && JsonText.StringOf(model["Username"]) is { Length: > LongestUsernameUnlessSaml } username)
        {
            problems.Add(new(
                ErrorIds.InvalidValue,
                "Username",
                string.Create(CultureInfo.InvariantCulture, $"The Username '{username}' has {username.Length} characters; an instance with {identityManagement} takes {LongestUsernameUnlessSaml} at most."),
                "Choose a shorter username."));
        }

        return problems;
    }

    /// <summary>The problems of a change of a user's state; none where the identity management is not known.</summary>
    public static IReadOnlyList<UserProblem> CheckChange(string? identityManagement, JsonObject live, JsonObject desired) =>
        identityManagement != Directory ? [] :
        [
            .. Names.Where(name => !JsonNode.DeepEquals(JsonPointer.Get(live, name.Pointer), JsonPointer.Get(desired, name.Pointer))).Select(name => new UserProblem(
                ErrorIds.PropertyNotUpdatable, name.Name, $"{name.Name} of a user of an instance with {Directory} comes from the directory.", "Change the name in the directory.")),
        ];

    private static string Joined(List<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
