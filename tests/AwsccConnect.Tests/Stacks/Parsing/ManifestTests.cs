using System.Security;

namespace AwsccConnect.Tests.Stacks.Parsing;

public class ManifestTests
{
    /// <summary>The manifest that StackQL's documentation prints for a user, unchanged.</summary>
    internal const string Documented = """
        version: 1
        name: stack name
        description: stack description
        providers:
          - aws
        globals:
          - name: region
            value: '{{ vars.AWS_REGION }}'
        resources:
          - name: user
            props:
              - name: instance_arn
                value: '{{ instance_arn }}'
              - name: directory_user_id
                value: '{{ directory_user_id }}'
              - name: hierarchy_group_arn
                value: '{{ hierarchy_group_arn }}'
              - name: username
                value: '{{ username }}'
              - name: password
                value: '{{ password }}'
              - name: routing_profile_arn
                value: '{{ routing_profile_arn }}'
              - name: identity_info
                value:
                  first_name: '{{ first_name }}'
                  last_name: '{{ last_name }}'
                  email: '{{ email }}'
                  secondary_email: '{{ secondary_email }}'
                  mobile: '{{ mobile }}'
              - name: phone_config
                value:
                  after_contact_work_time_limit: '{{ after_contact_work_time_limit }}'
                  auto_accept: '{{ auto_accept }}'
                  desk_phone_number: '{{ desk_phone_number }}'
                  phone_type: '{{ phone_type }}'
                  persistent_connection: '{{ persistent_connection }}'
              - name: security_profile_arns
                value:
                  - '{{ security_profile_arns[0] }}'
              - name: tags
                value:
                  - key: '{{ key }}'
                    value: '{{ value }}'
              - name: user_proficiencies
                value:
                  - attribute_name: '{{ attribute_name }}'
                    attribute_value: '{{ attribute_value }}'
                    level: null
        """;

    [Fact]
    public async Task The_documented_manifest_is_read_with_its_placeholders_as_variables()
    {
        using SecureString password = new();
        password.AppendChar('x');
        var options = StackText.Options(
            ("instance_arn", StackText.Instance), ("directory_user_id", null), ("hierarchy_group_arn", "Sales"), ("username", "ana"), ("password", password),
            ("routing_profile_arn", "Basic Routing Profile"), ("first_name", "Ana"), ("last_name", "No"), ("email", "ana@example.com"), ("secondary_email", ""), ("mobile", "+447700900123"),
            ("after_contact_work_time_limit", 30), ("auto_accept", true), ("desk_phone_number", "07700900123"), ("phone_type", "SOFT_PHONE"), ("persistent_connection", "false"),
            ("security_profile_arns", new object[] { "Agent", "Admin" }), ("key", "Team"), ("value", ""), ("attribute_name", "Language"), ("attribute_value", "English"))
            with { InstanceArn = null, EnvironmentVariable = name => name == "AWS_REGION" ? "eu-west-2" : null };

        var stack = await StackText.ReadAsync(Documented, "user.yml", options);

        stack.Errors.ShouldBeEmpty();
        (stack.Name, stack.Description, stack.Region, stack.Environment, stack.Owner).ShouldBe(("stack name", "stack description", "eu-west-2", null, "stack name"));
        var user = stack.Users.ShouldHaveSingleItem();
        (user.ResourceName, user.IsProtected, user.Source).ShouldBe(("user", false, "user.yml:10:5"));
        user.Row.SecurePassword.ShouldBeSameAs(password);
        user.Row.Password.ShouldBeNull();
        user.Row.ToModel().ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ShouldBe(
            """{"HierarchyGroupArn":"Sales","RoutingProfileArn":"Basic Routing Profile","IdentityInfo":{"FirstName":"Ana","LastName":"No","Email":"ana@example.com","Mobile":"+447700900123"},"""
            + """ "PhoneConfig":{"AfterContactWorkTimeLimit":30,"AutoAccept":true,"DeskPhoneNumber":"07700900123","PhoneType":"SOFT_PHONE","PersistentConnection":false},""".TrimStart()
            + $$""" "SecurityProfileArns":["Agent"],"Tags":[{"Key":"Team","Value":""}],"InstanceArn":"{{StackText.Instance}}","Username":"ana"}""".TrimStart());
    }
}
