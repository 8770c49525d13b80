namespace AwsccConnect.Tests.Robustness;

/// <summary>
/// Texts that programs trip over, by kind. Each is data and nothing else: it comes out as it went in, or is refused by a clear
/// error; it never runs, never matches, never reaches a terminal raw. Written with escapes only, so that this file harms no editor.
/// </summary>
public static class UnsafeText
{
    /// <summary>A word that no honest text has, put into payloads so that tests can look for what they leave.</summary>
    public const string Marker = "Zqx7Marker";

    /// <summary>Each control character between two letters: C0, DEL and C1.</summary>
    public static IReadOnlyList<string> ControlCharacters { get; } =
    [
        .. Enumerable.Range(0, 0x20).Append(0x7F).Concat(Enumerable.Range(0x80, 0x20)).Select(code => $"a{(char)code}b"),
    ];

    /// <summary>What a terminal obeys: ESC sequences, their one-character forms (C1), titles, links, clear, reports.</summary>
    public static IReadOnlyList<string> TerminalSequences { get; } =
    [
        "\u001b[31mred\u001b[0m",
        "\u001b[2J\u001b[H" + Marker,
        "\u001b]0;" + Marker + "\u0007",
        "\u001b]8;;https://example.com/" + Marker + "\u001b\\link\u001b]8;;\u001b\\",
        "\u001b]52;c;WnF4N01hcmtlcg==\u0007",
        "\u001bP$q\"p\u001b\\",
        "\u001b[6n",
        "\u001bc" + Marker,
        "\u009b31m" + Marker,
        "\u009d0;" + Marker + "\u009c",
        "\u0090" + Marker + "\u009c",
        "line\rover" + Marker,
        "back\b\b\b\b" + Marker,
        "\u001b",
        "\u001b[",
    ];

    /// <summary>What turns the order of a line around or hides in it: overrides, isolates, marks, zero-width characters.</summary>
    public static IReadOnlyList<string> DirectionControls { get; } =
    [
        "user\u202Etxt.exe",
        "\u202Aa\u202C",
        "\u202Bb\u202C",
        "\u202Dc\u202C",
        "\u2066d\u2069",
        "\u2067e\u2069",
        "\u2068f\u2069",
        "\u200Eg\u200F",
        "\u061Ch",
        "z\u200Bero\uFEFF",
        "two\u2028lines\u2029here",
    ];

    /// <summary>Honest texts of many scripts, composed and decomposed, beyond the BMP; all of them have to come out unchanged.</summary>
    public static IReadOnlyList<string> Scripts { get; } =
    [
        "\u0645\u0631\u062D\u0628\u0627",
        "\u05E9\u05DC\u05D5\u05DD",
        "Zo\u00EB",
        "Zoe\u0308",
        "\u5F20\u4F1F",
        "\uD83D\uDC69\u200D\uD83D\uDCBB",
        "\u0915\u094D\u0937",
        "\u0130i\u0131I",
        "\u00DF\u1E9E",
        "\uFB01\uFF21",
        "Z\u0351\u036B\u0343\u036A\u0302",
    ];

    /// <summary>Texts that are not valid Unicode, or hardly: lone surrogates, non-characters, NUL.</summary>
    public static IReadOnlyList<string> BrokenUnicode { get; } =
    [
        "a\uD800b",
        "a\uDC00b",
        "\uDC00\uD800",
        "\uD83D",
        "a\uFFFEb\uFFFF",
        "a\uFFFDb",
        "nul\0byte",
        "\0",
    ];

    /// <summary>Cells that a spreadsheet would run.</summary>
    public static IReadOnlyList<string> Formulas { get; } =
    [
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"https://example.com/" + Marker + "\",\"x\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(1+1)",
        "\t=1+1",
        "\r=1+1",
        "\uFF1D1+1",
        " =1+1",
        "\"=1+1\"",
    ];

