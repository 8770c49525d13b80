using Parlot.Fluent;

namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>
/// The grammar of texts with <c>{{ expressions }}</c> and of conditions, evaluated while it is read. An expression is a literal or a
/// variable with members, and filters: <c>a.b[0] | default('x')</c>, Liquid's <c>default: 'x'</c> too. A condition is Python:
/// <c>or, and, not, == != &lt; &lt;= &gt; &gt;= in, not in</c>, parentheses, lists, texts with expressions in them, and expressions.
/// </summary>
internal static class TemplateGrammar
{
    private static readonly string[] Reserved = ["if", "else", "not", "and", "or", "is", "in"];

    private static readonly Parser<string> Word = Terms.Pattern(IsNamePart).Then(static span => span.ToString()).When(static (_, word) => !char.IsDigit(word[0]));

    private static readonly Parser<TemplateValue> Literal = OneOf(
        Terms.Number<decimal>(NumberOptions.AllowLeadingSign | NumberOptions.AllowDecimalSeparator).Then(static number => (object?)TemplateValues.Number(number)),
        Terms.String(StringLiteralQuotes.SingleOrDouble).Then(static span => (object?)span.ToString()),
        OneOf(Keyword("true"), Keyword("True")).Then(static _ => (object?)true),
        OneOf(Keyword("false"), Keyword("False")).Then(static _ => (object?)false),
        OneOf(Keyword("none"), Keyword("None"), Keyword("null"), Keyword("nil")).Then(static _ => (object?)null))
        .Then(static value => new TemplateValue(value, IsFromFile: true));

    private static readonly Parser<TemplateValue> Path = Recursive<TemplateValue>(static path =>
        Word.When(static (_, word) => !Reserved.Contains(word))
            .Then(static (context, word) => (Word: word, ((TemplateContext)context).Offset - word.Length))
            .And(ZeroOrMany(OneOf(
                Terms.Char('.').SkipAnd(Required(Word)).Then(static name => (object?)name),
                Nested('[', OneOf(Literal, path).Then(static (context, key) => ((TemplateContext)context).ToKey(key)), ']'))))
            .Then(static (context, found) => ((TemplateContext)context).Resolve(found.Item1.Word, found.Item2, found.Item1.Item2)));

    private static readonly Parser<TemplateValue> Operand = OneOf(Literal, Path);

    private static readonly Parser<IReadOnlyList<TemplateValue>> Arguments = Separated(
        Terms.Char(','), ZeroOrOne(Word.AndSkip(OneOf(Terms.Char('='), Terms.Char(':')))).SkipAnd(Operand));

    private static readonly Parser<TemplateValue> Expression = Operand
        .And(ZeroOrMany(Terms.Char('|').SkipAnd(Required(Word)).And(ZeroOrOne(OneOf(
            Nested('(', ZeroOrOne(Arguments), ')'),
            Terms.Char(':').SkipAnd(Required(Arguments)))))))
        .Then(static (context, found) => ((TemplateContext)context).Filter(found.Item1, found.Item2));

    private static readonly Parser<TemplateValue> Template = Literals.Text("{{").AndSkip(ZeroOrOne(Literals.Char('-')))
        .Then(static (context, open) => ((TemplateContext)context).Open())
        .SkipAnd(Required(Expression))
        .AndSkip(Required(OneOf(Terms.Text("}}"), Terms.Text("-}}"))))
        .Then(static (context, value) => ((TemplateContext)context).Close(value));

    /// <summary>A text with expressions.</summary>
    internal static readonly Parser<IReadOnlyList<TemplateValue>> Text = TextOf("{");

    internal static readonly Parser<object?> Condition = Recursive<object?>(static condition =>
    {
        var operand = OneOf(
            Quoted('\''),
            Quoted('"'),
            SkipWhiteSpace(Template).Then(static (context, value) => ConditionValues.FromText(((TemplateContext)context).NotSecret(value))),
            Nested('(', condition, ')'),
            Nested('[', ZeroOrOne(Separated(Terms.Char(','), condition)).AndSkip(ZeroOrOne(Terms.Char(','))), ']').Then(static items => (object?)(items ?? [])),
            Operand.Then(static (context, value) => ((TemplateContext)context).NotSecret(value)));
        var comparison = OneOf(
            Terms.Text("=="), Terms.Text("!="), Terms.Text("<="), Terms.Text(">="), Terms.Text("<"), Terms.Text(">"), Keyword("in"), Keyword("not").SkipAnd(Keyword("in")).Then(static _ => "not in"));
        var compared = operand
            .And(ZeroOrOne(comparison.Then(static (context, name) => (Name: name, ((TemplateContext)context).Offset - name.Length)).And(Required(operand))))
            .Then(static (context, found) => found.Item2.Item1.Name is { } name ? ConditionValues.Compare(found.Item1, name, found.Item2.Item2, ((TemplateContext)context).At(found.Item2.Item1.Item2)) : found.Item1);
        var negated = ZeroOrMany(Keyword("not")).And(compared)
            .Then(static found => found.Item1.Count == 0 ? found.Item2 : ConditionValues.IsTrue(found.Item2) == (found.Item1.Count % 2 == 0));
        var all = Joined(negated, "and", static (left, right) => ConditionValues.IsTrue(left) ? right : left);
        return Joined(all, "or", static (left, right) => ConditionValues.IsTrue(left) ? left : right);
    });

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static Parser<string> Keyword(string keyword) => Word.When((_, word) => word == keyword);

    /// <summary>What has to follow: where it does not, the text is refused here and not at the start of what surrounds it.</summary>
    private static Parser<T> Required<T>(Parser<T> parser) => parser.Else(static context => throw ((TemplateContext)context).Unreadable());

    private static Parser<T> Nested<T>(char open, Parser<T> parser, char close) =>
        Terms.Char(open).Then(static (context, c) => ((TemplateContext)context).Enter(c)).SkipAnd(Required(parser)).AndSkip(Required(Terms.Char(close).Then(static (context, c) => ((TemplateContext)context).Leave(c))));

    private static Parser<object?> Joined(Parser<object?> parser, string keyword, Func<object?, object?, object?> join) =>
        parser.And(ZeroOrMany(Keyword(keyword).SkipAnd(Required(parser)))).Then(found => found.Item2.Aggregate(found.Item1, join));

    private static Parser<IReadOnlyList<TemplateValue>> TextOf(string ends)
    {
        var brace = Literals.Char('{').WhenNotFollowedBy(Literals.AnyOf("{%#", maxSize: 1)).Then(static _ => new TemplateValue("{", IsFromFile: true));
        var characters = Literals.NoneOf(ends).Then(static span => new TemplateValue(span.ToString(), IsFromFile: true));
        var tag = Literals.Char('{').SkipAnd(Literals.AnyOf("%#", maxSize: 1)).Then<TemplateValue>(static (context, span) => throw ((TemplateContext)context).Tag(span.Span[0]));
        return ZeroOrMany(OneOf(characters, Template, brace, tag));
    }

    private static Parser<object?> Quoted(char quote) => Terms.Char(quote).SkipAnd(TextOf($"{{{quote}")).AndSkip(Required(Literals.Char(quote)))
        .Then(static (context, parts) => (object?)((TemplateContext)context).Quoted(parts));
}
