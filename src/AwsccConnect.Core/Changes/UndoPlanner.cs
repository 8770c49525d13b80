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
    private readonly Dictionary<string, IReadOnlyList<string>> _undoParts = new(StringComparer.Ordinal);
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
            var parts = planner.TakeBack(record);
            if (parts.Count > 0 || planner._conflicts.Count == conflicts)
            {
                planner._undoOf.Add(record.Id);
                if (record.IsUpdate)
                {
                    planner._undoParts.Add(record.Id, parts);
                }
            }
        }

        if (planner._state is { } state && live?["UserArn"] is { } arn)
        {
            // A user that was removed and made again: one of the two is enough.
            state["UserArn"] = arn.DeepClone();
        }

        return new(undo, live, planner._state, planner._undoOf, planner._undoParts, planner._conflicts);
    }

    /// <summary>Ids of the parts that are taken back or need nothing.</summary>
    private IReadOnlyList<string> TakeBack(ChangeRecord record) => record.Operation switch
    {
        "CREATE" => TakeBackCreate(record) ? [.. record.Parts] : [],
        "DELETE" => TakeBackDelete(record) ? [.. record.Parts] : [],
        _ => TakeBackUpdate(record),
    };

    private bool TakeBackCreate(ChangeRecord record)
    {
        if (_state is null || (record.UserArn is null && record.Outcome == ChangeOutcome.Failed))
        {
            return true;
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
            return true;
        }

        if (_state is not null)
        {
            return Leave(record, $"there is another user of that name now ({_arn})");
        }

        _state = ModelOf(record, change => change.Old);
        _arn = record.UserArn;
        return true;
    }

    private IReadOnlyList<string> TakeBackUpdate(ChangeRecord record)
    {
        // What is put back comes before what is removed: a set may not be empty in between.
        var parts = record.Changes.SelectMany(change => change.Parts()).Where(part => !_undo.Undone.IsUndone(record, part)).OrderBy(part => part.Old is null).ToList();
        if (_state is not null && IsUserOf(record))
        {
            parts.RemoveAll(part => !TakeBack(record, part));
        }
        else if (!Leave(record, _state is null ? "the user is gone" : $"the user of that name is another one now ({_arn})"))
        {
            parts.Clear();
        }

        return [.. parts.Select(part => part.Id)];
    }

    private bool TakeBack(ChangeRecord record, ChangePart part)
    {
        var (_, property, key, old, made) = part;
        var present = part.In(_state!);
        if (AreEqual(old, made) || AreEqual(present, old))
        {
            return true;
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

    private bool IsUserOf(ChangeRecord record) => _arn is not null
        && (record.UserArn == _arn || (_undo.MadeAgain.TryGetValue(_arn, out var earlier) && (record.UserArn is null || earlier.Contains(record.UserArn))));

    /// <summary>A change of which is not known that it was made has nothing that could have been changed since: it is done with.</summary>
    private bool Leave(ChangeRecord record, string reason)
    {
        if (record.Outcome == ChangeOutcome.Done || (record.Operation == "CREATE" && record.Outcome != ChangeOutcome.Failed))
        {
            _conflicts.Add(string.Create(CultureInfo.InvariantCulture, $"{reason} ({record.Operation} by {record.Command} at {record.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z)"));
            return false;
        }

        return true;
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
