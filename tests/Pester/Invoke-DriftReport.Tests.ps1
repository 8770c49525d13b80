BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Runbook.ps1')

    function Invoke-DriftReport([string[]] $ArgumentList = @()) {
        Invoke-Runbook -Name Invoke-DriftReport -ArgumentList (@('-StackPath', $stack) + $ArgumentList)
    }
}

Describe 'Invoke-DriftReport' {
    BeforeEach {
        $simulator = Start-ConnectSimulator -UserCount 6
        $environment = Set-RunbookEnvironment -Simulator $simulator
        $folder = New-Item -Path (Join-Path -Path $TestDrive -ChildPath "run book $([guid]::NewGuid())") -ItemType Directory
        $stack = Join-Path -Path $folder -ChildPath 'stack.csv'
        $report = Join-Path -Path $folder -ChildPath 'reports/report.csv'
        $first, $second = (Get-ConnectUser -First 2).Username
    }

    AfterEach {
        $null = Use-RunbookEnvironment -Value $environment
        $simulator | Stop-ConnectSimulator
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

        $page = Get-Content -LiteralPath $html -Raw
        $page | Should -BeLike '*<title>Drift of stack.csv</title>*'
        $page | Should -BeLike "*<td>$first</td>*"
        $page | Should -BeLike '*-&gt; =1+1*'
        $page | Should -Not -BeLike "*<td>$second</td>*"
        Get-WriteCall | Should -BeNullOrEmpty
    }

    It 'ends with exit code 0 where all is as wanted' {
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
