# Dot-sourced by the tests of what people see: an interactive PowerShell on a terminal of its own, which the library Hex1b emulates.
. (Join-Path $PSScriptRoot 'Invoke-Pwsh.ps1')

# How long one wait may take, in seconds.
$terminalLimit = 60

# Starts an interactive PowerShell with the module on a terminal, and waits for its first prompt.
# Prompts are numbered, so that each command's output is what stands between two of them.
function Start-Terminal {
    # Script: What the session runs first.
    # Path: A folder for the files of the session; PSReadLine keeps its history there and not with the user's.
    param(
        [Parameter(Mandatory)] [string] $Path,
        [int] $Columns = 80,
        [string] $Script
    )

    $built = (dotnet msbuild $PSScriptRoot -getProperty:PkgHex1b -getProperty:NETCoreSdkPortableRuntimeIdentifier | ConvertFrom-Json).Properties
    $native = "runtimes/$($built.NETCoreSdkPortableRuntimeIdentifier)/native/*"
    Copy-Item -Path (Join-Path $built.PkgHex1b 'lib/net8.0/Hex1b.dll'), (Join-Path $built.PkgHex1b $native) -Destination $Path
    Add-Type -Path (Join-Path $Path 'Hex1b.dll')

    $start = Join-Path $Path 'start.ps1'
    Set-Content -LiteralPath $start -Value @(
        'Set-PSReadLineOption -HistorySaveStyle SaveNothing -PredictionSource None -BellStyle None'
        ". '$(Join-Path $PSScriptRoot 'Import-Module.ps1')'"
        $Script
        'function prompt { "#$(1 + (Get-History -Count 1).Id)> " }'
    )
    $file, $arguments = @($pwshCommand -ne '-NonInteractive') + '-NoLogo', '-NoExit', '-File', $start
    $environment = [System.Collections.Generic.Dictionary[string, string]]::new()
    Get-ChildItem env: | Where-Object Name -NE 'NO_COLOR' | ForEach-Object { $environment[$_.Name] = $_.Value }
    $environment.TERM = 'xterm-256color'
    $environment.XDG_DATA_HOME = $Path
    $environment.POWERSHELL_UPDATECHECK = 'Off'
    $state = @{ Columns = $Columns; Prompt = 1 }
    $state.Terminal = [Hex1b.Hex1bTerminal]::CreateBuilder().WithHeadless().WithDimensions($Columns, 50).WithScrollback(100000).
        WithAsciinemaRecording((Join-Path $Path 'output.cast'), { $state.Recorder = $args[0] }).
        WithPtyProcess({
            $args[0].FileName = $file
            $args[0].Arguments = [string[]]$arguments
            $args[0].InheritEnvironment = $false
            $args[0].Environment = $environment
        }).Build()
    $state.Run = $state.Terminal.RunAsync([System.Threading.CancellationToken]::None)
    $script:terminalState = $state
    try {
        Wait-Terminal -Pattern '^#1>'
    }
    catch {
        Stop-Terminal
        throw
    }
}

# Ends the session and everything that it has started.
function Stop-Terminal {
    if ($script:terminalState) {
        $script:terminalState.Terminal.Dispose()
        $script:terminalState = $null
    }
}

# Types keys: text, and `r for Enter, `t for Tab, Ctrl+C and the like by their characters.
function Send-Key {
    param([Parameter(Mandatory)] [string] $Text)

    $null = $script:terminalState.Terminal.SendInputAsync([System.Text.Encoding]::UTF8.GetBytes($Text), [System.Threading.CancellationToken]::None)
}

# Waits for a prompt, types a reply to it and Enter once the reply is there: the console drops keys that come before it reads.
function Send-Reply {
    # Prompt: A pattern for what stands before the reply; the prompt ends with a colon.
    # Shown: What the first key of the reply looks like; the key itself if not given.
    param(
        [Parameter(Mandatory)] [string] $Prompt,
        [Parameter(Mandatory)] [string] $Text,
        [string] $Shown = [regex]::Escape($Text[0])
    )

    Wait-Terminal -Pattern "$Prompt[\s\S]*:\s*\z"
    foreach ($attempt in 1..5) {
        Send-Key -Text $Text[0]
        if (Test-Terminal -Pattern "$Prompt[\s\S]*: $Shown\s*\z" -Seconds 10) {
            break
        }
    }

    Send-Key -Text "$($Text.Substring(1))`r"
}

