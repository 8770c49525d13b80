# Dot-sourced by the tests of what documents show: reads the code blocks of a page and runs them.

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
        Hashtables with Page, Title, Setup and Code.
    #>
    param([Parameter(Mandatory)] [string] $Path)

    $blocks = Get-PageBlock -Path $Path
    $page = Split-Path -Path $Path -LeafBase
    foreach ($block in $blocks | Where-Object Language -EQ powershell) {
        $setup = $blocks | Where-Object {
            $_.Language -eq 'setup' -and $_.Section -eq $block.Section -and $_.Title -in '', $block.Title
        }
        @{
            Page  = $page
            Title = if ($block.Title) { $block.Title } else { $block.Section }
            Setup = $setup.Text -join "`n"
            Code  = $block.Text
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
