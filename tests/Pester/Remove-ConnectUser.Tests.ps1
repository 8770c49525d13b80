BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Remove-ConnectUser' {
    BeforeEach {
        $simulator = Start-ConnectSimulator -SetDefault
    }

    AfterEach {
        $simulator | Stop-ConnectSimulator
    }

    It 'removes piped users' {
        Get-ConnectUser -First 3 | Remove-ConnectUser -Force | Should -BeNullOrEmpty
        $simulator.UserCount | Should -Be 22
    }

    It 'removes the users of a CSV file' {
        @'
Username,InstanceArn
sara.smith,contact-centre
maria.chen,contact-centre
'@ | ConvertFrom-Csv | Remove-ConnectUser -Confirm:$false
        $simulator.UserCount | Should -Be 23
        $simulator.FindUser('sara.smith') | Should -BeNullOrEmpty
    }

    It 'returns what it removed with -PassThru' {
        (Get-ConnectUser -Username 'sara.smith' | Remove-ConnectUser -Force -PassThru).Username | Should -Be 'sara.smith'
    }

    It 'reports a user that is gone, or is silent when told so' {
        $arn = $simulator.FindUser('sara.smith')
        Remove-ConnectUser $arn -Force
        { Remove-ConnectUser $arn -Force -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound*'
        { Remove-ConnectUser $arn -Force -IgnoreNotFound -ErrorAction Stop } | Should -Not -Throw
    }

    It 'removes nothing with -WhatIf, even with -Force' {
        Get-ConnectUser -First 2 | Remove-ConnectUser -WhatIf
        Get-ConnectUser -First 2 | Remove-ConnectUser -WhatIf -Force
        $simulator.UserCount | Should -Be 25
    }

    It 'answers for an earlier run with the same -RunId' {
        $arns = @((Get-ConnectUser -First 3).UserArn)
        $arns[0] | Remove-ConnectUser -Force -RunId 'leavers-1'
        $arns | Remove-ConnectUser -Force -RunId 'leavers-1' -PassThru -ErrorAction Stop | Should -HaveCount 3
        $simulator.UserCount | Should -Be 22
    }
}