    /// <summary>Code of templates, shells, loggers and queries.</summary>
    public static IReadOnlyList<string> Templates { get; } =
    [
        "{{ 7 * 7 }}",
        "{{ env.PATH }}",
        "{% include '/etc/passwd' %}",
        "{% for i in (1..1000000000) %}x{% endfor %}",
        "$(Get-Process)",
        "$env:PATH",
        "${env:PATH}",
        "`$x",
        "\"; Get-Process; \"",
        "'; Get-Process; '",
        "$($host.SetShouldExit(3))",
        "${jndi:ldap://127.0.0.1/a}",
        "%PATH%",
        "{0}{1}{99}",
        "<![CDATA[x]]>&lt;&#x1b;",
        "' OR '1'='1",
    ];

    /// <summary>Names that PowerShell would take for patterns.</summary>
    public static IReadOnlyList<string> Wildcards { get; } = ["*", "?", "[abc]*", "[a-z]", "[", "]", "`*", "a`[b", "[!a]", "agent.*", "[[]"];

    /// <summary>Paths that try to leave where they belong.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        "../" + Marker,
        "..\\..\\" + Marker,
        "a/../../" + Marker,
        "/etc/" + Marker,
        "C:\\Windows\\" + Marker,
        "\\\\127.0.0.1\\share\\" + Marker,
        "\\\\?\\C:\\" + Marker,
        "~/" + Marker,
        "file:///etc/" + Marker,
        Marker + "\0.csv",
        "CON",
        "nul.csv",
        Marker + ":stream",
        "%2e%2e%2f" + Marker,
        "HKLM:\\" + Marker,
        "Env:\\PATH",
    ];

    /// <summary>Texts that readers take for other values, or that break the syntax of lists, CSV, JSON and XML.</summary>
    public static IReadOnlyList<string> Syntax { get; } =
    [
        "null", "NULL", "true", "no", "NaN", "Infinity", "-0", "0x10", "1e3", "1_000", "\u0661\u0662", "2026-01-01", "4.47E+11", "NA", "~",
        ",", ";", "|", "\"", "\"\"", "'", "a,b", "a;b", "a\"b", "a\nb", "a\r\nb", "\n", " lead", "trail ", "\t", "a=b;c=d", "\\", "a\\;b",
        "#TYPE x", "sep=;", "--", "-WhatIf", "@()", "@{}", "{}", "[]", "]]>", "<a/>", "&", "__proto__", "constructor", "$ref", "$type",
    ];

    /// <summary>JSON numbers that no 64-bit type holds, and some that just do.</summary>
    public static IReadOnlyList<string> JsonNumbers { get; } =
    [
        "1e999", "-1e999", "1e-999", "99999999999999999999", "-99999999999999999999", "9223372036854775807", "9223372036854775808",
        "2147483648", "0.1e1", "1.0", "1.5", "-0", "-0.0", "1E400", "123456789012345678901234567890.123456789", "1e19", "3e0",
    ];

    /// <summary>Every text above that can be the value of one cell or property.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        .. ControlCharacters, .. TerminalSequences, .. DirectionControls, .. Scripts, .. BrokenUnicode, .. Formulas, .. Templates,
        .. Wildcards, .. Paths, .. Syntax,
    ];

    /// <summary>The values that are valid UTF-16: what a UTF-8 file or a JSON body can carry.</summary>
    public static IReadOnlyList<string> ValidValues { get; } = [.. Values.Where(IsValid)];

    /// <summary>A text of a length.</summary>
    /// <param name="length">Length in characters.</param>
    public static string Long(int length) => new('x', length);

    /// <summary>JSON arrays or objects within each other, closed properly.</summary>
    /// <param name="depth">Levels.</param>
    /// <param name="objects">Objects instead of arrays.</param>
    public static string NestedJson(int depth, bool objects = false) => objects
        ? string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth)
        : new string('[', depth) + new string(']', depth);

    /// <summary>Whether a text has no lone surrogate.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    /// <summary>
    /// The characters of a text that a terminal may obey or that override the order of a line; line feeds, tabs and the implicit
    /// marks of honest right-to-left text are let through.
    /// </summary>
    /// <param name="text">What was printed.</param>
    public static IReadOnlyList<char> TerminalHazards(string text) =>
    [
        .. text.Where(c => (char.IsControl(c) && c is not ('\n' or '\t'))
            || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029'),
    ];
}
