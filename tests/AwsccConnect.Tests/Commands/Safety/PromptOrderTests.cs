namespace AwsccConnect.Tests.Commands.Safety;

/// <summary>Prompts come in the order of the input, however long each read takes.</summary>
public sealed class PromptOrderTests : SimulatorTestBase
{
    private static readonly string[] Names = ["sara", "maria", "jana", "dana", "nina", "tomas", "karim", "olga"];

    protected override SimulatorOptions Options => new() { UserCount = 0, LatencyMilliseconds = 5, LatencyMaximumMilliseconds = 80 };

    [Theory]
    [InlineData("$arns | Remove-ConnectUser")]
    [InlineData("$arns | Remove-ConnectUser -Confirm")]
    [InlineData("$ConfirmPreference = 'Low'; $arns | Set-ConnectUser -FirstName Changed")]
    [InlineData("$ConfirmPreference = 'Medium'; $arns | Set-ConnectUser -FirstName Changed")]
    public void Each_input_is_prompted_for_in_turn(string script)
    {
        string[] arns = [.. Names.Select(name => AddUser(name))];
        foreach (var _ in Names)
        {
            Session.UI.ChoiceAnswers.Enqueue(2);
        }

        Run(script, ("arns", arns));

        Session.UI.Prompts
            .Select(prompt => Enumerable.Range(0, Names.Length).Single(number =>
                prompt.Contains(arns[number], StringComparison.Ordinal) || prompt.StartsWith($"Update the user '{Names[number]}'?\n", StringComparison.Ordinal)))
            .ShouldBe(Enumerable.Range(0, Names.Length));
        Writes().ShouldBeEmpty();
    }

    [Fact]
    public void The_same_user_twice_is_prompted_for_twice()
    {
        var arn = AddUser("sara");
        Session.UI.ChoiceAnswers.Enqueue(0);
        Session.UI.ChoiceAnswers.Enqueue(0);

        Run("$ConfirmPreference = 'Low'; [pscustomobject]@{ UserArn = $arn; FirstName = 'One' }, [pscustomobject]@{ UserArn = $arn; FirstName = 'Two' } | Set-ConnectUser", ("arn", arn));

        Session.UI.Prompts.Count.ShouldBe(2);
        State("sara")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Two");
    }
}
