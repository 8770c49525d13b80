namespace AwsccConnect.Tests.CloudControl;

/// <summary>What the module uses of the service model of Amazon Connect.</summary>
internal sealed partial record ServiceModel
{
    public static ServiceModel Connect { get; } = new(
        "Connect",
        "Connect",
        "connect",
        "2017-08-08",
        ["ListInstances", "ListRoutingProfiles", "ListSecurityProfiles", "ListUserHierarchyGroups", "ListUsers", "SearchUsers"],
        ["InternalService", "InvalidParameter", "InvalidRequest", "ResourceNotFound", "Throttling"],
        new()
        {
            ["Channel"] = ["CHAT", "EMAIL", "TASK", "VOICE"],
            ["DirectoryType"] = ["CONNECT_MANAGED", "EXISTING_DIRECTORY", "SAML"],
            ["HierarchyGroupMatchType"] = ["EXACT", "WITH_CHILD_GROUPS"],
            ["InstanceStatus"] = ["ACTIVE", "CREATION_FAILED", "CREATION_IN_PROGRESS"],
            ["NumberComparisonType"] =
                ["EQUAL", "GREATER", "GREATER_OR_EQUAL", "LESSER", "LESSER_OR_EQUAL", "NOT_EQUAL", "RANGE"],
            ["PhoneType"] = ["DESK_PHONE", "SOFT_PHONE"],
            ["StringComparisonType"] = ["CONTAINS", "EXACT", "STARTS_WITH"],
            ["TargetListType"] = ["PROFICIENCIES"],
            ["VoiceEnhancementMode"] = ["NOISE_SUPPRESSION", "NONE", "VOICE_ISOLATION"],
        },
        """
        AfterContactWorkConfig.AfterContactWorkTimeLimit Int32? 0..
        AfterContactWorkConfigPerChannel.AfterContactWorkConfig AfterContactWorkConfig required
        AfterContactWorkConfigPerChannel.AgentFirstCallbackAfterContactWorkConfig AfterContactWorkConfig
        AfterContactWorkConfigPerChannel.Channel Channel required
        AttributeAndCondition.HierarchyGroupCondition HierarchyGroupCondition
        AttributeAndCondition.TagConditions List<TagCondition>
        AutoAcceptConfig.AgentFirstCallbackAutoAccept Boolean?
        AutoAcceptConfig.AutoAccept Boolean? required
        AutoAcceptConfig.Channel Channel required
        Condition.NumberCondition NumberCondition
        Condition.StringCondition StringCondition
        ControlPlaneTagFilter.AndConditions List<TagCondition>
        ControlPlaneTagFilter.OrConditions List<List<TagCondition>>
        ControlPlaneTagFilter.TagCondition TagCondition
        ControlPlaneUserAttributeFilter.AndCondition AttributeAndCondition
        ControlPlaneUserAttributeFilter.HierarchyGroupCondition HierarchyGroupCondition
        ControlPlaneUserAttributeFilter.OrConditions List<AttributeAndCondition>
        ControlPlaneUserAttributeFilter.TagCondition TagCondition
        HierarchyGroupCondition.HierarchyGroupMatchType HierarchyGroupMatchType
        HierarchyGroupCondition.Value String
        HierarchyGroupSummary.Arn String
        HierarchyGroupSummary.Id String
        HierarchyGroupSummary.LastModifiedRegion String
        HierarchyGroupSummary.LastModifiedTime DateTime?
        HierarchyGroupSummary.Name String
        InstanceSummary.Arn String
        InstanceSummary.CreatedTime DateTime?
        InstanceSummary.Id String 1..100
        InstanceSummary.IdentityManagementType DirectoryType
        InstanceSummary.InboundCallsEnabled Boolean?
        InstanceSummary.InstanceAccessUrl String
        InstanceSummary.InstanceAlias String sensitive 1..45
        InstanceSummary.InstanceStatus InstanceStatus
        InstanceSummary.OutboundCallsEnabled Boolean?
        InstanceSummary.ServiceRole String
        ListCondition.Conditions List<Condition>
        ListCondition.TargetListType TargetListType
        ListInstancesRequest.MaxResults Int32? 1..10
        ListInstancesRequest.NextToken String
        ListInstancesResponse.InstanceSummaryList List<InstanceSummary>
        ListInstancesResponse.NextToken String
        ListRoutingProfilesRequest.InstanceId String required 1..100
        ListRoutingProfilesRequest.MaxResults Int32? 1..1000
        ListRoutingProfilesRequest.NextToken String
        ListRoutingProfilesResponse.NextToken String
        ListRoutingProfilesResponse.RoutingProfileSummaryList List<RoutingProfileSummary>
        ListSecurityProfilesRequest.InstanceId String required 1..100
        ListSecurityProfilesRequest.MaxResults Int32? 1..1000
        ListSecurityProfilesRequest.NextToken String
        ListSecurityProfilesResponse.NextToken String
        ListSecurityProfilesResponse.SecurityProfileSummaryList List<SecurityProfileSummary>
        ListUserHierarchyGroupsRequest.InstanceId String required 1..100
        ListUserHierarchyGroupsRequest.MaxResults Int32? 1..1000
        ListUserHierarchyGroupsRequest.NextToken String
        ListUserHierarchyGroupsResponse.NextToken String
        ListUserHierarchyGroupsResponse.UserHierarchyGroupSummaryList List<HierarchyGroupSummary>
        ListUsersRequest.InstanceId String required 1..100
        ListUsersRequest.MaxResults Int32? 1..1000
        ListUsersRequest.NextToken String
        ListUsersResponse.NextToken String
        ListUsersResponse.UserSummaryList List<UserSummary>
        NumberCondition.ComparisonType NumberComparisonType
        NumberCondition.FieldName String
        NumberCondition.MaxValue Int32?
        NumberCondition.MinValue Int32?
        PersistentConnectionConfig.Channel Channel required
        PersistentConnectionConfig.PersistentConnection Boolean? required
        PhoneNumberConfig.Channel Channel required
        PhoneNumberConfig.PhoneNumber String sensitive
        PhoneNumberConfig.PhoneType PhoneType required
        RoutingProfileSummary.Arn String
        RoutingProfileSummary.Id String
        RoutingProfileSummary.LastModifiedRegion String
        RoutingProfileSummary.LastModifiedTime DateTime?
        RoutingProfileSummary.Name String 1..127
        SearchUsersRequest.InstanceId String required 1..100
        SearchUsersRequest.MaxResults Int32? 1..500
        SearchUsersRequest.NextToken String 1..2500
        SearchUsersRequest.SearchCriteria UserSearchCriteria
        SearchUsersRequest.SearchFilter UserSearchFilter
        SearchUsersResponse.ApproximateTotalCount Int64?
        SearchUsersResponse.NextToken String 1..2500
        SearchUsersResponse.Users List<UserSearchSummary>
        SecurityProfileSummary.Arn String
        SecurityProfileSummary.Id String
        SecurityProfileSummary.LastModifiedRegion String
        SecurityProfileSummary.LastModifiedTime DateTime?
        SecurityProfileSummary.Name String
        StringCondition.ComparisonType StringComparisonType
        StringCondition.FieldName String
        StringCondition.Value String
        TagCondition.TagKey String
        TagCondition.TagValue String
        UserIdentityInfoLite.FirstName String sensitive 0..255
        UserIdentityInfoLite.LastName String sensitive 0..300
        UserPhoneConfig.AfterContactWorkTimeLimit Int32? 0..
        UserPhoneConfig.AutoAccept Boolean?
        UserPhoneConfig.DeskPhoneNumber String sensitive
        UserPhoneConfig.PersistentConnection Boolean?
        UserPhoneConfig.PhoneType PhoneType
        UserSearchCriteria.AndConditions List<UserSearchCriteria>
        UserSearchCriteria.HierarchyGroupCondition HierarchyGroupCondition
        UserSearchCriteria.ListCondition ListCondition
        UserSearchCriteria.OrConditions List<UserSearchCriteria>
        UserSearchCriteria.StringCondition StringCondition
        UserSearchFilter.TagFilter ControlPlaneTagFilter
        UserSearchFilter.UserAttributeFilter ControlPlaneUserAttributeFilter
        UserSearchSummary.AfterContactWorkConfigs List<AfterContactWorkConfigPerChannel>
        UserSearchSummary.Arn String
        UserSearchSummary.AutoAcceptConfigs List<AutoAcceptConfig>
        UserSearchSummary.DirectoryUserId String
        UserSearchSummary.HierarchyGroupId String
        UserSearchSummary.Id String
        UserSearchSummary.IdentityInfo UserIdentityInfoLite
        UserSearchSummary.PersistentConnectionConfigs List<PersistentConnectionConfig>
        UserSearchSummary.PhoneConfig UserPhoneConfig
        UserSearchSummary.PhoneNumberConfigs List<PhoneNumberConfig>
        UserSearchSummary.RoutingProfileId String
        UserSearchSummary.SecurityProfileIds List<String> 1..10
        UserSearchSummary.Tags Dictionary<String,String> 1..50
        UserSearchSummary.Username String 1..100
        UserSearchSummary.VoiceEnhancementConfigs List<VoiceEnhancementConfig>
        UserSummary.Arn String
        UserSummary.Id String
        UserSummary.LastModifiedRegion String
        UserSummary.LastModifiedTime DateTime?
        UserSummary.Username String 1..100
        VoiceEnhancementConfig.Channel Channel required
        VoiceEnhancementConfig.VoiceEnhancementMode VoiceEnhancementMode required
        """.ReplaceLineEndings("\n").Split('\n'));
}
