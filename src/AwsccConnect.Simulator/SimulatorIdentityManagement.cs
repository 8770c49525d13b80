namespace AwsccConnect;

/// <summary>How the simulated instances manage identities (AWS::Connect::Instance, IdentityManagementType).</summary>
public enum SimulatorIdentityManagement
{
    /// <summary>CONNECT_MANAGED: creating a user needs a password.</summary>
    ConnectManaged,

    /// <summary>SAML: a password is refused.</summary>
    Saml,

    /// <summary>EXISTING_DIRECTORY: a password is refused.</summary>
    ExistingDirectory,
}
