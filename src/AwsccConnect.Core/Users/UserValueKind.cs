namespace AwsccConnect.Core.Users;

/// <summary>The shape of a property's value in the schema of <c>AWS::Connect::User</c>.</summary>
internal enum UserValueKind
{
    /// <summary>A JSON string.</summary>
    String,

    /// <summary>A whole JSON number.</summary>
    Integer,

    /// <summary>A JSON number that may have a fraction.</summary>
    Number,

    /// <summary>A JSON boolean.</summary>
    Boolean,

    /// <summary>An unordered array of ARNs; an element is its own key.</summary>
    ArnSet,

    /// <summary>An unordered array of <c>{Key, Value}</c>; keyed by <c>Key</c>.</summary>
    TagSet,

    /// <summary>An unordered array of <c>{AttributeName, AttributeValue, Level}</c>; keyed by name and value.</summary>
    ProficiencySet,

    /// <summary>An unordered array of settings per channel; keyed by <c>Channel</c>.</summary>
    ChannelSet,

    /// <summary>An object with leaves of its own.</summary>
    Object,

    /// <summary>A property this version does not know: any JSON, compared and written whole.</summary>
    Unknown,
}
