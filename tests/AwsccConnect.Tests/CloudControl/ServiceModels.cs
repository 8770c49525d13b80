using AwsccConnect.ClientGenerator.Models;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>The models that the clients are generated from.</summary>
internal static class ServiceModels
{
    /// <summary>The model of a service by its .NET name, CloudControlApi or Connect.</summary>
    public static ServiceModel Named(string service) => ServiceModel.Parse(File.ReadAllText(Path.Combine(
        Repository.Root, "src", "AwsccConnect.CloudControl", service == "Connect" ? "connect.json" : "cloudcontrol.json")));

    /// <summary>The members of requests, responses and structures in ordinal order: member, type, and what is required, sensitive or bounded.</summary>
    public static IEnumerable<string> AllMembers(this ServiceModel model) => model.Operations
        .SelectMany(o => Describe(model, o.Key + "Request", o.Value.Input).Concat(Describe(model, o.Key + "Response", o.Value.Output)))
        .Concat(model.Structures.SelectMany(s => Describe(model, s.Key, s.Value.Members)))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Describe(ServiceModel model, string shape, Dictionary<string, string> members) => model.Members(members).Select(member => string.Join(
        ' ', ((string[])[$"{shape}.{member.Name}", member.DotNetType, .. member.Flags.Intersect(["required", "sensitive"]).Order(), member.Range]).Where(word => word.Length > 0)));
}
