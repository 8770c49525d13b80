namespace AwsccConnect.Binding.Completers;

/// <summary>Completes security profiles.</summary>
internal sealed class SecurityProfileCompleter() : NameCompleter(ConnectResourceKind.SecurityProfile);
