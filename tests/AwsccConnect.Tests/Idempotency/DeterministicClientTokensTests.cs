using System.Text.RegularExpressions;
using AwsccConnect.Core.Operations.Idempotency;
using FsCheck;
using FsCheck.Xunit;

namespace AwsccConnect.Tests.Idempotency;

/// <summary>The client tokens of a run.</summary>
public sealed partial class DeterministicClientTokensTests
{
    [Fact]
    public void A_token_is_the_same_in_every_process_and_version()
    {
        // Fixed, because a run may be started again after an update of the module.
        new DeterministicClientTokens("nightly-2026-11-23").Take("CREATE", "arn:aws:connect:eu-west-2:123456789012:instance/1/jane", "{}").For(1)
            .ShouldBe("0517A5C2EB61F038C1189985941589417D14BA89F410564ED3A600F0A76BBAA4");
    }

    [Property]
    public void Equal_intents_have_equal_tokens(NonEmptyString run, string operation, string identity, string state, PositiveInt attempt)
    {
        Token(run.Get, operation, identity, state, attempt.Get).ShouldBe(Token(run.Get, operation, identity, state, attempt.Get));
    }

    [Property]
    public void A_difference_in_any_part_makes_another_token(NonEmptyString run, string operation, string identity, string state, PositiveInt attempt, NonEmptyString more)
    {
        string[] tokens =
        [
            Token(run.Get, operation, identity, state, attempt.Get),
            Token(run.Get + more.Get, operation, identity, state, attempt.Get),
            Token(run.Get, operation + more.Get, identity, state, attempt.Get),
            Token(run.Get, operation, identity + more.Get, state, attempt.Get),
            Token(run.Get, operation, identity, state + more.Get, attempt.Get),
            Token(run.Get, operation, identity, state, attempt.Get + 1),
        ];
        tokens.Distinct().Count().ShouldBe(tokens.Length);
    }

    [Property]
    public void Text_that_moves_from_one_part_to_the_next_makes_another_token(NonEmptyString a, NonEmptyString b)
    {
        Token("run", a.Get + b.Get, string.Empty, string.Empty, 1).ShouldNotBe(Token("run", a.Get, b.Get, string.Empty, 1));
        Token("run", "CREATE", a.Get + b.Get, string.Empty, 1).ShouldNotBe(Token("run", "CREATE", a.Get, b.Get, 1));
    }

    [Property]
    public void A_token_has_the_form_that_AWS_asks_for_and_shows_nothing(NonEmptyString run, string identity, string state, PositiveInt attempt)
    {
        var token = Token(run.Get, "UPDATE", identity, state, attempt.Get);
        AwsForm().IsMatch(token).ShouldBeTrue(token);
        foreach (var part in new[] { run.Get, identity, state }.Where(part => part?.Length >= 8))
        {
            token.ShouldNotContain(part);
        }
    }

    [Fact]
    public void The_same_intent_again_within_a_run_has_a_token_of_its_own_and_so_in_every_run()
    {
        var first = Twice();
        first[0].ShouldNotBe(first[1]);
        Twice().ShouldBe(first);

        static string[] Twice()
        {
            DeterministicClientTokens run = new("run");
            return [run.Take("CREATE", "jane", "{}").For(1), run.Take("CREATE", "jane", "{}").For(1)];
        }
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("onboarding/2026-11-23T08:00:00+01:00", true)]
    [InlineData("7b0d1c9e-3f5e-4c0e-9b53-0d0f1d6a2c11", true)]
    [InlineData("", false)]
    [InlineData("two words", false)]
    [InlineData("line\n", false)]
    [InlineData("Zoë", false)]
    public void A_run_id_is_plain_text(string runId, bool isGood) => Regex.IsMatch(runId, DeterministicClientTokens.Pattern).ShouldBe(isGood);

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_run_id_has_128_characters_at_most(int length, bool isGood) =>
        Regex.IsMatch(new string('x', length), DeterministicClientTokens.Pattern).ShouldBe(isGood);

    private static string Token(string run, string? operation, string? identity, string? state, int attempt) =>
        new DeterministicClientTokens(run).Take(operation ?? string.Empty, identity ?? string.Empty, state ?? string.Empty).For(attempt);

    [GeneratedRegex(@"^[-A-Za-z0-9+/=]{1,128}\z")]
    private static partial Regex AwsForm();
}
