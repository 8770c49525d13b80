namespace AwsccConnect;

/// <summary>How the simulated instances manage identities (AWS::Connect::Instance, IdentityManagementType).</summary>
public enum SimulatorIdentityManagement
{
    /// <summary>CONNECT_MANAGED: creating a user needs a first name, a last name and a password.</summary>
    ConnectManaged,

    /// <summary>SAML: creating a user needs a first and a last name; a password and a DirectoryUserId are refused.</summary>
    Saml,

    /// <summary>EXISTING_DIRECTORY: a password is refused, and so are changes of names.</summary>
    ExistingDirectory,
}
