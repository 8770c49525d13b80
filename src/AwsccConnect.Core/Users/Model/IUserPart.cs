using System.Text.Json.Nodes;

namespace AwsccConnect;

/// <summary>An object or a list of a user.</summary>
internal interface IUserPart
{
    /// <summary>The JSON without what has no value.</summary>
    JsonNode ToJson();
}
