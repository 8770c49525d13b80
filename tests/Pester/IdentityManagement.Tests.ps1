# What new users need depends on how their instance manages identities.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $password = ConvertTo-SecureString 'Correct7Horse' -AsPlainText -Force
    $names = @{ FirstName = 'Ada'; LastName = 'Li' }
}

Describe 'New-ConnectUser in an instance with <Management>' -ForEach @(
    @{ Management = 'CONNECT_MANAGED'; NeedsNames = $true; HasPassword = $true; Longest = 20 }
    @{ Management = 'SAML'; NeedsNames = $true; HasPassword = $false; Longest = 64 }
    @{ Management = 'EXISTING_DIRECTORY'; NeedsNames = $false; HasPassword = $false; Longest = 20 }
) {
    BeforeAll {
        $simulator = Start-TestSimulator -UserCount 0 -IdentityManagement $Management
        $common = @{ InstanceArn = 'contact-centre'; RoutingProfile = 'Sales'; SecurityProfile = 'Agent' }
        if ($HasPassword) {
            $common.Password = $password
        }
    }

    BeforeEach {
        $simulator.ClearCalls()
    }

    It 'knows which names are needed' {
        New-ConnectUser 'whole' @common @names | Should -HaveCount 1
        foreach ($name in 'FirstName', 'LastName') {
            $some = $names.Clone()
            $some.Remove($name)
            if ($NeedsNames) {
                "$(Assert-Failure 'MissingProperty' { New-ConnectUser 'ben' @common @some })" | Should -BeLike "ben: *$Management needs $name."
            }
            else {
                New-ConnectUser "no.$name" @common @some | Should -HaveCount 1
            }
        }
    }

    It 'knows whether a password is needed' {
        $other = $common.Clone()
        $other.Remove('Password')
        if ($HasPassword) {
            $failure = Assert-Failure 'MissingProperty' { New-ConnectUser 'ben' @other @names }
            "$failure" | Should -BeLike '*needs Password.'
            $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-GeneratePassword*'
        }
        else {
            "$(Assert-Failure 'ConflictingProperties' { New-ConnectUser 'ben' @other @names -GeneratePassword })" | Should -BeLike "*$Management has no password*"
        }

        Get-WriteCount | Should -Be 0
    }

    It 'knows how long usernames may be' {
        New-ConnectUser ('u' * $Longest) @common @names | Should -HaveCount 1
        $null = Assert-Failure 'InvalidValue' { New-ConnectUser ('v' * ($Longest + 1)) @common @names }
        Get-WriteCount | Should -Be 1
    }

    It 'knows whether users come from a directory' {
        if ($Management -eq 'SAML') {
            $null = Assert-Failure 'ConflictingProperties' { New-ConnectUser 'dir' @common @names -DirectoryUserId 'S-1' }
            Get-WriteCount | Should -Be 0
        }
        elseif ($Management -eq 'EXISTING_DIRECTORY') {
            $user = New-ConnectUser 'dir' @common @names -DirectoryUserId 'S-1'
            "$(Assert-Failure 'PropertyNotUpdatable' { $user | Set-ConnectUser -LastName 'Other' })" | Should -BeLike '*directory*'
            Get-CallCount 'UpdateResource' | Should -Be 0
        }
    }
}
