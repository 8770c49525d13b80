using System.Collections;
using System.Globalization;
using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;
using FsCheck.Xunit;

namespace AwsccConnect.Tests.Users;

public class UserRowReaderTests
{
    private const string Instance = UserGenerators.Instance;

    [Fact]
    public void A_row_is_read()
    {
        var row = Read(
            ("username", "ana"), ("InstanceArn", Instance), ("FirstName", "Ana"), ("auto_accept", "yes"), ("Mobile", ""), ("tag:Team", "A"), ("tag:Site", " "),
            ("proficiency:Language/English", "5"), ("Shoe size", "38"), ("security_profile_arns", "a;b"));

        (row.Username, row.InstanceArn, row.Region, row.Identifier).ShouldBe(("ana", Instance, "eu-west-2", null));
        row.UnknownColumns.ShouldBe(["Shoe size"]);
        row.Changes.ToModel().ToJsonString().ShouldBe(
            """{"IdentityInfo":{"FirstName":"Ana"},"PhoneConfig":{"AutoAccept":true},"SecurityProfileArns":["a","b"],"Tags":[{"Key":"Team","Value":"A"}],"UserProficiencies":[{"AttributeName":"Language","AttributeValue":"English","Level":5}]}""");
        row.ToModel()["Username"]!.ToString().ShouldBe("ana");
    }

    [Fact]
    public void Objects_come_as_dictionaries_texts_and_objects_and_ask_for_their_leaves()
    {
        const string Expected = """{"PhoneConfig":{"AutoAccept":true}}""";
        Read(("phone_config", new Hashtable { ["auto_accept"] = true })).Changes.ToModel().ToJsonString().ShouldBe(Expected);
        Read(("PhoneConfig", "AutoAccept=true;PhoneType=")).Changes.ToModel().ToJsonString().ShouldBe(Expected);
        Read(("PhoneConfig", new ConnectUserPhoneConfig { AutoAccept = true })).Changes.ToModel().ToJsonString().ShouldBe(Expected);
        Read(("PhoneConfig", "AutoAccept=true"), ("AutoAccept", "TRUE")).Changes.Touched.Count().ShouldBe(1);
    }

    [Fact]
    public void An_empty_cell_asks_for_nothing_and_null_clears_only_where_it_is_meant_to()
    {
        Read(("FirstName", ""), ("Tags", null), ("PhoneConfig", " "), ("Mobile", null)).Changes.IsEmpty.ShouldBeTrue();
        var row = UserRowReader.Read([new("Mobile", null), new("FirstName", ""), new("Tags", Array.Empty<object>()), new("PhoneConfig", new Hashtable { ["AutoAccept"] = null })], false, nullClears: true);
        row.Changes.Touched.Select(property => property.Name).ShouldBe(["Mobile", "Tags", "AutoAccept"], ignoreOrder: true);
    }

    [Fact]
    public void Element_columns_change_their_element_only()
    {
        JsonObject live = new();
        live["Tags"] = UserValueConverter.ToJson(UserSchema.Get("Tags"), "Team=A;Site=Leeds;Old=1");
        live["UserProficiencies"] = UserValueConverter.ToJson(UserSchema.Get("UserProficiencies"), "Language/English=1;Language/French=2");
        var row = UserRowReader.Read([new("tag:Team", "B"), new("tag:Old", null), new("proficiency:Language/English", 5), new("Proficiency:Language/French", null)], false, nullClears: true);

        var desired = row.Changes.ApplyTo(live);

        RosterSyntax.Format(UserSchema.Get("Tags"), desired["Tags"]).ShouldBe("Team=B;Site=Leeds");
        RosterSyntax.Format(UserSchema.Get("UserProficiencies"), desired["UserProficiencies"]).ShouldBe("Language/English=5");
    }

