using System.Runtime.InteropServices;
using System.Security;
using System.Text.Json.Nodes;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Users;
using AwsccConnect.Session;
using AwsccConnect.Tests.Commands.Safety;
using AwsccConnect.Tests.Robustness;

namespace AwsccConnect.Tests.Secrets;

/// <summary>How passwords are made, and what is left of them in memory.</summary>
public class PasswordTests
{
    [Fact]
    public void A_desired_state_has_the_password_until_it_is_disposed()
    {
        foreach (string password in HostileText.ValidValues.Where(text => text.Length is > 0 and < 64).Append("Aa1\"\\/+<>&'\u00e9\ud83d\ude00"))
        {
            JsonObject model = new() { ["Username"] = "ana", ["IdentityInfo"] = new JsonObject { ["FirstName"] = "Zo\u00EB" } };
            DesiredState state = DesiredState.Create(model, SafetySession.Secure(password));
            JsonObject sent = JsonNode.Parse(state.Text)!.AsObject();

            sent["Password"]!.GetValue<string>().ShouldBe(password);
            sent.Remove("Password");
            JsonNode.DeepEquals(sent, model).ShouldBeTrue();

            state.Dispose();
            state.Text.ShouldAllBe(character => character == '\0');
        }
    }

    [Fact]
    public void A_desired_state_without_a_password_is_a_text_like_any_other()
    {
        DesiredState state = DesiredState.Create(new JsonObject { ["Username"] = "ana" }, null);
        state.Dispose();
        state.Text.ShouldBe("""{"Username":"ana"}""");
        DesiredState.Create([], SafetySession.Secure("x")).Text.ShouldBe("""{"Password":"x"}""");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_bytes_of_a_body_are_overwritten_after_the_call(bool fails)
    {
        byte[] body = "{\"Password\":\"Correct7Horse\"}"u8.ToArray();
        RequestContext context = new(enableMetric: false) { Request = new DefaultRequest(new CreateResourceRequest(), "x") { Content = body } };
        RequestEraser eraser = new() { InnerHandler = new Answering(fails, () => body.ShouldContain((byte)'C')) };
        Task<AmazonWebServiceResponse> call = eraser.InvokeAsync<AmazonWebServiceResponse>(new Amazon.Runtime.Internal.ExecutionContext(context, new ResponseContext()));

        (await Record.ExceptionAsync(() => call)).ShouldBe(fails ? call.Exception?.InnerException : null);
        body.ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void Generated_passwords_keep_the_policy_and_no_two_are_alike()
    {
        string[] passwords = [.. Enumerable.Range(0, 2000).Select(_ => Plain(PasswordGenerator.Generate()))];

        passwords.ShouldAllBe(password => PasswordPolicy.Check(password) == null && password.Length == PasswordGenerator.Length);
        passwords.ShouldAllBe(password => !"=+-@'\"".Contains(password[0]), "a spreadsheet would take it for a formula");
        passwords.Distinct().Count().ShouldBe(passwords.Length);
    }

    /// <summary>
    /// Pearson's test of 68 equally likely characters, at places in the middle where the policy hardly bends the odds. The bound of 150
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
        for (int number = 0; number < tries; number++)
        {
            string text = string.Concat(Enumerable.Range(0, 2000).Select(_ => Plain(PasswordGenerator.Generate())));
            char[] alphabet = [.. text.Distinct()];
            alphabet.Length.ShouldBe(68);
            yield return ChiSquare(text.Select(character => Array.IndexOf(alphabet, character)), alphabet.Length);
        }
    }

    private static double ChiSquare(IEnumerable<int> draws, int kinds)
    {
        double[] counts = new double[kinds];
        double total = 0;
        foreach (int draw in draws)
        {
            counts[draw]++;
            total++;
        }

        double expected = total / kinds;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }

    private static string Plain(SecureString secure)
    {
        nint pointer = Marshal.SecureStringToGlobalAllocUnicode(secure);
        try
        {
            return Marshal.PtrToStringUni(pointer)!;
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(pointer);
        }
    }

    private sealed class Answering(bool fails, Action look) : PipelineHandler
    {
        public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            look();
            return fails ? Task.FromException<T>(new IOException("cut")) : Task.FromResult<T>(null!);
        }
    }
}
