namespace AwsccConnect.Tests.CloudControl;

/// <summary>
/// The requests, responses and shapes of a service model as the .NET SDK spells them: member, type, and what is required,
/// sensitive or bounded in length or value.
/// </summary>
/// <param name="Name">What names of namespaces and types are made of.</param>
/// <param name="Id">The service's id.</param>
/// <param name="EndpointPrefix">The first part of hosts, and the service's name in signatures.</param>
/// <param name="ApiVersion">The version of the API.</param>
/// <param name="Operations">The operations.</param>
/// <param name="Exceptions">The exceptions, without <c>Exception</c>.</param>
/// <param name="Enums">The constants of each class.</param>
/// <param name="Members">The members of all shapes, in ordinal order.</param>
internal sealed partial record ServiceModel(
    string Name,
    string Id,
    string EndpointPrefix,
    string ApiVersion,
    string[] Operations,
    string[] Exceptions,
    Dictionary<string, string[]> Enums,
    string[] Members)
{
    public static ServiceModel CloudControl { get; } = new(
        "CloudControlApi",
        "CloudControl",
        "cloudcontrolapi",
        "2021-09-30",
        [
            "CancelResourceRequest", "CreateResource", "DeleteResource", "GetResource", "GetResourceRequestStatus",
            "ListResourceRequests", "ListResources", "UpdateResource",
        ],
        [
            "AlreadyExists", "ClientTokenConflict", "ConcurrentModification", "ConcurrentOperation", "GeneralService",
            "HandlerFailure", "HandlerInternalFailure", "InvalidCredentials", "InvalidRequest", "NetworkFailure",
            "NotStabilized", "NotUpdatable", "PrivateType", "RequestTokenNotFound", "ResourceConflict", "ResourceNotFound",
            "ServiceInternalError", "ServiceLimitExceeded", "Throttling", "TypeNotFound", "UnsupportedAction",
        ],
        new()
        {
            ["HandlerErrorCode"] =
            [
                "AccessDenied", "AlreadyExists", "GeneralServiceException", "InternalFailure", "InvalidCredentials",
                "InvalidRequest", "NetworkFailure", "NotFound", "NotStabilized", "NotUpdatable", "ResourceConflict",
                "ServiceInternalError", "ServiceLimitExceeded", "ServiceTimeout", "Throttling", "UnauthorizedTaggingOperation",
            ],
            ["Operation"] = ["CREATE", "DELETE", "UPDATE"],
            ["OperationStatus"] =
                ["CANCEL_COMPLETE", "CANCEL_IN_PROGRESS", "FAILED", "IN_PROGRESS", "PENDING", "SUCCESS"],
        },
        """
        CancelResourceRequestRequest.RequestToken String required 1..128
        CancelResourceRequestResponse.ProgressEvent ProgressEvent
        CreateResourceRequest.ClientToken String 1..128
        CreateResourceRequest.DesiredState String required sensitive 1..262144
        CreateResourceRequest.RoleArn String 20..2048
        CreateResourceRequest.TypeName String required 10..196
        CreateResourceRequest.TypeVersionId String 1..128
        CreateResourceResponse.ProgressEvent ProgressEvent
        DeleteResourceRequest.ClientToken String 1..128
        DeleteResourceRequest.Identifier String required 1..1024
        DeleteResourceRequest.RoleArn String 20..2048
        DeleteResourceRequest.TypeName String required 10..196
        DeleteResourceRequest.TypeVersionId String 1..128
        DeleteResourceResponse.ProgressEvent ProgressEvent
        GetResourceRequest.Identifier String required 1..1024
        GetResourceRequest.RoleArn String 20..2048
        GetResourceRequest.TypeName String required 10..196
        GetResourceRequest.TypeVersionId String 1..128
        GetResourceRequestStatusRequest.RequestToken String required 1..128
        GetResourceRequestStatusResponse.HooksProgressEvent List<HookProgressEvent>
        GetResourceRequestStatusResponse.ProgressEvent ProgressEvent
        GetResourceResponse.ResourceDescription ResourceDescription
        GetResourceResponse.TypeName String 10..196
        HookProgressEvent.FailureMode String 1..128
        HookProgressEvent.HookEventTime DateTime?
        HookProgressEvent.HookStatus String 1..128
        HookProgressEvent.HookStatusMessage String 0..2048
        HookProgressEvent.HookTypeArn String 1..2048
        HookProgressEvent.HookTypeName String 10..196
        HookProgressEvent.HookTypeVersionId String 1..128
        HookProgressEvent.InvocationPoint String 1..128
        ListResourceRequestsRequest.MaxResults Int32? 1..100
        ListResourceRequestsRequest.NextToken String 1..2048
        ListResourceRequestsRequest.ResourceRequestStatusFilter ResourceRequestStatusFilter
        ListResourceRequestsResponse.NextToken String 1..2048
        ListResourceRequestsResponse.ResourceRequestStatusSummaries List<ProgressEvent>
        ListResourcesRequest.MaxResults Int32? 1..100
        ListResourcesRequest.NextToken String 1..4096
        ListResourcesRequest.ResourceModel String sensitive 1..262144
        ListResourcesRequest.RoleArn String 20..2048
        ListResourcesRequest.TypeName String required 10..196
        ListResourcesRequest.TypeVersionId String 1..128
        ListResourcesResponse.NextToken String 1..4096
        ListResourcesResponse.ResourceDescriptions List<ResourceDescription>
        ListResourcesResponse.TypeName String 10..196
        ProgressEvent.ErrorCode HandlerErrorCode
        ProgressEvent.EventTime DateTime?
        ProgressEvent.HooksRequestToken String 1..128
        ProgressEvent.Identifier String 1..1024
        ProgressEvent.Operation Operation
        ProgressEvent.OperationStatus OperationStatus
        ProgressEvent.RequestToken String 1..128
        ProgressEvent.ResourceModel String sensitive 1..262144
        ProgressEvent.RetryAfter DateTime?
        ProgressEvent.StatusMessage String 0..2048
        ProgressEvent.TypeName String 10..196
        ResourceDescription.Identifier String 1..1024
        ResourceDescription.Properties String sensitive 1..262144
        ResourceRequestStatusFilter.OperationStatuses List<String>
        ResourceRequestStatusFilter.Operations List<String>
        UpdateResourceRequest.ClientToken String 1..128
        UpdateResourceRequest.Identifier String required 1..1024
        UpdateResourceRequest.PatchDocument String required sensitive 1..262144
        UpdateResourceRequest.RoleArn String 20..2048
        UpdateResourceRequest.TypeName String required 10..196
        UpdateResourceRequest.TypeVersionId String 1..128
        UpdateResourceResponse.ProgressEvent ProgressEvent
        """.ReplaceLineEndings("\n").Split('\n'));

    public static ServiceModel Named(string name) => name == Connect.Name ? Connect : CloudControl;
}
