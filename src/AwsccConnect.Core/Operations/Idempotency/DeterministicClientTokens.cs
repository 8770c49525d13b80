using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace AwsccConnect.Core.Operations.Idempotency;

/// <summary>
/// The client tokens of a run that may be started again (-RunId). The same run id, operation, user, desired state and
/// attempt give the same token in every process, so that Cloud Control recognises a repeated request
/// (<see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/API_CreateResource.html"/>: a client token
/// is valid for 36 hours). Nothing secret goes into a token: a password could be guessed against it. One instance serves
/// one command; safe from any thread.
/// </summary>
internal sealed class DeterministicClientTokens
{
    /// <summary>What a run id may be: 1-128 letters, digits and <c>- . _ : / @ + =</c>.</summary>
    public const string Pattern = @"^[-A-Za-z0-9._:/@+=]{1,128}\z";

    private const int KeyBytes = 32;

    private readonly byte[] _key;
    private readonly ConcurrentDictionary<UInt128, int> _occurrences = new();

    /// <summary>Creates the tokens of a run. The id is as <see cref="Pattern"/> says; case matters.</summary>
    public DeterministicClientTokens(string runId)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        RunId = runId;
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(runId), KeyBytes, info: "AwsccConnect client token 1"u8.ToArray());
    }

    public string RunId { get; }

    /// <summary>
    /// Takes the token of an intent. The same intent a second time within the run, such as a row that is in a file twice, is another intent:
    /// the response for one row must not be used for the other. The identity is the ARN of the user, for a create instance and username; the
    /// state is in a stable form and without secrets.
    /// </summary>
    public ClientTokenSequence Take(string operation, string identity, string state)
    {
        var intent = ClientTokenSequence.Hash(_key, RunId, operation, identity, state);
        var occurrence = _occurrences.AddOrUpdate(BinaryPrimitives.ReadUInt128LittleEndian(intent), 1, (_, count) => count + 1);
        return new ClientTokenSequence(_key, intent, occurrence);
    }
}
