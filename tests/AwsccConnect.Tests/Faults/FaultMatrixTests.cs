namespace AwsccConnect.Tests.Faults;

/// <summary>What commands do when the service, the network or an answer fails.</summary>
public sealed class FaultMatrixTests(FaultMatrixFixture matrix) : IClassFixture<FaultMatrixFixture>
{
    public static TheoryData<string> Names => [.. FaultMatrix.Cases.Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Survives(string name)
    {
        FaultResult result = (await matrix.Results).Single(item => item.Case.Name == name);
        System.IO.File.AppendAllText("/tmp/dur.txt", $"{result.Duration.TotalSeconds:00.0} {result.Case}\n");
        result.Violations.ShouldBeEmpty(name);
    }

    [Fact]
    public void Every_case_has_a_name_of_its_own() => FaultMatrix.Cases.Select(item => item.Name).ShouldBeUnique();
}
