using System.Runtime.InteropServices;
using System.Security;

namespace AwsccConnect.Core.Users;

/// <summary>Text from and to secure strings.</summary>
internal static class SecureText
{
    public delegate T Reader<out T>(ReadOnlySpan<char> text);

    /// <summary>Passes the text to a reader; the buffer that holds it is cleared afterwards.</summary>
    public static T Use<T>(SecureString secure, Reader<T> read)
    {
        var text = new char[secure.Length];
        var pointer = Marshal.SecureStringToGlobalAllocUnicode(secure);
        try
        {
            Marshal.Copy(pointer, text, 0, text.Length);
            return read(text);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(pointer);
            Array.Clear(text);
        }
    }

    /// <summary>Makes a read-only secure string.</summary>
    public static SecureString From(ReadOnlySpan<char> text)
    {
        var secure = new SecureString();
        foreach (var character in text)
        {
            secure.AppendChar(character);
        }

        secure.MakeReadOnly();
        return secure;
    }
}
