using AwsccConnect.Core.Stacks.Planning;

namespace AwsccConnect.Tests.Stacks;

public sealed class StackDifferenceTests
{
    [Theory]
    [InlineData("Tags", "Team=Sales;Site=York", "Site=York", "Tags: - Team=Sales")]
    [InlineData("Tags", "Site=York", "Site=Leeds", "Tags: - Site=York, + Site=Leeds")]
    [InlineData("Tags", null, "a=1;b=2", "Tags: + a=1, + b=2")]
    [InlineData("Tags", @"\[x=1", @"[x=1;a\;b=1", @"Tags: + a\;b=1")]
    [InlineData("SecurityProfileArns", "arn:a;arn:b", "arn:b;arn:c", "SecurityProfileArns: - arn:a, + arn:c")]
    [InlineData("UserProficiencies", "Language/English=5", "Language/English=4", "UserProficiencies: - Language/English=5, + Language/English=4")]
    [InlineData("IdentityInfo.FirstName", "a;b", "a;c", "IdentityInfo.FirstName: a;b -> a;c")]
    [InlineData("PhoneConfig.AfterContactWorkTimeLimit", "30", null, "PhoneConfig.AfterContactWorkTimeLimit: 30 -> (none)")]
    public void Sets_are_shown_by_element_and_other_properties_by_both_values(string property, string? live, string? desired, string expected) =>
        new StackDifference(property, desired, live).ToString().ShouldBe(expected);

    [Fact]
    public void Sets_have_one_order_whatever_that_of_AWS()
    {
        StackDifference[] differences = [.. new[] { "abc", "cab", "bca" }.SelectMany(order => StackDifferences.Between(Tags(order), Tags(order + "d"), _ => null))];
        differences.Distinct().ShouldHaveSingleItem().ShouldBe(new StackDifference("Tags", "a=1;b=1;c=1;d=1", "a=1;b=1;c=1"));
    }

    private static JsonObject Tags(string keys) => new()
    {
        ["Tags"] = new JsonArray([.. keys.Select(key => new JsonObject { ["Key"] = key.ToString(), ["Value"] = "1" })]),
    };
}
