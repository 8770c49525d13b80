using System.Security;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations.Http;

/// <summary>The desired state that a create sends: the one place where a password becomes text, because the request is text.</summary>
internal static class DesiredState
{
    /// <summary>JSON text of the model with the password. Throws <see cref="UserValueException"/> for a password that is not valid Unicode.</summary>
    public static string Write(JsonObject model, SecureString? password)
    {
        if (password is null)
        {
            return model.ToJsonString();
        }

        var sent = model.DeepClone().AsObject();
        sent["Password"] = SecureText.Use(password, text =>
        {
            UserScalarConverter.RequireUnicode(UserSchema.Get("Password"), text);
            return text.ToString();
        });
        return sent.ToJsonString();
    }
}
