namespace AwsccConnect.Simulator.Http;

/// <summary>Bytes that are no HTTP/1.1 request. The connection is closed after a 400.</summary>
internal sealed class HttpFormatException(string message) : Exception(message);
