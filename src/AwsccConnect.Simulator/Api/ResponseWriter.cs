using System.Buffers;
using System.Text.Json;
using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Api;

/// <summary>Writes response bodies.</summary>
internal static class ResponseWriter
{
    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> members)
    {
        ArrayBufferWriter<byte> buffer = new(1024);
        using (Utf8JsonWriter writer = new(buffer, JsonTexts.WriterOptions))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
