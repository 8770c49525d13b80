namespace AwsccConnect.Core.Operations.Http;

/// <summary>What a call does when AWS does not find the user.</summary>
internal enum NotFoundPolicy
{
    /// <summary>The call is made again while the session has just created the user and no read has found it.</summary>
    RetryUnread,

    /// <summary>The call is made again while the session has just created the user.</summary>
    RetryCreated,

    /// <summary>As <see cref="RetryUnread"/>, and a few times for any user, which AWS has just listed.</summary>
    RetryListed,

    /// <summary>The user is taken to be gone.</summary>
    Report,
}