    [Theory]
    [InlineData("PhoneType", "SOFT_PHONE", "PhoneConfig", "PhoneType=DESK_PHONE")]
    [InlineData("Username", "a", "username", "b")]
    [InlineData("UserArn", Instance + "/agent/1", "Identifier", Instance + "/agent/2")]
    [InlineData("AutoAccept", "true", "AutoAcceptConfigs", "VOICE:AutoAccept=false")]
    [InlineData("Region", "eu-west-2", "region", "eu-west-1")]
    public void Columns_that_disagree_are_an_error(string column, string value, string other, string otherValue)
    {
        var problem = Problems((column, value), (other, otherValue)).ShouldHaveSingleItem();

        problem.ErrorId.ShouldBe("ConflictingColumns");
        problem.Message.ShouldContain(column);
        problem.Message.ShouldContain(other);
    }

    [Fact]
    public void Columns_that_agree_are_one() =>
        Read(("UserArn", $"{Instance}/agent/1"), ("Identifier", $"{Instance}/agent/1"), ("Arn", $"{Instance}/agent/1"), ("Region", "eu-west-2"))
            .Identifier.ShouldBe($"{Instance}/agent/1");

    [Fact]
    public void Places_that_disagree_are_an_error()
    {
        Problems(("UserArn", $"{Instance}/agent/1"), ("Region", "us-east-1")).ShouldHaveSingleItem().ErrorId.ShouldBe("RegionMismatch");
        Problems(("InstanceArn", Instance), ("Region", "us-east-1")).ShouldHaveSingleItem().ErrorId.ShouldBe("RegionMismatch");
        Problems(("UserArn", $"{Instance}/agent/1"), ("InstanceArn", Instance + "9")).ShouldHaveSingleItem().ErrorId.ShouldBe("InstanceMismatch");
        Problems(("UserArn", "ana")).ShouldHaveSingleItem().ErrorId.ShouldBe("InvalidArn");
        Read(("InstanceArn", "my-alias")).InstanceArn.ShouldBe("my-alias");
    }

    [Fact]
    public void A_password_needs_consent_and_is_never_shown()
    {
        Problems(("Username", "ana"), ("Password", "Secret123")).ShouldHaveSingleItem().ErrorId.ShouldBe("PlainTextPassword");
        var row = UserRowReader.Read([new("Username", "ana"), new("password", "Secret123")], allowPlainTextPassword: true, "a.csv:2");
        row.Password.ShouldBe("Secret123");
        row.ToString().ShouldBe("ana (a.csv:2)");
        row.ToModel().ToJsonString().ShouldNotContain("Secret123");
        Read(("Password", "")).Password.ShouldBeNull();
        using System.Security.SecureString secure = new();
        Read(("Password", secure)).SecurePassword.ShouldBeSameAs(secure);
        Problems(("Password", "System.Security.SecureString")).ShouldHaveSingleItem().Message.ShouldContain("export");
    }

    [Fact]
    public void Every_problem_of_a_row_is_collected()
    {
        var error = Should.Throw<UserValueException>(() => UserRowReader.Read(
            [new("AutoAccept", "ja"), new("Mobile", "4.47E+11"), new("proficiency:English", "5"), new("Password", "Secret123")], false, "a.csv:7"));

        error.Problems.Select(problem => problem.PropertyName).ShouldBe(["AutoAccept", "Mobile", "proficiency:English", "Password"]);
        error.Message.ShouldStartWith("a.csv:7: ");
        error.Message.ShouldNotContain("Secret123");
    }

    [Fact]
    public void A_bare_id_is_an_arn_where_the_instance_has_one()
    {
        const string Id = "11111111-1111-4111-8111-111111111111";
        var other = Instance[(Instance.LastIndexOf('/') + 1)..];
        var arn = Instance + "/agent/" + Id;
        Read(("Id", Id), ("InstanceArn", Instance)).Identifier.ShouldBe(arn);
        Read(("UserArn", arn), ("UserId", Id), ("instance_id", other)).Identifier.ShouldBe(arn);
        Read(("id", $"{other}:{Id}"), ("InstanceArn", Instance)).Identifier.ShouldBe(arn);
        var bare = Read(("user-id", Id), ("instance", "centre"));
        (bare.Identifier, bare.UserId, bare.InstanceArn).ShouldBe((null, Id, "centre"));
        bare.WithIdentifier(Instance).Identifier.ShouldBe(arn);
        Problems(("UserId", "17")).ShouldHaveSingleItem().ErrorId.ShouldBe("InvalidArn");
        Problems(("UserArn", arn), ("Id", "22222222-1111-4111-8111-111111111111")).ShouldNotBeEmpty();
    }

