BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Get-ConnectUserPermission' {
    It 'lists the actions of operations' {
        (Get-ConnectUserPermission -Operation Read).Action | Should -Be 'connect:DescribeUser', 'connect:ListUserProficiencies'
        (Get-ConnectUserPermission).Operation | Select-Object -Unique | Should -Be 'Create', 'Read', 'Update', 'Delete', 'List'
    }

    It 'writes a policy of what a command calls' {
        $policy = Get-ConnectUserPermission -AsPolicy -ForCommand Set-ConnectUser | ConvertFrom-Json
        $policy.Version | Should -Be '2012-10-17'
        $policy.Statement.Action | Should -Contain 'cloudformation:UpdateResource'
        $policy.Statement.Action | Should -Contain 'cloudformation:GetResource'
        $policy.Statement.Action | Should -Not -Contain 'cloudformation:DeleteResource'
        $policy.Statement.Action | Should -Not -Contain 'iam:PassRole'
    }

    It 'passes a role only where one is named' {
        $role = 'arn:aws:iam::123456789012:role/CloudControl'
        $policy = Get-ConnectUserPermission -AsPolicy -ForCommand New-ConnectUser -RoleArn $role | ConvertFrom-Json
        ($policy.Statement | Where-Object Action -EQ 'iam:PassRole').Resource | Should -Be $role
    }
}
