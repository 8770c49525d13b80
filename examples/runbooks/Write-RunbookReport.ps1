<#
.SYNOPSIS
    Writes records as a CSV file that spreadsheets open as it is, or as an HTML page.
.DESCRIPTION
    For the runbooks beside it. CSV is UTF-8 with byte order mark, and a field that a spreadsheet would take for a formula gets
    an apostrophe in front. The file appears whole or not at all.
.PARAMETER Path
    The file; an existing one is replaced.
.PARAMETER Column
    The columns: names of properties of the records.
.PARAMETER Record
    An object for each row.
.PARAMETER HtmlTitle
    Writes an HTML page with this title instead of CSV.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [Parameter(Mandatory)]
    [string[]] $Column,

    [Parameter(Mandatory)]
    [AllowEmptyCollection()]
    [psobject[]] $Record,

    [string] $HtmlTitle
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

function Protect-Cell([psobject] $InputObject) {
    $row = [ordered]@{}
    foreach ($name in $Column) {
        $row[$name] = $InputObject.$name -replace '^(?=[=+\-@\t\r])', "'"
    }

    [pscustomobject] $row
}

$file = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$null = New-Item -Path (Split-Path -Path $file -Parent) -ItemType Directory -Force
$draft = "$file.$([guid]::NewGuid().ToString('N')).tmp"
if ($HtmlTitle) {
    $Record | ConvertTo-Html -Property $Column -Title $HtmlTitle -Charset utf-8 | Set-Content -LiteralPath $draft
}
elseif ($Record) {
    $Record | ForEach-Object { Protect-Cell -InputObject $_ } |
        Export-Csv -LiteralPath $draft -Encoding utf8BOM
}
else {
    # Export-Csv writes no header for no objects.
    ($Column | ForEach-Object { "`"$_`"" }) -join ',' | Set-Content -LiteralPath $draft -Encoding utf8BOM
}

# Replaces an existing report in one step, which Move-Item does not promise.
[System.IO.File]::Move($draft, $file, $true)
