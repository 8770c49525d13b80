# StackQL's column names on the module's objects.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $simulator = Start-TestSimulator
    $user = @(Get-ConnectUser | Where-Object { $_.user_proficiencies.Count -and -not $_.auto_accept_configs.Count })[0]
}

Describe 'Snake case' {
    It 'reads <Name>' -ForEach @(
        @{ Name = 'region'; Value = { $user.region } }
        @{ Name = 'user_arn'; Value = { $user.user_arn } }
        @{ Name = 'instance_arn'; Value = { $user.instance_arn } }
        @{ Name = 'username'; Value = { $user.username } }
        @{ Name = 'routing_profile_arn'; Value = { $user.routing_profile_arn } }
        @{ Name = 'phone_type'; Value = { $user.phone_config.phone_type } }
        @{ Name = 'first_name'; Value = { $user.identity_info.first_name } }
        @{ Name = 'hierarchy_group_arn'; Value = { $user.hierarchy_group_arn } }
        @{ Name = 'level'; Value = { $user.user_proficiencies[0].level } }
        @{ Name = 'attribute_name'; Value = { $user.user_proficiencies[0].attribute_name } }
        @{ Name = 'key'; Value = { $user.tags[0].key } }
        @{ Name = 'security_profile_arns'; Value = { $user.security_profile_arns.Count } }
    ) {
        & $Value | Should -Not -BeNullOrEmpty
    }

    It 'reads the values of the documented names' {
        $user.user_arn | Should -Be $user.UserArn
        $user.user_proficiencies[0].attribute_name | Should -Be 'connect:Language'
    }

    It 'works where commands take names of properties' {
        $user | Where-Object user_arn -Like '*/agent/*' | Should -HaveCount 1
        ($user | Select-Object -Property user_arn).user_arn | Should -Be $user.UserArn
        (Get-ConnectUser -IdentifierOnly -First 1).user_arn | Should -BeLike '*/agent/*'
    }

    It 'does not shadow Username' {
        $user.PSObject.Properties['username'].MemberType | Should -Be 'Property'
    }
}
