namespace AwsccConnect.Binding.Completers;

/// <summary>Completes hierarchy groups, with their paths.</summary>
internal sealed class HierarchyGroupCompleter() : NameCompleter(ConnectResourceKind.HierarchyGroup);
