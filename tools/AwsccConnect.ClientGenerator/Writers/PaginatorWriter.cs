using AwsccConnect.ClientGenerator.Models;

namespace AwsccConnect.ClientGenerator.Writers;

/// <summary>Writes what walks the pages of list operations, where the model defines it.</summary>
internal static class PaginatorWriter
{
    public static IEnumerable<string> Paginators(ServiceModel model)
    {
        if (!model.HasPages)
        {
            return [];
        }

        var paged = model.Operations.Where(o => o.Value.Pages is not null).ToList();
        return [Factory(model, paged.ConvertAll(o => o.Key)), .. paged.Select(o => Paginator(model, o.Key, o.Value))];
    }

    private static string Factory(ServiceModel model, List<string> operations)
    {
        var declarations = operations.Select(o => $$"""
                /// <summary>Makes a paginator of <see cref="{{o}}Request"/>. It moves the request's NextToken along.</summary>
                [AWSPaginator(InputToken = ["NextToken"], LimitKey = "MaxResults", OutputToken = ["NextToken"])]
                I{{o}}Paginator {{o}}({{o}}Request request);
            """);
        var methods = operations.Select(o => $$"""
                /// <inheritdoc/>
                public I{{o}}Paginator {{o}}({{o}}Request request) => new {{o}}Paginator(_client, request);
            """);
        return $$"""
            /// <summary>Makes the paginators of the list operations.</summary>
            public interface I{{model.Name}}PaginatorFactory
            {
            {{string.Join("\n\n", declarations)}}
            }

            /// <inheritdoc cref="I{{model.Name}}PaginatorFactory"/>
            public class {{model.Name}}PaginatorFactory : I{{model.Name}}PaginatorFactory
            {
                private readonly {{model.Interface}} _client;

                internal {{model.Name}}PaginatorFactory({{model.Interface}} client) => _client = client;

            {{string.Join("\n\n", methods)}}
            }
            """;
    }

    private static string Paginator(ServiceModel model, string name, OperationModel operation)
    {
        var list = model.Members(operation.Output).Find(m => m.Name == operation.Pages)
            ?? throw new InvalidDataException($"{name} has no member '{operation.Pages}'.");
        return $$"""
            /// <summary>Walks all pages of <see cref="{{name}}Request"/>. It can be walked once.</summary>
            public interface I{{name}}Paginator
            {
                /// <summary>The pages, each as the whole response.</summary>
                IPaginatedEnumerable<{{name}}Response> Responses { get; }

                /// <summary>The elements of <see cref="{{name}}Response.{{list.Name}}"/> of all pages.</summary>
                IPaginatedEnumerable<{{list.Element}}> {{list.Name}} { get; }
            }

            /// <inheritdoc cref="I{{name}}Paginator"/>
            internal sealed class {{name}}Paginator : IPaginator<{{name}}Response>, I{{name}}Paginator
            {
                private readonly {{model.Interface}} _client;
                private readonly {{name}}Request _request;
                private int _started;

                internal {{name}}Paginator({{model.Interface}} client, {{name}}Request request)
                {
                    _client = client;
                    _request = request;
                }

                public IPaginatedEnumerable<{{name}}Response> Responses => new PaginatedResponse<{{name}}Response>(this);

                public IPaginatedEnumerable<{{list.Element}}> {{list.Name}} =>
                    new PaginatedResultKeyResponse<{{name}}Response, {{list.Element}}>(this, page => page.{{list.Name}} ?? []);

                IAsyncEnumerable<{{name}}Response> IPaginator<{{name}}Response>.PaginateAsync(CancellationToken cancellationToken)
                {
                    // The walk moves the caller's request along, so a second one would start where the first one is.
                    return Interlocked.Exchange(ref _started, 1) == 0
                        ? WalkAsync(cancellationToken)
                        : throw new InvalidOperationException("This paginator has been walked already. Make a new one.");
                }

                private async IAsyncEnumerable<{{name}}Response> WalkAsync([EnumeratorCancellation] CancellationToken cancellationToken)
                {
                    ((IAmazonWebServiceRequest)_request).UserAgentDetails.AddFeature(UserAgentFeatureId.PAGINATOR);
                    do
                    {
                        {{name}}Response page = await _client.{{name}}Async(_request, cancellationToken).ConfigureAwait(false);
                        _request.NextToken = page.NextToken;
                        yield return page;
                        cancellationToken.ThrowIfCancellationRequested();
                    }
                    while (!string.IsNullOrEmpty(_request.NextToken));
                }
            }
            """;
    }
}
