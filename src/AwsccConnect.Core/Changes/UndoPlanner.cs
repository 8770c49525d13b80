using System.Globalization;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Changes;

/// <summary>
/// Goes back through the changes of a user, newest first, from its live state. A property, and each element of a set, goes back where it
/// still has the value that the change gave it; otherwise another client has changed it since, and it stays.
/// </summary>
internal sealed class UndoPlanner
{
    private static readonly string[] OptionalSets = ["Tags", "UserProficiencies"];

    private readonly UserUndo _undo;
    private readonly List<string> _conflicts = [];
    private readonly List<string> _undoOf = [];
    private JsonObject? _state;
    private string? _arn;

    private UndoPlanner(UserUndo undo, JsonObject? live)
    {
        _undo = undo;
        _state = (JsonObject?)live?.DeepClone();
        _arn = JsonText.StringOf(live?["UserArn"]);
    }

    /// <summary>Plans the undo from a live state; null where there is no such user.</summary>
    public static UndoPlan Plan(UserUndo undo, JsonObject? live)
    {
        var planner = new UndoPlanner(undo, live);
        foreach (var record in undo.Records)
        {
            // One that needs nothing is done with too: beside the state before older changes it could look as if it had been made.
            var conflicts = planner._conflicts.Count;
            if (planner.TakeBack(record) || planner._conflicts.Count == conflicts)
            {
                planner._undoOf.Add(record.Id);
            }
        }

        if (planner._state is { } state && live?["UserArn"] is { } arn)
        {
            // A user that was removed and made again: one of the two is enough.
            state["UserArn"] = arn.DeepClone();
        }

        return new(undo, live, planner._state, planner._undoOf, planner._conflicts);
    }

    private bool TakeBack(ChangeRecord record) => record.Operation switch
    {
        "CREATE" => TakeBackCreate(record),
        "DELETE" => TakeBackDelete(record),
        _ => TakeBackUpdate(record),
    };

    private bool TakeBackCreate(ChangeRecord record)
    {
        if (_state is null || (record.UserArn is null && record.Outcome == ChangeOutcome.Failed))
        {
            return false;
        }

        if (!IsUserOf(record))
        {
            return Leave(record, record.UserArn is null
                ? $"whether the user that is there ({_arn}) was created by it is not known"
                : $"the user of that name is another one now ({_arn})");
        }

        var model = ModelOf(record, change => change.New);
        var created = new DesiredUser(model);
        foreach (var name in OptionalSets.Where(name => model[name] is null))
        {
            created.Changes.SetPointer($"/{name}", null);
        }

        var changed = created.DifferencesFrom(_state);
        if (changed.Count > 0)
        {
            return Leave(record, $"the user is not removed, because another client has changed {string.Join(", ", changed)}");
        }

        (_state, _arn) = (null, null);
        return true;
    }

    private bool TakeBackDelete(ChangeRecord record)
    {
        if (record.Outcome == ChangeOutcome.Failed || (_state is not null && IsUserOf(record)))
        {
            return false;
        }

        if (_state is not null)
        {
            return Leave(record, $"there is another user of that name now ({_arn})");
        }

        _state = ModelOf(record, change => change.Old);
        _arn = record.UserArn;
        return true;
    }

    private bool TakeBackUpdate(ChangeRecord record)
    {
        if (_state is null || !IsUserOf(record))
        {
            return Leave(record, _state is null ? "the user is gone" : $"the user of that name is another one now ({_arn})");
        }

        var isTakenBack = false;
        foreach (var change in record.Changes)
        {
            var property = UserSchema.At(change.Path);
            if (property.IsSet)
            {
                foreach (var key in Keys(change.Old).Union(Keys(change.New), StringComparer.Ordinal).ToList())
                {
                    isTakenBack |= TakeBack(record, property, key, Element(change.Old, key), Element(change.New, key), Element(JsonPointer.Get(_state, change.Path), key));
                }
            }
            else
            {
                isTakenBack |= TakeBack(record, property, null, change.Old, change.New, JsonPointer.Get(_state, change.Path));
            }

            IEnumerable<string> Keys(JsonNode? set) => (set as JsonArray ?? []).Select(element => UserSetKeys.Of(property, element));

            JsonNode? Element(JsonNode? set, string key) => (set as JsonArray)?.FirstOrDefault(element => UserSetKeys.Of(property, element) == key);
        }

        return isTakenBack;
    }

    private bool TakeBack(ChangeRecord record, UserProperty property, string? key, JsonNode? old, JsonNode? made, JsonNode? present)
    {
        if (AreEqual(old, made) || AreEqual(present, old))
        {
            return false;
        }

        if (!AreEqual(present, made))
        {
            var name = string.Join('.', JsonPointer.Tokens(property.Pointer)) + (key is null ? string.Empty : $" ({key})");
            return Leave(record, $"{name} is {Show(present)} now, and not {Show(made)}");
        }

        if (key is null)
        {
            Apply(new UserChange(property) { Value = old?.DeepClone() });
            return true;
        }

        Apply(new UserChange(property) { Removals = [key] });
        if (old is not null)
        {
            Apply(new UserChange(property) { Upserts = [old.DeepClone()] });
        }

        return true;

        bool AreEqual(JsonNode? one, JsonNode? other) => UserStateComparer.AreEqual(property, Whole(one), Whole(other));

        JsonNode? Whole(JsonNode? value) => key is not null && value is not null ? new JsonArray(value.DeepClone()) : value;

        string Show(JsonNode? value) => JsonText.IsNothing(value) ? "nothing" : $"'{RosterSyntax.Format(property, Whole(value))}'";
    }

    private void Apply(UserChange change) => change.ApplyTo(_state!);

    private bool IsUserOf(ChangeRecord record) => _arn is not null && (record.UserArn == _arn || _undo.MadeAgain.Contains(_arn));

    /// <summary>A change of which is not known that it was made has nothing that could have been changed since.</summary>
    private bool Leave(ChangeRecord record, string reason)
    {
        if (record.Outcome == ChangeOutcome.Done || (record.Operation == "CREATE" && record.Outcome != ChangeOutcome.Failed))
        {
            _conflicts.Add(string.Create(CultureInfo.InvariantCulture, $"{reason} ({record.Operation} by {record.Command} at {record.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z)"));
        }

        return false;
    }

    private static JsonObject ModelOf(ChangeRecord record, Func<PropertyChange, JsonNode?> value)
    {
        var model = new JsonObject();
        foreach (var change in record.Changes)
        {
            new UserChange(UserSchema.At(change.Path)) { Value = value(change) }.ApplyTo(model);
        }

        return model;
    }
}
