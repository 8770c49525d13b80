<#
.SYNOPSIS
    Writes records as a CSV file that spreadsheets open as it is, or as an HTML page.
.DESCRIPTION
    For the runbooks beside it. CSV is UTF-8 with byte order mark, and a field that a spreadsheet would take for a formula gets
    an apostrophe in front. An HTML page is one file without scripts or references: a bar of the counts, then the records, as a
    table or on a phone as cards; columns without any value are left out. All text is encoded. The file appears whole or not at
    all.

    Values are texts, lists of texts, or the differences that Test-ConnectUserStack writes; the page shows those one by one.
.PARAMETER Path
    The file; an existing one is replaced.
.PARAMETER Column
    The columns: names of properties of the records.
.PARAMETER Record
    An object for each row.
.PARAMETER HtmlTitle
    Writes an HTML page with this title instead of CSV.
.PARAMETER Count
    How many users have each status, in the order of the bar. Without it the records are counted by their Status, if they have one.
.PARAMETER ArnName
    Names that the page shows instead of ARNs.
.PARAMETER View
    Shows the records once under each of these headings, in groups by a property: Heading = @{ Property = ...; Group = ... }, the
    property's values in their order. A record is in the group of each value that it has.
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

    [string] $HtmlTitle,
    [System.Collections.IDictionary] $Count = @{},
    [System.Collections.IDictionary] $View = @{},
    [System.Collections.IDictionary] $ArnName = @{}
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

