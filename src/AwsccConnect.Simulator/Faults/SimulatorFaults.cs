using System.Collections.Immutable;
using AwsccConnect.Simulator.Faults;
using AwsccConnect.Simulator.Seeding;

namespace AwsccConnect;

/// <summary>The fault rules in force; they may be changed while the simulator runs. Safe for use from several threads.</summary>
public sealed class SimulatorFaults
{
    private readonly object _gate = new();
    private readonly int _seed;
    private ImmutableList<SimulatorFault> _rules = [];
    private long _draws;

    internal SimulatorFaults(int seed) => _seed = seed;

    /// <summary>The rules in force, in the order they are tried.</summary>
    public IReadOnlyList<SimulatorFault> Rules => Volatile.Read(ref _rules);

    /// <summary>Adds a rule after the others.</summary>
    /// <param name="fault">The rule.</param>
    /// <exception cref="ArgumentException">A member is out of its range.</exception>
    public void Add(SimulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        FaultChecks.Check(fault);
        ImmutableInterlocked.Update(ref _rules, rules => rules.Add(fault));
    }

    /// <summary>Adds the rules of a JSON document: an array of rules, or an object with the array as "faults".</summary>
    /// <param name="json">The document; member names are those of <see cref="SimulatorFault"/> in any case.</param>
    /// <exception cref="ArgumentException">The document is malformed; nothing is added.</exception>
    public void AddJson(string json)
    {
        var rules = FaultDocument.Read(json);
        foreach (var rule in rules)
        {
            FaultChecks.Check(rule);
        }

        ImmutableInterlocked.Update(ref _rules, known => known.AddRange(rules));
    }

    /// <summary>Removes a rule.</summary>
    /// <param name="fault">The rule, as it was added.</param>
    /// <returns>Whether it was in force.</returns>
    public bool Remove(SimulatorFault fault) => Remove(rule => rule == fault);

    /// <summary>Removes all rules with a name.</summary>
    /// <param name="name">The name, any case.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string name) => Remove(rule => string.Equals(rule.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Removes all rules.</summary>
    public void Clear() => Volatile.Write(ref _rules, []);

    /// <summary>The rules that hit a call on its way in: at most one that is not Slow, and any number that are.</summary>
    internal IReadOnlyList<SimulatorFault> SelectForCall(FaultSubject subject) => Select(subject, inHandler: false);

    /// <summary>The rule that hits a newly accepted write in its handler.</summary>
    internal SimulatorFault? SelectForHandler(FaultSubject subject) => Select(subject, inHandler: true) is [var first, ..] ? first : null;

    private bool Remove(Predicate<SimulatorFault> isMeant) => ImmutableInterlocked.Update(ref _rules, rules => rules.RemoveAll(isMeant));

    private List<SimulatorFault> Select(FaultSubject subject, bool inHandler)
    {
        var rules = Volatile.Read(ref _rules);
        if (rules.IsEmpty)
        {
            return [];
        }

        List<SimulatorFault> selected = [];
        lock (_gate)
        {
            var hit = false;
            foreach (var rule in rules.Where(rule => rule.ActsInHandler == inHandler && IsMatch(rule, subject)))
            {
                var slow = rule.Kind == SimulatorFaultKind.Slow;
                if ((hit && !slow) || !Draw(rule))
                {
                    continue;
                }

                selected.Add(rule);
                hit |= !slow;
            }
        }

        return selected;
    }

    private bool Draw(SimulatorFault rule)
    {
        var match = rule.Matches++;
        var inWindow = match >= rule.Skip && (rule.Count is not { } count || match - rule.Skip < count);
        if (!inWindow || StableHash.Unit(_seed, "fault", _draws++) >= rule.Probability)
        {
            return false;
        }

        rule.Hits++;
        return true;
    }

    private static bool IsMatch(SimulatorFault rule, FaultSubject subject) =>
        Wildcard.IsMatch(rule.Operation, subject.Operation)
        && Wildcard.IsMatch(rule.TypeName, subject.TypeName)
        && (Wildcard.IsMatch(rule.User, subject.Username) || Wildcard.IsMatch(rule.User, subject.Identifier));
}
