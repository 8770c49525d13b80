namespace AwsccConnect;

/// <summary>Which edition of the AWS::Connect::User resource schema the simulator enforces.</summary>
public enum SimulatorSchemaProfile
{
    /// <summary>The public resource schema as of August 2026: PhoneConfig is optional, a proficiency Level is a number from 0 to 10.</summary>
    Current,

    /// <summary>The earlier schema: PhoneConfig is required, a proficiency Level is an integer from 1 to 5.</summary>
    Seed,
}
