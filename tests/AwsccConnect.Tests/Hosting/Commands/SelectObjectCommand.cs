using System.Management.Automation;
using System.Reflection;

namespace AwsccConnect.Tests.Hosting.Commands;

/// <summary>Select-Object's -First, -Skip, -Property and -ExpandProperty.</summary>
[Cmdlet(VerbsCommon.Select, "Object")]
public sealed class SelectObjectCommand : PSCmdlet
{
    private int _seen;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public string[]? Property { get; set; }

    [Parameter]
    public string? ExpandProperty { get; set; }

    [Parameter]
    public int First { get; set; } = int.MaxValue;

    [Parameter]
    public int Skip { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        _seen++;
        if (_seen > Skip && _seen - Skip <= First)
        {
            Emit(InputObject);
        }

        if (First != int.MaxValue && _seen - Skip >= First)
        {
            StopUpstream();
        }
    }

    private void Emit(PSObject input)
    {
        if (ExpandProperty is not null)
        {
            WriteObject(input.Properties[ExpandProperty]?.Value, enumerateCollection: true);
        }
        else if (Property is not null)
        {
            WriteObject(Select(input, Property));
        }
        else
        {
            WriteObject(input);
        }
    }

    private static PSObject Select(PSObject input, string[] names)
    {
        PSObject selected = new();
        foreach (string name in names)
        {
            WildcardPattern pattern = new(name, WildcardOptions.IgnoreCase);
            PSPropertyInfo[] matches = [.. input.Properties.Where(property => pattern.IsMatch(property.Name))];
            foreach (PSPropertyInfo match in matches)
            {
                selected.Properties.Add(new PSNoteProperty(match.Name, match.Value));
            }

            if (matches.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                selected.Properties.Add(new PSNoteProperty(name, null));
            }
        }

        selected.TypeNames.Insert(0, "Selected." + input.TypeNames[0]);
        return selected;
    }

    // The real cmdlet ends the upstream commands with this exception of the engine's, which is not public.
    private void StopUpstream()
    {
        Type type = typeof(PSCmdlet).Assembly.GetType(
            "System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!;
        throw (Exception)Activator.CreateInstance(
            type, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [this], null)!;
    }
}
