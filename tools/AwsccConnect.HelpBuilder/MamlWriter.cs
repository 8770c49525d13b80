using System.Text;
using System.Xml;

namespace AwsccConnect.HelpBuilder;

/// <summary>Writes pages as MAML, the XML that <c>Get-Help</c> reads for binary cmdlets.</summary>
internal static class MamlWriter
{
    private const string Maml = "http://schemas.microsoft.com/maml/2004/10";
    private const string Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private const string Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Writes a help file.</summary>
    public static void Write(string file, IEnumerable<HelpPage> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var settings = new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n", NewLineHandling = NewLineHandling.None };
        using var xml = XmlWriter.Create(file, settings);
        xml.WriteStartElement("helpItems", "http://msh");
        xml.WriteAttributeString("schema", "maml");
        foreach (var page in pages)
        {
            WritePage(xml, page);
        }

        xml.WriteEndElement();
    }

    private static void WritePage(XmlWriter xml, HelpPage page)
    {
        xml.WriteStartElement("command", "command", Command);
        xml.WriteAttributeString("xmlns", "maml", null, Maml);
        xml.WriteAttributeString("xmlns", "dev", null, Dev);

        xml.WriteStartElement("details", Command);
        xml.WriteElementString("name", Command, page.Name);
        xml.WriteElementString("verb", Command, page.Name.Split('-')[0]);
        xml.WriteElementString("noun", Command, page.Name.Split('-')[1]);
        WriteParagraphs(xml, "description", [page.Synopsis]);
        xml.WriteEndElement();

        WriteParagraphs(xml, "description", page.Description);

        xml.WriteStartElement("syntax", Command);
        foreach (var set in page.ParameterSets)
        {
            xml.WriteStartElement("syntaxItem", Command);
            xml.WriteElementString("name", Maml, page.Name);
            foreach (var (parameter, binding) in SyntaxText.ParametersOf(page, set))
            {
                WriteParameter(xml, parameter, binding, binding.Required, isSyntax: true);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();

        xml.WriteStartElement("parameters", Command);
        foreach (var parameter in page.Parameters)
        {
            WriteParameter(xml, parameter, parameter.Bindings[0], parameter.Bindings.All(binding => binding.Required), isSyntax: false);
        }

        xml.WriteEndElement();

        WriteTypes(xml, "inputTypes", "inputType", page.Inputs);
        WriteTypes(xml, "returnValues", "returnValue", page.Outputs);

        xml.WriteStartElement("alertSet", Maml);
        WriteParagraphs(xml, "alert", page.Notes);
        xml.WriteEndElement();

        xml.WriteStartElement("examples", Command);
        foreach (var example in page.Examples)
        {
            WriteExample(xml, example);
        }

        xml.WriteEndElement();

        xml.WriteStartElement("relatedLinks", Command);
        foreach (var link in page.RelatedLinks)
        {
            xml.WriteStartElement("navigationLink", Maml);
            xml.WriteElementString("linkText", Maml, link.Name);
            xml.WriteElementString("uri", Maml, link.Description[0]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteParameter(XmlWriter xml, HelpParameter parameter, HelpParameterBinding binding, bool required, bool isSyntax)
    {
        xml.WriteStartElement("parameter", Command);
        xml.WriteAttributeString("required", Flag(required));
        xml.WriteAttributeString("variableLength", "true");
        xml.WriteAttributeString("globbing", Flag(binding.Wildcards));
        xml.WriteAttributeString("pipelineInput", Pipeline(binding));
        xml.WriteAttributeString("position", binding.Position.ToLowerInvariant());
        xml.WriteAttributeString("aliases", binding.Aliases.Count == 0 ? "none" : string.Join(", ", binding.Aliases));
        xml.WriteElementString("name", Maml, parameter.Name);
        if (!isSyntax)
        {
            WriteParagraphs(xml, "description", parameter.Describe());
        }

        if (!isSyntax || binding.Type != "SwitchParameter")
        {
            xml.WriteStartElement("parameterValue", Command);
            xml.WriteAttributeString("required", binding.Type == "SwitchParameter" ? "false" : "true");
            xml.WriteAttributeString("variableLength", "false");
            xml.WriteString(binding.Type);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("type", Dev);
        xml.WriteElementString("name", Maml, binding.Type);
        xml.WriteElementString("uri", Maml, string.Empty);
        xml.WriteEndElement();
        xml.WriteElementString("defaultValue", Dev, binding.Default);
        xml.WriteEndElement();
    }

    private static void WriteTypes(XmlWriter xml, string list, string element, IEnumerable<HelpItem> types)
    {
        xml.WriteStartElement(list, Command);
        foreach (var type in types)
        {
            xml.WriteStartElement(element, Command);
            xml.WriteStartElement("type", Dev);
            xml.WriteElementString("name", Maml, type.Name);
            xml.WriteEndElement();
            WriteParagraphs(xml, "description", type.Description);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteExample(XmlWriter xml, HelpExample example)
    {
        xml.WriteStartElement("example", Command);
        xml.WriteElementString("title", Maml, $"--------- {example.Title} ---------");
        xml.WriteElementString("code", Dev, example.Code);
        xml.WriteStartElement("remarks", Dev);
        foreach (var paragraph in example.Remarks)
        {
            xml.WriteElementString("para", Maml, paragraph);
        }

        // Get-Help puts nothing between an example and the next.
        xml.WriteElementString("para", Maml, string.Empty);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteParagraphs(XmlWriter xml, string element, IEnumerable<string> paragraphs)
    {
        xml.WriteStartElement(element, Maml);
        foreach (var paragraph in paragraphs)
        {
            xml.WriteElementString("para", Maml, paragraph);
        }

        xml.WriteEndElement();
    }

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Pipeline(HelpParameterBinding binding) =>
        binding.PipelineInput == "False" ? "false" : binding.PipelineInput.Replace("True", "true", StringComparison.Ordinal);
}
