using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.State;

/// <summary>A changed or added resource in the state file.</summary>
internal sealed record StateResource(string TypeName, string Identifier, JsonObject Properties, PasswordHash? Password, DateTimeOffset? Modified = null);
