BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'
    $simulator = Start-ConnectSimulator -SetDefault
    $ids = '[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}'
    $roster = Join-Path -Path $PSScriptRoot -ChildPath '../../examples/agents.csv'
    $formats = Get-ChildItem -Path (Join-Path -Path $PSScriptRoot -ChildPath '../../output/AwsccConnect*/*.Format.ps1xml')

    # The lines with text that a console of this width shows, which leaves its last column free.
    function Get-ShownLine {
        param([object[]] $InputObject, [int] $Width)

        $InputObject | Out-String -Stream -Width ($Width - 1) | ForEach-Object TrimEnd | Where-Object { $_ }
    }

    function Get-ViewedType {
        param([string] $Control)

        Select-Xml -Path $formats.FullName -XPath "//View[$Control]/ViewSelectedBy/TypeName" | ForEach-Object { $_.Node.InnerText }
    }
}

AfterAll {
    $simulator | Stop-ConnectSimulator
    $PSStyle.OutputRendering = $rendering
}

Describe 'Tables' {
    It 'show <Type> in 80 and in 160 columns' -ForEach @(
        @{
            Type = 'ConnectUser'; Script = { Get-ConnectUser -First 3 }
            Wide = 'Username', 'Name', 'Routing', 'Region', 'Email'
        }
        @{ Type = 'ConnectUserReference'; Script = { Get-ConnectUser -IdentifierOnly -First 3 }; Wide = 'Username', 'UserId', 'Region', 'InstanceId' }
        @{
            Type = 'ConnectUserRequest'; Script = { Get-ConnectUser -First 2 | Set-ConnectUser -AddTag @{ Sample = 'request' } -NoWait }
            Wide = 'User', 'RequestToken', 'Status'
        }
        @{ Type = 'ConnectUserRow'; Script = { Import-ConnectUser $roster }; Wide = 'Line', 'Username', 'Name', 'Email', 'PhoneType' }
        @{
            Type = 'ConnectUserStackResult'; Wide = 'Username', 'Status', 'Outcome', 'Differences'
            Script = {
                $file = Join-Path $TestDrive 'team.csv'
                'Username,LastName', 'kate.lopez,Other', 'erik.rossi,Rossi' | Set-Content $file
                Test-ConnectUserStack $file -InstanceArn 'contact-centre'
            }
        }
        @{ Type = 'ConnectInstance'; Script = { Get-ConnectInstance }; Wide = 'Alias', 'Id', 'Region', 'Identity' }
        @{ Type = 'ConnectRoutingProfile'; Script = { Get-ConnectRoutingProfile }; Wide = 'Name', 'Id', 'Description' }
        @{ Type = 'ConnectSecurityProfile'; Script = { Get-ConnectSecurityProfile }; Wide = 'Name', 'Id', 'Description' }
        @{ Type = 'ConnectHierarchyGroup'; Script = { Get-ConnectHierarchyGroup }; Wide = 'Name', 'Id', 'Path' }
        @{ Type = 'ConnectSimulator'; Script = { $simulator }; Wide = 'Url', 'Region', 'InstanceAlias', 'Users', 'Calls', 'Running' }
        @{ Type = 'SimulatorCall'; Script = { $simulator.Calls }; Wide = 'Call', 'Time', 'Operation', 'Outcome', 'Status', 'ms', 'Subject' }
        @{
            Type = 'SimulatorFault'; Wide = 'Name', 'Kind', 'Operation', 'User', 'Probability', 'Hits', 'Matches'
            Script = {
                $other = Start-ConnectSimulator -UserCount 0
                $other.Faults.AddJson('[{ "name": "slow reads", "operation": "Get*", "kind": "Slow", "probability": 0.5 }]')
                $other.Faults.Rules
                $other | Stop-ConnectSimulator
            }
        }
    ) {
        $shown = @(& $Script)
        $shown | Should -Not -BeNullOrEmpty
        foreach ($one in $shown) {
            $one.PSTypeNames | Should -Contain "AwsccConnect.$Type"
        }

        Set-StrictMode -Version 3
        $Error.Clear()
        foreach ($width in 80, 160) {
            $lines = @(Get-ShownLine $shown $width | Where-Object { $_ -ne '   File: agents.csv' })
            $lines[0].Trim() -split ' +' | Should -Be ($Type -eq 'ConnectUser' -and $width -eq 80 ? $Wide[0..3] : $Wide)
            $lines | Should -HaveCount ($shown.Count + 2) -Because 'there is one line each, below the header and its rule'
            $lines | Where-Object { $_.Length -gt $width } | Should -BeNullOrEmpty
            $lines | Should -Not -BeLike '*#ERR*'
        }

        $lines | Should -Not -Match "(?<! [0-9a-f]{8})`u{2026}" -Because 'nothing but ids is cut in a wide console'
        $Error.Count | Should -Be 0 -Because 'the views hold in strict mode'
    }

    It 'show each user as soon as it is written' {
        $users = Get-ConnectUser -First 2
        $table = { Out-String -Stream }.GetSteppablePipeline()
        $table.Begin($true)
        $users | ForEach-Object { (@($table.Process($_)) -match '\S')[-1] -split ' +' | Select-Object -First 1 } | Should -Be $users.Username
    }

    It 'name a user completely in 120 columns' {
        @(Get-ShownLine (Get-ConnectUser -Username 'sara.smith') 120)[2] | Should -Match '^sara\.smith +Sara Smith +Support Tier 1 +eu-west-2 +sara\.smith@example\.com$'
    }

    It 'leave out from the right what has no room in <Width> columns' -ForEach @(
        @{ Width = 64; Columns = 'Username', 'Name', 'Routing' }
        @{ Width = 79; Columns = 'Username', 'Name', 'Routing', 'Region' }
    ) {
        $lines = @(Get-ShownLine (Get-ConnectUser -Username 'sara.smith') $Width)
        $lines[0].Trim() -split ' +' | Should -Be $Columns
        $lines[2] | Should -Match '^sara\.smith +Sara Smith +Support Tier 1'
        $lines[2] | Should -Not -BeLike "*`u{2026}*" -Because 'columns are left out whole'
    }

    It 'have names of routing profiles that are known, which fit 80 columns' {
        $keys = @{ AccessKey = 'AKIDTHIRD'; SecretKey = 'none' }
        $null = Get-ConnectRoutingProfile @keys
        @(Get-ShownLine (Get-ConnectUser -Username 'sara.smith' @keys) 80)[2] | Should -Match '^sara\.smith +Sara Smith +Support Tier 1 +eu-west-2$'
    }

    It 'have no more digits of levels than they need' {
        $lines = @(Get-ShownLine (Get-ConnectUser -Username 'sara.smith').UserProficiencies 80)
        $lines[0].Trim() -split ' +' | Should -Be 'AttributeName', 'AttributeValue', 'Level'
        $lines[2] | Should -Match '^connect:Language connect:French +2$'
    }

    It 'have the status of requests without colours where there are none' {
        $requests = 'SUCCESS', 'FAILED', 'CANCEL_COMPLETE', 'IN_PROGRESS', "`e[31mODD" | ForEach-Object {
            [pscustomobject] @{ PSTypeName = 'AwsccConnect.ConnectUserRequest'; User = 'a.a'; OperationStatus = $_ }
        }
        $lines = @(Get-ShownLine $requests 160)
        $lines | Select-Object -Skip 2 | ForEach-Object { ($_ -split ' +')[1] } | Should -Be 'SUCCESS', 'FAILED', 'CANCEL_COMPLETE', 'IN_PROGRESS', '?[31mODD'
        $lines | Should -Not -Match "`e"
    }

    It 'have the whole token of a request beside a long user and an error in <Width> columns' -ForEach @(@{ Width = 80 }, @{ Width = 160 }) {
        $requests = 'a.a', 'firstname.lastname', ('x' * 60), 'arn:aws:connect:eu-west-2:123456789012:instance/i/agent/5f68106d-7d15-4a66-9b11-8c2a7ec84d66' | ForEach-Object {
            [pscustomobject] @{
                PSTypeName = 'AwsccConnect.ConnectUserRequest'; User = $_; RequestToken = '17dd10c8-82cb-4c64-a707-8c53a59080b0'
                Operation = 'CREATE'; OperationStatus = 'FAILED'; ErrorCode = 'AlreadyExists'
            }
        }
        $lines = @(Get-ShownLine $requests $Width)
        $lines | Should -HaveCount ($requests.Count + 2) -Because 'the header and each request has one line'
        foreach ($line in $lines | Select-Object -Skip 2) {
            $line.Contains(' 17dd10c8-82cb-4c64-a707-8c53a59080b0') | Should -BeTrue -Because $line
            $line.Contains(' CREATE FAI') | Should -BeTrue -Because $line
        }

        $lines[5].StartsWith("5f68106d`u{2026} ") | Should -BeTrue
        @(Get-ShownLine $requests[0] $Width)[2] | Should -Match ' CREATE FAILED: AlreadyExists$'
    }

    It 'are cleaned of what a terminal would obey' {
        $user = Get-ConnectUser -First 1
        $user.FirstName = "`e[31mRed"
        $user.LastName = "`u{202E}txet"
        $user.Email = "a`r`nb@example.com"
        $text = $user | Out-String -Width 160
        $text.Contains('?[31mRed ?txet') | Should -BeTrue
        $text.Contains('a??b@example.com') | Should -BeTrue
        $text | Should -Not -Match "`e|`u{202E}"
    }

    It 'keep the other columns beside one long value' {
        $user = Get-ConnectUser -First 1 -AccessKey 'AKIDOTHER' -SecretKey 'none'
        $user.FirstName = 'x' * 255
        $lines = @(Get-ShownLine $user 160)
        $lines[0].Trim() -split ' +' | Should -Be 'Username', 'Name', 'Routing', 'Region', 'Email'
        $lines[2] | Should -Match " x{17}`u{2026} "
        $lines[2] | Should -Match ' eu-west-2 +[a-z.]+@example\.com$'
    }

    It 'show objects without any value' {
        foreach ($type in Get-ViewedType 'TableControl') {
            $Error.Clear()
            $text = [pscustomobject] @{ PSTypeName = $type; Other = 1 } | Out-String -Width 160
            $text | Should -BeLike '*---*' -Because $type
            $text | Should -Not -BeLike '*#ERR*' -Because $type
            $Error.Count | Should -Be 0 -Because $type
        }
    }

    It 'and lists are there for every type that commands give' {
        $types = (Get-Command -Module AwsccConnect*).OutputType.Name | Where-Object { $_ -notin 'System.String', 'System.Boolean' } | Sort-Object -Unique
        $types | Should -Not -BeNullOrEmpty
        foreach ($control in 'TableControl', 'ListControl') {
            $viewed = Get-ViewedType $control
            $types | Where-Object { $_ -notin $viewed } | Should -BeNullOrEmpty -Because $control
        }

        Get-ViewedType 'WideControl' | Should -Be 'AwsccConnect.ConnectUser'
    }
}

