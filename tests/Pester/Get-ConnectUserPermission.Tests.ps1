BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $instance = 'arn:aws-cn:connect:cn-north-1:123456789012:instance/11111111-2222-3333-4444-555555555555'
    $role = 'arn:aws:iam::123456789012:role/path/Connect+Users'

    function Get-Statement {
        param([hashtable] $Parameters)

        $policy = Get-ConnectUserPermission -AsPolicy @Parameters | ConvertFrom-Json
        $policy.Version | Should -Be '2012-10-17'
        $policy.Statement
    }
}

Describe 'Get-ConnectUserPermission' {
    It 'lists the actions of operations' {
        (Get-ConnectUserPermission -Operation Read).Action | Should -Be 'connect:DescribeUser', 'connect:ListUserProficiencies'
        (Get-ConnectUserPermission).Operation | Select-Object -Unique | Should -Be 'Create', 'Read', 'Update', 'Delete', 'List'
    }

    It 'lists each operation once' {
        Get-ConnectUserPermission list, Delete, List | ForEach-Object { "$_" } | Should -Be 'connect:ListUsers', 'connect:DeleteUser', 'connect:UntagResource'
    }

    It 'shows a table of two columns' {
        $lines = @(Get-ConnectUserPermission Read | Out-String -Stream -Width 80 | ForEach-Object { ($_ -replace "`e\[[0-9;]*m").TrimEnd() } | Where-Object { $_ })
        $lines | Should -Be @(
            'Operation Action'
            '--------- ------'
            'Read      connect:DescribeUser'
            'Read      connect:ListUserProficiencies'
        )
    }

    It 'writes a policy of what a command calls' {
        $actions = (Get-Statement @{ ForCommand = 'Set-ConnectUser' }).Action
        $actions | Should -Contain 'cloudformation:UpdateResource'
        $actions | Should -Contain 'cloudformation:GetResource'
        $actions | Should -Not -Contain 'cloudformation:DeleteResource'
        $actions | Should -Not -Contain 'iam:PassRole'
    }

    It 'writes a policy for what only a policy has, without -AsPolicy too' {
        Get-ConnectUserPermission -ForCommand 'Set-ConnectUser' | Should -BeExactly (Get-ConnectUserPermission -ForCommand 'Set-ConnectUser' -AsPolicy)
    }

    It 'takes commands by wildcards' {
        (Get-Statement @{ ForCommand = '*-ConnectUser' }).Action | Should -Contain 'connect:DeleteUser'
        (Get-Statement @{ ForCommand = 'get-*' }).Action | Should -Not -Contain 'connect:DeleteUser'
    }

    It 'limits actions of Connect to the instances, and tags to users' {
        $statements = Get-Statement @{ ForCommand = 'Set-ConnectUser'; InstanceArn = $instance }
        $statements.Sid | Should -Be 'CloudControl', 'FindInstances', 'UseInstance', 'TagUsers'
        $statements[0].Resource | Should -Be '*'
        $statements[1].Resource | Should -Be '*'
        $statements[2].Resource | Should -Be $instance, "$instance/*"
        $statements[3].Resource | Should -Be "$instance/agent/*"
        $statements[3].Action | Should -Be 'connect:TagResource', 'connect:UntagResource'
        $statements[0].Action | Where-Object { $_ -notlike 'cloudformation:*' } | Should -BeNullOrEmpty
    }

    It 'takes several instances or none' {
        @(Get-Statement @{ ForCommand = 'Get-ConnectUser'; InstanceArn = $instance, "${instance}0" })[-1].Resource |
            Should -Be $instance, "$instance/*", "${instance}0", "${instance}0/*"
        @(Get-Statement @{ ForCommand = 'Get-ConnectUser' })[-1].Resource | Should -Be 'arn:aws:connect:*:*:instance/*'
    }

    It 'names what only saves calls, where a command uses it' {
        $optional = @(Get-Statement @{ ForCommand = 'Test-ConnectUserStack' })[-1]
        $optional.Sid | Should -Be 'OptionalFindByName'
        $optional.Action | Should -Be 'connect:SearchUsers'
        (Get-Statement @{ ForCommand = 'Set-ConnectUser' }).Sid | Should -Not -Contain 'OptionalFindByName'
    }

    It 'lets the caller pass a role to Cloud Control, who then needs nothing of Connect' {
        $statements = Get-Statement @{ ForCommand = 'New-ConnectUser'; RoleArn = $role }
        $statements.Sid | Should -Be 'CloudControl', 'PassRole', 'OptionalFindInstances', 'OptionalFindByName'
        $statements[2].Action | Should -Be 'connect:ListInstances'
        $statements[3].Action | Should -Be 'connect:ListRoutingProfiles', 'connect:ListSecurityProfiles', 'connect:ListUserHierarchyGroups', 'connect:ListUsers'
        $statements[1].Action | Should -Be 'iam:PassRole'
        $statements[1].Resource | Should -Be $role
        ConvertTo-Json $statements[1].Condition -Compress | Should -BeExactly '{"StringEquals":{"iam:PassedToService":"cloudformation.amazonaws.com"}}'
        (Get-ConnectUserPermission -AsPolicy -RoleArn $role).Contains($role) | Should -BeTrue
    }

    It 'refuses <More>' -ForEach @(
        @{ More = { @{ ForCommand = 'Set-ConnectUsr' } }; Id = 'InvalidValue'; Mention = 'Set-ConnectUser' }
        @{ More = { @{ ForCommand = 'Import-ConnectUser' } }; Id = 'InvalidValue'; Mention = 'no command of this module that calls AWS' }
        @{ More = { @{ InstanceArn = 'contact-centre' } }; Id = 'InvalidArn'; Mention = 'contact-centre' }
        @{ More = { @{ InstanceArn = "$instance/agent/1" } }; Id = 'InvalidArn'; Mention = 'agent' }
    ) {
        $more = & $More
        $result = Get-Result { Get-ConnectUserPermission -AsPolicy @more }
        $result.Output | Should -BeNullOrEmpty
        $result.Error | Should -HaveCount 1
        Get-ErrorId $result.Error | Should -Be $Id
        "$($result.Error)" | Should -BeLike "*$Mention*"
        $result.Error[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'completes the names of commands' {
        $line = 'Get-ConnectUserPermission -AsPolicy -ForCommand set-'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'Set-ConnectUser'
    }
}
