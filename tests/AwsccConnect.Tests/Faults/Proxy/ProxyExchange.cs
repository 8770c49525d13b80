using System.Net.Sockets;
using AwsccConnect.Tests.Servers;

namespace AwsccConnect.Tests.Faults.Proxy;

/// <summary>A call that a fault has in its hands.</summary>
/// <param name="Call">The call.</param>
/// <param name="Client">The connection to the module.</param>
/// <param name="SendOnAsync">Passes a request on and gives the simulator's response.</param>
/// <param name="Closing">Cancelled when the proxy ends.</param>
public sealed record ProxyExchange(ProxiedCall Call, Socket Client, Func<HttpMessage, Task<HttpMessage>> SendOnAsync, CancellationToken Closing)
{
    /// <summary>Whether the connection can be used for further calls.</summary>
    public bool KeepsConnection { get; set; } = true;

    /// <summary>Passes the call on as it came.</summary>
    public Task<HttpMessage> ForwardAsync() => SendOnAsync(Call.Request);

    /// <summary>Sends bytes to the module.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await Client.SendAsync(bytes, SocketFlags.None, Closing)..];
        }
    }

    /// <summary>Cuts the connection: with RST, as a crashed peer does, or with FIN.</summary>
    public void Cut(bool reset = true)
    {
        KeepsConnection = false;
        if (reset)
        {
            Client.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        Client.Close();
    }
}
