using System.Collections.ObjectModel;
using System.Globalization;
using AwsccConnect.Simulator.Faults;

namespace AwsccConnect.Simulator.Quotas;

/// <summary>The quotas in force, by name. Limits are per account, so there is one bucket per name whatever the instance.</summary>
internal sealed class QuotaBook(TimeProvider time)
{
    public const string AllRequests = "CloudControl";
    public const string UsersPerInstance = "Users";
    private const string Preset = "Preset";

    /// <summary>Default limits as published; see Amazon Connect service quotas. Cloud Control's rate is what clients have measured.</summary>
    public static readonly IReadOnlyDictionary<string, string> Aws = new ReadOnlyDictionary<string, string>(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["CreateUser"] = "2/5",
        ["DeleteUser"] = "2/5",
        ["UpdateUser*"] = "2/5",
        ["DescribeUser"] = "10/20",
        ["ListUsers"] = "10/20",
        ["ListInstances"] = "2/5",
        ["ListRoutingProfiles"] = "2/5",
        ["ListSecurityProfiles"] = "2/5",
        ["ListUserHierarchyGroups"] = "2/5",
        ["SearchUsers"] = "2/5",
        [AllRequests] = "25/50",
    });

    private readonly object _gate = new();
    private readonly SortedDictionary<string, string> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, QuotaRate> _rates = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Key, string Name), TokenBucket> _buckets = [];
    private int _maximumUsers = int.MaxValue;

    public int MaximumUsers => Volatile.Read(ref _maximumUsers);

    public IReadOnlyDictionary<string, string> Texts
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<string, string>(_texts, StringComparer.OrdinalIgnoreCase);
            }
        }
    }

    /// <summary>Sets a quota, or takes it away when the value is null or empty.</summary>
    public void Set(string name, string? value)
    {
        if (name.Equals(Preset, StringComparison.OrdinalIgnoreCase))
        {
            SetPreset(value);
            return;
        }

        var users = name.Equals(UsersPerInstance, StringComparison.OrdinalIgnoreCase);
        if (!users && !name.Equals(AllRequests, StringComparison.OrdinalIgnoreCase) && !OperationNames.Has(name))
        {
            var hint = OperationNames.Nearest(name, [AllRequests, UsersPerInstance, Preset]) is { } nearest
                ? $"did you mean {nearest}?"
                : $"use a Connect API (CreateUser, UpdateUser*, ...), a Cloud Control operation, {AllRequests}, {UsersPerInstance} or {Preset}.";
            throw new ArgumentException($"Quota '{name}' is unknown: {hint}", nameof(name));
        }

        lock (_gate)
        {
            foreach (var bucket in _buckets.Keys.Where(key => key.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList())
            {
                _buckets.Remove(bucket);
            }

            _texts.Remove(name);
            _rates.Remove(name);
            if (users)
            {
                _maximumUsers = int.MaxValue;
            }

            if (string.IsNullOrEmpty(value))
            {
                return;
            }

            if (users)
            {
                _maximumUsers = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var maximum)
                    ? maximum
                    : throw new ArgumentException($"Quota {name}: '{value}' is not a number of users.", nameof(value));
            }
            else
            {
                _rates[name] = QuotaRate.Parse(name, value);
            }

            _texts[name] = value;
        }
    }

    /// <summary>Takes a call from every bucket that governs the name; false if one of them is empty.</summary>
    public bool TryTake(string name)
    {
        lock (_gate)
        {
            var taken = true;
            foreach ((var key, var rate) in _rates)
            {
                // A pattern gives every API it matches a bucket of its own, as AWS counts per API; an exact key takes precedence.
                var exact = key.Equals(name, StringComparison.OrdinalIgnoreCase);
                if (!exact && (!key.Contains('*', StringComparison.Ordinal) || _rates.ContainsKey(name) || !Wildcard.IsMatch(key, name)))
                {
                    continue;
                }

                if (!_buckets.TryGetValue((key, name), out var bucket))
                {
                    _buckets.Add((key, name), bucket = new TokenBucket(rate, time));
                }

                taken &= bucket.TryTake();
            }

            return taken;
        }
    }

    private void SetPreset(string? value)
    {
        if (!string.Equals(value, nameof(Aws), StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"Quota preset '{value}' is unknown; there is {nameof(Aws)}.", nameof(value));
        }

        foreach ((var name, var rate) in Aws)
        {
            Set(name, rate);
        }
    }
}
