using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Seeding;

/// <summary>
/// Fills a store from a seed: instances, routing profiles, security profiles and hierarchy groups as documents, users as numbers whose
/// properties are composed when they are first looked at (<see cref="SeededUsers"/>), so that 100,000 users cost no time before they are used.
/// </summary>
internal sealed class Seeder
{
    private readonly SeedParameters _parameters;
    private readonly List<InstancePlan> _instances = [];

    public Seeder(SeedParameters parameters)
    {
        _parameters = parameters;
        for (var i = 0; i < parameters.InstanceCount; i++)
        {
            _instances.Add(Plan(i));
        }

        Users = new SeededUsers(parameters, _instances);
    }

    public SeededUsers Users { get; }

    public IReadOnlyList<InstancePlan> Instances => _instances;

    public void Fill(ResourceStore store)
    {
        foreach ((var plan, var number) in _instances.Select((plan, number) => (plan, number)))
        {
            store.Put(ResourceTypes.Instance, plan.Arn, Instance(plan, number));
            for (var i = 0; i < plan.RoutingProfileArns.Count; i++)
            {
                store.Put(ResourceTypes.RoutingProfile, plan.RoutingProfileArns[i], RoutingProfile(plan, i));
            }

            for (var i = 0; i < plan.SecurityProfileArns.Count; i++)
            {
                (var name, var description) = SeedNames.SecurityProfiles[i];
                store.Put(ResourceTypes.SecurityProfile, plan.SecurityProfileArns[i], new JsonObject
                {
                    ["InstanceArn"] = plan.Arn,
                    ["SecurityProfileArn"] = plan.SecurityProfileArns[i],
                    ["SecurityProfileName"] = name,
                    ["Description"] = description,
                    ["Permissions"] = new JsonArray("BasicAgentAccess", "OutboundCallAccess"),
                });
            }

            PutHierarchy(store, plan, number);
        }

        for (var i = 0; i < _parameters.UserCount; i++)
        {
            store.PutSeeded(i, Users.Arn(i), Users.InstanceArn(i), Users.Username(i));
        }
    }

    private void PutHierarchy(ResourceStore store, InstancePlan plan, int number)
    {
        for (var i = 0; i < SeedNames.Sites.Length; i++)
        {
            var site = $"{plan.Arn}/agent-group/{Id("site", (number * 100) + i)}";
            store.Put(ResourceTypes.UserHierarchyGroup, site, new JsonObject
            {
                ["InstanceArn"] = plan.Arn,
                ["UserHierarchyGroupArn"] = site,
                ["Name"] = SeedNames.Sites[i],
            });
            foreach (var team in plan.Teams.Where(team => team.Site == SeedNames.Sites[i]))
            {
                store.Put(ResourceTypes.UserHierarchyGroup, team.Arn, new JsonObject
                {
                    ["InstanceArn"] = plan.Arn,
                    ["UserHierarchyGroupArn"] = team.Arn,
                    ["ParentGroupArn"] = site,
                    ["Name"] = $"{team.Site} {team.Team}",
                });
            }
        }
    }

    private InstancePlan Plan(int number)
    {
        var arn = $"arn:{SeedParameters.Partition(_parameters.Region)}:connect:{_parameters.Region}:{_parameters.AccountId}:instance/{Id("instance", number)}";
        var alias = number == 0 ? "contact-centre" : FormattableString.Invariant($"contact-centre-{number + 1}");
        return new InstancePlan(
            arn,
            alias,
            [.. SeedNames.RoutingProfiles.Select((_, i) => $"{arn}/routing-profile/{Id("routing", (number * 100) + i)}")],
            [.. SeedNames.SecurityProfiles.Select((_, i) => $"{arn}/security-profile/{Id("security", (number * 100) + i)}")],
            [.. SeedNames.Sites.SelectMany((site, s) => SeedNames.Teams.Select((team, t) =>
                new HierarchyTeam($"{arn}/agent-group/{Id("team", (number * 100) + (s * 10) + t)}", site, team)))]);
    }

    private JsonObject Instance(InstancePlan plan, int number) => new()
    {
        ["Id"] = plan.Arn[(plan.Arn.LastIndexOf('/') + 1)..],
        ["Arn"] = plan.Arn,
        ["IdentityManagementType"] = _parameters.IdentityManagement switch
        {
            SimulatorIdentityManagement.Saml => "SAML",
            SimulatorIdentityManagement.ExistingDirectory => "EXISTING_DIRECTORY",
            _ => "CONNECT_MANAGED",
        },
        ["InstanceAlias"] = plan.Alias,
        ["CreatedTime"] = FormattableString.Invariant($"2025-02-{3 + number:00}T09:00:00Z"),
        ["ServiceRole"] = $"arn:{SeedParameters.Partition(_parameters.Region)}:iam::{_parameters.AccountId}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect",
        ["InstanceStatus"] = "ACTIVE",
        ["Attributes"] = new JsonObject
        {
            ["InboundCalls"] = true,
            ["OutboundCalls"] = true,
            ["ContactflowLogs"] = true,
            ["ContactLens"] = true,
            ["AutoResolveBestVoices"] = true,
            ["EarlyMedia"] = true,
        },
    };

    private JsonObject RoutingProfile(InstancePlan plan, int i)
    {
        (var name, var description) = SeedNames.RoutingProfiles[i];
        return new JsonObject
        {
            ["InstanceArn"] = plan.Arn,
            ["RoutingProfileArn"] = plan.RoutingProfileArns[i],
            ["Name"] = name,
            ["Description"] = description,
            ["MediaConcurrencies"] = new JsonArray(
                new JsonObject { ["Channel"] = "VOICE", ["Concurrency"] = 1 },
                new JsonObject { ["Channel"] = "CHAT", ["Concurrency"] = 2 }),
            ["DefaultOutboundQueueArn"] = $"{plan.Arn}/queue/{Id("queue", i)}",
        };
    }

    private string Id(string purpose, long index) => StableHash.Guid(_parameters.Seed, purpose, index);
}
