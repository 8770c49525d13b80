using System.Text.Encodings.Web;
using AwsccConnect.Core.Stacks;

namespace AwsccConnect.Tests.Stacks.Parsing;

/// <summary>Reads a text as a stack file of a folder of its own.</summary>
internal static class StackText
{
    internal const string Instance = "arn:aws:connect:eu-west-2:111122223333:instance/11111111-2222-3333-4444-555555555555";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static Task<StackDefinition> ReadAsync(string text, string file = "team.yml", StackReadOptions? options = null) =>
        ReadAsync(Encoding.UTF8.GetBytes(text), file, options);

    internal static async Task<StackDefinition> ReadAsync(byte[] content, string file, StackReadOptions? options = null)
    {
        using TemporaryFolder folder = new();
        var path = folder.PathOf(file);
        await File.WriteAllBytesAsync(path, content);
        return await StackFile.ReadAsync(path, options ?? new StackReadOptions { InstanceArn = Instance, EnvironmentVariable = _ => null }, CancellationToken.None);
    }

    internal static Task<ConnectOperationException> FailAsync(string text, string file = "team.yml", StackReadOptions? options = null) =>
        Should.ThrowAsync<ConnectOperationException>(() => ReadAsync(text, file, options));

    internal static StackReadOptions Options(params (string Name, object? Value)[] variables) => new()
    {
        InstanceArn = Instance,
        EnvironmentVariable = _ => null,
        Variables = variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal),
    };

    internal static string Value(StackUser user, string pointer) =>
        user.Row.Changes.TryGet(pointer, out var value) ? value?.ToJsonString(Relaxed) ?? "(nothing)" : "(not asked)";
}