Describe 'Formats' {
    It 'shows users as a list' {
        $user = Get-ConnectUser -Username 'sara.smith'
        $text = $user | Format-List | Out-String -Width 300
        $text | Should -Match '(?m)^Username +: sara\.smith\r?$'
        $text | Should -Match "(?m)^UserArn +: $([regex]::Escape($user.UserArn))\r?$"
        $text | Should -Match '(?m)^ +Site=Leeds\r?$'
        $text | Should -Not -Match 'AutoAcceptConfigs|Password'
    }

    It 'shows settings per channel where a user has them' {
        Get-ConnectUser -First 1 | Format-List | Out-String | Should -Not -Match 'AutoAcceptConfigs'
        $user = [pscustomobject] @{ PSTypeName = 'AwsccConnect.ConnectUser'; AutoAcceptConfigs = @('VOICE:AutoAccept=true') }
        $user | Format-List | Out-String | Should -Match '(?m)^AutoAcceptConfigs +: VOICE:AutoAccept=true\r?$'
    }

    It 'shows users wide, by their names' {
        $text = Get-ConnectUser -First 4 | Format-Wide | Out-String
        $text | Should -BeLike '*sara.smith*maria.chen*'
        $text | Should -Not -BeLike '*@*'
    }

    It 'shows users of another process as those of this one' {
        # With other keys, for which no names are cached, as in a new process.
        $user = Get-ConnectUser -Username 'sara.smith' -AccessKey 'AKIDOTHER' -SecretKey 'none'
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($user))
        $copy | Format-Table | Out-String -Width 160 | Should -Be ($user | Format-Table | Out-String -Width 160)
        $copy | Format-List | Out-String -Width 160 | Should -Be ($user | Format-List | Out-String -Width 160)
    }

    It 'lists <Name>' -ForEach @(
        @{ Name = 'references'; Script = { Get-ConnectUser -IdentifierOnly -First 1 }; Pattern = '^UserArn +: arn:' }
        @{ Name = 'requests'; Script = { Get-ConnectUser -First 1 | Set-ConnectUser -FirstName Kim -NoWait }; Pattern = '^RequestToken +: ' }
        @{ Name = 'rows'; Script = { Import-ConnectUser (Join-Path -Path $PSScriptRoot -ChildPath '../../examples/agents.csv') | Select-Object -First 1 }; Pattern = '^TagsAndProficiencies +: tag:Team = Support' }
        @{ Name = 'instances'; Script = { Get-ConnectInstance }; Pattern = '^Arn +: arn:' }
        @{ Name = 'routing profiles'; Script = { Get-ConnectRoutingProfile -Name Sales }; Pattern = '^Arn +: arn:' }
        @{ Name = 'security profiles'; Script = { Get-ConnectSecurityProfile -Name Agent }; Pattern = '^Permissions +: BasicAgentAccess' }
        @{ Name = 'hierarchy groups'; Script = { Get-ConnectHierarchyGroup -Name 'Leeds Sales' }; Pattern = '^Path +: Leeds/Leeds Sales' }
        @{ Name = 'simulators'; Script = { $simulator }; Pattern = '^InstanceArn +: arn:' }
        @{ Name = 'calls'; Script = { $simulator.Calls[0] }; Pattern = '^RequestId +: ' }
    ) {
        $text = & $Script | Format-List | Out-String -Width 300
        $text | Should -Match "(?m)$Pattern"
        $text | Should -Not -Match '#ERR'
    }

    It 'shows the status of requests in colour where there are colours, and plain where there are none' {
        $done = Get-ConnectUser -First 2 | Set-ConnectUser -AddTag @{ Season = 'Winter' } -NoWait | Wait-ConnectUserRequest
        $PSStyle.OutputRendering = 'Ansi'
        $done | Out-String -Width 160 | Should -Match "$([regex]::Escape($PSStyle.Foreground.Green))SUCCESS$([regex]::Escape($PSStyle.Reset))"
        $PSStyle.OutputRendering = 'PlainText'
        $text = $done | Out-String -Width 160
        $text | Should -Match '(?m) SUCCESS\r?$'
        $text | Should -Not -Match "`e"
        $done[0] | Format-List | Out-String | Should -Match '(?m)^OperationStatus +: SUCCESS\r?$'
    }

    It 'cleans lists of what a terminal would obey' {
        $user = Get-ConnectUser -First 1
        $user.FirstName = "`e[31mRed"
        $user | Format-List | Out-String | Should -BeLike '*?`[31mRed*'
        $user | Format-Wide | Out-String | Should -Not -Match "`e"
    }
}
