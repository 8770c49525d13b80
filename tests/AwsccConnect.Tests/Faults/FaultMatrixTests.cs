using AwsccConnect.Tests.Faults.Cases;

namespace AwsccConnect.Tests.Faults;

/// <summary>What commands do when the service, the network or a response fails.</summary>
public sealed class FaultMatrixTests(FaultMatrix matrix) : IClassFixture<FaultMatrix>
{
    public static TheoryData<string> Names => [.. FaultCases.All.Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Survives(string name)
    {
        var result = (await matrix.Results).Single(item => item.Case.Name == name);
        result.Violations.ShouldBeEmpty(name);
    }

    [Fact]
    public async Task The_page_has_the_tables_of_this_run()
    {
        var page = await File.ReadAllTextAsync(ReliabilityPage.FilePath, TestContext.Current.CancellationToken);
        page.ShouldBe(
            ReliabilityPage.With(page, await matrix.Results),
            "docs/reliability.md is not what the matrix gives; write it with: dotnet run --project tests/AwsccConnect.Reliability -- --write");
    }

    [Fact]
    public void Every_case_has_a_name_of_its_own() => FaultCases.All.Select(item => item.Name).ShouldBeUnique();
}
