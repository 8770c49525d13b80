using AwsccConnect.Simulator.Api;
using AwsccConnect.Simulator.Connect;
using AwsccConnect.Simulator.Faults;
using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Quotas;

/// <summary>The operations that quotas can be for: those that clients call, and those of Amazon Connect that Cloud Control's handlers call.</summary>
internal static class OperationNames
{
    private static readonly string[] All =
    [
        .. CloudControlApi.Operations, .. ResourceTypes.All.SelectMany(type => new[] { type.ListApi, type.DescribeApi }), UserSearch.Operation,
        "CreateUser", "DeleteUser", "UpdateUser", "AssociateUserProficiencies", .. UserUpdate.Apis,
    ];

    /// <summary>Whether a name or pattern stands for at least one operation.</summary>
    public static bool Has(string pattern) => All.Any(name => Wildcard.IsMatch(pattern, name));

    /// <summary>The most similar name, where at most a third of the letters is wrong; else null.</summary>
    public static string? Nearest(string name, IEnumerable<string> others) =>
        All.Concat(others).MinBy(known => Distance(name, known)) is { } best && Distance(name, best) <= name.Length / 3 ? best : null;

    /// <summary>The number of letters to add, remove or replace, ignoring case.</summary>
    private static int Distance(string name, string known)
    {
        int[] row = [.. Enumerable.Range(0, known.Length + 1)];
        for (var i = 1; i <= name.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= known.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(name[i - 1]) == char.ToUpperInvariant(known[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(diagonal, row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
