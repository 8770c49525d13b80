using System.Net.Sockets;
using System.Text;
using AwsccConnect.Tests.Servers;

namespace AwsccConnect.Tests.Faults.Proxy;

/// <summary>A call that an action is done to.</summary>
/// <param name="Call">The call.</param>
/// <param name="Client">The connection to the module.</param>
/// <param name="ForwardAsync">Passes a request on and gives the simulator's response.</param>
/// <param name="Closing">Cancelled when the proxy ends.</param>
public sealed record ProxyExchange(ProxiedCall Call, Socket Client, Func<HttpMessage, Task<HttpMessage>> ForwardAsync, CancellationToken Closing)
{
    /// <summary>What is passed on.</summary>
    public HttpMessage Request { get; init; } = Call.Request;

    /// <summary>Sends bytes to the module.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await Client.SendAsync(bytes, SocketFlags.None, Closing)..];
        }
    }

    /// <summary>Sends the head and half the body.</summary>
    public Task SendHalfAsync(HttpMessage response) => SendAsync((byte[])[.. Encoding.ASCII.GetBytes(response.Head), .. response.Body[..(response.Body.Length / 2)]]);

    /// <summary>Cuts the connection: with RST, as a crashed peer does, or with FIN.</summary>
    public Task CutAsync(bool reset = false)
    {
        if (reset)
        {
            Client.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        Client.Close();
        return Task.CompletedTask;
    }
}
