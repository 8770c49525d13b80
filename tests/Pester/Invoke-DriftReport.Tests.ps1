BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Runbook.ps1')

    function Invoke-DriftReport([string[]] $ArgumentList = @()) {
        Invoke-Runbook -Name Invoke-DriftReport -ArgumentList (@('-StackPath', $stack) + $ArgumentList)
    }
}

Describe 'Invoke-DriftReport' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 6 @runbookKeys
        $folder = New-Item -Path (Join-Path -Path $TestDrive -ChildPath "run book $([guid]::NewGuid())") -ItemType Directory
        $stack = Join-Path -Path $folder -ChildPath 'stack.csv'
        $report = Join-Path -Path $folder -ChildPath 'reports/report.csv'
        $first, $second = (Get-ConnectUser -First 2).Username
    }

    It 'writes drift into both reports, and ends with exit code 1' {
        # A roster's cell '=1+1 means the text =1+1.
        @(
            'Username,LastName,RoutingProfile,SecurityProfile'
            "$first,'=1+1,,"
            "$second,,,"
            'new.user,New,Support Tier 1,Agent'
        ) | Set-Content -LiteralPath $stack
        $html = Join-Path -Path $folder -ChildPath 'reports/drift.html'
        $result = Invoke-DriftReport -ArgumentList '-HtmlPath', $html
        $result.Error | Should -BeNullOrEmpty
        $result.ExitCode | Should -Be 1
        $result.Output | Should -Be 'InSync: 1', 'Missing: 1', 'Different: 1', 'Extra: 0', 'Blocked: 0', 'Failed: 0'

        $rows = Import-Csv -LiteralPath $report
        $rows | ForEach-Object { "$($_.Username) $($_.Status)" } | Sort-Object | Should -Be (@("$first Different", 'new.user Missing') | Sort-Object)
        ($rows | Where-Object Username -EQ $first).Differences | Should -BeLike '*-> =1+1*'

        $page = Get-Page -Path $html
        $page.html.head.title | Should -Be 'Drift of stack.csv'
        Get-BarText -Page $page | Should -Be 'InSync 1', 'Missing 1', 'Different 1'
        $page.html.body.table.thead.tr.th.'#text' | Should -Be 'Username', 'Status', 'Differences', 'Source' -Because 'no row has an ErrorId'
        $cells = $page.html.body.table.tbody.tr | ForEach-Object { , @($_.td.InnerText) }
        $cells[0][0, 1, 3] | Should -Be 'new.user', 'Missing', 'stack.csv:4'
        $cells[0][2] | Should -BeLike '*RoutingProfileArn: +?Support Tier 1*SecurityProfileArns: +?Agent*' -Because 'names are looked up'
        $cells[1][0, 1, 3] | Should -Be $first, 'Different', 'stack.csv:2'
        $cells[1][2] | Should -BeLike "LastName:*$([char] 0x2192) =1+1"
        Get-WriteCall | Should -BeNullOrEmpty
    }

    It 'shows sets by element, in the page and in the CSV' {
        Edit-TestUser $first { $_.Tags = @{ Key = 'b'; Value = '2' }, @{ Key = 'X'; Value = '1' }, @{ Key = 'a'; Value = '1' } }
        'Username,Tags', "$first,a=1;b=2" | Set-Content -LiteralPath $stack
        $html = Join-Path -Path $folder -ChildPath 'drift.html'
        (Invoke-DriftReport -ArgumentList '-HtmlPath', $html).ExitCode | Should -Be 1
        (Import-Csv -LiteralPath $report).Differences | Should -BeExactly 'Tags: - X=1'
        (Get-Page -Path $html).html.body.table.tbody.tr.td[2].InnerText | Should -BeExactly "Tags: -$([char] 0xA0)X=1"
    }

    It 'encodes what others have written' {
        $names = '<script>alert(1)</script>', '<img src=x onerror=alert(2)>'
        'Username,LastName', "$first,$($names[0])", "$($names[1]),Li" | Set-Content -LiteralPath $stack
        $html = Join-Path -Path $folder -ChildPath 'drift.html'
        (Invoke-DriftReport -ArgumentList '-HtmlPath', $html).ExitCode | Should -Be 1
        Get-Content -LiteralPath $html -Raw | Should -Not -Match '<script|<img'
        $text = (Get-Page -Path $html).html.body.InnerText
        $names | ForEach-Object { $text.Contains($_) | Should -BeTrue }
    }

    It 'writes a page without scripts and references, for phones and for print' {
        'Username', $first | Set-Content -LiteralPath $stack
        $html = Join-Path -Path $folder -ChildPath 'drift.html'
        (Invoke-DriftReport -ArgumentList '-HtmlPath', $html).ExitCode | Should -Be 0
        $text = Get-Content -LiteralPath $html -Raw
        $text | Should -Not -Match '<script|<link|\ssrc=|href="(?!#)|url\(|@import'
        $text | Should -Match "(?s)name=`"viewport`".*default-src 'none'.*@media print.*Nothing to list"
    }

    It 'ends with exit code 0 where all is in the desired state' {
        'Username', $first | Set-Content -LiteralPath $stack
        $result = Invoke-DriftReport -ArgumentList '-IncludeInSync'
        $result.Error | Should -BeNullOrEmpty
        $result.ExitCode | Should -Be 0
        (Import-Csv -LiteralPath $report).Status | Should -Be 'InSync'
    }

    It 'ends with exit code 1 for a bad row, and 2 for a file that is not there' {
        'Username,AutoAccept', "$first,perhaps" | Set-Content -LiteralPath $stack
        (Invoke-DriftReport).ExitCode | Should -Be 1
        (Import-Csv -LiteralPath $report).ErrorId | Should -Be 'InvalidValue'

        Remove-Item -LiteralPath $stack
        $result = Invoke-DriftReport
        $result.ExitCode | Should -Be 2
        $result.Error[0] | Should -BeLike 'Could not run: *'
    }
}
