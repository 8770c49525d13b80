namespace AwsccConnect.Tests.Faults;

/// <summary>The command that meets the fault.</summary>
public enum FaultCommand
{
    /// <summary><c>New-ConnectUser</c> for three users, the middle one struck.</summary>
    Create,

    /// <summary><c>New-ConnectUser</c> for five users, so many that their requests are looked after by a list.</summary>
    CreateMany,

    /// <summary><c>Set-ConnectUser -PassThru</c> with two changes to each of three users.</summary>
    Change,

    /// <summary><c>Remove-ConnectUser -PassThru</c> of three users.</summary>
    Remove,

    /// <summary><c>Get-ConnectUser</c> with three ARNs.</summary>
    Read,

    /// <summary><c>Get-ConnectUser -InstanceArn</c> for two instances, the listing of the second struck.</summary>
    List,

    /// <summary><c>Stop-ConnectUserRequest -PassThru</c> for the requests of three users, which AWS works on for long.</summary>
    Cancel,

    /// <summary><c>Wait-ConnectUserRequest</c> for the requests of three users.</summary>
    Await,

    /// <summary><c>Get-ConnectUserRequest</c> with the requests of three users.</summary>
    ReadRequests,

    /// <summary><c>Get-ConnectUserRequest</c> without a request: the list of the three there are.</summary>
    ListRequests,
}
