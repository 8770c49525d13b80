using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Users;

/// <summary>Finds what was edited, so that changes of other clients to the rest are kept.</summary>
internal static class UserEdits
{
    /// <summary>The changes that lead from one state to another; without a first state, everything the other has.</summary>
    internal static UserChanges Between(JsonObject? original, JsonObject present)
    {
        var changes = new UserChanges();
        var before = original ?? [];
        foreach (var name in JsonText.NamesOf(before, present))
        {
            var property = UserSchema.At($"/{JsonPointer.Escape(name)}");
            if (property.IsWriteOnly || (property.Kind == UserValueKind.Unknown && original is null && JsonText.IsNothing(present[name])))
            {
                continue;
            }

            if (property.IsSet && original is not null)
            {
                AddElements(changes, property, before[name] as JsonArray ?? [], present[name] as JsonArray ?? []);
            }
            else if (property.Kind == UserValueKind.Object)
            {
                AddLeaves(changes, property, before[name] as JsonObject ?? [], present[name] as JsonObject ?? []);
            }
            else if (!UserStateComparer.AreEqual(property, before[name], present[name]))
            {
                changes.Set(property, present[name]);
            }
        }

        return ReservedTags.Without(changes, ReservedTags.IsReserved);
    }

    private static void AddLeaves(UserChanges changes, UserProperty parent, JsonObject before, JsonObject present)
    {
        foreach (var name in JsonText.NamesOf(before, present))
        {
            var leaf = UserSchema.At($"{parent.Pointer}/{JsonPointer.Escape(name)}");
            if (!UserStateComparer.AreEqual(leaf, before[name], present[name]))
            {
                changes.Set(leaf, present[name]);
            }
        }
    }

    private static void AddElements(UserChanges changes, UserProperty set, JsonArray before, JsonArray present)
    {
        var old = before.GroupBy(element => UserSetKeys.Of(set, element)).ToDictionary(group => group.Key, group => group.Last());
        var now = present.GroupBy(element => UserSetKeys.Of(set, element)).ToDictionary(group => group.Key, group => group.Last());
        changes.Remove(set, old.Keys.Except(now.Keys));
        var changed = new List<JsonNode>();
        foreach (var (key, element) in now)
        {
            if (!old.TryGetValue(key, out var earlier))
            {
                changed.Add(element!);
            }
            else if (!UserStateComparer.AreEqual(UserProperty.Unknown("/element"), earlier, element))
            {
                // Of a channel only the members that were edited: a colleague may have changed another one.
                changed.Add(set.Kind == UserValueKind.ChannelSet ? Difference((JsonObject)earlier!, (JsonObject)element!, set.KeyMembers) : element!);
            }
        }

        changes.Upsert(set, changed);
    }

    private static JsonObject Difference(JsonObject before, JsonObject present, IReadOnlyList<string> keys)
    {
        var result = new JsonObject();
        foreach (var name in JsonText.NamesOf(before, present))
        {
            var (old, now) = (before[name], present[name]);
            if (keys.Contains(name))
            {
                result[name] = now?.DeepClone();
            }
            else if (!UserStateComparer.AreEqual(UserProperty.Unknown("/member"), old, now))
            {
                result[name] = old is JsonObject oldInner && now is JsonObject nowInner ? Difference(oldInner, nowInner, []) : now?.DeepClone();
            }
        }

        return result;
    }
}
