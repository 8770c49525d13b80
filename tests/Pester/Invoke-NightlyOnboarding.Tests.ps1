BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Runbook.ps1')

    function Set-Roster([string[]] $Row, [string] $Header = 'Username,FirstName,LastName,Email,PhoneType,AfterContactWorkTimeLimit') {
        @($Header) + $Row | Set-Content -LiteralPath $roster
    }

    function Get-Row([string] $Name, [string] $Limit = '30') {
        "$Name,$Name,Test,$Name@example.com,SOFT_PHONE,$Limit"
    }

    function Invoke-Onboarding([string[]] $ArgumentList = @(), [string] $RoutingProfile = 'Support Tier 1', [string] $RosterPath = $roster) {
        $arguments = @('-RosterPath', $RosterPath, '-RoutingProfile', $RoutingProfile, '-SecurityProfile', 'Agent') + $ArgumentList
        Invoke-Runbook -Name Invoke-NightlyOnboarding -ArgumentList $arguments
    }
}

Describe 'Invoke-NightlyOnboarding' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 6 @runbookKeys
        # With a space, as folders of schedulers have.
        $folder = New-Item -Path (Join-Path -Path $TestDrive -ChildPath "run book $([guid]::NewGuid())") -ItemType Directory
        $roster = Join-Path -Path $folder -ChildPath 'roster.csv'
        $report = Join-Path -Path $folder -ChildPath 'reports/report.csv'
    }

    It 'creates every row, and says so in its report and by exit code 0' {
        Set-Roster -Row (Get-Row -Name ann), (Get-Row -Name ben)
        $result = Invoke-Onboarding
        $result.Error | Should -BeNullOrEmpty
        $result.ExitCode | Should -Be 0
        $result.Output | Should -Be 'Created: 2', 'Existing: 0', 'Failed: 0', 'NotDone: 0'
        $rows = Import-Csv -LiteralPath $report
        $rows.Row | Should -Be 'roster.csv:2', 'roster.csv:3'
        $rows.Username | Should -Be 'ann', 'ben'
        $rows.Status | Should -Be 'Created', 'Created'
        $rows.UserArn | Should -Be $simulator.FindUser('ann'), $simulator.FindUser('ben')
        Get-Content -LiteralPath $report -AsByteStream -TotalCount 3 | Should -Be 0xEF, 0xBB, 0xBF
        Get-ChildItem -LiteralPath (Split-Path -Path $report) | Should -HaveCount 1 -Because 'no draft is left'
    }

    It 'goes on after bad rows, and ends with exit code 1' {
        Set-Roster -Row @(
            Get-Row -Name bad.limit -Limit soon
            Get-Row -Name ann
            'too,many,cells,in,this,row,here'
            Get-Row -Name twin
            Get-Row -Name twin
            Get-Row -Name last
        )
        $html = Join-Path -Path $folder -ChildPath 'reports/report.html'
        $result = Invoke-Onboarding -ArgumentList '-HtmlPath', $html
        $result.ExitCode | Should -Be 1
        $page = Get-Page -Path $html
        Get-BarText -Page $page | Should -Be 'Created 3', 'Failed 3'
        $page.html.body.table.thead.tr.th.'#text' | Should -Be 'Row', 'Username', 'Status', 'ErrorId', 'Message'
        @($page.html.body.table.tbody.tr) | Should -HaveCount 6
        $page.SelectNodes('//td[not(text() or *)]').Count | Should -Be 7 -Because 'three rows have neither ErrorId nor Message, and one has no Username'
        $result.Output | Should -Be 'Created: 3', 'Existing: 0', 'Failed: 3', 'NotDone: 0'
        $rows = Import-Csv -LiteralPath $report
        $rows | ForEach-Object { $_.Row.Split(':')[1] } | Should -Be (2..7) -Because 'rows stand in the order of the file'
        $rows[0].ErrorId | Should -Be 'InvalidValue'
        $rows[0].Message | Should -BeLike "*'soon'*"
        $rows[2].ErrorId | Should -Be 'InvalidRosterRow'
        $rows[3, 4].Status | Sort-Object | Should -Be 'Created', 'Failed'
        ($rows[3, 4] | Where-Object Status -EQ Failed).ErrorId | Should -Be 'DuplicateUser'
        foreach ($name in 'ann', 'twin', 'last') {
            $simulator.FindUser($name) | Should -Not -BeNullOrEmpty
        }

        $simulator.UserCount | Should -Be (6 + 3)
    }

    It 'takes the same roster again with -SkipExisting' {
        Set-Roster -Row (Get-Row -Name ann)
        (Invoke-Onboarding).ExitCode | Should -Be 0
        Set-Roster -Row (Get-Row -Name ann), (Get-Row -Name ben)
        (Invoke-Onboarding -ArgumentList '-SkipExisting').ExitCode | Should -Be 0
        (Import-Csv -LiteralPath $report).Status | Should -Be 'Existing', 'Created'
        (Invoke-Onboarding).ExitCode | Should -Be 1 -Because 'without the switch they are failures'
    }

    It 'gives passwords to the handover script and to nobody else' {
        Set-Roster -Row (Get-Row -Name ann), (Get-Row -Name ben)
        $vault = Join-Path -Path $folder -ChildPath 'vault.txt'
        $handover = Join-Path -Path $folder -ChildPath 'handover.ps1'
        @'
param($User)
$password = $User.InitialCredential.GetNetworkCredential().Password
if ($User.Username -eq 'ben') { throw "vault closed: $password" }
Set-Content -LiteralPath (Join-Path -Path $PSScriptRoot -ChildPath 'vault.txt') -Value $password
'@ | Set-Content -LiteralPath $handover
        $result = Invoke-Onboarding -ArgumentList '-HandoverScript', $handover
        $password = Get-Content -LiteralPath $vault
        $simulator.CheckPassword($simulator.FindUser('ann'), $password) | Should -BeTrue
        $result.ExitCode | Should -Be 1
        $ben = (Import-Csv -LiteralPath $report)[1]
        $ben.Status, $ben.ErrorId, $ben.UserArn | Should -Be 'Failed', 'HandoverFailed', $simulator.FindUser('ben')
        $everything = (Get-Content -LiteralPath $report -Raw) + $result.Output + $result.Error
        foreach ($secret in $password, 'vault closed', $runbookKeys.SecretKey) {
            $everything.Contains($secret) | Should -BeFalse
        }
    }

    It 'hands passwords to a vault of SecretManagement, and has them in no file, output or transcript' {
        # Stands in for the module: keeps what it gets, encrypted.
        $modules = Join-Path -Path $folder -ChildPath 'modules'
        $stub = New-Item -Path (Join-Path -Path $modules -ChildPath 'Microsoft.PowerShell.SecretManagement') -ItemType Directory
        $secrets = Join-Path -Path $folder -ChildPath 'secrets.txt'
        @"
function Set-Secret([string] `$Name, [object] `$Secret, [string] `$Vault) {
    Write-Host "stored `$Name"
    '{0} {1} {2}' -f `$Name, `$Vault, (ConvertFrom-SecureString -SecureString `$Secret.Password -Key ([byte[]] (1..32))) |
        Add-Content -LiteralPath '$secrets'
}
"@ | Set-Content -LiteralPath (Join-Path -Path $stub -ChildPath 'Microsoft.PowerShell.SecretManagement.psm1')

        # A scheduler's wrapper that keeps a transcript.
        $runbooks = Convert-Path -LiteralPath (Join-Path -Path $PSScriptRoot -ChildPath '../../examples/runbooks')
        $transcript = Join-Path -Path $folder -ChildPath 'transcript.txt'
        $wrapper = Join-Path -Path $folder -ChildPath 'wrapper.ps1'
        @"
Start-Transcript -LiteralPath '$transcript' | Out-Null
& '$runbooks/Invoke-NightlyOnboarding.ps1' -RosterPath '$roster' -InstanceArn contact-centre -ReportPath '$report' -HtmlPath '$report.html' -RoutingProfile 'Support Tier 1' -SecurityProfile Agent -HandoverScript '$runbooks/Save-InitialPassword.ps1' -Verbose
"@ | Set-Content -LiteralPath $wrapper
        Set-Roster -Row (Get-Row -Name ann), (Get-Row -Name ben)
        $result = Invoke-Job -ArgumentList '-File', $wrapper -Environment @{ CONNECT_VAULT = 'Connect' } -ModulePath $modules
        $result.Error | Should -BeNullOrEmpty
        $result.ExitCode | Should -Be 0
        $result.Output -join "`n" | Should -Not -BeLike '*stored connect/*' -Because 'its output is dropped'
        Get-Content -LiteralPath $transcript -Raw | Should -BeLike '*Created: 2*'
        $written = @(Get-ChildItem -LiteralPath $folder -Recurse -File | ForEach-Object { Get-Content -LiteralPath $_.FullName -Raw }) + $result.Output -join "`n"
        $lines = Get-Content -LiteralPath $secrets
        $lines | Should -HaveCount 2
        foreach ($line in $lines) {
            $name, $vault, $encrypted = $line.Split(' ')
            $vault | Should -Be 'Connect'
            $password = ConvertTo-SecureString -String $encrypted -Key ([byte[]] (1..32)) | ConvertFrom-SecureString -AsPlainText
            $simulator.CheckPassword($simulator.FindUser(($name -replace '^connect/')), $password) | Should -BeTrue
            $written.Contains($password) | Should -BeFalse
        }
    }

    It 'creates nobody where the handover script cannot run: <Reason>' -TestCases @(
        @{ Script = 'absent.ps1'; Reason = '*absent.ps1*' }
        @{ Script = 'needy.ps1'; Reason = '*needs the module No.Such.Module, which is not installed. No user was created.' }
    ) {
        Set-Roster -Row (Get-Row -Name ann)
        '#Requires -Modules No.Such.Module', 'param($User)' | Set-Content -LiteralPath (Join-Path -Path $folder -ChildPath 'needy.ps1')
        $result = Invoke-Onboarding -ArgumentList '-HandoverScript', (Join-Path -Path $folder -ChildPath $Script)
        $result.ExitCode | Should -Be 2
        "$($result.Error)" | Should -BeLike "Could not run: $Reason"
        Get-WriteCall | Should -BeNullOrEmpty
    }

    It 'refuses a column of passwords and does not repeat it' {
        Set-Roster -Header 'Username,FirstName,LastName,Email,PhoneType,AfterContactWorkTimeLimit,Password' -Row "$(Get-Row -Name ann),Zq7MarkerPassw0rd"
        $result = Invoke-Onboarding
        $result.ExitCode | Should -Be 2
        "$($result.Error)" | Should -BeLike 'Could not run: *password*'
        (Get-Content -LiteralPath $report -Raw) + $result.Output + $result.Error | Should -Not -BeLike '*Zq7MarkerPassw0rd*'
        Get-WriteCall | Should -BeNullOrEmpty
    }

    It 'ends with exit code 2 and the reason where it cannot run: <Reason>' -TestCases @(
        @{ File = 'missing.csv'; RoutingProfile = 'Support Tier 1'; Reason = 'missing.csv' }
        @{ File = 'r*r.csv'; RoutingProfile = 'Support Tier 1'; Reason = 'r`*r.csv' }
        @{ File = 'roster.csv'; RoutingProfile = 'No such profile'; Reason = 'No such profile' }
        @{ File = 'roster.csv'; RoutingProfile = 'Support Tier ?'; Reason = 'Support Tier' }
        @{ File = 'roster.csv'; RoutingProfile = 'Support Tier [12]'; Reason = 'Support Tier `[12`]' }
    ) {
        Set-Roster -Row (Get-Row -Name ann)
        $result = Invoke-Onboarding -RosterPath (Join-Path -Path $folder -ChildPath $File) -RoutingProfile $RoutingProfile
        $result.ExitCode | Should -Be 2
        "$($result.Error)" | Should -BeLike "Could not run: *$Reason*"
        Get-WriteCall | Should -BeNullOrEmpty
    }

    It 'creates nothing and writes no report with -WhatIf' {
        Set-Roster -Row (Get-Row -Name ann)
        $result = Invoke-Onboarding -ArgumentList '-WhatIf'
        $result.ExitCode | Should -Be 0
        $result.Output | Should -Contain "What if: Create user 'ann'"
        $report | Should -Not -Exist
        Get-WriteCall | Should -BeNullOrEmpty
    }

    It 'makes cells that look like formulas harmless' {
        Set-Roster -Row '=1+1,Ann,Test,ann@example.com,SOFT_PHONE,soon'
        (Invoke-Onboarding).ExitCode | Should -Be 1
        (Import-Csv -LiteralPath $report).Username | Should -BeExactly "'=1+1"
    }
}
