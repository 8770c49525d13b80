<#
.SYNOPSIS
    Writes records as a CSV file that spreadsheets open as it is.
.DESCRIPTION
    For the runbooks beside it. UTF-8 with byte order mark, fields quoted as in RFC 4180. A field that a spreadsheet would take
    for a formula gets an apostrophe in front. The file appears whole or not at all.
.PARAMETER Path
    The file; an existing one is replaced.
.PARAMETER Column
    The columns: names of entries of the records.
.PARAMETER Record
    Ordered dictionaries or hashtables, one for each row.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [Parameter(Mandatory)]
    [string[]] $Column,

    [Parameter(Mandatory)]
    [AllowEmptyCollection()]
    [System.Collections.IDictionary[]] $Record
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

$lines = [System.Collections.Generic.List[string]]::new()
$lines.Add($Column -join ',')
foreach ($item in $Record) {
    $fields = foreach ($name in $Column) {
        $text = [string] $item[$name]
        if ($text -match '^[=+\-@\t\r]') {
            $text = "'$text"
        }

        '"' + $text.Replace('"', '""') + '"'
    }
    $lines.Add($fields -join ',')
}

$file = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$null = [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($file))
$draft = "$file.$([guid]::NewGuid().ToString('N')).tmp"
[System.IO.File]::WriteAllLines($draft, $lines, [System.Text.UTF8Encoding]::new($true))
[System.IO.File]::Move($draft, $file, $true)
