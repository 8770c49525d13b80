# AWS is eventually consistent: a user that was just created may be listed and not be found yet.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $simulator = Start-TestSimulator -UserCount 0 -ReadDelaySeconds 0.7 -SearchDelaySeconds 600
    $common = @{
        InstanceArn      = $simulator.InstanceArn
        RoutingProfile   = @(Get-ConnectRoutingProfile)[0].Arn
        SecurityProfile  = @(Get-ConnectSecurityProfile)[0].Arn
        FirstName        = 'Ada'
        LastName         = 'Li'
        GeneratePassword = $true
    }
}

Describe 'A user that this session has just created' {
    It 'is found by <Name>' -ForEach @(
        @{ Name = 'a read'; Script = { ($user | Get-ConnectUser).Username | Should -Be $user.Username } }
        @{ Name = 'a read of its ARN'; Script = { (Get-ConnectUser $user.UserArn).Username | Should -Be $user.Username } }
        @{ Name = 'an update'; Script = { (Set-ConnectUser $user.UserArn -AutoAccept $true -PassThru).AutoAccept | Should -BeTrue } }
        @{ Name = 'a removal'; Script = { Remove-ConnectUser $user.UserArn -Force; $simulator.FindUser($user.Username) | Should -BeNullOrEmpty } }
        @{ Name = 'a list'; Script = { (Get-ConnectUser -InstanceArn contact-centre).Username | Should -Contain $user.Username } }
        @{ Name = 'its name'; Script = { (Get-ConnectUser -InstanceArn contact-centre -Username $user.Username).UserArn | Should -Be $user.UserArn } }
    ) {
        $user = New-ConnectUser "user$(New-Guid)".Substring(0, 18) @common
        & $Script
    }

    It 'is searched for without delay with the keys that created it alone' {
        $null = New-ConnectUser tagged @common -Tag @{ Site = 'York' }
        (Get-ConnectUser -InstanceArn $common.InstanceArn -Tag @{ Site = 'York' }).Username | Should -Be 'tagged'
        Get-ConnectUser -InstanceArn $common.InstanceArn -Tag @{ Site = 'York' } -AccessKey AKIDOTHER -SecretKey none | Should -BeNullOrEmpty
    }

    It 'is found when the create was waited for later' {
        $user = New-ConnectUser later @common -NoWait | Wait-ConnectUserRequest | Get-ConnectUser
        $user.Username | Should -Be later
    }

    It 'is read again, which -Verbose counts' {
        $user = New-ConnectUser counted @common
        # Whatever time has passed since.
        $simulator.Faults.AddJson('[{ "operation": "GetResource", "user": "counted", "kind": "Exception", "exceptionName": "ResourceNotFoundException", "count": 2 }]')
        $lines = (Get-Result { $user.UserArn | Get-ConnectUser -Verbose }).Verbose
        "$lines" | Should -Match 'NotFound, attempt 1, .*again in'
        "$($lines[-1])" | Should -Match '1 done, 0 failed, .* [1-9][0-9]* retried'
    }

    It 'is NotFound when this session has removed it' {
        $user = New-ConnectUser removed @common
        $user | Get-ConnectUser | Remove-ConnectUser -Force
        $simulator.ClearCalls()
        $null = Assert-Failure NotFound { Get-ConnectUser $user.UserArn }
        Get-CallCount GetResource | Should -Be 1
    }
}
