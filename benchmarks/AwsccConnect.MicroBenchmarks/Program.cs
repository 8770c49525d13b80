using AwsccConnect.MicroBenchmarks;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// In this process: the project that BenchmarkDotNet would generate otherwise has to pass the repository's own build rules.
var config = DefaultConfig.Instance.AddJob(
    (args.Contains("--quick", StringComparer.Ordinal) ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.Instance));
string[] rest = [.. args.Where(argument => argument != "--quick")];
BenchmarkSwitcher.FromAssembly(typeof(UserBenchmarks).Assembly).Run(rest.Length == 0 ? ["--filter", "*"] : rest, config);
