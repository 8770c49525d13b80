using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;
using Amazon;
using Amazon.Runtime;
using Newtonsoft.Json;
using YamlDotNet.Serialization;

namespace OtherAwsModule;

/// <summary>Uses each dependency, and returns its file version and load context.</summary>
[Cmdlet(VerbsDiagnostic.Test, "OtherAwsModule")]
[OutputType(typeof(string))]
public sealed class TestOtherAwsModuleCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var keys = new BasicAWSCredentials("AKID", "secret").GetCredentials();
        Tell(keys.AccessKey == "AKID" && RegionEndpoint.EUWest2.SystemName == "eu-west-2", typeof(BasicAWSCredentials));
        Tell(JsonConvert.DeserializeObject<Dictionary<string, int>>("{\"a\":1}")!["a"] == 1, typeof(JsonConvert));
        Tell(new SerializerBuilder().Build().Serialize(new { a = 1 }).Trim() == "a: 1", typeof(SerializerBuilder));
    }

    private void Tell(bool works, Type type)
    {
        var assembly = type.Assembly;
        var version = assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version;
        WriteObject($"{assembly.GetName().Name} {version} {AssemblyLoadContext.GetLoadContext(assembly)?.Name} {(works ? "works" : "fails")}");
    }
}
