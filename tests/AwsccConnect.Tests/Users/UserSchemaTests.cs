using AwsccConnect.Core.Users;

namespace AwsccConnect.Tests.Users;

public class UserSchemaTests
{
    [Theory]
    [InlineData("AutoAccept", "/PhoneConfig/AutoAccept")]
    [InlineData("auto_accept", "/PhoneConfig/AutoAccept")]
    [InlineData("AFTER_CONTACT_WORK_TIME_LIMIT", "/PhoneConfig/AfterContactWorkTimeLimit")]
    [InlineData(" first_name ", "/IdentityInfo/FirstName")]
    [InlineData("Arn", "/UserArn")]
    [InlineData("identifier", "/UserArn")]
    [InlineData("user_arn", "/UserArn")]
    [InlineData("routing_profile", "/RoutingProfileArn")]
    [InlineData("phone_config", "/PhoneConfig")]
    [InlineData("Proficiencies", "/UserProficiencies")]
    [InlineData("InstanceId", "/InstanceArn")]
    [InlineData("instance-id", "/InstanceArn")]
    [InlineData("Id", "/UserArn")]
    [InlineData("user_id", "/UserArn")]
    [InlineData("name", "/Username")]
    [InlineData("RoutingProfileId", "/RoutingProfileArn")]
    [InlineData("routing-profile-id", "/RoutingProfileArn")]
    [InlineData("SecurityProfileIds", "/SecurityProfileArns")]
    [InlineData("security_profile_ids", "/SecurityProfileArns")]
    [InlineData("HierarchyGroupId", "/HierarchyGroupArn")]
    [InlineData("directory-user-id", "/DirectoryUserId")]
    [InlineData("directory_user_id", "/DirectoryUserId")]
    [InlineData("Secondary e-mail", "/IdentityInfo/SecondaryEmail")]
    [InlineData("IdentityInfo.FirstName", "/IdentityInfo/FirstName")]
    [InlineData("\uFEFFfirst name", "/IdentityInfo/FirstName")]
    [InlineData("first\u00A0name ", "/IdentityInfo/FirstName")]
    [InlineData("E\u2011mail", "/IdentityInfo/Email")]
    [InlineData("email address", "/IdentityInfo/Email")]
    [InlineData("secondary email address", "/IdentityInfo/SecondaryEmail")]
    [InlineData("User Name", "/Username")]
    [InlineData("user login", "/Username")]
    [InlineData("routing profile name", "/RoutingProfileArn")]
    [InlineData("security_profile_name_1|security_profile_name_2", "/SecurityProfileArns")]
    [InlineData("Security profile name 1|Security profile name 2|Security profile name 3", "/SecurityProfileArns")]
    [InlineData("security_profile_name_1", "/SecurityProfileArns")]
    [InlineData("user_hierarchy_1|user_hierarchy_2", "/HierarchyGroupArn")]
    [InlineData("agent hierarchy", "/HierarchyGroupArn")]
    [InlineData("UserHierarchy", "/HierarchyGroupArn")]
    [InlineData("phone type (soft/desk)", "/PhoneConfig/PhoneType")]
    [InlineData("phone number", "/PhoneConfig/DeskPhoneNumber")]
    [InlineData("soft phone auto accept (yes/no)", "/PhoneConfig/AutoAccept")]
    [InlineData("ACW timeout (seconds)", "/PhoneConfig/AfterContactWorkTimeLimit")]
    [InlineData("phone_config.after_contact_work_time_limit", "/PhoneConfig/AfterContactWorkTimeLimit")]
    public void Columns_are_found(string column, string pointer)
    {
        UserSchema.TryFind(column, out var property).ShouldBeTrue();
        property!.Pointer.ShouldBe(pointer);
    }

    [Theory]
    [InlineData("Nonsense")]
    [InlineData("ACW timeout (minutes)")]
    [InlineData("security_profile_name_1|routing_profile_name_2")]
    [InlineData("Region")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_columns_are_not(string? column) => UserSchema.TryFind(column, out _).ShouldBeFalse();

    [Fact]
    public void The_properties_are_those_of_the_resource_type()
    {
        UserSchema.Properties.Count.ShouldBe(27);
        UserSchema.Properties.Select(property => property.Pointer).ShouldBeUnique();
        UserSchema.Properties.Where(property => !property.IsUpdatable).Select(property => property.Name)
            .ShouldBe(["InstanceArn", "DirectoryUserId", "Username", "Password", "UserArn"]);
        UserSchema.Properties.Where(property => property.IsReadOnly).Select(property => property.Name).ShouldBe(["UserArn"]);
        UserSchema.Properties.Where(property => property.IsWriteOnly).Select(property => property.Name).ShouldBe(["Password"]);
        UserSchema.Properties.Where(property => property.IsRequired).Select(property => property.Name)
            .ShouldBe(["InstanceArn", "Username", "RoutingProfileArn", "SecurityProfileArns"]);
        UserSchema.Get("SecurityProfileArns").SnakeName.ShouldBe("security_profile_arns");
    }

    [Theory]
    [InlineData("FirstNam", "FirstName")]
    [InlineData("user_nmae", "Username")]
    [InlineData("phonetype", "PhoneType")]
    [InlineData("Department", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_suggested(string written, string? meant) =>
        ClosestMatch.Match(written, UserSchema.Properties.Select(property => property.Name)).ShouldBe(meant);

    [Theory]
    [InlineData("arn:aws:connect:eu-west-2:111122223333:instance/a-1", nameof(ConnectResourceKind.Instance), "a-1")]
    [InlineData("arn:aws-cn:connect:cn-north-1:111122223333:instance/a/agent/u", nameof(ConnectResourceKind.User), "u")]
    [InlineData("arn:aws-us-gov:connect:us-gov-west-1:111122223333:instance/a/routing-profile/r", nameof(ConnectResourceKind.RoutingProfile), "r")]
    [InlineData("arn:aws:connect:eu-west-2:111122223333:instance/a/security-profile/s", nameof(ConnectResourceKind.SecurityProfile), "s")]
    [InlineData("arn:aws-iso-b:connect:us-isob-east-1:111122223333:instance/a/agent-group/g", nameof(ConnectResourceKind.HierarchyGroup), "g")]
    public void Arns_are_read(string text, string kind, string id)
    {
        var arn = ConnectArn.Parse(text);

        (arn.ResourceKind.ToString(), arn.ResourceId, arn.ToString()).ShouldBe((kind, id, text));
        text.ShouldStartWith(arn.InstanceArn);
        arn.Sibling(ConnectResourceKind.User, "9").ShouldBe(arn.InstanceArn + "/agent/9");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("ana", "not an ARN")]
    [InlineData("arn:aws:s3:::bucket", "service 's3'")]
    [InlineData("arn:gcp:connect:eu-west-2:111122223333:instance/a", "partition 'gcp'")]
    [InlineData("arn:aws:connect::111122223333:instance/a", "Region ''")]
    [InlineData("arn:aws:connect:eu-west-2:1111:instance/a", "twelve digits")]
    [InlineData("arn:aws:connect:eu-west-2:111122223333:instance/", "instance/ID")]
    [InlineData("arn:aws:connect:eu-west-2:111122223333:instance/a/queue/q", "'queue'")]
    [InlineData("arn:aws:connect:eu-west-2:111122223333:instance/a/agent/u ", "instance/ID")]
    public void Wrong_arns_are_explained(string text, string reason) =>
        Should.Throw<FormatException>(() => ConnectArn.Parse(text)).Message.ShouldContain(reason);
}
