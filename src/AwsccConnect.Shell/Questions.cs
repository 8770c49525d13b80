using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace AwsccConnect.Shell;

/// <summary>The questions of the engine and of cmdlets: choices, missing parameters, credentials.</summary>
/// <param name="reader">Reads the answers.</param>
internal sealed class Questions(LineReader reader)
{
    /// <summary>Asks for one of several choices by hot key or label.</summary>
    /// <returns>The index of the choice.</returns>
    public int AskChoice(
        PSHostUserInterface ui, string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        (string Key, string Label)[] options = [.. choices.Select(choice => Split(choice.Label))];
        string keys = string.Concat(options.Select(option => $"[{option.Key}] {option.Label}  "));
        string byDefault = defaultChoice >= 0 ? $" (default is \"{options[defaultChoice].Key}\")" : string.Empty;

        WriteHeading(ui, caption, message);
        while (true)
        {
            string answer = reader.ReadAnswer($"{keys}[?] Help{byDefault}: ").Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
            {
                return defaultChoice;
            }

            int index = Array.FindIndex(options, option =>
                answer.Equals(option.Key, StringComparison.OrdinalIgnoreCase)
                || answer.Equals(option.Label, StringComparison.OrdinalIgnoreCase));
            if (index >= 0)
            {
                return index;
            }

            if (answer == "?")
            {
                for (int i = 0; i < options.Length; i++)
                {
                    ui.WriteLine($"{options[i].Key} - {choices[i].HelpMessage}");
                }
            }
        }
    }

    /// <summary>Asks for values, of missing parameters above all, until each converts to its type.</summary>
    public Dictionary<string, PSObject> AskFields(
        PSHostUserInterface ui, string caption, string message, Collection<FieldDescription> fields)
    {
        WriteHeading(ui, caption, message);
        Dictionary<string, PSObject> answers = new(StringComparer.OrdinalIgnoreCase);
        foreach (FieldDescription field in fields)
        {
            Type type = Type.GetType(field.ParameterAssemblyFullName, throwOnError: false) ?? typeof(string);
            answers[field.Name] = PSObject.AsPSObject(AskField(ui, field.Name, type));
        }

        return answers;
    }

    /// <summary>Asks for a user name, unless given, and a password.</summary>
    public PSCredential AskCredential(PSHostUserInterface ui, string caption, string message, string? userName)
    {
        WriteHeading(ui, caption, message);
        string name = string.IsNullOrEmpty(userName) ? reader.ReadAnswer("User: ") : userName;
        return new PSCredential(name, reader.ReadSecret($"Password for user {name}: "));
    }

    private object AskField(PSHostUserInterface ui, string name, Type type)
    {
        if (type == typeof(SecureString))
        {
            return reader.ReadSecret($"{name}: ");
        }

        if (type == typeof(PSCredential))
        {
            return AskCredential(ui, string.Empty, name, null);
        }

        if (type.IsArray)
        {
            return AskElements(ui, name, type.GetElementType()!);
        }

        while (true)
        {
            string answer = reader.ReadAnswer($"{name}: ");
            if (LanguagePrimitives.TryConvertTo(answer, type, CultureInfo.CurrentCulture, out object value))
            {
                return value;
            }

            ui.WriteErrorLine($"Cannot recognize \"{answer}\" as a {type.Name}.");
        }
    }

    // An empty answer ends the list.
    private Array AskElements(PSHostUserInterface ui, string name, Type elementType)
    {
        List<object> elements = [];
        while (true)
        {
            string answer = reader.ReadAnswer($"{name}[{elements.Count}]: ");
            if (answer.Length == 0)
            {
                Array array = Array.CreateInstance(elementType, elements.Count);
                ((System.Collections.ICollection)elements).CopyTo(array, 0);
                return array;
            }

            if (LanguagePrimitives.TryConvertTo(answer, elementType, CultureInfo.CurrentCulture, out object value))
            {
                elements.Add(value);
            }
            else
            {
                ui.WriteErrorLine($"Cannot recognize \"{answer}\" as a {elementType.Name}.");
            }
        }
    }

    private static void WriteHeading(PSHostUserInterface ui, string? caption, string? message)
    {
        foreach (string? line in (string?[])[caption, message])
        {
            if (!string.IsNullOrEmpty(line))
            {
                ui.WriteLine(line);
            }
        }
    }

    // "Yes to &All" has the hot key A. A label without one is its own key.
    private static (string Key, string Label) Split(string label)
    {
        int marker = label.IndexOf('&', StringComparison.Ordinal);
        string plain = label.Replace("&", string.Empty, StringComparison.Ordinal);
        return marker >= 0 && marker + 1 < label.Length
            ? (char.ToUpperInvariant(label[marker + 1]).ToString(), plain)
            : (plain, plain);
    }
}
