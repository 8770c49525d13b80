using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace AwsccConnect.HelpBuilder;

/// <summary>Writes pages as MAML, the XML that <c>Get-Help</c> reads for binary cmdlets.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Root = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Writes a help file.</summary>
    public static void Write(string file, IEnumerable<HelpPage> pages)
    {
        var settings = new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n", NewLineHandling = NewLineHandling.None };
        using var xml = XmlWriter.Create(file, settings);
        new XElement(Root + "helpItems", new XAttribute("schema", "maml"), pages.Select(Page)).Save(xml);
    }

    private static XElement Page(HelpPage page) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XElement(
            Command + "details",
            new XElement(Command + "name", page.Name),
            new XElement(Command + "verb", page.Name.Split('-')[0]),
            new XElement(Command + "noun", page.Name.Split('-')[1]),
            Paragraphs("description", [page.Synopsis])),
        Paragraphs("description", page.Description),
        new XElement(Command + "syntax", page.ParameterSets.Select(set => new XElement(
            Command + "syntaxItem",
            new XElement(Maml + "name", page.Name),
            SyntaxText.ParametersOf(page, set).Select(item => Parameter(item.Parameter, item.Binding, item.Binding.Required, isSyntax: true))))),
        new XElement(Command + "parameters", page.Parameters.Select(parameter =>
            Parameter(parameter, parameter.Bindings[0], parameter.Bindings.All(binding => binding.Required), isSyntax: false))),
        Types("inputTypes", "inputType", page.Inputs),
        Types("returnValues", "returnValue", page.Outputs),
        new XElement(Maml + "alertSet", Paragraphs("alert", page.Notes)),
        new XElement(Command + "examples", page.Examples.Select(Example)),
        new XElement(Command + "relatedLinks", page.RelatedLinks.Select(link => new XElement(
            Maml + "navigationLink", new XElement(Maml + "linkText", link.Name), new XElement(Maml + "uri", link.Description[0])))));

    private static XElement Parameter(HelpParameter parameter, HelpParameterBinding binding, bool required, bool isSyntax)
    {
        var isSwitch = binding.Type == "SwitchParameter";
        return new(
            Command + "parameter",
            new XAttribute("required", required),
            new XAttribute("variableLength", true),
            new XAttribute("globbing", binding.Wildcards),
            new XAttribute("pipelineInput", binding.PipelineInput.Replace("True", "true", StringComparison.Ordinal).Replace("False", "false", StringComparison.Ordinal)),
            new XAttribute("position", binding.Position.ToLowerInvariant()),
            new XAttribute("aliases", binding.Aliases.Count == 0 ? "none" : string.Join(", ", binding.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            isSyntax ? null : Paragraphs("description", parameter.Describe()),
            isSyntax && isSwitch ? null : new XElement(
                Command + "parameterValue", new XAttribute("required", !isSwitch), new XAttribute("variableLength", false), binding.Type),
            new XElement(Dev + "type", new XElement(Maml + "name", binding.Type), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", binding.Default));
    }

    private static XElement Types(string list, string element, IEnumerable<HelpItem> types) => new(
        Command + list,
        types.Select(type => new XElement(
            Command + element, new XElement(Dev + "type", new XElement(Maml + "name", type.Name)), Paragraphs("description", type.Description))));

    private static XElement Example(HelpExample example) => new(
        Command + "example",
        new XElement(Maml + "title", $"--------- {example.Title} ---------"),
        new XElement(Dev + "code", example.Code),
        // Get-Help puts nothing between an example and the next.
        new XElement(Dev + "remarks", example.Remarks.Append(string.Empty).Select(paragraph => new XElement(Maml + "para", paragraph))));

    private static XElement Paragraphs(string element, IEnumerable<string> paragraphs) =>
        new(Maml + element, paragraphs.Select(paragraph => new XElement(Maml + "para", paragraph)));
}
