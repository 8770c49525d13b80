using System.Runtime.InteropServices;
using System.Security;

namespace AwsccConnect.Binding;

/// <summary>Looks at the text of a SecureString for a moment and clears what it used.</summary>
internal static class SecureText
{
    /// <summary>What is done with the text.</summary>
    public delegate T Reader<out T>(ReadOnlySpan<char> text);

    /// <summary>Passes the text to a reader.</summary>
    public static unsafe T Use<T>(SecureString secure, Reader<T> read)
    {
        var pointer = Marshal.SecureStringToGlobalAllocUnicode(secure);
        try
        {
            return read(new ReadOnlySpan<char>((char*)pointer, secure.Length));
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(pointer);
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
