# Users that went through a job, a file or Select-Object: they have lost the state they were read with.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')

    function Get-ClixmlCopy {
        param($InputObject)

        $file = Join-Path $TestDrive 'copy.xml'
        $InputObject | Export-Clixml $file -Depth 3
        Import-Clixml $file
    }
}

Describe 'Copies' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $arn = Add-TestUser 'ben' { $_.UserProficiencies = @(@{ AttributeName = 'Product'; AttributeValue = 'Mobile'; Level = 2 }) }
        $user = Get-ConnectUser $arn
        $simulator.ClearCalls()
    }

    It 'identify and no more: <Copy>' -ForEach @(
        @{ Copy = { Get-ClixmlCopy $user } }
        @{ Copy = { $user | Select-Object -Property * } }
        @{ Copy = { $user | Select-Object -Property Username, UserArn, FirstName } }
        @{ Copy = { $user | Select-Object -Property Username, InstanceArn, FirstName } }
    ) {
        $copied = & $Copy
        $copied.FirstName = 'Edited'
        $copied | Set-ConnectUser -LastName 'Ode'
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Ode'
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'Ada'
        $copied | Remove-ConnectUser -Force
        $simulator.UserCount | Should -Be 0
    }

    It 'without a change say why that is nothing: <Copy>' -ForEach @(
        @{ Copy = { Get-ClixmlCopy $user } }
        @{ Copy = { $user | Select-Object -Property * } }
    ) {
        $copied = & $Copy
        $copied.FirstName = 'Edited'
        $failure = Assert-Failure 'NothingToChange' { $copied | Set-ConnectUser }
        "$failure" | Should -BeLike '*copy*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike 'Edit the user itself and pipe it (Get-ConnectUser)*'
        $simulator.CallCount | Should -Be 0
    }

    It 'are created again with their values: <Copy>' -ForEach @(
        @{ Copy = { Get-ClixmlCopy $user } }
        @{ Copy = { $user | Select-Object -Property * } }
        @{ Copy = { $user } }
    ) {
        $before = Get-TestUser 'ben'
        $copied = & $Copy
        $user | Remove-ConnectUser -Force
        $copied | New-ConnectUser -Password $password
        $after = Get-TestUser 'ben'
        $after.UserArn = $before.UserArn
        Get-CanonicalJson $after | Should -BeExactly (Get-CanonicalJson $before)
    }

    It 'without identity are an error' {
        $null = Assert-Failure 'MissingIdentity' { $user | Select-Object -Property FirstName | Set-ConnectUser -LastName 'Ode' }
        $failure = Assert-Failure 'MissingIdentity' { $user | Select-Object -Property Username | Remove-ConnectUser -Force }
        "$failure" | Should -BeLike "'ben' *"
        $simulator.UserCount | Should -Be 1
    }

    It 'with a username identify in the instance of the command' {
        $user | Select-Object -Property Username | Set-ConnectUser -InstanceArn 'contact-centre' -LastName 'Ode'
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Ode'
        $user | Select-Object -Property Username | Remove-ConnectUser -InstanceArn 'contact-centre' -Force
        $simulator.UserCount | Should -Be 0
    }

    It 'of references identify' {
        $reference = Get-ConnectUser -IdentifierOnly
        $reference | Select-Object -Property UserArn | Set-ConnectUser -LastName 'Ode'
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Ode'
        Get-ClixmlCopy $reference | Remove-ConnectUser -Force
        $simulator.UserCount | Should -Be 0
    }
}
