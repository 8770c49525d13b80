using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Stacks.Planning;

namespace AwsccConnect.Tests.Stacks.Planning;

public class RemovalGuardTests
{
    private static readonly StackDefinition Stack = LiveWorld.Stack(LiveWorld.Whole("ana"));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(59, 5)]
    [InlineData(60, 6)]
    [InlineData(10_000, 1_000)]
    public void A_tenth_and_at_least_five_may_go(int owned, int maximum)
    {
        RemovalGuard.DefaultMaximum(owned).ShouldBe(maximum);
        Id(maximum, owned).ShouldBeNull();
        Id(maximum + 1, owned).ShouldBe(ErrorIds.TooManyRemovals);
    }

    [Fact]
    public void A_limit_of_ones_own_counts_alone()
    {
        Id(7, 7, maximum: 7).ShouldBeNull();
        Id(1, 1000, maximum: 0).ShouldBe(ErrorIds.TooManyRemovals);
        Id(0, 1000, maximum: 0).ShouldBeNull();
    }

    [Fact]
    public void A_file_without_users_is_refused_where_what_is_missing_goes()
    {
        var empty = LiveWorld.Stack();
        RemovalGuard.Check(empty, 1, 1, 100, 0, requiresUsers: true)!.ErrorId.ShouldBe(ErrorIds.EmptyStack);
        RemovalGuard.Check(empty, 1, 1, 100, 0, requiresUsers: false).ShouldBeNull();
    }

    [Fact]
    public void Errors_of_reading_are_refused_whatever_the_limit()
    {
        StackDefinition damaged = new() { Name = "team", Path = "/files/team.csv", Users = Stack.Users, Errors = [new ConnectOperationException("InvalidRosterRow", "m", "r")] };
        RemovalGuard.Check(damaged, 0, 1, 100, 0, requiresUsers: true)!.ErrorId.ShouldBe(ErrorIds.IncompleteStack);
        RemovalGuard.Check(Stack, 0, 1, 100, 1, requiresUsers: true)!.ErrorId.ShouldBe(ErrorIds.IncompleteStack);
    }

    private static string? Id(int removals, int owned, int? maximum = null) =>
        RemovalGuard.Check(Stack, removals, owned, maximum, uncertainUsers: 0, requiresUsers: true)?.ErrorId;
}
