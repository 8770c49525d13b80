BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
}

Describe 'Tags of AWS' {
    BeforeAll {
        $simulator = Start-TestSimulator -UserCount 3
        $arn = $simulator.FindUser((Get-ConnectUser -First 1).Username)
        $key = 'aws:cloudformation:stack-name'

        function Get-TagText {
            @((Get-ConnectUser -Identifier $arn).Tags | ForEach-Object { "$($_.Key)=$($_.Value)" } | Sort-Object)
        }
    }

    BeforeEach {
        Edit-TestResource $arn { $_.Tags = @(@{ Key = $key; Value = 'contact-centre' }, @{ Key = 'Team'; Value = 'Sales' }) }
        $simulator.ClearCalls()
    }

    It 'are no change in a row that is not edited' {
        $file = Join-Path $TestDrive 'users.csv'
        Get-ConnectUser -Identifier $arn | Export-Csv -LiteralPath $file
        Import-Csv -LiteralPath $file | Set-ConnectUser -ErrorAction Stop
        Import-ConnectUser -LiteralPath $file | Set-ConnectUser -ErrorAction Stop
        Get-ConnectUser -Identifier $arn | Set-ConnectUser -ErrorAction Stop
        $simulator.Calls.Operation | Should -Not -Contain 'UpdateResource'
    }

    It 'stay where <Name>' -ForEach @(
        @{ Name = '-Tag has no tag'; Parameters = { @{ Tag = @{} } }; Expected = @() }
        @{ Name = '-Tag has other tags'; Parameters = { @{ Tag = @{ Site = 'A' } } }; Expected = @('Site=A') }
        @{ Name = '-Property has tags'; Parameters = { @{ Property = @{ Tags = @{ Site = 'B' } } } }; Expected = @('Site=B') }
    ) {
        $parameters = & $Parameters
        Set-ConnectUser $arn @parameters -ErrorAction Stop
        Get-TagText | Should -Be @(@($Expected) + "$key=contact-centre" | Sort-Object)
    }

    It 'stay where they are edited or gone in a piped user' {
        $user = Get-ConnectUser -Identifier $arn
        $user.Tags = @{ Site = 'C' }
        $user | Set-ConnectUser -ErrorAction Stop
        Get-TagText | Should -Be "$key=contact-centre", 'Site=C'

        $user = Get-ConnectUser -Identifier $arn
        $user.Tags = @{ Site = 'C'; $key = 'other' }
        $user | Set-ConnectUser -ErrorAction Stop
        Get-TagText | Should -Be "$key=contact-centre", 'Site=C'
    }

    It 'and of stacks are not part of a copy' {
        Set-ConnectUser $arn -AddTag @{ 'AwsccConnect:Stack' = 'sales' }
        $password = 'Example-Passw0rd' | ConvertTo-SecureString -AsPlainText -Force
        $user = Get-ConnectUser -Identifier $arn
        $user.Username = 'copy'
        $copy = $user | New-ConnectUser -Password $password -ErrorAction Stop
        $copy.Tags | ForEach-Object { "$($_.Key)=$($_.Value)" } | Should -Be 'Team=Sales'
        $file = Join-Path $TestDrive 'copy.csv'
        Get-ConnectUser -Identifier $arn | Export-Csv -LiteralPath $file
        $copy = Import-Csv -LiteralPath $file | ForEach-Object { $_.Username = 'row'; $_ } | New-ConnectUser -Password $password -ErrorAction Stop
        $copy.Tags | ForEach-Object { "$($_.Key)=$($_.Value)" } | Should -Be 'Team=Sales'
    }

    It 'are no difference' {
        $before = Get-ConnectUser -Identifier $arn
        $after = Get-ConnectUser -Identifier $arn
        $after.Tags = @{ Team = 'Sales' }
        $comparison = Compare-ConnectUser -ReferenceObject $before -DifferenceObject $after
        $comparison.Differences | Should -BeNullOrEmpty
        $comparison.PatchDocument | Should -Be '[]'
    }

    It 'are refused before any call in <Name>' -ForEach @(
        @{ Name = '-AddTag'; Parameters = @{ AddTag = @{ 'aws:x' = '1' } } }
        @{ Name = '-Tag'; Parameters = @{ Tag = @{ 'aws:x' = '1' } } }
        @{ Name = '-RemoveTag'; Parameters = @{ RemoveTag = 'aws:cloudformation:stack-name' } }
    ) {
        { Set-ConnectUser $arn @Parameters -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidValue,*'
        $simulator.Calls.Operation | Should -Not -Contain 'UpdateResource'
    }
}
