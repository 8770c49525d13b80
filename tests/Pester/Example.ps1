# Dot-sourced by the tests of what documents show: reads the code blocks of a page and runs them.

. (Join-Path -Path $PSScriptRoot -ChildPath 'Invoke-Pwsh.ps1')

$documentRoot = Convert-Path -LiteralPath (Join-Path -Path $PSScriptRoot -ChildPath '../..')

# Reads the fenced blocks of a page in Markdown, and its comments <!-- setup ... -->, in their order.
# Returns objects with Language (setup for such a comment), Text, Section (## heading), Title (### heading) and Output, the
# text block that follows right after a block of PowerShell.
function Get-PageBlock {
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

# Runs examples one after the other in a process of its own, and returns the text that each prints.
# In a process of its own, since the text of -WhatIf goes to the host alone. Each statement prints on its own, as at a
# prompt. An error fails the test.
# The texts are without spaces at the end of lines.
function Get-PrintedText {
    # Example: Objects with Code and, where something prepares it, Setup.
    # Folder: The current folder of the process.
    # Afterwards: What runs after each example.
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

# A text without spaces at the end of lines, without empty lines around it and with one at a time between others.
function Get-TrimmedText {
    param([AllowEmptyString()] [string] $Text)

    ($Text -replace '(?m)[ \r]+$').Trim("`n") -replace '\n{3,}', "`n`n"
}
