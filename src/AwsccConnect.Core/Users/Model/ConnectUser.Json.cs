using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <content>From and to the resource model's JSON.</content>
public sealed partial class ConnectUser
{
    private string? _originalText;
    private JsonObject? _original;
    private UserParts? _parts;

    /// <summary>The state that the user was read with, without the password; null for one that was made here. Do not change it.</summary>
    internal JsonObject? OriginalState
    {
        get
        {
            if (_original is null && _originalText is not null && JsonNode.Parse(_originalText) is JsonObject state)
            {
                state.Remove(nameof(Password));
                Interlocked.CompareExchange(ref _original, state, null);
            }

            return _original;
        }
    }

    /// <summary>The top-level properties that this version does not know, by their names.</summary>
    internal IReadOnlyDictionary<string, JsonNode> AdditionalProperties =>
        // A user that has some was parsed when it was read.
        _parts?.Additional ?? ReadOnlyDictionary<string, JsonNode>.Empty as IReadOnlyDictionary<string, JsonNode>;

    /// <summary>The objects and lists; parsed when they are first used, and where several threads do so at once, all get the same.</summary>
    private UserParts Parts => _parts
        ?? Interlocked.CompareExchange(ref _parts, _originalText is null ? new() : UserParts.Of((JsonObject)JsonText.Parse(_originalText)!), null)
        ?? _parts;

    private T Part<T>([CallerMemberName] string name = "")
        where T : IUserPart, new() => Parts.Get<T>(name);

    private void SetPart(IUserPart? part, [CallerMemberName] string name = "") => Parts.Set(name, part);

    /// <summary>Sets or, with null, removes a top-level property that this version does not know.</summary>
    /// <param name="name">The property's name as AWS writes it.</param>
    /// <param name="value">The value; it is copied.</param>
    internal void SetAdditional(string name, JsonNode? value) => Parts.SetAdditional(name, value);

    /// <summary>Creates a user from a resource model's JSON text and keeps that as its original state.</summary>
    /// <param name="properties">The text, such as <c>ResourceDescription.Properties</c>.</param>
    /// <param name="region">The Region, or null to take it from the ARN.</param>
    /// <exception cref="JsonException">The text is not a JSON object.</exception>
    internal static ConnectUser FromJson(string properties, string? region)
    {
        // The text is kept, and trees are made of it when they are needed: most users that are read are never edited.
        var user = new ConnectUser { _originalText = properties };
        if (!UserTexts.TryRead(properties, user))
        {
            var model = JsonText.Parse(properties) as JsonObject ?? throw new JsonException("The properties of a user have to be a JSON object.");
            user = new ConnectUser { _originalText = properties, _parts = UserParts.Of(model) };
            foreach (var (name, value) in model)
            {
                if (UserTexts.IsText(name))
                {
                    user.SetText(name, JsonText.StringOf(value));
                }
            }
        }

        user.Region = region is { Length: > 0 } ? region : ConnectArn.TryParse(user.UserArn ?? user.InstanceArn, out var arn) ? arn.Region : null;
        return user;
    }

    /// <summary>The resource model: no password, no Region, nothing without a value.</summary>
    internal JsonObject ToJson()
    {
        var model = new JsonObject();
        Add(nameof(InstanceArn), Text(InstanceArn));
        Add(nameof(DirectoryUserId), Text(DirectoryUserId));
        Add(nameof(HierarchyGroupArn), Text(HierarchyGroupArn));
        Add(nameof(Username), Text(Username));
        Add(nameof(RoutingProfileArn), Text(RoutingProfileArn));
        Add(nameof(UserArn), Text(UserArn));
        foreach (var (name, value) in Parts.ToJson())
        {
            Add(name, value);
        }

        return model;

        void Add(string name, JsonNode? value)
        {
            if (!JsonText.IsNothing(value))
            {
                model[name] = value;
            }
        }
    }

    /// <summary>
    /// What was edited since the user was read: leaves that were set or cleared, and arrays element by element.
    /// For a user that was made here, everything that has a value.
    /// </summary>
    internal UserChanges GetEdits() => UserEdits.Between(WithoutEmptyTexts(OriginalState), ToJson());

    /// <summary>Takes edits that were written into the state that the user was read with: they are no edits any more.</summary>
    /// <param name="written">The edits as they were when the user was given to the command.</param>
    internal void AcceptEdits(UserChanges written)
    {
        if (OriginalState is { } state)
        {
            Interlocked.Exchange(ref _original, written.ApplyTo(state));
        }
    }

    /// <summary>AWS returns an empty text where there is no value, and the model has none then: that is no edit.</summary>
    private static JsonObject? WithoutEmptyTexts(JsonObject? state)
    {
        if (state is null || !state.Any(IsNoValue))
        {
            return state;
        }

        var copy = (JsonObject)state.DeepClone();
        foreach (var (name, _) in state.Where(IsNoValue))
        {
            copy.Remove(name);
        }

        return copy;

        static bool IsNoValue(KeyValuePair<string, JsonNode?> member) =>
            member.Value?.GetValueKind() == JsonValueKind.String && member.Value.GetValue<string>().Length == 0
            && UserSchema.TryFind(member.Key, out var property) && property.Kind == UserValueKind.String;
    }

    private static JsonValue? Text(string? text) => string.IsNullOrEmpty(text) ? null : JsonValue.Create(text);

    /// <summary>Sets a property that is a text as AWS has it; not the password.</summary>
    internal void SetText(string name, string? text)
    {
        switch (name)
        {
            case nameof(InstanceArn): InstanceArn = text; break;
            case nameof(DirectoryUserId): DirectoryUserId = text; break;
            case nameof(HierarchyGroupArn): HierarchyGroupArn = text; break;
            case nameof(Username): Username = text; break;
            case nameof(RoutingProfileArn): RoutingProfileArn = text; break;
            case nameof(UserArn): UserArn = text; break;
        }
    }
}
