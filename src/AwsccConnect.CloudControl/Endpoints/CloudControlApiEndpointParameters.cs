using Amazon.Runtime.Endpoints;

namespace Amazon.CloudControlApi.Endpoints;

/// <summary>
/// What the endpoint is worked out from; see
/// <see cref="Amazon.CloudControlApi.Internal.AmazonCloudControlApiEndpointProvider"/>.
/// </summary>
public class CloudControlApiEndpointParameters : EndpointParameters
{
    /// <summary>Makes parameters for neither FIPS nor dual-stack.</summary>
    public CloudControlApiEndpointParameters()
    {
        UseDualStack = false;
        UseFIPS = false;
    }

    /// <summary>
    /// The Region's system name, for example <c>eu-west-2</c>; needed unless there is an <see cref="Endpoint"/>.
    /// </summary>
    public string Region
    {
        get => (string)this[nameof(Region)];
        set => this[nameof(Region)] = value;
    }

    /// <summary>Whether the endpoint has to answer over IPv6 as well as IPv4.</summary>
    public bool? UseDualStack
    {
        get => (bool?)this[nameof(UseDualStack)];
        set => this[nameof(UseDualStack)] = value;
    }

    /// <summary>Whether the endpoint has to use FIPS 140 validated cryptography.</summary>
    public bool? UseFIPS
    {
        get => (bool?)this[nameof(UseFIPS)];
        set => this[nameof(UseFIPS)] = value;
    }

    /// <summary>A custom endpoint's URL; it can't be combined with FIPS or dual-stack.</summary>
    public string Endpoint
    {
        get => (string)this[nameof(Endpoint)];
        set => this[nameof(Endpoint)] = value;
    }
}
