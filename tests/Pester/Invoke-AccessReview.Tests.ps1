BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Runbook.ps1')

    function Set-UserProperty([string] $UserArn, [hashtable] $Value) {
        Edit-TestResource $UserArn { foreach ($name in $Value.Keys) { $_[$name] = $Value[$name] } }
    }

    # The rows below a heading of a group: the cells of each.
    function Get-Group([xml] $Page, [string] $Heading) {
        $table = $Page.SelectSingleNode("//h3[starts-with(., '$Heading ')]/following-sibling::table[1]")
        $table.tbody.tr | ForEach-Object { , @($_.td.InnerText) }
    }
}

Describe 'Invoke-AccessReview' {
    BeforeEach {
        $folder = New-Item -Path (Join-Path -Path $TestDrive -ChildPath "run book $([guid]::NewGuid())") -ItemType Directory
        $state = Join-Path -Path $folder -ChildPath 'state.json'
        $simulator = Start-TestSimulator -UserCount 5 -StatePath $state @runbookKeys
        $report = Join-Path -Path $folder -ChildPath 'reports/report.csv'
        $html = Join-Path -Path $folder -ChildPath 'reports/access.html'
        $users = @(Get-ConnectUser | Sort-Object -Property Username)
        $admin, $agent = (Get-ConnectSecurityProfile -Name 'Admin', 'Agent' | Sort-Object -Property Name).Arn
        $group = Get-ConnectHierarchyGroup | Where-Object Path -Like '*/*' | Select-Object -First 1
        $users | ForEach-Object { Set-UserProperty -UserArn $_.UserArn -Value @{ SecurityProfileArns = @($agent); HierarchyGroupArn = $group.Arn } }
    }

    It 'lists users by security profile, last change and hierarchy' {
        Set-UserProperty -UserArn $users[0].UserArn -Value @{ SecurityProfileArns = $agent, $admin }
        Set-UserProperty -UserArn $users[3].UserArn -Value @{ HierarchyGroupArn = $null }
        $simulator | Stop-ConnectSimulator
        $document = Get-Content -LiteralPath $state -Raw | ConvertFrom-Json -DateKind String
        $stored = @($users.UserArn | ForEach-Object { $arn = $_; $document.Resources | Where-Object Identifier -EQ $arn })
        $stored[1].Modified = [datetime]::UtcNow.AddDays(-60).ToString('o')
        $stored[2].Modified = '2019-05-04T03:02:01Z'
        ConvertTo-Json -InputObject $document -Depth 20 | Set-Content -LiteralPath $state
        $simulator = Start-TestSimulator -StatePath $state @runbookKeys
        $result = Invoke-Runbook -Name Invoke-AccessReview -ArgumentList '-HtmlPath', $html
        $result.Error | Should -BeNullOrEmpty
        $result.ExitCode | Should -Be 0
        $result.Output | Should -Be 'Listed: 5', 'Failed: 0'

        $rows = Import-Csv -LiteralPath $report
        $rows.Username | Should -Be $users.Username
        $rows.UserArn | Should -Be $users.UserArn
        $rows.SecurityProfiles | Should -Be 'Admin; Agent', 'Agent', 'Agent', 'Agent', 'Agent'
        $rows.Hierarchy | Should -Be $group.Name, $group.Name, $group.Name, '(none)', $group.Name
        $rows.LastChange | Should -Be 'Up to 7 days ago', 'Up to 90 days ago', 'Earlier', 'Up to 7 days ago', 'Up to 7 days ago'
        $rows[2].LastModifiedTime | Should -Be '2019-05-04 03:02:01'
        $rows[0].Name | Should -Be "$($users[0].FirstName) $($users[0].LastName)"

        $page = Get-Page -Path $html
        $page.html.head.title | Should -Be 'Access to contact-centre'
        $page.html.body.h2 | Should -Be 'By security profile', 'By last change', 'By hierarchy'
        Get-BarText -Page $page | Should -Be @(
            'Listed 5', 'Admin 1', 'Agent 5', 'Up to 7 days ago 3', 'Up to 90 days ago 1', 'Earlier 1', "$($group.Name) 4", '(none) 1'
        )
        $groups = $page.SelectNodes('//h3')
        $groups.Count | Should -Be 7
        $page.SelectNodes('//li/a/@href').Value | Should -Be ($groups | ForEach-Object { "#$($_.id)" })
        (Get-Group -Page $page -Heading Admin)[0] | Should -Be $users[0].Username
        Get-Group -Page $page -Heading Agent | ForEach-Object { $_[0] } | Should -Be $users.Username
        Get-Group -Page $page -Heading '(none)' | ForEach-Object { $_[0] } | Should -Be $users[3].Username
        Get-WriteCall | Should -BeNullOrEmpty
    }

    It 'reports users that cannot be read, and ends with exit code 1' {
        $simulator.Faults.AddJson((ConvertTo-Json -InputObject @(@{
                        operation = 'GetResource'; user = $users[1].UserArn; kind = 'Exception'; exceptionName = 'InvalidRequestException'
                    })))
        $result = Invoke-Runbook -Name Invoke-AccessReview -ArgumentList '-HtmlPath', $html
        $result.ExitCode | Should -Be 1
        $result.Output | Should -Be 'Listed: 4', 'Failed: 1'
        $failed = Import-Csv -LiteralPath $report | Where-Object Status -EQ Failed
        $failed.UserArn, $failed.Username | Should -Be $users[1].UserArn, $users[1].Username
        $failed.ErrorId | Should -Be 'InvalidRequest'
        $page = Get-Page -Path $html
        @($page.html.body.h2)[-1] | Should -Be 'Could not be read'
        @(Get-Group -Page $page -Heading Failed)[0][-1] | Should -Be $failed.Message
    }

    It 'has no times of changes without the permission to list users' {
        $simulator.Faults.AddJson('[{ "operation": "ListUsers", "kind": "Exception", "exceptionName": "AccessDeniedException" }]')
        $result = Invoke-Runbook -Name Invoke-AccessReview
        $result.Error | Should -BeNullOrEmpty
        $result.ExitCode | Should -Be 0
        $rows = Import-Csv -LiteralPath $report
        $rows.Username | Should -Be $users.Username
        $rows.LastChange | Sort-Object -Unique | Should -Be 'Not known'
    }

    It 'ends with exit code 2 where it cannot run' {
        $result = Invoke-Runbook -Name Invoke-AccessReview -ArgumentList '-ModulePath', (Join-Path -Path $folder -ChildPath 'No.Such.Module')
        $result.ExitCode | Should -Be 2
        "$($result.Error)" | Should -BeLike 'Could not run: *'
    }

    It 'takes an instance without users' {
        $users | Remove-ConnectUser -Force
        $result = Invoke-Runbook -Name Invoke-AccessReview -ArgumentList '-HtmlPath', $html
        $result.Error | Should -BeNullOrEmpty
        $result.ExitCode | Should -Be 0
        (Get-Page -Path $html).SelectNodes('//h3').Count | Should -Be 0
    }

    It 'encodes names' {
        Set-UserProperty -UserArn $users[0].UserArn -Value @{ IdentityInfo = @{ FirstName = '<script>'; LastName = 'x" onclick="y' } }
        (Invoke-Runbook -Name Invoke-AccessReview -ArgumentList '-HtmlPath', $html).ExitCode | Should -Be 0
        Get-Content -LiteralPath $html -Raw | Should -Not -Match '<script|" onclick'
        (Get-Group -Page (Get-Page -Path $html) -Heading Agent)[0][1] | Should -Be '<script> x" onclick="y'
    }
}
