using AwsccConnect.Core.Users;
using FsCheck.Xunit;

namespace AwsccConnect.Tests.Users;

[Properties(Arbitrary = [typeof(UserGenerators)], MaxTest = 300)]
public class ConnectUserTests
{
    private const string Instance = UserGenerators.Instance;

    [Property]
    public void The_model_survives_the_object(JsonObject state)
    {
        var user = ConnectUser.FromJson(state.ToJsonString(), null);

        UserStateComparer.AreEqual(user.ToJson(), state).ShouldBeTrue(user.ToJson().ToJsonString());
        user.Region.ShouldBe("eu-west-2");
        user.GetEdits().IsEmpty.ShouldBeTrue();
    }

    [Property]
    public void Edits_lead_from_the_remembered_state_to_the_present_one(JsonObject before, JsonObject after)
    {
        var edits = UserEdits.Between(before, after);

        UserStateComparer.AreEqual(edits.ApplyTo(before), after).ShouldBeTrue($"{before.ToJsonString()}\n{after.ToJsonString()}\n{edits.ApplyTo(before).ToJsonString()}");
    }

    [Property]
    public void Without_an_original_state_everything_with_a_value_is_a_change(JsonObject asked)
    {
        var state = ConnectUser.FromJson(asked.ToJsonString(), null).ToJson();

        UserStateComparer.AreEqual(UserEdits.Between(null, state).ToModel(), state).ShouldBeTrue();
    }

    [Property]
    public void An_edit_keeps_a_colleagues_concurrent_tag(JsonObject live)
    {
        var user = ConnectUser.FromJson(live.ToJsonString(), null);
        user.Tags.Add(new ConnectTag { Key = "Mine", Value = "1" });
        var theirs = ConnectUser.FromJson(live.ToJsonString(), null);
        theirs.Tags.Add(new ConnectTag { Key = "Theirs", Value = "2" });

        var desired = ConnectUser.FromJson(user.GetEdits().ApplyTo(theirs.ToJson()).ToJsonString(), null);

        desired.Tags.Select(tag => tag.Key).ShouldBe(theirs.Tags.Select(tag => tag.Key).Append("Mine"), ignoreOrder: true);
    }

    [Fact]
    public void A_flat_and_a_nested_edit_are_the_same()
    {
        ConnectUser flat = new() { AutoAccept = true, FirstName = "Ana" };
        ConnectUser nested = new() { PhoneConfig = new() { AutoAccept = true }, IdentityInfo = new() { FirstName = "Ana" } };

        flat.ToJson().ToJsonString().ShouldBe("""{"IdentityInfo":{"FirstName":"Ana"},"PhoneConfig":{"AutoAccept":true}}""");
        nested.ToJson().ToJsonString().ShouldBe(flat.ToJson().ToJsonString());
        (nested.AutoAccept, nested.FirstName).ShouldBe((true, "Ana"));
    }

    [Fact]
    public void Every_flat_property_writes_through()
    {
        ConnectUser user = new()
        {
            FirstName = "a", LastName = "b", Email = "c", SecondaryEmail = "d", Mobile = "e", PhoneType = "SOFT_PHONE",
            DeskPhoneNumber = "f", AutoAccept = false, AfterContactWorkTimeLimit = 5, PersistentConnection = true, Arn = "g",
        };

        user.IdentityInfo.ToString().ShouldBe("FirstName=a;LastName=b;Email=c;SecondaryEmail=d;Mobile=e");
        user.PhoneConfig.ToString().ShouldBe("PhoneType=SOFT_PHONE;DeskPhoneNumber=f;AutoAccept=false;AfterContactWorkTimeLimit=5;PersistentConnection=true");
        (user.UserArn, user.Identifier).ShouldBe(("g", "g"));
    }

    [Fact]
    public void A_flat_read_falls_back_to_the_voice_channel()
    {
        var user = ConnectUser.FromJson(
            """
            {"AutoAcceptConfigs":[{"Channel":"CHAT","AutoAccept":false},{"Channel":"VOICE","AutoAccept":true}],
             "AfterContactWorkConfigs":[{"Channel":"VOICE","AfterContactWorkConfig":{"AfterContactWorkTimeLimit":30}}],
             "PhoneNumberConfigs":[{"Channel":"VOICE","PhoneType":"DESK_PHONE","PhoneNumber":"+15550100"}],
             "PersistentConnectionConfigs":[{"Channel":"VOICE","PersistentConnection":false}]}
            """,
            "eu-west-2");

        (user.AutoAccept, user.AfterContactWorkTimeLimit, user.PhoneType, user.DeskPhoneNumber, user.PersistentConnection)
            .ShouldBe((true, 30, "DESK_PHONE", "+15550100", false));
        user.PhoneConfig.AutoAccept = false;
        user.AutoAccept.ShouldBe(false);
        ConnectUser.FromJson("""{"AutoAcceptConfigs":[{"Channel":"CHAT","AutoAccept":true}]}""", null).AutoAccept.ShouldBeNull();
    }