# Every character that the session has written, escape sequences included.
function Get-TerminalOutput {
    $null = $script:terminalState.Recorder.FlushAsync([System.Threading.CancellationToken]::None).GetAwaiter().GetResult()
    -join (Get-Content -LiteralPath (Join-Path $TestDrive 'output.cast') | ConvertFrom-Json -NoEnumerate | Where-Object { $_[1] -eq 'o' } | ForEach-Object { $_[2] })
}

# What has been shown since the start, line by line.
function Get-TerminalLine {
    $snapshot = $script:terminalState.Terminal.CreateSnapshot(100000)
    $snapshot.GetScreenText() -split '\r?\n' | ForEach-Object TrimEnd
    $snapshot.Dispose()
}

# Waits until a text is, or with -Gone is not, on the screen below the newest prompt, and returns whether it came to that.
function Test-Terminal {
    param([string] $Pattern, [switch] $Gone, [double] $Seconds)

    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    do {
        Start-Sleep -Milliseconds 20
        $hasEnded = $script:terminalState.Run.IsCompleted
        $lines = @(Get-TerminalLine)
        $text = $lines[[Math]::Max(0, (Get-PromptLine $lines))..($lines.Count - 1)] -join "`n"
        $isMet = [regex]::IsMatch($text, $Pattern, 'Multiline') -ne $Gone
    } until ($isMet -or $hasEnded -or $clock.Elapsed.TotalSeconds -gt $Seconds)

    $isMet
}

# The number of the line with the newest prompt, counted from the start of the session.
function Get-PromptLine {
    param([string[]] $Line = @(Get-TerminalLine))

    [array]::FindLastIndex($Line, [Predicate[string]] { $args[0].StartsWith("#$($script:terminalState.Prompt)>") })
}

# Waits until a text is on the screen below the newest prompt, or with -Gone is not; throws, with the screen, where it does not come to that.
function Wait-Terminal {
    param(
        [Parameter(Mandatory)] [string] $Pattern,
        [switch] $Gone,
        [int] $Seconds = $terminalLimit
    )

    if (-not (Test-Terminal -Pattern $Pattern -Gone:$Gone -Seconds $Seconds)) {
        $script:terminalState.IsLost = $true
        throw "The terminal $(if ($Gone) { 'still shows' } else { 'does not show' }) '$Pattern':`n$((Get-TerminalLine | Select-Object -Last 50) -join "`n")"
    }
}

# Waits for the prompt after the command under way and returns the lines between the command and that prompt.
function Wait-Prompt {
    $first = Get-PromptLine
    Wait-Terminal -Pattern "^#$($script:terminalState.Prompt + 1)>"
    $script:terminalState.Prompt++
    $last = Get-PromptLine
    # The command itself may take several lines.
    $first += [Math]::Max(1, [Math]::Ceiling($script:terminalState.Typed / $script:terminalState.Columns))
    if ($last -gt $first) {
        @(Get-TerminalLine)[$first..($last - 1)]
    }
}

# Types a command and Enter.
function Start-TerminalCommand {
    param([Parameter(Mandatory)] [string] $Command)

    if ($script:terminalState.IsLost) {
        throw 'The terminal did not come to what an earlier test waited for.'
    }

    $script:terminalState.Typed = "#$($script:terminalState.Prompt)> ".Length + $Command.Length
    Send-Key -Text "$Command`r"
}

# Types a command, waits for the next prompt and returns what the command has shown.
function Invoke-Terminal {
    param([Parameter(Mandatory)] [string] $Command)

    Start-TerminalCommand -Command $Command
    Wait-Prompt
}

# Gives the terminal another width, as somebody who pulls at the window.
function Set-TerminalWidth {
    param([Parameter(Mandatory)] [int] $Columns)

    $null = Invoke-Terminal -Command "stty cols $Columns"
    $script:terminalState.Columns = $Columns
    $script:terminalState.Terminal.Resize($Columns, 50)
}

# Types the beginning of a command and the key of a completion, and waits until a text is on the screen.
# A completion that would take longer than a second offers nothing; so the key is pressed again where nothing happens.
function Invoke-Completion {
    param(
        [Parameter(Mandatory)] [string] $Typed,
        [Parameter(Mandatory)] [string] $Key,
        [Parameter(Mandatory)] [string] $Pattern
    )

    Send-Key -Text $Typed
    Wait-Terminal -Pattern "^#[0-9]+> $([regex]::Escape($Typed.TrimEnd()))$"
    $before = (Get-TerminalLine) -join "`n"
    foreach ($attempt in 1..10) {
        Send-Key -Text $Key
        if ((Test-Terminal -Pattern $Pattern -Seconds 4) -or $before -ne ((Get-TerminalLine) -join "`n")) {
            break
        }
    }

    Wait-Terminal -Pattern $Pattern
}
