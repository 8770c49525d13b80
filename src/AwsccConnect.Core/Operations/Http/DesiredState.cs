using System.Buffers;
using System.Runtime.InteropServices;
using System.Security;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations.Http;

/// <summary>
/// The desired state that a create sends, with the password in it. The SDK takes it as a string, which is made here, is shared with
/// no other code, and is overwritten when this is disposed, after the response.
/// </summary>
internal sealed class DesiredState : IDisposable
{
    private const string Member = "\"Password\":\"";

    private readonly bool _isSecret;

    private DesiredState(string text, bool isSecret)
    {
        Text = text;
        _isSecret = isSecret;
    }

    /// <summary>JSON text; of no use after <see cref="Dispose"/>.</summary>
    public string Text { get; }

    /// <summary>Makes a desired state.</summary>
    /// <exception cref="ArgumentException">The password is not valid Unicode.</exception>
    public static DesiredState Create(JsonObject model, SecureString? password)
    {
        var json = model.ToJsonString();
        if (password is null)
        {
            return new(json, isSecret: false);
        }

        var pointer = Marshal.SecureStringToGlobalAllocUnicode(password);
        var plain = new char[password.Length];
        var escaped = new char[password.Length * JavaScriptEncoder.Default.MaxOutputCharactersPerInputCharacter];
        try
        {
            Marshal.Copy(pointer, plain, 0, plain.Length);
            UserScalarConverter.RequireUnicode(UserSchema.Get("Password"), plain);
            if (JavaScriptEncoder.Default.Encode(plain, escaped, out _, out var length) != OperationStatus.Done)
            {
                throw new ArgumentException("The password is not valid Unicode.", nameof(password));
            }

            var text = string.Create(
                json.Length + (model.Count > 0 ? 1 : 0) + Member.Length + length + 1,
                (json, escaped, length, separator: model.Count > 0 ? "," : string.Empty),
                static (target, state) =>
                {
                    foreach (var part in (ReadOnlySpan<string>)[state.json[..^1], state.separator, Member])
                    {
                        part.CopyTo(target);
                        target = target[part.Length..];
                    }

                    state.escaped.AsSpan(0, state.length).CopyTo(target);
                    "\"}".CopyTo(target[state.length..]);
                });
            return new(text, isSecret: true);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(pointer);
            Array.Clear(plain);
            Array.Clear(escaped);
        }
    }

    /// <summary>Overwrites the text if it holds a password. Strings are immutable by contract: this one is shared with no other code.</summary>
    public void Dispose()
    {
        if (_isSecret)
        {
            MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(Text.AsSpan()), Text.Length).Clear();
        }
    }
}
