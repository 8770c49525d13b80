namespace AwsccConnect.Tests.Commands.Binding;

/// <summary>Exported users of instances that do not manage identities themselves, imported again.</summary>
public sealed class DirectoryRoundTripTests : SimulatorTestBase
{
    protected override SimulatorOptions Options => new() { UserCount = 3, IdentityManagement = SimulatorIdentityManagement.ExistingDirectory };

    [Fact]
    public void An_unchanged_DirectoryUserId_is_no_change()
    {
        Run("Get-ConnectUser | Export-Csv $folder/users.csv; Import-Csv $folder/users.csv | Set-ConnectUser");
        Writes().ShouldBe(0);
        Run("$rows = @(Import-Csv $folder/users.csv); $rows[0].Tags = 'A=1'; $rows | Set-ConnectUser");
        Writes().ShouldBe(1);
    }

    [Fact]
    public void New_users_keep_their_DirectoryUserId_and_have_no_password()
    {
        string[] ids = [.. Texts("Get-ConnectUser | ForEach-Object DirectoryUserId")];
        Run("Get-ConnectUser | Export-Csv $folder/users.csv; Get-ConnectUser | Remove-ConnectUser -Force; Import-Csv $folder/users.csv | New-ConnectUser");
        Texts("Get-ConnectUser | ForEach-Object DirectoryUserId").ShouldBe(ids, ignoreOrder: true);
        Fails("ConflictingProperties", "@{ Username = 'x'; DirectoryUserId = 'S-1'; InstanceArn = $instance; RoutingProfile = $routing[0]; SecurityProfile = $security[0] } | New-ConnectUser -Password $password");
    }
}
