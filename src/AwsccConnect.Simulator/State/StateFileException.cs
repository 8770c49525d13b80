namespace AwsccConnect.Simulator.State;

/// <summary>The simulator's state file cannot be read. The file is left as it is.</summary>
internal sealed class StateFileException(string message, Exception? innerException = null) : IOException(message, innerException);