    [Fact]
    public void Unknown_columns_count_without_cells_too_and_ignored_ones_do_not()
    {
        Read(("Username", "ana"), ("Shoe", ""), ("shoe", "38"), ("H5", ""), ("PSPath", "x"), ("Source", "a.csv:1")).UnknownColumns.ShouldBe(["Shoe"]);
        Read(("Username", "ana"), ("H5", "x")).UnknownColumns.ShouldBe(["H5"]);
        UserRowReader.Read([new("Status", "x")], false, nullClears: true).UnknownColumns.ShouldBe(["Status"]);
        Should.Throw<UserValueException>(() => Read(("Shoe", "1"), ("AutoAccept", "ja"))).UnknownColumns.ShouldBe(["Shoe"]);
        Read(("Username", ""), ("Email", null), ("Source", "a.csv:1")).IsBlank.ShouldBeTrue();
        Read(("Username", ""), ("Email", "x")).IsBlank.ShouldBeFalse();
        Read().IsBlank.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Fristname", "FirstName")]
    [InlineData("routing profle id", "RoutingProfileId")]
    [InlineData("Regoin", "Region")]
    [InlineData("tags:Team", "tag:Team")]
    [InlineData("proficency:Language/English", "proficiency:Language/English")]
    [InlineData("Shoe size", null)]
    public void The_nearest_known_column_is_found(string column, string? nearest) => UserColumns.Nearest(column).ShouldBe(nearest);

    [Fact]
    public void The_properties_of_what_the_commands_write_are_known()
    {
        Type[] types = [typeof(ConnectUser), typeof(ConnectUserReference), typeof(ConnectUserRequest), typeof(ConnectUserComparison), typeof(ConnectUserStackResult)];
        foreach (var name in types.SelectMany(type => type.GetProperties()).Select(property => property.Name))
        {
            (UserSchema.TryFind(name, out _) || name == "Region" || UserColumns.IsIgnored(name)).ShouldBeTrue(name);
        }
    }

    [Property(Arbitrary = [typeof(UserGenerators)], MaxTest = 300)]
    public void An_exported_user_reads_back(JsonObject state)
    {
        var user = ConnectUser.FromJson(state.ToJsonString(), null);
        // Export-Csv writes ToString of every property.
        var cells = typeof(ConnectUser).GetProperties()
            .Select(property => new KeyValuePair<string, object?>(property.Name, Convert.ToString(property.GetValue(user), CultureInfo.InvariantCulture)))
            .ToList();

        var row = UserRowReader.Read(cells, false);

        var expected = user.ToJson();
        RemoveContradictions(expected);
        expected.Remove("New/Thing");
        expected.Remove("UserArn");
        UserStateComparer.AreEqual(row.ToModel(), expected).ShouldBeTrue($"{row.ToModel().ToJsonString()}\n{expected.ToJsonString()}");
        row.UnknownColumns.ShouldBeEmpty();
        row.Identifier.ShouldBe(user.UserArn);
    }

    /// <summary>AWS may return a flat setting beside an array that contradicts it; neither is an edit, and the array is the newer way.</summary>
    private static void RemoveContradictions(JsonObject state)
    {
        foreach ((var flat, var set) in UserValidator.ConflictingSettings)
        {
            if (PerChannelSettings.VoiceValue(flat, state[set.Name] as JsonArray) is not null)
            {
                (state["PhoneConfig"] as JsonObject)?.Remove(flat.Name);
            }
        }
    }

    private static UserRow Read(params (string Name, object? Value)[] cells) =>
        UserRowReader.Read([.. cells.Select(cell => new KeyValuePair<string, object?>(cell.Name, cell.Value))], allowPlainTextPassword: false);

    private static IReadOnlyList<UserProblem> Problems(params (string Name, object? Value)[] cells) =>
        Should.Throw<UserValueException>(() => Read(cells)).Problems;
}
