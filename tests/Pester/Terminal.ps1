# Dot-sourced by the tests of what people see: an interactive PowerShell on a terminal of its own.

# Seconds: how long one wait may take, and how long the session lives at most, should nobody end it.
$terminalLimit = 60
$terminalLife = 300

function Start-Terminal {
    <#
    .SYNOPSIS
        Starts an interactive PowerShell with the module on a terminal, and waits for its first prompt.
    .DESCRIPTION
        Prompts are numbered, so that each command's output is what stands between two of them.
    .PARAMETER Script
        What the session runs first.
    .PARAMETER Path
        A folder for the files of the session; PSReadLine keeps its history there and not with the user's.
    #>
    param(
        [Parameter(Mandatory)] [string] $Path,
        [int] $Columns = 80,
        [string] $Script
    )

    if (-not ('AwsccConnect.Pester.Terminal' -as [type])) {
        Add-Type -Path (Join-Path $PSScriptRoot 'Terminal.cs'), (Join-Path $PSScriptRoot 'TerminalScreen.cs')
    }

    $start = Join-Path $Path 'start.ps1'
    Set-Content -LiteralPath $start -Value @(
        'Set-PSReadLineOption -HistorySaveStyle SaveNothing -PredictionSource None -BellStyle None'
        ". '$(Join-Path $PSScriptRoot 'Import-Module.ps1')'"
        $Script
        'function prompt { "#$(1 + (Get-History -Count 1).Id)> " }'
    )
    $words = @(
        [System.Environment]::ProcessPath
        if ((Split-Path -Path ([System.Environment]::ProcessPath) -LeafBase) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' }
        '-NoLogo', '-NoProfile', '-NoExit', '-File', $start
    )
    $command = @($words | ForEach-Object { "'$($_ -replace "'", "'\''")'" }) -join ' '
    $terminal = [AwsccConnect.Pester.Terminal]::new("env XDG_DATA_HOME='$Path' POWERSHELL_UPDATECHECK=Off $command", $Columns, $terminalLife)
    $script:terminalState = @{ Terminal = $terminal; Columns = $Columns; Prompt = 1 }
    try {
        Wait-Terminal -Pattern '^#1>'
    }
    catch {
        Stop-Terminal
        throw
    }
}

function Stop-Terminal {
    <#
    .SYNOPSIS
        Ends the session and everything that it has started.
    #>
    if ($script:terminalState) {
        $script:terminalState.Terminal.Dispose()
        $script:terminalState = $null
    }
}

function Send-Key {
    <#
    .SYNOPSIS
        Types keys: text, and `r for Enter, `t for Tab, Ctrl+C and the like by their characters.
    #>
    param([Parameter(Mandatory)] [string] $Text)

    $script:terminalState.Terminal.Type($Text)
}

function Send-Reply {
    <#
    .SYNOPSIS
        Waits for a prompt, types a reply to it and Enter once the reply is there: the console drops keys that come before it reads.
    .PARAMETER Prompt
        A pattern for what stands before the reply; the prompt ends with a colon.
    .PARAMETER Shown
        What the first key of the reply looks like; the key itself if not given.
    #>
    param(
        [Parameter(Mandatory)] [string] $Prompt,
        [Parameter(Mandatory)] [string] $Text,
        [string] $Shown = [regex]::Escape($Text[0])
    )

    Wait-Terminal -Pattern "$Prompt[\s\S]*:\s*\z"
    foreach ($attempt in 1..5) {
        Send-Key -Text $Text[0]
        if ($script:terminalState.Terminal.Wait("$Prompt[\s\S]*: $Shown\s*\z", (Get-PromptLine), $true, 10000)) {
            break
        }
    }

    Send-Key -Text "$($Text.Substring(1))`r"
}

function Get-TerminalOutput {
    <#
    .SYNOPSIS
        Every character that the session has written, escape sequences included.
    #>
    $script:terminalState.Terminal.Output
}

function Get-PromptLine {
    <#
    .SYNOPSIS
        The number of the line with the newest prompt, counted from the start of the session.
    #>
    $lines = $script:terminalState.Terminal.Lines
    [array]::FindLastIndex($lines, [Predicate[string]] { $args[0].StartsWith("#$($script:terminalState.Prompt)>") })
}

function Wait-Terminal {
    <#
    .SYNOPSIS
        Waits until a text is on the screen below the newest prompt, or with -Gone is not; throws, with the screen, where it does not come to that.
    #>
    param(
        [Parameter(Mandatory)] [string] $Pattern,
        [switch] $Gone,
        [int] $Seconds = $terminalLimit
    )

    $first = [Math]::Max(0, (Get-PromptLine))
    if (-not $script:terminalState.Terminal.Wait($Pattern, $first, -not $Gone, $Seconds * 1000)) {
        $lines = $script:terminalState.Terminal.Lines
        $script:terminalState.IsLost = $true
        throw "The terminal $(if ($Gone) { 'still shows' } else { 'does not show' }) '$Pattern':`n$(($lines[$first..($lines.Count - 1)] -join "`n").TrimEnd())"
    }
}

function Wait-Prompt {
    <#
    .SYNOPSIS
        Waits for the prompt after the command under way and returns the lines between the command and that prompt.
    #>
    $first = Get-PromptLine
    Wait-Terminal -Pattern "^#$($script:terminalState.Prompt + 1)>"
    $script:terminalState.Prompt++
    $last = Get-PromptLine
    # The command itself may take several lines.
    $first += [Math]::Max(1, [Math]::Ceiling($script:terminalState.Typed / $script:terminalState.Columns))
    if ($last -gt $first) {
        $script:terminalState.Terminal.Lines[$first..($last - 1)]
    }
}

function Start-TerminalCommand {
    <#
    .SYNOPSIS
        Types a command and Enter.
    #>
    param([Parameter(Mandatory)] [string] $Command)

    if ($script:terminalState.IsLost) {
        throw 'The terminal did not come to what an earlier test waited for.'
    }

    $script:terminalState.Typed = "#$($script:terminalState.Prompt)> ".Length + $Command.Length
    Send-Key -Text "$Command`r"
}

function Invoke-Terminal {
    <#
    .SYNOPSIS
        Types a command, waits for the next prompt and returns what the command has shown.
    #>
    param([Parameter(Mandatory)] [string] $Command)

    Start-TerminalCommand -Command $Command
    Wait-Prompt
}

function Set-TerminalWidth {
    <#
    .SYNOPSIS
        Gives the terminal another width, as somebody who pulls at the window.
    #>
    param([Parameter(Mandatory)] [int] $Columns)

    $null = Invoke-Terminal -Command "stty cols $Columns"
    $script:terminalState.Columns = $Columns
    $script:terminalState.Terminal.Resize($Columns)
}

function Invoke-Completion {
    <#
    .SYNOPSIS
        Types the beginning of a command and the key of a completion, and waits until a text is on the screen.
    .DESCRIPTION
        A completion that would take longer than a second offers nothing; so the key is pressed again where nothing happens.
    #>
    param(
        [Parameter(Mandatory)] [string] $Typed,
        [Parameter(Mandatory)] [string] $Key,
        [Parameter(Mandatory)] [string] $Pattern
    )

    Send-Key -Text $Typed
    Wait-Terminal -Pattern "^#[0-9]+> $([regex]::Escape($Typed.TrimEnd()))$"
    $before = $script:terminalState.Terminal.Lines -join "`n"
    foreach ($attempt in 1..10) {
        Send-Key -Text $Key
        if ($script:terminalState.Terminal.Wait($Pattern, (Get-PromptLine), $true, 4000) -or
            $before -ne ($script:terminalState.Terminal.Lines -join "`n")) {
            break
        }
    }

    Wait-Terminal -Pattern $Pattern
}
