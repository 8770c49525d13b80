using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Users;

/// <summary>
/// The requested changes of a user: an ordered list of settings, clearings and changes of array elements. Applied to the live state it
/// gives the desired state; other properties stay as they are. Texts are composed (NFC). Changing the list is not thread-safe; reading it is.
/// </summary>
public sealed class UserChanges
{
    private readonly List<UserChange> _steps = [];

    /// <summary>True where no change is requested.</summary>
    public bool IsEmpty => _steps.Count == 0;

    /// <summary>The changed properties, each once; leaves rather than their parents except where a parent was cleared.</summary>
    public IEnumerable<UserProperty> Touched => _steps.Select(step => step.Property).DistinctBy(property => property.Pointer);

    /// <summary>The changes, in order.</summary>
    internal IReadOnlyList<UserChange> Steps => _steps;

    /// <summary>Changes of the given steps.</summary>
    /// <param name="steps">The steps, in order.</param>
    /// <returns>The changes.</returns>
    internal static UserChanges Of(IEnumerable<UserChange> steps)
    {
        var changes = new UserChanges();
        changes._steps.AddRange(steps);
        return changes;
    }

    /// <summary>Sets a value. An object sets each of its leaves and does not clear the others.</summary>
    /// <param name="property">The property.</param>
    /// <param name="value">The value, which is copied; null clears the property. An array is the complete set.</param>
    public void Set(UserProperty property, JsonNode? value)
    {
        ArgumentNullException.ThrowIfNull(property);
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

    /// <summary>Sets a value by pointer; also for properties this version does not know.</summary>
    /// <param name="pointer">The pointer, such as <c>/NewThing</c> or <c>/PhoneConfig/NewThing</c>.</param>
    /// <param name="value">The value, or null to clear.</param>
    public void SetPointer(string pointer, JsonNode? value) => Set(UserSchema.At(pointer), value);

    /// <summary>
    /// Adds or replaces elements of an array, by key: new ones are added, a tag or proficiency of the same key is replaced, the given members of
    /// a per-channel element are put over those of the same channel (null removes a member).
    /// </summary>
    /// <param name="set">The array's property.</param>
    /// <param name="elements">The elements; they are copied.</param>
    public void Upsert(UserProperty set, IEnumerable<JsonNode> elements)
    {
        RequireSet(set);
        ArgumentNullException.ThrowIfNull(elements);
        JsonNode[] copies = [.. elements.Select(element => UnicodeForm.Compose(element)!)];
        if (copies.Length > 0)
        {
            _steps.Add(new UserChange(set) { Upserts = copies });
        }
    }

    /// <summary>Removes elements of an array.</summary>
    /// <param name="set">The array's property.</param>
    /// <param name="keys">ARNs, tag keys, <c>Attribute/Value</c> or channels.</param>
    /// <exception cref="UserValueException">A proficiency's key is not <c>Attribute/Value</c>.</exception>
    public void Remove(UserProperty set, IEnumerable<string> keys)
    {
        RequireSet(set);
        ArgumentNullException.ThrowIfNull(keys);
        string[] normal = [.. keys.Select(key => UserSetKeys.Normalize(set, key))];
        if (normal.Length > 0)
        {
            _steps.Add(new UserChange(set) { Removals = normal });
        }
    }

    /// <summary>These changes with others after them, so that the others win.</summary>
    /// <param name="winning">The others.</param>
    /// <returns>New changes; neither source is changed.</returns>
    public UserChanges Overlay(UserChanges winning)
    {
        ArgumentNullException.ThrowIfNull(winning);
        return Of([.. _steps, .. winning._steps]);
    }

    /// <summary>The desired state.</summary>
    /// <param name="live">The live state; it is not changed.</param>
    /// <returns>A new resource model.</returns>
    public JsonObject ApplyTo(JsonObject live)
    {
        ArgumentNullException.ThrowIfNull(live);
        var desired = (JsonObject)live.DeepClone();
        foreach (var step in _steps)
        {
            step.ApplyTo(desired);
        }

        return desired;
    }

    /// <summary>The desired values, as a resource model.</summary>
    /// <returns>The model.</returns>
    public JsonObject ToModel() => ApplyTo([]);

    /// <summary>The resource model of a new user as AWS takes it: flat settings beside settings per channel are merged into these.</summary>
    /// <returns>The model.</returns>
    internal JsonObject ToCreateModel()
    {
        var model = ToModel();
        PerChannelSettings.Merge([], model);
        return model;
    }

    /// <summary>True where there is a change of the property at the pointer, a leaf of it or its parent.</summary>
    /// <param name="pointer">The pointer.</param>
    /// <returns>Whether there is a change.</returns>
    public bool TryGet(string pointer) => _steps.Exists(step => JsonPointer.Overlaps(step.Property.Pointer, pointer));

    /// <summary>The change of the property at the pointer, as the value it would have in a new user.</summary>
    /// <param name="pointer">The pointer.</param>
    /// <param name="value">The value; null where it is cleared.</param>
    /// <returns>Whether there is a change.</returns>
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
    /// <returns>The text.</returns>
    internal string ToStableText() => string.Join('\n', _steps
        .OrderBy(step => step.Property.Pointer, StringComparer.Ordinal)
        .Select(step => $"{step.Property.Pointer} {Stable("=", step.IsWhole ? [step.Value] : null, step.Property)}{Stable("+", step.Upserts, step.Property)}{Stable("-", step.Removals?.Select(key => (JsonNode?)JsonValue.Create(key)), step.Property)}"));

    private static string Stable(string sign, IEnumerable<JsonNode?>? values, UserProperty property) => values is null
        ? string.Empty
        : sign + string.Join(',', values.Select(value => JsonText.Write(StableOrder.Of(property, value))).Order(StringComparer.Ordinal));

    private static void RequireSet(UserProperty set)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (!set.IsSet)
        {
            throw new ArgumentException($"{set.Name} is not an array.", nameof(set));
        }
    }
}
