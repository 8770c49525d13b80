using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>
/// Amazon Connect's own lists, which have the names that Cloud Control's lists lack. They save calls and are never needed: where one
/// cannot be read, it ends with null, a verbose line says why, and the caller goes through Cloud Control.
/// </summary>
internal sealed class ConnectLists(ServiceConnection connection, RetryingClient calls, CommandRun run)
{
    private const int PageSize = 1000;
    private const int InstancePageSize = 10;
    private const int SearchPageSize = 500;

    /// <summary>Attempts of a page when the service or the network fails: there is another way.</summary>
    private const int TransientAttempts = 3;

    private readonly ConcurrentDictionary<string, bool> _noted = new(StringComparer.Ordinal);

    /// <summary>
    /// The resources of a type with their names, or the users of an instance; null as the last item where the list could not be read to its
    /// end. The scope is the ARN of the instance; for instances the Region.
    /// </summary>
    public IAsyncEnumerable<NamedResource?> ListAsync(ConnectResourceKind kind, string scope, CancellationToken cancellationToken) => kind switch
    {
        ConnectResourceKind.Instance => PagesAsync(
            scope,
            token => new ListInstancesRequest { MaxResults = InstancePageSize, NextToken = token },
            (client, request, callToken) => client.ListInstancesAsync(request, callToken),
            page => (page.InstanceSummaryList?.ConvertAll<NamedResource?>(Keep), page.NextToken),
            cancellationToken),
        ConnectResourceKind.RoutingProfile => PagesAsync(
            scope,
            token => new ListRoutingProfilesRequest { InstanceId = IdOf(scope), MaxResults = PageSize, NextToken = token },
            (client, request, callToken) => client.ListRoutingProfilesAsync(request, callToken),
            page => (page.RoutingProfileSummaryList?.ConvertAll<NamedResource?>(item => new NamedResource(item.Arn, item.Name)), page.NextToken),
            cancellationToken),
        ConnectResourceKind.SecurityProfile => PagesAsync(
            scope,
            token => new ListSecurityProfilesRequest { InstanceId = IdOf(scope), MaxResults = PageSize, NextToken = token },
            (client, request, callToken) => client.ListSecurityProfilesAsync(request, callToken),
            page => (page.SecurityProfileSummaryList?.ConvertAll<NamedResource?>(item => new NamedResource(item.Arn, item.Name)), page.NextToken),
            cancellationToken),
        ConnectResourceKind.HierarchyGroup => PagesAsync(
            scope,
            token => new ListUserHierarchyGroupsRequest { InstanceId = IdOf(scope), MaxResults = PageSize, NextToken = token },
            (client, request, callToken) => client.ListUserHierarchyGroupsAsync(request, callToken),
            page => (page.UserHierarchyGroupSummaryList?.ConvertAll<NamedResource?>(item => new NamedResource(item.Arn, item.Name)), page.NextToken),
            cancellationToken),
        _ => PagesAsync(
            scope,
            token => new ListUsersRequest { InstanceId = IdOf(scope), MaxResults = PageSize, NextToken = token },
            (client, request, callToken) => client.ListUsersAsync(request, callToken),
            page => (page.UserSummaryList?.ConvertAll<NamedResource?>(item => new NamedResource(item.Arn, item.Username) { Modified = item.LastModifiedTime }), page.NextToken),
            cancellationToken),
    };

    /// <summary>The resources of a type with their names; null where they could not be listed.</summary>
    public async Task<List<NamedResource>?> TryListAsync(ConnectResourceKind kind, string scope, CancellationToken cancellationToken)
    {
        var all = new List<NamedResource>();
        await foreach (var resource in ListAsync(kind, scope, cancellationToken).ConfigureAwait(false))
        {
            if (resource is null)
            {
                return null;
            }

            all.Add(resource);
        }

        return all;
    }

    /// <summary>
    /// The users that a search finds, those that a predicate refuses without their names; null as the last item where it could not be carried
    /// to its end. The index of the search follows changes with a delay.
    /// </summary>
    public IAsyncEnumerable<NamedResource?> SearchUsersAsync(
        string instanceArn, UserSearchCriteria? criteria, UserSearchFilter? filter, Predicate<UserSearchSummary> mayMatch, CancellationToken cancellationToken) => PagesAsync(
            instanceArn,
            token => new SearchUsersRequest
            {
                InstanceId = IdOf(instanceArn),
                MaxResults = SearchPageSize,
                NextToken = token,
                SearchCriteria = criteria,
                SearchFilter = filter,
            },
            (client, request, callToken) => client.SearchUsersAsync(request, callToken),
            page => (page.Users?.ConvertAll<NamedResource?>(item => new NamedResource(item.Arn, mayMatch(item) ? item.Username ?? string.Empty : null) { IsListed = false }), page.NextToken),
            cancellationToken);

    private static string IdOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    private async IAsyncEnumerable<NamedResource?> PagesAsync<TRequest, TResponse>(
        string scope,
        Func<string?, TRequest> requestOf,
        Func<IAmazonConnect, TRequest, CancellationToken, Task<TResponse>> send,
        Func<TResponse, (List<NamedResource?>? Items, string? Next)> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse
    {
        var operation = RetryingClient.OperationOf<TRequest>();
        if (connection.Connect.ReasonAgainst(operation, connection.Time) is { } reason)
        {
            Note(operation, reason);
            yield return null;
            yield break;
        }

        // Cloud Control has the last word, also on keys that are refused and instances that do not exist.
        var resources = PagedList.ReadAsync<NamedResource?>($"list for '{ServiceText.Shorten(scope)}'", PageAsync, item => item!.Arn, cancellationToken)
            .EndWithFailure(exception => exception.ErrorId != ErrorIds.Throttling, exception => Refuse(operation, exception), cancellationToken);
        await foreach (var resource in resources.ConfigureAwait(false))
        {
            yield return resource;
        }

        async Task<(List<NamedResource?> Items, string? Next)> PageAsync(string? token, CancellationToken ahead)
        {
            var (items, next) = read(await calls.ReadAsync(
                (request, callToken) => send(connection.Connect.Client, request, callToken),
                requestOf(token),
                scope,
                new Deadline(connection.Time, run.Timeout),
                ahead,
                transientAttempts: TransientAttempts).ConfigureAwait(false));

            // An endpoint that is not Amazon Connect's may respond with some other JSON.
            return (items ?? throw new ConnectOperationException(ErrorIds.InvalidResponse, $"The response to {operation} has no list."), next);
        }
    }

    private NamedResource Keep(InstanceSummary instance)
    {
        connection.Names.Add(new ConnectInstance { Arn = instance.Arn, IdentityManagementType = instance.IdentityManagementType?.Value });
        return new NamedResource(instance.Arn, instance.InstanceAlias);
    }

    private NamedResource? Refuse(string operation, ConnectOperationException exception)
    {
        if (exception.ErrorId is ErrorIds.AccessDenied or ErrorIds.UnsupportedAction or ErrorIds.NetworkFailure or ErrorIds.InvalidResponse)
        {
            connection.Connect.Refuse(operation, exception.ErrorId, connection.Time);
        }

        // The message may repeat what an endpoint responds with, which is not known to be free of secrets.
        Note(operation, exception.ErrorId);
        return null;
    }

    private void Note(string operation, string reason)
    {
        if (_noted.TryAdd(operation, true))
        {
            run.Observer.Note($"More calls are needed, which is slower; connect:{operation} cannot be used: {reason}");
        }
    }
}
