# Errors of rows say which user they are about, and where the row is from.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $simulator = Start-TestSimulator -UserCount 0
    $routing = @(Get-ConnectRoutingProfile | ForEach-Object Arn)
    $security = @(Get-ConnectSecurityProfile | ForEach-Object Arn)
    $null = Add-TestUser 'taken'
    $gone = "$($simulator.InstanceArn)/agent/00000000-0000-4000-8000-00000000dead"
}

Describe 'The message of a row that fails' {
    It 'names the user of <Name>' -ForEach @(
        @{ Name = 'a row with a bad cell'; Script = { [pscustomobject]@{ Username = 'ben'; AutoAccept = 'perhaps' } | New-ConnectUser }; Message = 'ben: AutoAccept*' }
        @{ Name = 'a hashtable with a bad cell'; Script = { @{ username = 'ben'; auto_accept = 'perhaps' } | New-ConnectUser }; Message = 'ben: AutoAccept*' }
        @{ Name = 'a row with an ARN and a bad cell'; Script = { [pscustomobject]@{ UserArn = $gone; AutoAccept = 'perhaps' } | Set-ConnectUser }; Message = 'agent/00000000-0000-4000-8000-00000000dead: AutoAccept*' }
        @{ Name = 'a row without a name'; Script = { [pscustomobject]@{ AutoAccept = 'perhaps' } | New-ConnectUser }; Message = 'The row: AutoAccept*' }
        @{ Name = 'a row whose Id is of something else'; Script = { [pscustomobject]@{ Id = 17; Username = 'ben' } | New-ConnectUser }; Message = "ben: The column Id means UserArn: UserArn '17' is not an ARN*" }
        @{ Name = 'an ARN'; Script = { Get-ConnectUser $gone }; Message = "'agent/00000000-0000-4000-8000-00000000dead' was not found in instance/* in eu-west-2." }
        @{ Name = 'an ARN to change'; Script = { Set-ConnectUser $gone -AutoAccept $true }; Message = "'agent/00000000-0000-4000-8000-00000000dead' was not found in instance/* in eu-west-2." }
        @{ Name = 'an ARN to remove'; Script = { Remove-ConnectUser $gone -Force }; Message = "'agent/00000000-0000-4000-8000-00000000dead' was not found in instance/* in eu-west-2." }
    ) {
        $failures = @((Get-Result $Script).Error)
        $failures | Should -HaveCount 1
        "$($failures[0])" | Should -BeLike $Message
    }

    It 'has the file, the line and the user of <Name>' -ForEach @(
        @{ Name = 'a cell that cannot be read'; Rows = 'Username,AutoAccept', 'ben,perhaps'; Message = 'bad.csv:2: ben: AutoAccept*' }
        @{ Name = 'a user that AWS refuses'; Rows = 'Username,InstanceArn,RoutingProfileArn,SecurityProfileArns,FirstName,LastName', 'taken,INSTANCE,ROUTING,SECURITY,Ben,Li'; Message = 'bad.csv:2: *''taken''*exists*' }
        @{ Name = 'a user that is gone'; Rows = 'UserArn,AutoAccept', 'GONE,true'; Message = 'bad.csv:2: ''agent/00000000-0000-4000-8000-00000000dead'' was not found in instance/* in eu-west-2.'; Command = 'Set-ConnectUser' }
    ) {
        $path = Join-Path $TestDrive 'bad.csv'
        $Rows -creplace 'INSTANCE', $simulator.InstanceArn -creplace 'ROUTING', $routing[0] -creplace 'SECURITY', $security[0] -creplace 'GONE', $gone | Set-Content $path
        $failures = @((Get-Result {
                    $rows = Import-ConnectUser $path
                    if ($Command) { $rows | Set-ConnectUser } else { $rows | New-ConnectUser -GeneratePassword }
                }).Error)
        $failures | Should -HaveCount 1 -Because "$failures"
        "$($failures[0])" | Should -BeLike $Message
        "$($failures[0])" | Should -Not -Match 'arn:aws'
    }
}
