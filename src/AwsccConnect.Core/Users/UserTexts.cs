using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace AwsccConnect.Core.Users;

/// <summary>
/// Reads the properties of a user that are texts, and checks the rest of its JSON without making objects of it: most users that are
/// read are only listed, and a tree of each costs more than all else that the module does for it.
/// </summary>
internal static class UserTexts
{
    /// <summary>Names in one object, and in those around it, at most; a user has 5.</summary>
    private const int MostNames = 64;

    private static readonly UserProperty[] Properties = [.. UserSchema.Properties.Where(property => property.ParentName is null)];
    private static readonly byte[][] Names = [.. Properties.Select(property => Encoding.UTF8.GetBytes(property.Name))];
    private static readonly HashSet<string> TextNames = [.. Properties.Where(property => property.Kind == UserValueKind.String).Select(property => property.Name)];

    public static bool IsText(string name) => TextNames.Contains(name);

    /// <summary>Reads the texts of a user; false for JSON that can be checked only as a tree, or that has properties unknown to this version.</summary>
    public static bool TryRead(string json, ConnectUser user)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            return Utf8.FromUtf16(json, buffer, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done
                && TryRead(buffer.AsSpan(0, length), user);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool TryRead(ReadOnlySpan<byte> json, ConnectUser user)
    {
        var reader = new Utf8JsonReader(json);
        Span<Range> names = stackalloc Range[MostNames];
        var seen = 0;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = IndexOf(reader.ValueSpan);
            if (index < 0 || (seen & (1 << index)) != 0 || !reader.Read())
            {
                return false;
            }

            seen |= 1 << index;
            switch (Properties[index].Kind, reader.TokenType)
            {
                case (_, JsonTokenType.Null):
                    break;
                case (UserValueKind.String, JsonTokenType.String):
                    user.SetText(Properties[index].Name, reader.GetString());
                    break;
                case (UserValueKind.Object, JsonTokenType.StartObject):
                case (not (UserValueKind.String or UserValueKind.Object), JsonTokenType.StartArray):
                    if (!IsSound(ref reader, json, names))
                    {
                        return false;
                    }

                    break;
                default:
                    return false;
            }
        }

        return !reader.Read();
    }

    private static int IndexOf(ReadOnlySpan<byte> name)
    {
        for (var index = 0; index < Names.Length; index++)
        {
            if (name.SequenceEqual(Names[index]))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Whether the rest of an object or array has no name twice and only valid Unicode.</summary>
    private static bool IsSound(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, scoped Span<Range> names)
    {
        var count = 0;
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    for (var index = 0; index < count; index++)
                    {
                        if (reader.ValueSpan.SequenceEqual(json[names[index]]))
                        {
                            return false;
                        }
                    }

                    if (reader.ValueIsEscaped || count == names.Length)
                    {
                        return false;
                    }

                    var start = (int)reader.TokenStartIndex + 1;
                    names[count++] = start..(start + reader.ValueSpan.Length);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray when !IsSound(ref reader, json, names[count..]):
                    return false;
                case JsonTokenType.String when reader.ValueIsEscaped:
                    // Throws where a half of a surrogate pair stands alone.
                    _ = reader.GetString();
                    break;
            }
        }

        return true;
    }
}