    [Fact]
    public void The_edits_are_leaves_and_elements()
    {
        var user = ConnectUser.FromJson(
            $$$"""
            {"UserArn":"{{{Instance}}}/agent/1","IdentityInfo":{"FirstName":"Ana","Mobile":"+44"},"New":{"A":1},
             "SecurityProfileArns":["p1","p2"],"UserProficiencies":[{"AttributeName":"L","AttributeValue":"E","Level":1}],
             "AutoAcceptConfigs":[{"Channel":"VOICE","AutoAccept":true,"AgentFirstCallbackAutoAccept":true}]}
            """,
            null);
        user.AutoAccept = true;
        user.Mobile = null;
        user.SecurityProfileArns.Remove("p1");
        user.SecurityProfileArns.Add("p3");
        user.UserProficiencies[0].Level = 2;
        user.AutoAcceptConfigs[0].AgentFirstCallbackAutoAccept = null;
        user.SetAdditional("New", JsonNode.Parse("""{"A":2}"""));

        var edits = user.GetEdits();

        edits.Touched.Select(property => property.Pointer).ShouldBe(
            ["/IdentityInfo/Mobile", "/PhoneConfig/AutoAccept", "/SecurityProfileArns", "/UserProficiencies", "/AutoAcceptConfigs", "/New"], ignoreOrder: true);
        var colleagues = JsonNode.Parse(
            """
            {"IdentityInfo":{"FirstName":"Eva","Mobile":"+44"},"SecurityProfileArns":["p1","p4"],
             "AutoAcceptConfigs":[{"Channel":"VOICE","AutoAccept":false,"AgentFirstCallbackAutoAccept":true}],
             "UserProficiencies":[{"AttributeName":"L","AttributeValue":"F","Level":3},{"AttributeName":"L","AttributeValue":"E","Level":1}]}
            """)!.AsObject();
        UserStateComparer.AreEqual(edits.ApplyTo(colleagues), JsonNode.Parse(
            """
            {"IdentityInfo":{"FirstName":"Eva"},"PhoneConfig":{"AutoAccept":true},"SecurityProfileArns":["p4","p3"],"New":{"A":2},
             "AutoAcceptConfigs":[{"Channel":"VOICE","AutoAccept":false}],
             "UserProficiencies":[{"AttributeName":"L","AttributeValue":"F","Level":3},{"AttributeName":"L","AttributeValue":"E","Level":2}]}
            """)!.AsObject()).ShouldBeTrue();
    }

    [Fact]
    public void Setting_null_clears()
    {
        var user = ConnectUser.FromJson("""{"HierarchyGroupArn":"g","IdentityInfo":{"FirstName":"Ana"},"Tags":[{"Key":"a","Value":"1"}]}""", null);
        user.HierarchyGroupArn = null;
        user.IdentityInfo = null!;
        user.Tags = null!;

        UserStateComparer.AreEqual(user.GetEdits().ApplyTo(user.OriginalState!), []).ShouldBeTrue();
        user.Tags.ShouldBeEmpty();
        user.FirstName.ShouldBeNull();
    }

    [Fact]
    public void The_password_is_never_read_nor_written()
    {
        var user = ConnectUser.FromJson("""{"Username":"ana","Password":"Secret123"}""", null);
        using System.Security.SecureString password = new();
        password.AppendChar('x');

        user.Password.ShouldBeNull();
        user.Password = password;
        user.ToJson().ToJsonString().ShouldBe("""{"Username":"ana"}""");
        user.OriginalState!.ToJsonString().ShouldNotContain("Secret123");
        user.GetEdits().IsEmpty.ShouldBeTrue();
    }

    [Property]
    public void A_user_is_the_same_however_it_is_parsed(JsonObject state)
    {
        var lists = new ConnectTagList[4];
        var later = ConnectUser.FromJson(state.ToJsonString(), null);
        state["Later"] = 1;
        var now = ConnectUser.FromJson(state.ToJsonString(), null);
        now.SetAdditional("Later", null);

        Parallel.For(0, lists.Length, index => lists[index] = later.Tags);

        JsonNode.DeepEquals(later.ToJson(), now.ToJson()).ShouldBeTrue();
        lists.ShouldAllBe(list => list.Count == 0 || ReferenceEquals(list, later.Tags));
    }

    [Fact]
    public void Properties_of_tomorrow_are_kept()
    {
        const string Json = """{"Username":"ana","PhoneConfig":{"New":[1]},"Tags":[{"Key":"a","Value":"1","New":true}],"Later":{"X":"Y"}}""";
        var user = ConnectUser.FromJson(Json, null);

        user.AdditionalProperties.Keys.ShouldBe(["Later"]);
        user.AdditionalProperties["Later"].ToJsonString().ShouldBe("""{"X":"Y"}""");
        JsonNode.DeepEquals(user.ToJson(), JsonNode.Parse(Json)).ShouldBeTrue();
        user.AutoAccept = true;
        user.ToJson()["PhoneConfig"]!.ToJsonString().ShouldBe("""{"New":[1],"AutoAccept":true}""");
    }

    [Fact]
    public void Users_see_only_what_they_should()
    {
        typeof(ConnectUser).GetProperties().Select(property => property.Name).ShouldBe(
            [
                "Username", "UserArn", "InstanceArn", "Region", "DirectoryUserId", "RoutingProfileArn", "RoutingProfile", "HierarchyGroupArn", "HierarchyGroup", "Password",
                "IdentityInfo", "PhoneConfig", "SecurityProfileArns", "SecurityProfile", "Tags", "UserProficiencies", "AfterContactWorkConfigs", "AutoAcceptConfigs", "PersistentConnectionConfigs", "PhoneNumberConfigs",
                "VoiceEnhancementConfigs", "FirstName", "LastName", "Email", "SecondaryEmail", "Mobile", "PhoneType", "DeskPhoneNumber", "AutoAccept",
                "AfterContactWorkTimeLimit", "PersistentConnection", "Identifier", "Arn", "Checksum",
            ],
            ignoreOrder: true);
        typeof(ConnectTag).GetProperties().Select(property => property.Name).ShouldBe(["Key", "Value"]);
    }

    [Fact]
    public void A_reference_knows_its_place()
    {
        ConnectUserReference reference = new($"{Instance}/agent/1");

        (reference.InstanceArn, reference.Region, reference.Identifier, reference.ToString()).ShouldBe((Instance, "eu-west-2", $"{Instance}/agent/1", $"{Instance}/agent/1"));
    }
}
