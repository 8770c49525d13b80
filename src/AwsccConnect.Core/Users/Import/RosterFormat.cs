namespace AwsccConnect.Core.Users.Import;

/// <summary>The format of a roster file.</summary>
public enum RosterFormat
{
    /// <summary>JSON where the first character is a bracket or brace, else CSV.</summary>
    Auto,

    /// <summary>Text with a header line; comma, semicolon or tab between the cells.</summary>
    Csv,

    /// <summary>An array of objects, an object whose member <c>users</c> is one, a single object, or an object on each line.</summary>
    Json,
}
