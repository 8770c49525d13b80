using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Users;

/// <summary>
/// The requested changes of a user: an ordered list of settings, clearings and changes of array elements. Applied to the live state it
/// gives the desired state; other properties stay as they are. Texts are composed (NFC). Changing the list is not thread-safe; reading it is.
/// </summary>
internal sealed class UserChanges
{
    private readonly List<UserChange> _steps = [];

    public bool IsEmpty => _steps.Count == 0;

    /// <summary>The changed properties, each once; leaves rather than their parents except where a parent was cleared.</summary>
    public IEnumerable<UserProperty> Touched => _steps.Select(step => step.Property).DistinctBy(property => property.Pointer);

    internal IReadOnlyList<UserChange> Steps => _steps;

    internal static UserChanges Of(IEnumerable<UserChange> steps)
    {
        var changes = new UserChanges();
        changes._steps.AddRange(steps);
        return changes;
    }

    /// <summary>Sets a value, which is copied; null clears it. An array is the complete set; an object sets each of its leaves and does not clear the others.</summary>
    public void Set(UserProperty property, JsonNode? value)
    {
        if (property.Kind == UserValueKind.Object && value is JsonObject members)
        {
            foreach (var (name, member) in members)
            {
                Set(UserSchema.At($"{property.Pointer}/{JsonPointer.Escape(name)}"), member);
            }

            return;
        }

        _steps.Add(new UserChange(property) { Value = UnicodeForm.Compose(value) });
    }

    /// <summary>Sets or, with null, clears a value by pointer, such as <c>/PhoneConfig/NewThing</c>; also for properties this version does not know.</summary>
    public void SetPointer(string pointer, JsonNode? value) => Set(UserSchema.At(pointer), value);

    /// <summary>
    /// Adds or replaces elements of an array, by key: new ones are added, a tag or proficiency of the same key is replaced, the given members of
    /// a per-channel element are put over those of the same channel (null removes a member). The elements are copied.
    /// </summary>
    public void Upsert(UserProperty set, IEnumerable<JsonNode> elements)
    {
        RequireSet(set);
        JsonNode[] copies = [.. elements.Select(element => UnicodeForm.Compose(element)!)];
        if (copies.Length > 0)
        {
            _steps.Add(new UserChange(set) { Upserts = copies });
        }
    }

    /// <summary>Removes elements of an array by their keys: ARNs, tag keys, <c>Attribute/Value</c> or channels.</summary>
    /// <exception cref="UserValueException">A proficiency's key is not <c>Attribute/Value</c>.</exception>
    public void Remove(UserProperty set, IEnumerable<string> keys)
    {
        RequireSet(set);
        string[] normal = [.. keys.Select(key => UserSetKeys.Normalize(set, key))];
        if (normal.Length > 0)
        {
            _steps.Add(new UserChange(set) { Removals = normal });
        }
    }

    /// <summary>New changes: these with others after them, so that the others win.</summary>
    public UserChanges Overlay(UserChanges winning) => Of([.. _steps, .. winning._steps]);

    /// <summary>The desired state, a new resource model.</summary>
    public JsonObject ApplyTo(JsonObject live)
    {
        var desired = (JsonObject)live.DeepClone();
        foreach (var step in _steps)
        {
            step.ApplyTo(desired);
        }

        return desired;
    }

    /// <summary>The desired values, as a resource model.</summary>
    public JsonObject ToModel() => ApplyTo([]);

    /// <summary>The resource model of a new user as AWS takes it: flat settings beside settings per channel are merged into these.</summary>
    internal JsonObject ToCreateModel()
    {
        var model = ToModel();
        PerChannelSettings.Merge([], model);
        return model;
    }

    /// <summary>True where there is a change of the property at the pointer, a leaf of it or its parent.</summary>
    public bool TryGet(string pointer) => _steps.Exists(step => JsonPointer.Overlaps(step.Property.Pointer, pointer));

    /// <summary>The change of the property at the pointer, as the value it would have in a new user; null where it is cleared.</summary>
    public bool TryGet(string pointer, out JsonNode? value)
    {
        value = null;
        if (!TryGet(pointer))
        {
            return false;
        }

        value = JsonPointer.Get(ToModel(), pointer)?.DeepClone();
        return true;
    }

    /// <summary>The changes as a text that is the same in every process, whatever order hashtables have there.</summary>
    internal string ToStableText() => string.Join('\n', _steps
        .OrderBy(step => step.Property.Pointer, StringComparer.Ordinal)
        .Select(step => $"{step.Property.Pointer} {Stable("=", step.IsWhole ? [step.Value] : null, step.Property)}{Stable("+", step.Upserts, step.Property)}{Stable("-", step.Removals?.Select(key => (JsonNode?)JsonValue.Create(key)), step.Property)}"));

    private static string Stable(string sign, IEnumerable<JsonNode?>? values, UserProperty property) => values is null
        ? string.Empty
        : sign + string.Join(',', values.Select(value => JsonText.Write(StableOrder.Of(property, value))).Order(StringComparer.Ordinal));

    private static void RequireSet(UserProperty set)
    {
        if (!set.IsSet)
        {
            throw new ArgumentException($"{set.Name} is not an array.", nameof(set));
        }
    }
}
