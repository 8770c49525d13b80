namespace AwsccConnect.ClientGenerator.Models;

/// <summary>Texts that stand for constants; services add more of them at any time.</summary>
internal sealed record EnumModel(string Doc, SortedDictionary<string, string> Values);
