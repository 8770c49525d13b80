using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Users;

/// <summary>
/// Finds what AWS would refuse, before any call. Names have to be resolved to ARNs first. Where AWS's documents differ the wider range
/// holds here. What depends on the instance is checked by <see cref="IdentityRules"/>.
/// </summary>
internal static class UserValidator
{
    /// <summary>The flat settings and the per-channel arrays that exclude each other.</summary>
    public static IReadOnlyList<(UserProperty Flat, UserProperty Set)> ConflictingSettings { get; } =
    [
        (UserSchema.Get("AutoAccept"), UserSchema.Get("AutoAcceptConfigs")),
        (UserSchema.Get("AfterContactWorkTimeLimit"), UserSchema.Get("AfterContactWorkConfigs")),
        (UserSchema.Get("PhoneType"), UserSchema.Get("PhoneNumberConfigs")),
        (UserSchema.Get("DeskPhoneNumber"), UserSchema.Get("PhoneNumberConfigs")),
        (UserSchema.Get("PersistentConnection"), UserSchema.Get("PersistentConnectionConfigs")),
    ];

    /// <summary>
    /// Checks the resource model of a new user, which is without the password. <paramref name="hasPassword"/> is true where a password goes with
    /// it: an instance that does not manage its users itself refuses one, and a password with a DirectoryUserId is one of those.
    /// </summary>
    public static IReadOnlyList<UserProblem> ValidateCreate(JsonObject model, bool hasPassword)
    {
        var problems = new List<UserProblem>();
        foreach (var property in UserSchema.Leaves)
        {
            var value = JsonPointer.Get(model, property.Pointer);
            if (property.IsRequired && property.ParentName is null && JsonText.IsNothing(value))
            {
                problems.Add(new(ErrorIds.MissingProperty, property.Name, $"A new user needs {property.Name}.", $"Give {property.Name}."));
            }
            else if (property.IsReadOnly && !JsonText.IsNothing(value))
            {
                problems.Add(new(ErrorIds.InvalidValue, property.Name, $"{property.Name} is set by AWS and cannot be chosen.", $"Leave {property.Name} out."));
            }
            else if (!JsonText.IsNothing(value))
            {
                UserValueRules.Check(problems, property, value!, isDelta: false);
            }
        }

        if (hasPassword && !JsonText.IsNothing(model["DirectoryUserId"]))
        {
            problems.Add(new(
                ErrorIds.ConflictingProperties, "Password", "A user from a directory (DirectoryUserId) has its password there.", "Leave the password or DirectoryUserId out."));
        }

        CheckConflicting(problems, model);
        CheckInstance(problems, model, JsonText.StringOf(model["InstanceArn"]));
        return problems;
    }

    /// <summary>
    /// Checks the requested changes of an existing user. Where its live state is known, setting the value that a property has is no change, and
    /// ARNs have to belong to its instance.
    /// </summary>
    public static IReadOnlyList<UserProblem> ValidateChanges(UserChanges changes, JsonObject? live = null)
    {
        var problems = new List<UserProblem>();
        foreach (var step in changes.Steps)
        {
            var property = step.Property;
            if (!property.IsUpdatable)
            {
                if (live is null || property.IsWriteOnly || !UserStateComparer.AreEqual(property, JsonPointer.Get(live, property.Pointer), step.Value))
                {
                    problems.Add(NotUpdatable(property));
                }
            }
            else if (!step.IsWhole)
            {
                UserValueRules.Check(problems, property, new JsonArray([.. (step.Upserts ?? []).Select(element => element.DeepClone())]), isDelta: true);
                if (property.Kind == UserValueKind.TagSet && step.Removals?.FirstOrDefault(ReservedTags.IsReserved) is { } key)
                {
                    problems.Add(new(ErrorIds.InvalidValue, property.Name, $"The tag '{key}' cannot be removed: AWS keeps keys that start with aws: for itself.", "Leave it out."));
                }

                // A pattern that removes nothing would pass for success; values of proficiencies may have question marks.
                if (live is not null && step.Removals?.FirstOrDefault(text => text.AsSpan().ContainsAny(property.Kind == UserValueKind.TagSet ? "*?[" : "*")) is { } whole
                    && !(JsonPointer.Get(live, property.Pointer) as JsonArray ?? []).Any(element => UserSetKeys.Of(property, element) == whole))
                {
                    problems.Add(new(ErrorIds.InvalidValue, property.Name, $"{property.Name} has no '{whole}' that could be removed: wildcards are not expanded here.", "Give the whole names of what is to be removed."));
                }
            }
            else if (!JsonText.IsNothing(step.Value))
            {
                UserValueRules.Check(problems, property, step.Value!, isDelta: false);
            }
            else if (property.IsRequired && property.ParentName is null)
            {
                problems.Add(CannotBeCleared(property));
            }
        }

        var desired = changes.ApplyTo(live ?? []);
        var security = UserSchema.Get("SecurityProfileArns");
        if (live is not null && changes.Touched.Contains(security) && JsonText.IsNothing(desired["SecurityProfileArns"]) && !problems.Exists(problem => problem.PropertyName == security.Name))
        {
            problems.Add(new(ErrorIds.MissingProperty, security.Name, "A user needs at least one security profile; the change removes the last one.", "Add another security profile in the same change."));
        }

        var model = changes.ToModel();
        CheckConflicting(problems, model);
        CheckInstance(problems, model, JsonText.StringOf(live?["InstanceArn"]) ?? ConnectArnOf(live));
        return problems;
    }

