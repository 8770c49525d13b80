using System.Collections.Frozen;
using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Api;

/// <summary>The eight operations by name.</summary>
internal sealed class CloudControlApi
{
    /// <summary>The names of the operations.</summary>
    public static readonly string[] Operations =
    [
        "CreateResource", "UpdateResource", "DeleteResource", "GetResource", "ListResources", "GetResourceRequestStatus", "ListResourceRequests", "CancelResourceRequest",
    ];

    private readonly FrozenDictionary<string, Func<ApiRequest, Task<ApiResponse>>> _operations;

    public CloudControlApi(SimulatorWorld world, SimulatorFaults faults, SimulatorOptions options, byte[] fingerprintKey)
    {
        ResourceOperations resources = new(world, options.PageSize);
        RequestOperations requests = new(world, options.SendRetryAfter);
        WriteOperations writes = new(
            world,
            new WriteAcceptance(world, faults, options, fingerprintKey),
            new SchemaValidator(world.Parameters.SchemaProfile));
        _operations = new Dictionary<string, Func<ApiRequest, Task<ApiResponse>>>(StringComparer.Ordinal)
        {
            ["CreateResource"] = writes.CreateAsync,
            ["UpdateResource"] = writes.UpdateAsync,
            ["DeleteResource"] = request => Task.FromResult(writes.Delete(request)),
            ["GetResource"] = request => Task.FromResult(resources.Get(request)),
            ["ListResources"] = request => Task.FromResult(resources.List(request)),
            ["GetResourceRequestStatus"] = request => Task.FromResult(requests.Status(request)),
            ["ListResourceRequests"] = request => Task.FromResult(requests.List(request)),
            ["CancelResourceRequest"] = request => Task.FromResult(requests.Cancel(request)),
        }.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public bool Has(string operation) => _operations.ContainsKey(operation);

    public Task<ApiResponse> InvokeAsync(ApiRequest request) => _operations[request.Operation](request);
}
