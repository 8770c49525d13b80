using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Work after a contact.</summary>
public sealed class ConnectAfterContactWorkSetting : ConnectUserPart
{
    private static readonly UserProperty Property = UserSchema.Get("AfterContactWorkConfigs").Members[1];

    /// <summary>Makes an object without values.</summary>
    public ConnectAfterContactWorkSetting()
    {
    }

    /// <summary>Makes the object from a hashtable or object with its members, in Pascal or snake case, or from the roster syntax, <c>AfterContactWorkTimeLimit=30</c>.</summary>
    /// <param name="members">The members.</param>
    /// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
    public ConnectAfterContactWorkSetting(object members) => Node = UserValueConverter.ToPart(Property, members);

    /// <summary>The time, in seconds, 0 to 2,000,000; 0 means no limit.</summary>
    public int? AfterContactWorkTimeLimit { get => GetInteger(nameof(AfterContactWorkTimeLimit)); set => SetInteger(nameof(AfterContactWorkTimeLimit), value); }

    /// <summary><c>ON</c>, <c>OFF</c> or <c>ON_DEMAND</c>.</summary>
    public string? AfterContactWorkMode { get => GetText(nameof(AfterContactWorkMode)); set => SetText(nameof(AfterContactWorkMode), value); }

    internal override UserProperty Shape => Property;
}