    /// <summary>
    /// Checks what a change makes of an existing user, whole sets included. What the user has already is not judged, nor are properties that
    /// this version does not know.
    /// </summary>
    public static IReadOnlyList<UserProblem> ValidateResult(JsonObject live, JsonObject desired)
    {
        var problems = new List<UserProblem>();
        var changed = new JsonObject();
        foreach (var property in UserSchema.Leaves.Where(property => property.IsUpdatable))
        {
            var (before, after) = (JsonPointer.Get(live, property.Pointer), JsonPointer.Get(desired, property.Pointer));
            if (UserStateComparer.AreEqual(property, before, after))
            {
                continue;
            }

            if (!JsonText.IsNothing(after))
            {
                problems.AddRange(ProblemsOf(property, after!).Except(before is null ? [] : ProblemsOf(property, before)));
                new UserChange(property) { Value = after!.DeepClone() }.ApplyTo(changed);
            }
            else if (property.IsRequired && property.ParentName is null)
            {
                problems.Add(CannotBeCleared(property));
            }
        }

        CheckInstance(problems, changed, JsonText.StringOf(live["InstanceArn"]) ?? ConnectArnOf(live));
        return problems;
    }

    /// <summary>The problem of a change to a property that AWS has no call for, with the remedy for that property.</summary>
    public static UserProblem NotUpdatable(UserProperty property)
    {
        var remedy = property.Name switch
        {
            "Password" => "Reset the password in the Amazon Connect console or let the user reset it; or remove the user and create it again.",
            "UserArn" => "Leave UserArn out: it only identifies.",
            _ => $"Remove the user and create it again with the other {property.Name}.",
        };
        return new(ErrorIds.PropertyNotUpdatable, property.Name, $"{property.Name} of an existing user cannot be changed: AWS has no call for it.", remedy);
    }

    private static List<UserProblem> ProblemsOf(UserProperty property, JsonNode value)
    {
        var problems = new List<UserProblem>();
        UserValueRules.Check(problems, property, value, isDelta: false);
        return problems;
    }

    private static UserProblem CannotBeCleared(UserProperty property) =>
        new(ErrorIds.MissingProperty, property.Name, $"{property.Name} cannot be cleared: a user needs it.", "Give another value instead.");

    private static string? ConnectArnOf(JsonObject? live) => ConnectArn.TryParse(JsonText.StringOf(live?["UserArn"]), out var arn) ? arn.InstanceArn : null;

    /// <summary>Finds flat settings beside a per-channel array that says otherwise for VOICE; the rest is merged into the array.</summary>
    private static void CheckConflicting(List<UserProblem> problems, JsonObject model)
    {
        foreach (var (flat, set) in ConflictingSettings)
        {
            if (JsonPointer.Get(model, flat.Pointer) is { } value && PerChannelSettings.VoiceValue(flat, model[set.Name] as JsonArray) is { } voice
                && !UserStateComparer.AreEqual(flat, value, voice))
            {
                problems.Add(new(
                    ErrorIds.ConflictingProperties,
                    flat.Name,
                    $"{flat.Name} ({JsonText.Write(value)}) and {set.Name} for the channel VOICE ({JsonText.Write(voice)}) are the same setting and disagree.",
                    $"Leave {flat.Name} out: {set.Name} is the newer way."));
            }
        }
    }

    private static void CheckInstance(List<UserProblem> problems, JsonObject model, string? instanceArn)
    {
        if (!ConnectArn.TryParse(instanceArn, out var instance))
        {
            return;
        }

        foreach (var property in UserSchema.Leaves.Where(property => property.ArnKind is not null))
        {
            var value = JsonPointer.Get(model, property.Pointer);
            foreach (var item in value as JsonArray ?? new JsonArray(value?.DeepClone()))
            {
                if (ConnectArn.TryParse(JsonText.StringOf(item), out var arn) && arn.InstanceArn != instance.InstanceArn)
                {
                    var (id, what) = arn.Region != instance.Region
                        ? (ErrorIds.RegionMismatch, $"is in the Region {arn.Region}, the user's instance in {instance.Region}")
                        : (ErrorIds.InstanceMismatch, $"belongs to another instance than {instance.InstanceArn}");
                    problems.Add(new(id, property.Name, $"{property.Name} '{arn}' {what}.", "Use one of the same instance."));
                }
            }
        }
    }
}
