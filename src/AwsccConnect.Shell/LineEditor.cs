using System.Text;

namespace AwsccConnect.Shell;

/// <summary>Edits one line on a terminal: cursor keys, history, completion, Ctrl+C and Ctrl+D.</summary>
/// <remarks>
/// Console.ReadLine is not enough: what was typed before Ctrl+C would come back with the next line, and a command
/// that someone gave up would run after all.
/// </remarks>
internal sealed class LineEditor
{
    private readonly List<string> _history = [];
    private readonly StringBuilder _text = new();
    private string _prompt = string.Empty;
    private int _cursor;
    private int _historyIndex;
    private int _cursorRow;

    /// <summary>Gives the completed line and cursor for a line, a cursor and how often Tab was pressed before.</summary>
    public Func<string, int, int, (string Text, int Cursor)?>? Complete { get; set; }

    /// <summary>Reads a line.</summary>
    /// <param name="prompt">What stands before it.</param>
    /// <param name="mask">Whether to show asterisks.</param>
    /// <param name="keep">Whether the line joins the history.</param>
    /// <returns>The line, or null at the end of input (Ctrl+D on an empty line).</returns>
    /// <exception cref="OperationCanceledException">Ctrl+C.</exception>
    public string? Read(string prompt, bool mask = false, bool keep = false)
    {
        bool before = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            _prompt = prompt;
            _text.Clear();
            _cursor = 0;
            _cursorRow = 0;
            _historyIndex = _history.Count;
            Draw(mask);
            return ReadKeys(mask, keep);
        }
        finally
        {
            _text.Clear();
            Console.TreatControlCAsInput = before;
        }
    }

    private string? ReadKeys(bool mask, bool keep)
    {
        (string Text, int Cursor)? completed = null;
        int tabs = 0;
        while (true)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            bool control = key.Modifiers.HasFlag(ConsoleModifiers.Control);

            if (key.Key == ConsoleKey.Tab && !mask && keep)
            {
                completed ??= (_text.ToString(), _cursor);
                if (Complete?.Invoke(completed.Value.Text, completed.Value.Cursor, tabs++) is { } completion)
                {
                    Replace(completion.Text, completion.Cursor);
                    Draw(mask);
                }

                continue;
            }

            completed = null;
            tabs = 0;
            if (key.Key == ConsoleKey.Enter)
            {
                return Accept(mask, keep);
            }

            if (control && key.Key == ConsoleKey.C)
            {
                Finish(mask, "^C");
                throw new OperationCanceledException();
            }

            if (control && key.Key == ConsoleKey.D && _text.Length == 0)
            {
                Finish(mask, string.Empty);
                return null;
            }

            Edit(key, control, keep && !mask);
            if (!Console.KeyAvailable)
            {
                // Pasted text is drawn once, at its end.
                Draw(mask);
            }
        }
    }

    private void Edit(ConsoleKeyInfo key, bool control, bool history)
    {
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow:
                _cursor = Math.Max(_cursor - 1, 0);
                break;
            case ConsoleKey.RightArrow:
                _cursor = Math.Min(_cursor + 1, _text.Length);
                break;
            case ConsoleKey.Home:
            case ConsoleKey.A when control:
                _cursor = 0;
                break;
            case ConsoleKey.End:
            case ConsoleKey.E when control:
                _cursor = _text.Length;
                break;
            case ConsoleKey.Backspace when _cursor > 0:
                _text.Remove(--_cursor, 1);
                break;
            case ConsoleKey.Delete when _cursor < _text.Length:
                _text.Remove(_cursor, 1);
                break;
            case ConsoleKey.Escape:
            case ConsoleKey.U when control:
                Replace(string.Empty, 0);
                break;
            case ConsoleKey.UpArrow when history && _historyIndex > 0:
                Recall(_historyIndex - 1);
                break;
            case ConsoleKey.DownArrow when history && _historyIndex < _history.Count:
                Recall(_historyIndex + 1);
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                {
                    _text.Insert(_cursor++, key.KeyChar);
                }

                break;
        }
    }

    private void Recall(int index)
    {
        _historyIndex = index;
        string text = index < _history.Count ? _history[index] : string.Empty;
        Replace(text, text.Length);
    }

    private void Replace(string text, int cursor)
    {
        _text.Clear().Append(text);
        _cursor = cursor;
    }

    private string Accept(bool mask, bool keep)
    {
        string line = _text.ToString();
        Finish(mask, string.Empty);
        if (keep && line.Trim().Length > 0 && (_history.Count == 0 || _history[^1] != line))
        {
            _history.Add(line);
        }

        return line;
    }

    private void Finish(bool mask, string mark)
    {
        _cursor = _text.Length;
        Draw(mask);
        Console.Out.Write(mark + "\n");
    }

    // Draws prompt and text again from the row where the prompt began, over as many rows as the terminal wraps them to.
    private void Draw(bool mask)
    {
        int width = Math.Max(Terminal.Width, 1);
        string shown = mask ? new string('*', _text.Length) : _text.ToString();
        StringBuilder output = new();
        if (_cursorRow > 0)
        {
            output.Append('\e').Append('[').Append(_cursorRow).Append('A');
        }

        output.Append("\r\e[J").Append(_prompt).Append(shown);
        int end = _prompt.Length + shown.Length;
        int target = _prompt.Length + _cursor;
        if (end % width == 0)
        {
            // A full row leaves the cursor in its last column; the next row must exist before moving to it.
            output.Append("\r\n");
        }

        int rowsUp = (end / width) - (target / width);
        if (rowsUp > 0)
        {
            output.Append('\e').Append('[').Append(rowsUp).Append('A');
        }

        output.Append('\r');
        if (target % width > 0)
        {
            output.Append('\e').Append('[').Append(target % width).Append('C');
        }

        Console.Out.Write(output);
        _cursorRow = target / width;
    }
}
