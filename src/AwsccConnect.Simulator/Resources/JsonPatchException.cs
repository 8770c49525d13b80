namespace AwsccConnect.Simulator.Resources;

/// <summary>A patch document that is malformed or cannot be applied. The message names paths, never values.</summary>
internal sealed class JsonPatchException(string message) : Exception(message);
