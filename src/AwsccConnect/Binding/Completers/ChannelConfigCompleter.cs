namespace AwsccConnect.Binding.Completers;

/// <summary>
/// Completes settings by channel as whole hashtables, since PowerShell calls no completer for the values inside one. What is typed may be
/// the start of the channel's name.
/// </summary>
internal sealed class ChannelConfigCompleter : ValueCompleter
{
    private const string Channel = "Channel";

    /// <summary>The sets that Amazon Connect has for every channel; the others are about telephones.</summary>
    private static readonly HashSet<string> ForAllChannels = new(StringComparer.Ordinal) { "AutoAcceptConfigs", "AfterContactWorkConfigs" };

    protected override IEnumerable<Candidate> Candidates(CompletionRequest request)
    {
        if (!UserSchema.TryFind(request.ParameterName, out var set) || set.FindMember(Channel) is not { } channel)
        {
            yield break;
        }

        var setting = set.Members.First(member => member.IsRequired && member.Name != Channel);
        foreach (var name in channel.EnumValues.Where(name => name == "VOICE" || ForAllChannels.Contains(set.Name)))
        {
            foreach (var value in Values(setting))
            {
                yield return new Candidate($"{name} {value.Trim('\'')}", null, $"@{{ {Channel} = '{name}'; {setting.Name} = {value} }}");
            }
        }
    }

    /// <summary>Values of a setting as expressions: all there are, or one to change.</summary>
    private static IEnumerable<string> Values(UserProperty setting) => setting.Kind switch
    {
        UserValueKind.Boolean => ["$true", "$false"],
        UserValueKind.Object => Values(setting.Members[0]).Select(value => $"@{{ {setting.Members[0].Name} = {value} }}"),
        UserValueKind.Integer => ["30"],
        _ => setting.EnumValues.Select(value => $"'{value}'"),
    };
}
