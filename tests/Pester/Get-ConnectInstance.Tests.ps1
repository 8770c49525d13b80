BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $simulator = Start-TestSimulator
}

Describe 'Get-ConnectInstance' {
    It 'lists instances' {
        (Get-ConnectInstance).Alias | Should -Be 'contact-centre'
        (Get-ConnectInstance -Name 'contact-*').Arn | Should -Be $simulator.InstanceArn
    }

    It 'reads one by its ARN' {
        (Get-ConnectInstance -Identifier $simulator.InstanceArn).IdentityManagementType | Should -Be 'CONNECT_MANAGED'
    }

    It 'tells an alias that is not there, with the nearest' {
        $failure = { Get-ConnectInstance contact-center -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*' -PassThru
        $failure.ErrorDetails.RecommendedAction | Should -Be "Did you mean 'contact-centre'?"
    }
}
