namespace AwsccConnect.Binding.Completers;

/// <summary>Completes routing profiles.</summary>
internal sealed class RoutingProfileCompleter() : NameCompleter(ConnectResourceKind.RoutingProfile);
