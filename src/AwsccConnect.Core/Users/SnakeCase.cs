using System.Text;

namespace AwsccConnect.Core.Users;

/// <summary>Converts Pascal case names to snake case.</summary>
internal static class SnakeCase
{
    /// <summary>Converts <c>AfterContactWorkTimeLimit</c> to <c>after_contact_work_time_limit</c>.</summary>
    public static string From(string pascal)
    {
        var text = new StringBuilder(pascal.Length + 8);
        for (var i = 0; i < pascal.Length; i++)
        {
            if (char.IsUpper(pascal[i]) && i > 0 && !char.IsUpper(pascal[i - 1]))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(pascal[i]));
        }

        return text.ToString();
    }
}
