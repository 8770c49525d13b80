using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Work after a contact.</summary>
/// <param name="members">A hashtable or object with its members, in Pascal or snake case, or the roster syntax, <c>AfterContactWorkTimeLimit=30</c>; null for none.</param>
/// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
public sealed class ConnectAfterContactWorkSetting(object? members) : ConnectUserPart(UserSchema.Get("AfterContactWorkConfigs").Members[1], members)
{
    /// <summary>Makes an object without values.</summary>
    public ConnectAfterContactWorkSetting()
        : this(null)
    {
    }

    /// <summary>The time, in seconds, 0 to 2,000,000; 0 means no limit.</summary>
    public int? AfterContactWorkTimeLimit { get => GetInteger(); set => Set(value); }

    /// <summary><c>ON</c>, <c>OFF</c> or <c>ON_DEMAND</c>.</summary>
    public string? AfterContactWorkMode { get => GetText(); set => SetText(value); }
}
