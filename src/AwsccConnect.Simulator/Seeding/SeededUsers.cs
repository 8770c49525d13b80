using System.Globalization;

namespace AwsccConnect.Simulator.Seeding;

/// <summary>The seeded users, each composed from its number.</summary>
internal sealed class SeededUsers(SeedParameters parameters, IReadOnlyList<InstancePlan> instances)
{
    /// <summary>Ofcom's number range for fiction is 07700 900000-900999 (and 020 7946 0000-0999): no call ever reaches anybody.</summary>
    private const string FictionalMobile = "+447700900";
    private const string FictionalLandline = "+442079460";

    private readonly int _offset = StableHash.Below(Names, parameters.Seed, "names", 0);

    private static int Names => SeedNames.GivenNames.Length * SeedNames.Surnames.Length;

    public string InstanceArn(int index) => instances[index % instances.Count].Arn;

    public string Arn(int index) => $"{InstanceArn(index)}/agent/{StableHash.Guid(parameters.Seed, "user", index)}";

    public string Username(int index)
    {
        (var given, var surname, var round) = Name(index);
        var name = $"{given}.{surname}".ToLowerInvariant();
        return round == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{round + 1}");
    }

    public JsonObject Properties(int index)
    {
        var plan = instances[index % instances.Count];
        (var given, var surname, _) = Name(index);
        var username = Username(index);
        var team = plan.Teams[Pick(plan.Teams.Count, "team", index)];
        JsonObject identity = new() { ["FirstName"] = given, ["LastName"] = surname };
        if (parameters.IdentityManagement != SimulatorIdentityManagement.Saml)
        {
            identity["Email"] = $"{username}@example.com";
        }

        if (Pick(3, "mobile", index) == 0)
        {
            identity["Mobile"] = string.Create(CultureInfo.InvariantCulture, $"{FictionalMobile}{Pick(1000, "mobileNumber", index):000}");
        }

        JsonObject user = new()
        {
            ["InstanceArn"] = plan.Arn,
            ["UserArn"] = Arn(index),
            ["Username"] = username,
            ["IdentityInfo"] = identity,
            ["RoutingProfileArn"] = plan.RoutingProfileArns[Pick(plan.RoutingProfileArns.Count, "routing", index)],
            ["SecurityProfileArns"] = SecurityProfiles(plan, index),
            ["HierarchyGroupArn"] = team.Arn,
            ["Tags"] = new JsonArray(
                Tag("Team", team.Team),
                Tag("Site", team.Site),
                Tag("CostCentre", string.Create(CultureInfo.InvariantCulture, $"CC{100 + Pick(9, "cost", index)}"))),
        };
        if (parameters.IdentityManagement == SimulatorIdentityManagement.ExistingDirectory)
        {
            user["DirectoryUserId"] = StableHash.Guid(parameters.Seed, "directory", index);
        }

        AddPhone(user, index);
        if (Pick(2, "proficient", index) == 0)
        {
            user["UserProficiencies"] = new JsonArray(
                Proficiency("connect:Language", Pick(2, "language", index) == 0 ? "connect:English" : "connect:French", 1 + Pick(5, "languageLevel", index)),
                Proficiency("Product", Pick(2, "product", index) == 0 ? "Broadband" : "Mobile", 1 + Pick(5, "productLevel", index)));
        }

        return user;
    }

    private void AddPhone(JsonObject user, int index)
    {
        var desk = Pick(4, "phone", index) == 0;
        var number = string.Create(CultureInfo.InvariantCulture, $"{FictionalLandline}{Pick(1000, "desk", index):000}");
        JsonObject phone = new() { ["PhoneType"] = desk ? "DESK_PHONE" : "SOFT_PHONE" };
        if (desk)
        {
            phone["DeskPhoneNumber"] = number;
        }

        // Every eighth user has the newer per-channel settings instead of the flat ones; AWS refuses both at once.
        if (Pick(8, "channels", index) == 0)
        {
            user["AutoAcceptConfigs"] = new JsonArray(
                new JsonObject { ["Channel"] = "VOICE", ["AutoAccept"] = true },
                new JsonObject { ["Channel"] = "CHAT", ["AutoAccept"] = false });
            user["AfterContactWorkConfigs"] = new JsonArray(new JsonObject
            {
                ["Channel"] = "VOICE",
                ["AfterContactWorkConfig"] = new JsonObject { ["AfterContactWorkTimeLimit"] = 30 * Pick(5, "acw", index) },
            });
        }
        else
        {
            phone["AutoAccept"] = Pick(3, "auto", index) == 0;
            phone["AfterContactWorkTimeLimit"] = 30 * Pick(5, "acw", index);
        }

        user["PhoneConfig"] = phone;
    }

    private JsonArray SecurityProfiles(InstancePlan plan, int index)
    {
        const int agent = 1;
        JsonArray arns = new(plan.SecurityProfileArns[index == 0 ? 0 : agent]);
        if (Pick(10, "lead", index) == 0)
        {
            arns.Add(plan.SecurityProfileArns[2 + Pick(3, "role", index)]);
        }

        return arns;
    }

    private (string Given, string Surname, int Round) Name(int index)
    {
        // 1009 is coprime to the number of names, so the walk meets every name once before it repeats.
        var name = (int)((_offset + ((long)index * 1009)) % Names);
        return (SeedNames.GivenNames[name % SeedNames.GivenNames.Length], SeedNames.Surnames[name / SeedNames.GivenNames.Length], index / Names);
    }

    private int Pick(int limit, string purpose, int index) => StableHash.Below(limit, parameters.Seed, purpose, index);

    private static JsonObject Tag(string key, string value) => new() { ["Key"] = key, ["Value"] = value };

    private static JsonObject Proficiency(string name, string value, int level) =>
        new() { ["AttributeName"] = name, ["AttributeValue"] = value, ["Level"] = level };
}
