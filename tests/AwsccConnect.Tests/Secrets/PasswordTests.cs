using System.Security;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;
using AwsccConnect.Tests.Commands.Safety;
using AwsccConnect.Tests.Robustness;

namespace AwsccConnect.Tests.Secrets;

/// <summary>How passwords are generated and sent.</summary>
public class PasswordTests
{
    [Fact]
    public void A_desired_state_has_the_password_and_leaves_the_model_without()
    {
        foreach (var password in UnsafeText.ValidValues.Where(text => text.Length is > 0 and < 64).Append("Aa1\"\\/+<>&'\u00e9\ud83d\ude00"))
        {
            JsonObject model = new() { ["Username"] = "ana", ["IdentityInfo"] = new JsonObject { ["FirstName"] = "Zo\u00EB" } };
            var sent = JsonNode.Parse(UserCreator.DesiredStateOf(model, SafetySession.Secure(password)))!.AsObject();

            sent["Password"]!.GetValue<string>().ShouldBe(password);
            model.ContainsKey("Password").ShouldBeFalse();
            sent.Remove("Password");
            JsonNode.DeepEquals(sent, model).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_desired_state_without_a_password_is_the_model()
    {
        UserCreator.DesiredStateOf(new JsonObject { ["Username"] = "ana" }, null).ShouldBe("""{"Username":"ana"}""");
        UserCreator.DesiredStateOf([], SafetySession.Secure("x")).ShouldBe("""{"Password":"x"}""");
    }

    [Fact]
    public void A_password_that_is_not_valid_Unicode_is_refused() =>
        Should.Throw<UserValueException>(() => UserCreator.DesiredStateOf([], SafetySession.Secure("a\ud83d"))).Message.ShouldContain("not valid Unicode");

    [Fact]
    public void Generated_passwords_keep_the_policy_and_no_two_are_alike()
    {
        string[] passwords = [.. Enumerable.Range(0, 2000).Select(_ => Plain(PasswordGenerator.Generate()))];

        passwords.ShouldAllBe(password => PasswordPolicy.Check(password) == null && password.Length == PasswordGenerator.Length);
        passwords.ShouldAllBe(password => !"=+-@'\"".Contains(password[0]), "a spreadsheet would take it for a formula");
        passwords.Distinct().Count().ShouldBe(passwords.Length);
    }

    /// <summary>
    /// Pearson's test of 68 equally likely characters, at positions in the middle, where the policy hardly changes the distribution. The bound of 150
    /// for 67 degrees of freedom is passed by chance once in ten million runs; twice in a row, never.
    /// </summary>
    [Fact]
    public void Generated_characters_are_equally_likely() => ChiSquares(3).ShouldContain(value => value < 150);

    [Fact]
    public void A_biased_source_would_be_noticed()
    {
        // The remainder of a byte: the first 52 characters a third more often than the others.
        Random random = new(1);
        ChiSquare(Enumerable.Range(0, 40_000).Select(_ => random.Next(256) % 68), 68).ShouldBeGreaterThan(150);
    }

    private static IEnumerable<double> ChiSquares(int tries)
    {
        for (var number = 0; number < tries; number++)
        {
            var text = string.Concat(Enumerable.Range(0, 2000).Select(_ => Plain(PasswordGenerator.Generate())));
            char[] alphabet = [.. text.Distinct()];
            alphabet.Length.ShouldBe(68);
            yield return ChiSquare(text.Select(character => Array.IndexOf(alphabet, character)), alphabet.Length);
        }
    }

    private static double ChiSquare(IEnumerable<int> draws, int kinds)
    {
        var counts = new double[kinds];
        double total = 0;
        foreach (var draw in draws)
        {
            counts[draw]++;
            total++;
        }

        var expected = total / kinds;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }

    private static string Plain(SecureString secure) => SecureText.Use(secure, text => text.ToString());
}
