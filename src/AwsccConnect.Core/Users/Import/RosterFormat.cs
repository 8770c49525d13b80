namespace AwsccConnect.Core.Users.Import;

/// <summary>The format of a roster file.</summary>
internal enum RosterFormat
{
    /// <summary>JSON where the first character is a bracket or brace, YAML where the file's name says so, else CSV.</summary>
    Auto,

    /// <summary>Text with a header line; comma, semicolon or tab between the cells.</summary>
    Csv,

    /// <summary>An array of objects, an object whose member <c>users</c> is one, a single object, an object on each line, or a CloudFormation template.</summary>
    Json,

    /// <summary>A list of users, a mapping whose key <c>users</c> is one, a single user, or a CloudFormation template.</summary>
    Yaml,
}