$style = @'
:root { color-scheme: light dark; --page: #fff; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --head: #f6f8fa; --gone: #b42318; --new: #116329;
  --ok: #1a7f37; --kept: #57809c; --change: #bf8700; --more: #bc4c00; --less: #8250df; --bad: #cf222e; --open: #6e7781; }
@media (prefers-color-scheme: dark) { :root { --page: #0d1117; --text: #e6edf3; --soft: #9198a1; --line: #3d444d; --head: #151b23; --gone: #ff9492; --new: #6bc46d; } }
body { margin: 0 auto; max-width: 90rem; padding: 1.5rem; background: var(--page); color: var(--text); font: 0.9375rem/1.5 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 1.25rem; }
h3 { margin: 1.5rem 0 0.25rem; font-size: 1rem; overflow-wrap: anywhere; }
p { margin: 0.25rem 0 1rem; color: var(--soft); }
.bar { display: flex; gap: 2px; height: 0.875rem; border-radius: 0.4375rem; overflow: hidden; }
.bar span { min-width: 4px; flex-basis: 0; }
.counts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0.5rem 0 1.5rem; padding: 0; list-style: none; }
.counts a { color: inherit; }
.dot { display: inline-block; width: 0.75rem; height: 0.75rem; margin-right: 0.375rem; border-radius: 50%; }
.ok { background: var(--ok); } .kept { background: var(--kept); } .change { background: var(--change); } .more { background: var(--more); }
.less { background: var(--less); } .bad { background: var(--bad); } .open { background: var(--open); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; unicode-bidi: isolate; }
th { background: var(--head); white-space: nowrap; }
td { overflow-wrap: break-word; }
.wide { overflow-wrap: anywhere; }
.view { table-layout: fixed; }
td:first-child { font-weight: 600; }
th:first-child, td:first-child { padding-left: 0.5rem; }
.status { white-space: nowrap; }
abbr { text-decoration: none; }
del, ins { display: inline-block; margin-right: 0.375rem; text-decoration: none; } del { color: var(--gone); } ins { color: var(--new); }
.soft { color: var(--soft); }
@media screen and (max-width: 48rem) {
  body { padding: 1rem; }
  thead { display: none; }
  table, tbody, tr, td { display: block; }
  tr { margin-bottom: 0.75rem; border: 1px solid var(--line); border-radius: 0.5rem; overflow: hidden; }
  td, td:first-child { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0.5rem; padding: 0.375rem 0.75rem; border: 0; }
  td::before { content: attr(data-label); color: var(--soft); font-weight: 400; overflow-wrap: anywhere; }
  td:first-child { background: var(--head); }
  td { overflow-wrap: anywhere; }
  td:empty { display: none; }
}
@media print {
  :root { color-scheme: light; --page: #fff; --text: #000; --soft: #444; --line: #bbb; --head: #eee; --gone: #b42318; --new: #116329; }
  @page { margin: 12mm; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  .bar, .dot, th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, h3 { break-after: avoid; }
  tr { break-inside: avoid; }
}
'@

# The colour of each status; the groups of a view take them in turn.
$colours = @{
    InSync = 'ok'; Created = 'ok'; Updated = 'ok'; Removed = 'ok'; Listed = 'ok'; Existing = 'kept'; None = 'kept'
    Different = 'change'; Extra = 'more'; Missing = 'less'; Blocked = 'bad'; Failed = 'bad'; NotDone = 'open'; Skipped = 'open'
}

function Protect-Cell([psobject] $InputObject) {
    $row = [ordered]@{}
    foreach ($name in $Column) {
        $row[$name] = (ConvertTo-Text $InputObject.$name) -replace '^(?=[=+\-@\t\r])', "'"
    }

    [pscustomobject] $row
}

# Lists of the module have a text of their own, which "..." would not use.
function ConvertTo-Text($Value) {
    if ($Value -is [array]) { $Value -join '; ' } elseif ($null -eq $Value) { '' } else { $Value.ToString() }
}

function Protect-Html([string] $Text) {
    [System.Net.WebUtility]::HtmlEncode(($Text -replace '[\p{Cc}-[\t\r\n]]', [char] 0xFFFD))
}

# Of an ARN the page shows the name or the last part; the whole is its title.
function Format-Value([string] $Text) {
    (Protect-Html $Text) -replace 'arn:aws[\w:./-]*/[\w.-]+', {
        "<abbr title=`"$($_.Value)`">$(Protect-Html ($ArnName[$_.Value] ?? $_.Value.Split('/')[-1]))</abbr>"
    }
}

function Format-Difference($Difference) {
    $parts = @(
        $Difference.Removed | ForEach-Object { "<del>-&nbsp;$(Format-Value $_)</del>" }
        $Difference.Added | ForEach-Object { "<ins>+&nbsp;$(Format-Value $_)</ins>" }
    )
    if (-not $parts) {
        $parts = @(
            if ($null -eq $Difference.Live) { "<ins>+&nbsp;$(Format-Value $Difference.Desired)</ins>" }
            elseif ($null -eq $Difference.Desired) { "<del>-&nbsp;$(Format-Value $Difference.Live)</del>" }
            else { "<del>$(Format-Value $Difference.Live)</del>&rarr; <ins>$(Format-Value $Difference.Desired)</ins>" }
        )
    }

    "<div><span class=`"soft`">$(Protect-Html $Difference.Property.Split('.')[-1]):</span> $($parts -join ' ')</div>"
}

function Format-Cell([string] $Name, $Value) {
    $text = if ($Name -eq 'Status' -and $Value) {
        "<span class=`"status`"><span class=`"dot $($colours["$Value"])`"></span>$(Protect-Html $Value)</span>"
    }
    else {
        foreach ($item in $Value | Where-Object { "$_" }) {
            if ($item -isnot [string] -and $item.PSObject.Properties['Property']) { Format-Difference $item } else { "<div>$(Format-Value $item)</div>" }
        }
    }

    # On a phone the label and the value stand side by side.
    $content = if ($text) { "<div>$(-join $text)</div>" }
    $class = if ($Name -in 'Differences', 'Message') { ' class="wide"' }
    "<td$class data-label=`"$(Protect-Html $Name)`">$content</td>"
}

function Format-Table([string[]] $Name, [psobject[]] $Row, [string] $Class) {
    $used = @($Name | Where-Object { $column = $_; $Row | Where-Object { (ConvertTo-Text $_.$column) -ne '' } | Select-Object -First 1 })
    "<table class=`"$Class`"><thead><tr>"
    $used | ForEach-Object { "<th scope=`"col`">$(Protect-Html $_)</th>" }
    '</tr></thead><tbody>'
    foreach ($one in $Row) {
        '<tr>'
        $used | ForEach-Object { Format-Cell $_ $one.$_ }
        '</tr>'
    }
    '</tbody></table>'
}

# Each part has Label, Count, Class and, where it leads somewhere, Target.
function Format-Bar([psobject[]] $Part) {
    $Part = @($Part | Where-Object Count -GT 0)
    $text = ($Part | ForEach-Object { "$($_.Label) $($_.Count)" }) -join ', '
    "<div class=`"bar`" role=`"img`" aria-label=`"$(Protect-Html $text)`">"
    $Part | ForEach-Object { "<span class=`"$($_.Class)`" style=`"flex-grow: $($_.Count)`"></span>" }
    '</div><ul class="counts">'
    foreach ($one in $Part) {
        $label = "$(Protect-Html $one.Label) <b>$($one.Count)</b>"
        if ($one.Target) {
            $label = "<a href=`"#$($one.Target)`">$label</a>"
        }

        "<li><span class=`"dot $($one.Class)`"></span>$label</li>"
    }
    '</ul>'
}

function Format-View([string] $Heading, [string] $Property, [string[]] $Group) {
    $members = [System.Collections.Generic.Dictionary[string, object]]::new()
    $Group | ForEach-Object { $members[$_] = [System.Collections.Generic.List[psobject]]::new() }
    foreach ($one in $Record) {
        @($one.$Property) | Where-Object { $_ -and $members.ContainsKey($_) } | ForEach-Object { $members[$_].Add($one) }
    }

    $classes = 'kept', 'ok', 'change', 'less', 'more', 'open'
    $parts = @(
        for ($number = 0; $number -lt $Group.Count; $number++) {
            [pscustomobject]@{
                Label  = $Group[$number]
                Count  = $members[$Group[$number]].Count
                Class  = $classes[$number % $classes.Count]
                Target = "$Property-$number"
            }
        }
    )
    "<h2>$(Protect-Html $Heading)</h2>"
    Format-Bar $parts
    foreach ($part in $parts | Where-Object Count -GT 0) {
        "<h3 id=`"$($part.Target)`">$(Protect-Html $part.Label) <span class=`"soft`">$($part.Count)</span></h3>"
        Format-Table -Name ($Column -ne $Property) -Row $members[$part.Label].ToArray() -Class view
    }

    $empty = @($parts | Where-Object Count -EQ 0)
    if ($empty) {
        "<p>No users: $(Protect-Html ($empty.Label -join ', '))</p>"
    }
}

function Format-Page {
    if ($Count.Count -eq 0 -and $Column -contains 'Status') {
        $Count = [ordered]@{}
        $Record | Group-Object -Property Status | ForEach-Object { $Count[$_.Name] = $_.Count }
    }

    $total = ($Count.Values | Measure-Object -Sum).Sum ?? 0
    $created = [datetime]::UtcNow.ToString('yyyy-MM-dd HH:mm', [cultureinfo]::InvariantCulture)
    @"
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>$(Protect-Html $HtmlTitle)</title>
<style>
$style
</style>
</head>
<body>
<h1>$(Protect-Html $HtmlTitle)</h1>
<p>$total in all, $created UTC</p>
"@
    Format-Bar @($Count.Keys | ForEach-Object { [pscustomobject]@{ Label = $_; Count = $Count[$_]; Class = $colours["$_"]; Target = '' } })
    if ($View.Count -gt 0) {
        $View.Keys | ForEach-Object { Format-View -Heading $_ -Property $View[$_].Property -Group $View[$_].Group }
    }
    elseif ($Record) {
        Format-Table -Name $Column -Row $Record -Class list
    }
    else {
        '<p>Nothing to list.</p>'
    }
    "</body>`n</html>"
}

$file = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$null = New-Item -Path (Split-Path -Path $file -Parent) -ItemType Directory -Force
$draft = "$file.$([guid]::NewGuid().ToString('N')).tmp"
if ($HtmlTitle) {
    Format-Page | Set-Content -LiteralPath $draft
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
