BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'
    $simulator = Start-ConnectSimulator -SetDefault
    $null = Get-ConnectRoutingProfile
}

AfterAll {
    $simulator | Stop-ConnectSimulator
    $PSStyle.OutputRendering = $rendering
}

Describe 'Formats' {
    It 'shows users as a table' {
        $lines = @(Get-ConnectUser -First 3 | Format-Table | Out-String -Width 160 -Stream | Where-Object { $_.Trim() })
        $lines | Should -HaveCount 5
        $lines[0] -split ' +' | Should -Be 'Username', 'Name', 'Email', 'PhoneType', 'Routing', 'Region'
    }

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
        # As somebody who knows no names: another process does not either.
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
        $text | Should -Match ' SUCCESS '
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
