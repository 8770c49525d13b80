namespace AwsccConnect.Tests;
public class ScaffoldTests { [Fact] public void Runs() => true.ShouldBeTrue(); }
