using System.Collections.Concurrent;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations;

namespace AwsccConnect.Commands.Users;

/// <summary>The resolvers of names of one command: one for each Region, so that every list is read once in the command.</summary>
internal sealed class NameResolvers
{
    /// <summary>The most reads in flight for one type; the pacer sets the rate of the calls.</summary>
    private const int ReadsAtOnce = 8;

    private readonly ConcurrentDictionary<string, NameResolver> _byRegion = new(StringComparer.Ordinal);

    /// <summary>The resolver for a Region.</summary>
    public NameResolver For(OperationContext context) => _byRegion.GetOrAdd(context.Region, _ => new NameResolver(context, ReadsAtOnce));
}
