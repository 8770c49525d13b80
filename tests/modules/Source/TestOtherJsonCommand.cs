using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text.Json;

namespace OtherAwsModule;

/// <summary>Uses System.Text.Json, which the runtime has too, and returns its version and load context.</summary>
[Cmdlet(VerbsDiagnostic.Test, "OtherJson")]
[OutputType(typeof(string))]
public sealed class TestOtherJsonCommand : PSCmdlet
{
    /// <summary>Take the version that the module has brought along, in a load context of its own.</summary>
    [Parameter]
    public SwitchParameter Own { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!Own)
        {
            WriteObject(UseReferenced());
            return;
        }

        var folder = Path.GetDirectoryName(GetType().Assembly.Location)!;
        AssemblyLoadContext context = new("OtherAwsModule");
        context.Resolving += (_, name) => context.LoadFromAssemblyPath(Path.Combine(folder, name.Name + ".dll"));
        var serializer = context.LoadFromAssemblyPath(Path.Combine(folder, "System.Text.Json.dll")).GetType("System.Text.Json.JsonSerializer", throwOnError: true)!;
        var options = Activator.CreateInstance(serializer.Assembly.GetType("System.Text.Json.JsonSerializerOptions", throwOnError: true)!)!;
        var method = serializer.GetMethod("Deserialize", [typeof(string), typeof(Type), options.GetType()])!;
        WriteObject(Tell(serializer, (int[])method.Invoke(null, ["[1,2]", typeof(int[]), options])!));
    }

    /// <summary>Apart, since the runtime looks for the assembly when it compiles the method.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string UseReferenced() => Tell(typeof(JsonSerializer), JsonSerializer.Deserialize<int[]>("[1,2]")!);

    private static string Tell(Type type, int[] numbers) =>
        $"{type.Assembly.GetName().Name} {type.Assembly.GetName().Version} {AssemblyLoadContext.GetLoadContext(type.Assembly)?.Name} {(numbers is [1, 2] ? "works" : "fails")}";
}
