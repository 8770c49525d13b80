using System.Diagnostics;
using System.Management.Automation;

namespace AwsccConnect.Shell;

/// <summary>One line at the terminal's bottom that shows the latest progress record and leaves no trace.</summary>
internal sealed class ProgressLine
{
    private const int BarWidth = 20;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private long _drawnAt;
    private bool _visible;

    /// <summary>Shows a record; too frequent ones are left out, a completed one removes the line.</summary>
    public void Show(ProgressRecord record)
    {
        if (record.RecordType == ProgressRecordType.Completed)
        {
            Clear();
            return;
        }

        if (_visible && Stopwatch.GetElapsedTime(_drawnAt) < Interval)
        {
            return;
        }

        // One column less than there are, so that the terminal does not wrap.
        string text = Text(record);
        int width = Math.Max(Terminal.Width - 1, 1);
        Console.Error.Write("\r" + (text.Length > width ? text[..width] : text) + "\e[K");
        _drawnAt = Stopwatch.GetTimestamp();
        _visible = true;
    }

    /// <summary>Removes the line; to be called before anything else is written.</summary>
    public void Clear()
    {
        if (_visible)
        {
            Console.Error.Write("\r\e[K");
            _visible = false;
        }
    }

    private static string Text(ProgressRecord record)
    {
        List<string> parts = [record.Activity];
        if (record.PercentComplete is >= 0 and int percent)
        {
            int filled = Math.Min(percent, 100) * BarWidth / 100;
            parts.Add($"[{new string('#', filled)}{new string(' ', BarWidth - filled)}] {percent,3}%");
        }

        parts.Add(record.StatusDescription);
        if (!string.IsNullOrEmpty(record.CurrentOperation))
        {
            parts.Add(record.CurrentOperation);
        }

        if (record.SecondsRemaining is >= 0 and int seconds)
        {
            parts.Add($"{TimeSpan.FromSeconds(seconds):c} left");
        }

        return string.Join("  ", parts).ReplaceLineEndings(" ");
    }
}
