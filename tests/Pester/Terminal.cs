using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;

namespace AwsccConnect.Pester;

/// <summary>
/// A program on a terminal of its own (the command script of util-linux makes the pseudo-terminal): keys go in, a screen comes out.
/// Dispose ends the program and all that it has started; so does a time limit.
/// </summary>
public sealed class Terminal : IDisposable
{
    private const int Rows = 50;

    private readonly Process _process;
    private readonly TerminalScreen _screen;
    private readonly StringBuilder _output = new();
    private readonly object _gate = new();
    private bool _hasEnded;

    /// <summary>Starts a program.</summary>
    /// <param name="command">The program and its arguments as a line of sh.</param>
    /// <param name="columns">Width of the terminal.</param>
    /// <param name="seconds">The limit of time.</param>
    public Terminal(string command, int columns, int seconds)
    {
        _screen = new TerminalScreen(columns, Rows, Type);
        ProcessStartInfo start = new("timeout")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardInputEncoding = new UTF8Encoding(false),
        };
        string line = $"stty cols {columns} rows {Rows}; exec {command}";
        foreach (string argument in new[] { "-k", "5", seconds.ToString(), "script", "-q", "-e", "-f", "-c", line, "/dev/null" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["SHELL"] = "/bin/sh";
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("NO_COLOR");
        _process = Process.Start(start)!;
        new Thread(Read) { IsBackground = true }.Start();
    }

    /// <summary>What has been shown since the start, line by line.</summary>
    public string[] Lines
    {
        get
        {
            lock (_gate)
            {
                return _screen.Lines;
            }
        }
    }

    /// <summary>Every character that the program has written.</summary>
    public string Output
    {
        get
        {
            lock (_gate)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Types.</summary>
    /// <param name="keys">The keys; <c>\r</c> is Enter, <c>\t</c> Tab, <c>\u0003</c> Ctrl+C.</param>
    public void Type(string keys)
    {
        _process.StandardInput.Write(keys);
        _process.StandardInput.Flush();
    }

    /// <summary>Gives the screen another width; the program learns of it from stty.</summary>
    /// <param name="columns">The width.</param>
    public void Resize(int columns)
    {
        lock (_gate)
        {
            _screen.Resize(columns);
        }
    }

    /// <summary>Waits until a text is, or is no longer, in the lines from a given one on.</summary>
    /// <param name="pattern">Regular expression.</param>
    /// <param name="first">Number of the first line to look at.</param>
    /// <param name="isShown">False to wait until the text is no longer shown.</param>
    /// <param name="milliseconds">The longest wait.</param>
    /// <returns>Whether it came to that.</returns>
    public bool Wait(string pattern, int first, bool isShown, int milliseconds)
    {
        Stopwatch clock = Stopwatch.StartNew();
        lock (_gate)
        {
            while (true)
            {
                string[] lines = _screen.Lines;
                string text = first < lines.Length ? string.Join('\n', lines[first..]) : string.Empty;
                if (Regex.IsMatch(text, pattern, RegexOptions.Multiline) == isShown)
                {
                    return true;
                }

                long left = milliseconds - clock.ElapsedMilliseconds;
                if (left <= 0 || _hasEnded)
                {
                    return false;
                }

                Monitor.Wait(_gate, (int)left);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit(10_000);
        _process.Dispose();
    }

    private void Read()
    {
        char[] buffer = new char[4096];
        try
        {
            while (_process.StandardOutput.Read(buffer, 0, buffer.Length) is var count and > 0)
            {
                Show(new string(buffer, 0, count));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The program has been ended.
        }

        lock (_gate)
        {
            _hasEnded = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Show(string text)
    {
        lock (_gate)
        {
            _output.Append(text);
            _screen.Write(text);
            Monitor.PulseAll(_gate);
        }
    }
}
