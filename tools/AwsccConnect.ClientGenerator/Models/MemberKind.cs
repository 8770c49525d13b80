namespace AwsccConnect.ClientGenerator.Models;

/// <summary>What a member's type, or that of its list's elements, is.</summary>
internal enum MemberKind
{
    String,
    Int,
    Long,
    Bool,
    Timestamp,
    Map,
    Enum,
    Structure,
}
