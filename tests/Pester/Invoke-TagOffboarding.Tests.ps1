BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Runbook.ps1')

    function Set-UserTag([string] $UserArn, [string] $Key, [string] $Value) {
        Edit-TestResource $UserArn { $_.Tags = @(@{ Key = $Key; Value = $Value }) }
    }
}

Describe 'Invoke-TagOffboarding' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 6 @runbookKeys
        $report = Join-Path -Path $TestDrive -ChildPath "reports $([guid]::NewGuid())/report.csv"
        $users = (Get-ConnectUser -IdentifierOnly).UserArn
    }

    It 'removes those with the tag and nobody else' {
        Set-UserTag -UserArn $users[0] -Key Leaver -Value true
        Set-UserTag -UserArn $users[1] -Key Leaver -Value false
        Set-UserTag -UserArn $users[2] -Key leaver -Value true
        Set-UserTag -UserArn $users[3] -Key Leaver -Value true
        $result = Invoke-Runbook -Name Invoke-TagOffboarding
        $result.Error | Should -BeNullOrEmpty
        $result.ExitCode | Should -Be 0
        $result.Output | Should -Be 'Removed: 2', 'Failed: 0', 'NotDone: 0'
        $rows = Import-Csv -LiteralPath $report
        $rows.UserArn | Sort-Object | Should -Be ($users[0, 3] | Sort-Object)
        $rows.Status | Should -Be 'Removed', 'Removed'
        $rows.Username | Should -Not -Contain ''
        (Get-ConnectUser -IdentifierOnly).UserArn | Sort-Object | Should -Be ($users[1, 2, 4, 5] | Sort-Object)
    }

    It 'removes nobody where more than -MaximumRemovals have the tag, and ends with exit code 2' {
        $users[0..2] | ForEach-Object { Set-UserTag -UserArn $_ -Key Site -Value 'Closed=2026' }
        $result = Invoke-Runbook -Name Invoke-TagOffboarding -ArgumentList '-Tag', 'Site=Closed=2026', '-MaximumRemovals', '2'
        $result.ExitCode | Should -Be 2
        "$($result.Error)" | Should -BeLike '*3 users have the tag Site=Closed=2026*'
        Get-WriteCall | Should -BeNullOrEmpty
        (Import-Csv -LiteralPath $report).Status | Should -Be 'NotDone', 'NotDone', 'NotDone'
    }

    It 'goes on after one that cannot be removed, and ends with exit code 1' {
        $users[0..2] | ForEach-Object { Set-UserTag -UserArn $_ -Key Leaver -Value true }
        $simulator.Faults.AddJson('[{ "operation": "DeleteResource", "kind": "HandlerError", "errorCode": "InvalidRequest", "count": 1 }]')
        $html = Join-Path -Path (Split-Path -Path $report) -ChildPath 'left.html'
        $result = Invoke-Runbook -Name Invoke-TagOffboarding -ArgumentList '-HtmlPath', $html
        $result.ExitCode | Should -Be 1
        $page = Get-Page -Path $html
        $page.html.head.title | Should -Be 'Offboarding of Leaver=true'
        Get-BarText -Page $page | Should -Be 'Removed 2', 'Failed 1'
        $rows = Import-Csv -LiteralPath $report
        $rows.Status | Sort-Object | Should -Be 'Failed', 'Removed', 'Removed'
        $failed = $rows | Where-Object Status -EQ Failed
        $failed.ErrorId | Should -Be 'InvalidRequest'
        $failed.Message | Should -Not -BeNullOrEmpty
        (Get-ConnectUser -IdentifierOnly).UserArn | Should -Contain $failed.UserArn
        $simulator.UserCount | Should -Be 4
    }

    It 'names them, removes nobody and writes no report with -WhatIf' {
        Set-UserTag -UserArn $users[0] -Key Leaver -Value true
        $result = Invoke-Runbook -Name Invoke-TagOffboarding -ArgumentList '-WhatIf'
        $result.ExitCode | Should -Be 0
        $result.Output -join "`n" | Should -BeLike "*What if: Remove user *$($users[0])*"
        Get-WriteCall | Should -BeNullOrEmpty
        $report | Should -Not -Exist
    }

    It 'writes a report of the columns alone where nobody has the tag' {
        $result = Invoke-Runbook -Name Invoke-TagOffboarding
        $result.Error | Should -BeNullOrEmpty
        $result.ExitCode | Should -Be 0
        Get-Content -LiteralPath $report | Should -Be '"Username","Status","UserArn","ErrorId","Message"'
    }
}
