using AwsccConnect.Tests.Stacks.Planning;
using AwsccConnect.Tests.Users;
using FsCheck;
using FsCheck.Fluent;

namespace AwsccConnect.Tests.Changes;

/// <summary>A few users, and commands that change them.</summary>
/// <param name="Users">The users that there are first, by name.</param>
/// <param name="Commands">The commands.</param>
public sealed record UndoCase(IReadOnlyList<KeyValuePair<string, JsonObject>> Users, IReadOnlyList<UndoCase.Command> Commands)
{
    internal static readonly string[] Names = ["ana", "ben", "cho", "dee", "eva", "fay"];

    private static readonly Gen<KeyValuePair<string, JsonObject>[]> AllUsers = Gen.CollectToArray(Names, name => UserGenerators.Whole(
        LiveWorld.Instance,
        [.. LiveWorld.Plan.RoutingProfileArns.Take(2)],
        [.. LiveWorld.Plan.SecurityProfileArns.Take(2)],
        [LiveWorld.Plan.Teams[0].Arn]).Select(model => KeyValuePair.Create(name, model)));

    /// <summary>A command, and what somebody else does after it.</summary>
    /// <param name="Users">The users that it creates or changes, with their models.</param>
    /// <param name="Removed">Those of them that it removes where there are.</param>
    /// <param name="KilledAt">The write at which it is killed; null where it is not.</param>
    /// <param name="IsCarriedOut">Whether AWS carries out that write.</param>
    /// <param name="TornLength">Characters of a line of the log that it has written when it is killed.</param>
    /// <param name="Edited">The user to which somebody else adds a tag; null for none.</param>
    public sealed record Command(
        IReadOnlyList<KeyValuePair<string, JsonObject>> Users, IReadOnlyList<string> Removed, int? KilledAt, bool IsCarriedOut, int TornLength, string? Edited);

    public static Arbitrary<UndoCase> Cases() =>
        (from users in AllUsers
         from commands in Gen.ArrayOf(AnyCommand, 4)
         select new UndoCase(users[..4], commands)).ToArbitrary();

    private static Gen<Command> AnyCommand =>
        from users in AllUsers
        from chances in Gen.ArrayOf(Gen.Choose(0, 11), users.Length)
        from killedAt in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 3).Select(int? (write) => write))
        from isCarriedOut in Gen.Elements(true, false)
        from tornLength in Gen.Choose(0, 20)
        from edited in Gen.OneOf(Gen.Constant<string?>(null), Gen.Elements<string?>(Names))
        select new Command(
            [.. users.Where((_, number) => chances[number] > 3)], [.. Names.Where((_, number) => chances[number] > 9)], killedAt, isCarriedOut, tornLength, edited);
}
