# Dot-sourced by the tests of what documents show: reads the code blocks of a page and runs them.

. (Join-Path -Path $PSScriptRoot -ChildPath 'Invoke-Pwsh.ps1')

$documentRoot = Convert-Path -LiteralPath (Join-Path -Path $PSScriptRoot -ChildPath '../..')

function Get-PageBlock {
    <#
    .SYNOPSIS
        Reads the fenced blocks of a page in Markdown, and its comments <!-- setup ... -->, in their order.
    .OUTPUTS
        Objects with Language (setup for such a comment), Text, Section (## heading), Title (### heading) and Output, the text
        block that follows right after a block of PowerShell.
    #>
    param([Parameter(Mandatory)] [string] $Path)

    $pattern = '(?ms)^```(?<language>\w+)\n(?<text>.*?)^```$(\n\n```text\n(?<output>.*?)^```$)?' +
        '|^<!--\s*(?<language>setup)\b(?<text>.*?)-->' +
        '|^(?<level>##+) (?<heading>[^\n]+)$'
    $section = $title = ''
    $page = (Get-Content -LiteralPath (Join-Path -Path $documentRoot -ChildPath $Path) -Raw) -replace "`r"
    foreach ($match in [regex]::Matches($page, $pattern)) {
        $heading = $match.Groups['heading'].Value
        switch ($match.Groups['level'].Value) {
            '##' { $section = $heading; $title = '' }
            '###' { $title = $heading }
            '' {
                [pscustomobject]@{
                    Language = $match.Groups['language'].Value
                    Text     = $match.Groups['text'].Value
                    Output   = $match.Groups['output'].Value
                    Section  = $section
                    Title    = $title
                }
            }
        }
    }
}

function Get-HelpExample {
    <#
    .SYNOPSIS
        The examples of a page of the help, each with the lines that prepare it.
    .DESCRIPTION
        A comment <!-- setup ... --> prepares the examples under its heading; before the first example it prepares all.
    .OUTPUTS
        Hashtables with Page, Title, Setup, Code and Output, what the page shows of its output.
    #>
    param([Parameter(Mandatory)] [string] $Path)

    $blocks = Get-PageBlock -Path $Path
    $page = Split-Path -Path $Path -LeafBase
    foreach ($block in $blocks | Where-Object Language -EQ powershell) {
        $setup = $blocks | Where-Object {
            $_.Language -eq 'setup' -and $_.Section -eq $block.Section -and $_.Title -in '', $block.Title
        }
        @{
            Page   = $page
            Title  = if ($block.Title) { $block.Title } else { $block.Section }
            Setup  = $setup.Text -join "`n"
            Code   = $block.Text
            Output = $block.Output
        }
    }
}

function Invoke-Example {
    <#
    .SYNOPSIS
        Runs code with what prepares it, in one scope, and returns everything that the code writes into any stream.
    #>
    param(
        [Parameter(Mandatory)] [string] $Code,
        [string] $Setup
    )

    . ([scriptblock]::Create($Setup)) > $null
    Get-ConnectSimulator | ForEach-Object { $_.ClearCalls() }
    . ([scriptblock]::Create($Code)) *>&1
}

function Get-PrintedText {
    <#
    .SYNOPSIS
        Runs examples one after the other in a process of its own, and returns the text that each prints.
    .DESCRIPTION
        In a process of its own, since the text of -WhatIf goes to the host alone. Each statement prints on its own, as at a
        prompt. An error fails the test.
    .PARAMETER Example
        Objects with Code and, where something prepares it, Setup.
    .PARAMETER Folder
        The current folder of the process.
    .PARAMETER Afterwards
        What runs after each example.
    .OUTPUTS
        One text for each example, without spaces at the end of lines.
    #>
    param(
        [Parameter(Mandatory)] [object[]] $Example,
        [Parameter(Mandatory)] [string] $Folder,
        [string] $Afterwards
    )

    $script = Join-Path -Path $Folder -ChildPath "$([guid]::NewGuid()).ps1"
    @(
        ". '$(Join-Path -Path $PSScriptRoot -ChildPath 'Import-Module.ps1')'"
        "Set-Location -LiteralPath '$($Folder -replace "'", "''")'"
        '$PSStyle.OutputRendering = "PlainText"'
        for ($number = 0; $number -lt $Example.Count; $number++) {
            "Write-Host '=== $number'"
            ". {`n$($Example[$number].Setup)`n} > `$null"
            foreach ($statement in [scriptblock]::Create($Example[$number].Code).Ast.EndBlock.Statements) {
                ". {`n$statement`n} | Out-String -Stream -Width 120 | Write-Host"
            }
            $Afterwards
        }
    ) | Set-Content -LiteralPath $script -Encoding utf8BOM
    $result = Invoke-Pwsh -ArgumentList '-File', $script
    $result.Error | Should -BeNullOrEmpty
    $result.ExitCode | Should -Be 0

    $printed = @((($result.Output -join "`n") -split '(?m)^=== [0-9]+$') | Select-Object -Skip 1)
    $printed | Should -HaveCount $Example.Count
    $printed | ForEach-Object { Get-TrimmedText -Text $_ }
}

function Get-TrimmedText {
    <#
    .SYNOPSIS
        A text without spaces at the end of lines, without empty lines around it and with one at a time between others.
    #>
    param([AllowEmptyString()] [string] $Text)

    ($Text -replace '(?m)[ \r]+$').Trim("`n") -replace '\n{3,}', "`n`n"
}

function Get-MaskedLine {
    <#
    .SYNOPSIS
        The lines of a text in one order, with ids and ports masked: users that are worked on at once finish in any order.
    #>
    param([AllowEmptyString()] [string] $Text)

    $masked = $Text -replace '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', '00000000-0000-0000-0000-000000000000' -replace ':[0-9]{5}/', ':00000/'
    $masked -split "`n" | Where-Object { $_ } | Sort-Object
}
