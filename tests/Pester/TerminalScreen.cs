using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace AwsccConnect.Pester;

/// <summary>
/// The text of a terminal as somebody in front of it sees it: cursor moves and erasing are carried out, colours dropped, lines that
/// scroll out at the top kept. As much of xterm as PowerShell, PSReadLine and .NET's console need.
/// </summary>
public sealed class TerminalScreen
{
    private const string Final = "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

    private readonly List<string> _scrolled = new();
    private readonly StringBuilder _sequence = new();
    private readonly Action<string> _reply;
    private char[][] _rows;
    private int _row;
    private int _column;
    private bool _wrapNext;
    private (int Row, int Column) _saved;

    /// <summary>Creates an empty screen.</summary>
    /// <param name="columns">Width.</param>
    /// <param name="rows">Height.</param>
    /// <param name="reply">Takes the terminal's reports to the program: the position of the cursor on request.</param>
    public TerminalScreen(int columns, int rows, Action<string> reply)
    {
        Columns = columns;
        _reply = reply;
        _rows = Enumerable.Range(0, rows).Select(_ => Blank()).ToArray();
    }

    /// <summary>The width.</summary>
    public int Columns { get; private set; }

    /// <summary>All lines since the start, the last ones on the screen, without blanks at their ends.</summary>
    public string[] Lines => _scrolled.Concat(_rows.Select(row => new string(row).TrimEnd())).ToArray();

    /// <summary>Changes the width; lines stay as they are.</summary>
    /// <param name="columns">The width.</param>
    public void Resize(int columns)
    {
        Columns = columns;
        _rows = _rows.Select(row => new string(row).PadRight(columns)[..columns].ToCharArray()).ToArray();
        _column = Math.Min(_column, columns - 1);
    }

    /// <summary>Shows what a program has written.</summary>
    /// <param name="text">The text; sequences may be split between calls.</param>
    public void Write(string text)
    {
        foreach (char character in text)
        {
            if (_sequence.Length > 0)
            {
                _sequence.Append(character);
                if (IsComplete(_sequence))
                {
                    string sequence = _sequence.ToString();
                    _sequence.Clear();
                    Obey(sequence);
                }
            }
            else
            {
                Put(character);
            }
        }
    }

    private static bool IsComplete(StringBuilder sequence)
    {
        char last = sequence[^1];
        return sequence.Length switch
        {
            1 => false,
            2 => last is not ('[' or ']' or '(' or ')' or '#'),
            _ => sequence[1] switch
            {
                '[' => Final.Contains(last),
                ']' => last == '\a' || (last == '\\' && sequence[^2] == '\u001b'),
                _ => true,
            },
        };
    }

    private void Put(char character)
    {
        switch (character)
        {
            case '\u001b':
                _sequence.Append(character);
                break;
            case '\r':
                Move(_row, 0);
                break;
            case '\n':
                LineFeed();
                break;
            case '\b':
                Move(_row, _column - 1);
                break;
            case '\t':
                Move(_row, ((_column / 8) + 1) * 8);
                break;
            default:
                if (!char.IsControl(character))
                {
                    Print(character);
                }

                break;
        }
    }

    private void Print(char character)
    {
        if (_wrapNext)
        {
            LineFeed();
            _column = 0;
        }

        _rows[_row][_column] = character;
        _wrapNext = _column == Columns - 1;
        if (!_wrapNext)
        {
            _column++;
        }
    }

    private void LineFeed()
    {
        _wrapNext = false;
        if (_row < _rows.Length - 1)
        {
            _row++;
            return;
        }

        _scrolled.Add(new string(_rows[0]).TrimEnd());
        Array.Copy(_rows, 1, _rows, 0, _rows.Length - 1);
        _rows[^1] = Blank();
    }

    private void Obey(string sequence)
    {
        if (sequence[1] == '[')
        {
            Control(sequence[^1], sequence[2..^1]);
            return;
        }

        switch (sequence[1])
        {
            case '7':
                _saved = (_row, _column);
                break;
            case '8':
                Move(_saved.Row, _saved.Column);
                break;
            case 'M':
                Move(_row - 1, _column);
                break;
        }
    }

    private void Control(char final, string parameters)
    {
        int[] numbers = parameters.Split(';').Select(text => int.TryParse(text, out int number) ? number : 0).ToArray();
        int count = Math.Max(1, numbers[0]);
        switch (final)
        {
            case 'A':
                Move(_row - count, _column);
                break;
            case 'B':
                Move(_row + count, _column);
                break;
            case 'C':
                Move(_row, _column + count);
                break;
            case 'D':
                Move(_row, _column - count);
                break;
            case 'G':
                Move(_row, count - 1);
                break;
            case 'd':
                Move(count - 1, _column);
                break;
            case 'H' or 'f':
                Move(count - 1, numbers.Length > 1 ? Math.Max(1, numbers[1]) - 1 : 0);
                break;
            case 'J':
                EraseScreen(numbers[0]);
                break;
            case 'K':
                EraseLine(numbers[0]);
                break;
            case 'X':
                Fill(_row, _column, count);
                break;
            case 'P':
                string rest = new string(_rows[_row]).Remove(_column, Math.Min(count, Columns - _column));
                _rows[_row] = rest.PadRight(Columns).ToCharArray();
                break;
            case '@':
                _rows[_row] = new string(_rows[_row]).Insert(_column, new string(' ', count))[..Columns].ToCharArray();
                break;
            case 'n' when parameters == "6":
                _reply($"\u001b[{_row + 1};{_column + 1}R");
                break;
        }
    }

    private void EraseScreen(int mode)
    {
        EraseLine(mode);
        for (int row = mode == 0 ? _row + 1 : 0; row < (mode == 1 ? _row : _rows.Length); row++)
        {
            Fill(row, 0, Columns);
        }
    }

    private void EraseLine(int mode)
    {
        int first = mode == 0 ? _column : 0;
        Fill(_row, first, (mode == 1 ? _column + 1 : Columns) - first);
    }

    private void Fill(int row, int column, int count) => Array.Fill(_rows[row], ' ', column, Math.Min(count, Columns - column));

    private void Move(int row, int column)
    {
        _row = Math.Clamp(row, 0, _rows.Length - 1);
        _column = Math.Clamp(column, 0, Columns - 1);
        _wrapNext = false;
    }

    private char[] Blank() => new string(' ', Columns).ToCharArray();
}
