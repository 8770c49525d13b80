using AwsccConnect.Simulator.Requests;

namespace AwsccConnect.Simulator.Api;

/// <summary>GetResourceRequestStatus, ListResourceRequests and CancelResourceRequest.</summary>
internal sealed class RequestOperations(SimulatorWorld world, bool sendRetryAfter)
{
    private const int DefaultPage = 20;

    /// <summary>The longest a cancellation takes, in seconds.</summary>
    private const double LongestCancel = 1;

    public ApiResponse Status(ApiRequest request)
    {
        var token = request.Required("RequestToken");
        return world.Read(now => ProgressEvents.Reply(Find(token), now, sendRetryAfter));
    }

    public ApiResponse Cancel(ApiRequest request)
    {
        var token = request.Required("RequestToken");
        return world.Write(now =>
        {
            var found = Find(token);
            var status = found.StatusAt(now);
            if (status is RequestStatus.Pending or RequestStatus.InProgress)
            {
                var seconds = Math.Clamp((found.Ends - now).TotalSeconds / 2, 0, LongestCancel);
                world.Ledger.Cancel(found, now, now.AddSeconds(seconds));
            }
            else if (status is RequestStatus.Success or RequestStatus.Failed)
            {
                throw ServiceErrors.Validation($"Request with token {token} is {status}: only PENDING and IN_PROGRESS requests can be cancelled");
            }

            return ProgressEvents.Reply(found, now, sendRetryAfter);
        });
    }

    public ApiResponse List(ApiRequest request)
    {
        var size = request.OptionalInteger("MaxResults", 1, 100) ?? DefaultPage;
        var operations = request.OptionalList("ResourceRequestStatusFilter", "Operations", RequestStatus.Operations);
        var statuses = request.OptionalList("ResourceRequestStatusFilter", "OperationStatuses", RequestStatus.All);
        var scope = $"requests {string.Join(',', operations.Order(StringComparer.Ordinal))} {string.Join(',', statuses.Order(StringComparer.Ordinal))}";
        var before = PageToken.Decode(
            world.Parameters.Seed,
            scope,
            request.Optional("NextToken"),
            static () => ServiceErrors.Validation("Invalid NextToken: it is not one that this list gave"),
            long.MaxValue);
        return world.Read(now =>
        {
            List<ResourceRequest> page = [.. Newest()
                .Where(item => item.Sequence < before
                    && (operations.Count == 0 || operations.Contains(item.Operation))
                    && (statuses.Count == 0 || statuses.Contains(item.StatusAt(now))))
                .Take(size + 1)];
            return new ApiResponse(ResponseWriter.Object(writer =>
            {
                writer.WriteStartArray("ResourceRequestStatusSummaries");
                foreach (var item in page.Take(size))
                {
                    ProgressEvents.Write(writer, item, now, sendRetryAfter, withModel: false);
                }

                writer.WriteEndArray();
                if (page.Count > size)
                {
                    writer.WriteString("NextToken", PageToken.Encode(world.Parameters.Seed, scope, page[size - 1].Sequence));
                }
            }));
        });
    }

    private ResourceRequest Find(string token) => world.Ledger.Find(token) ?? throw ServiceErrors.RequestTokenNotFound(token);

    private IEnumerable<ResourceRequest> Newest()
    {
        var all = world.Ledger.InOrder;
        for (var i = all.Count - 1; i >= 0; i--)
        {
            yield return all[i];
        }
    }
}
