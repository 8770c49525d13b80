namespace AwsccConnect.ClientGenerator.Models;

/// <summary>An object inside requests or responses.</summary>
internal sealed record StructureModel(string Doc, Dictionary<string, string> Members);
