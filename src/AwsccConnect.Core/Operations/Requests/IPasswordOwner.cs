using System.Net;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>An item in work that may have a password of its own making, which only its result gives to the user of the module.</summary>
internal interface IPasswordOwner
{
    /// <summary>The user's name and generated password; null for none.</summary>
    NetworkCredential? Generated { get; }
}
