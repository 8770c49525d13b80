# A command that is run again with the same -RunId finishes what was left and does nothing twice.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')
    $password = ConvertTo-SecureString 'Str0ngEnough' -AsPlainText -Force
    $common = @{ InstanceArn = $simulator.InstanceArn; RoutingProfile = $routing[0]; SecurityProfile = $security[0] }
    $new = $common + @{ Password = $password; RunId = 'onboarding-1' }
    $change = @{ FirstName = 'Changed'; AddTag = @{ Wave = '2'; Site = 'Leeds' }; RunId = 'change-1' }

    function Get-Row {
        param([int] $Count)

        0..($Count - 1) | ForEach-Object {
            [pscustomobject]@{ Username = "run0$_"; FirstName = "First$_"; LastName = 'Li'; 'tag:Team' = 'Sales'; 'tag:Site' = 'Leeds' }
        }
    }

    # How many writes of an operation made a request of their own.
    function Get-RequestCount {
        param([string] $Operation, [string] $User)

        $calls = $simulator.Calls | Where-Object { $_.Operation -eq $Operation -and $_.RequestToken -and (-not $User -or $User -in $_.Username, $_.Identifier) }
        @($calls | ForEach-Object RequestToken | Select-Object -Unique).Count
    }
}

Describe '-RunId of New-ConnectUser' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
    }

    It 'gives the users of a run that was done as if it had just been done' {
        $null = Get-Row 3 | New-ConnectUser @new
        $result = Get-Result { Get-Row 3 | New-ConnectUser @new -Verbose }
        $result.Error | Should -BeNullOrEmpty
        $result.Output.Username | Sort-Object | Should -Be 'run00', 'run01', 'run02'
        foreach ($user in $result.Output) {
            $user.PSTypeNames | Should -Contain 'AwsccConnect.ConnectUser'
        }

        @($result.Verbose | Where-Object { "$_" -like '*done by an earlier run*' }) | Should -HaveCount 3
        $simulator.UserCount | Should -Be 3
    }

    It 'creates again what was removed since' {
        $null = Get-Row 2 | New-ConnectUser @new
        $null = $simulator.Remove($simulator.FindUser('run01'))
        Get-Row 2 | New-ConnectUser @new | Should -HaveCount 2
        Get-RequestCount 'CreateResource' 'run00' | Should -Be 1
        Get-RequestCount 'CreateResource' 'run01' | Should -Be 2
        Get-Row 2 | New-ConnectUser @new | Should -HaveCount 2
        Get-RequestCount 'CreateResource' 'run01' | Should -Be 2 -Because 'the second attempt is known too'
    }

    It 'leaves changed what was changed since' {
        $null = Get-Row 1 | New-ConnectUser @new
        Set-ConnectUser $simulator.FindUser('run00') -FirstName 'Changed'
        (Get-Row 1 | New-ConnectUser @new).FirstName | Should -Be 'Changed'
    }

    It 'says of another run what is there' {
        $null = Get-Row 1 | New-ConnectUser @new
        $failure = Assert-Failure 'AlreadyExists' { Get-Row 1 | New-ConnectUser @common -Password $password -RunId 'onboarding-2' }
        $failure.CategoryInfo.Category | Should -Be 'ResourceExists'
        "$failure" | Should -BeLike '*run00*'
        "$failure" | Should -BeLike '*has the requested values*'
        $failure.TargetObject | Should -Not -BeNullOrEmpty
    }

    It 'reports a row that is there twice in each run' {
        foreach ($run in 'first', 'second') {
            $result = Get-Result { @(Get-Row 1) + @(Get-Row 1) | New-ConnectUser @new }
            $result.Output | Should -HaveCount 1 -Because $run
            $result.Error | Should -HaveCount 1 -Because $run
            Get-ErrorId $result.Error | Should -Be 'AlreadyExists'
            "$($result.Error)" | Should -BeLike '*run00*'
        }

        $simulator.UserCount | Should -Be 1
    }

    It 'tries again what failed' {
        $simulator.Faults.AddJson('[{ "operation": "CreateResource", "kind": "HandlerError", "errorCode": "InvalidRequest", "count": 1 }]')
        $null = Assert-Failure 'InvalidRequest' { Get-Row 1 | New-ConnectUser @new }
        Get-Row 1 | New-ConnectUser @new | Should -HaveCount 1
        Get-RequestCount 'CreateResource' | Should -Be 2
        $simulator.FindUser('run00') | Should -Not -BeNullOrEmpty
    }

    It 'warns that another password was not set' {
        $null = Get-Row 2 | New-ConnectUser @new
        $other = $new.Clone()
        $other.Password = ConvertTo-SecureString 'Other0Password' -AsPlainText -Force
        $result = Get-Result { Get-Row 2 | New-ConnectUser @other }
        $result.Error | Should -BeNullOrEmpty
        $result.Output | Should -HaveCount 2
        @($result.Warning | Where-Object { "$_" -like '*was not set*' }) | Should -HaveCount 2
        $result.Warning | Should -HaveCount 2
        $simulator.CheckPassword($simulator.FindUser('run00'), 'Str0ngEnough') | Should -BeTrue
        $simulator.UserCount | Should -Be 2
    }

    It 'gives with -NoWait the requests of the earlier run' {
        $simulator = Start-TestSimulator -UserCount 0 -HandlerSeconds 3600
        $first = (Get-Row 3 | New-ConnectUser @new -NoWait).RequestToken | Sort-Object
        (Get-Row 3 | New-ConnectUser @new -NoWait).RequestToken | Sort-Object | Should -Be $first
        $first | Select-Object -Unique | Should -HaveCount 3
        Get-RequestCount 'CreateResource' | Should -Be 3
    }

    It 'does not go with -<Name>' -ForEach @(
        @{ Name = 'GeneratePassword'; More = { @{ GeneratePassword = $true } } }
        @{ Name = 'ClientToken'; More = { @{ ClientToken = 'mine'; Password = $password } } }
    ) {
        $more = & $More
        $result = Get-Result { Get-Row 2 | New-ConnectUser @common -RunId 'onboarding-1' @more }
        $result.Output | Should -BeNullOrEmpty
        $result.Error | Should -HaveCount 1
        "$($result.Error)" | Should -BeLike "*$Name*"
        $simulator.CallCount | Should -Be 0
    }

    It 'makes client tokens without the password' {
        $tokens = foreach ($text in 'Str0ngEnough', 'Other0Password') {
            $other = $new.Clone()
            $other.Password = ConvertTo-SecureString $text -AsPlainText -Force
            $null = Get-Row 1 | New-ConnectUser @other
            ($simulator.Calls | Where-Object Operation -EQ 'CreateResource').ClientToken
            $simulator = Start-TestSimulator -UserCount 0
        }

        $tokens | Should -HaveCount 2
        $tokens[0] | Should -Be $tokens[1]
    }
}

Describe '-RunId of Set-ConnectUser and Remove-ConnectUser' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $arn = Add-TestUser 'ben'
    }

    It 'is refused with <Command>' -ForEach @(
        @{ Command = { $arn | Set-ConnectUser -FirstName 'A' -RunId 'r' -ClientToken 't' } }
        @{ Command = { $arn | Remove-ConnectUser -Force -RunId 'r' -ClientToken 't' } }
        @{ Command = { $arn | Set-ConnectUser -FirstName 'A' -RunId 'two words' } }
        @{ Command = { $arn | Remove-ConnectUser -Force -RunId '' } }
    ) {
        $failures = @((Get-Result $Command).Error)
        $failures | Should -HaveCount 1
        "$failures" | Should -BeLike '*RunId*'
        $simulator.CallCount | Should -Be 0
    }

    It 'changes again what was changed back since' {
        Set-ConnectUser $arn @change
        Set-ConnectUser $arn -FirstName 'Back'
        Set-ConnectUser $arn @change
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'Changed'
    }

    It 'ends there after there and back and there again' {
        $rows = 'A', 'B', 'A' | ForEach-Object { [pscustomobject]@{ UserArn = $arn; FirstName = $_ } }
        foreach ($run in 1, 2) {
            $rows | Set-ConnectUser -ThrottleLimit 1 -RunId 'swing'
            (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'A' -Because "of run $run"
        }
    }

    It 'finishes a change that was applied by half' {
        $simulator.Faults.AddJson('[{ "operation": "UpdateResource", "kind": "HalfApplied", "errorCode": "GeneralServiceException", "count": 1 }]')
        $null = Assert-Failure 'UpdateHalfApplied' { Set-ConnectUser $arn @change }
        Set-ConnectUser $arn @change -ErrorAction Stop
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'Changed'
        (Get-TestUser 'ben').Tags.Key | Should -Contain 'Wave'
        @($simulator.Calls | Where-Object { $_.Operation -eq 'UpdateResource' -and $_.Outcome -like 'ClientTokenConflict*' }) |
            Should -HaveCount 1 -Because 'the second text is another one'
    }

    It 'makes a change that failed with another attempt' {
        $simulator.Faults.AddJson('[{ "operation": "UpdateResource", "kind": "HandlerError", "errorCode": "AccessDenied", "count": 1 }]')
        (Get-Result { Set-ConnectUser $arn @change }).Error | Should -HaveCount 1
        Set-ConnectUser $arn @change -ErrorAction Stop
        Get-RequestCount 'UpdateResource' | Should -Be 2
    }

    It 'applies once a patch that would do more when applied twice' {
        Set-ConnectUser $arn -AddTag @{ A = '1'; B = '2'; C = '3' }
        foreach ($run in 1..3) {
            Set-ConnectUser $arn -PatchDocument '[{"op":"remove","path":"/Tags/0"}]' -RunId 'change-2' -PassThru | Should -HaveCount 1
            (Get-TestUser 'ben').Tags | Should -HaveCount 3 -Because "of run $run"
        }
    }

    It 'does not repeat a patch of which AWS does not say whether it was applied' {
        $patch = @{ PatchDocument = '[{"op":"copy","from":"/IdentityInfo/LastName","path":"/IdentityInfo/FirstName"}]'; RunId = 'change-3'; LastName = 'One' }
        Set-ConnectUser $arn @patch
        Set-ConnectUser $arn -LastName 'Two'
        $failure = Assert-Failure 'ClientTokenConflict' { Set-ConnectUser $arn @patch }
        $failure.CategoryInfo.Category | Should -Be 'InvalidOperation'
        "$failure" | Should -BeLike '*ben*'
        $failure.TargetObject | Should -Not -BeNullOrEmpty
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Two'
    }

    It 'finds in no run a user that never was' {
        $unknown = "$($simulator.InstanceArn)/agent/00000000-0000-0000-0000-000000000000"
        foreach ($run in 1..3) {
            $failure = Assert-Failure 'NotFound' { $unknown | Remove-ConnectUser -Force -RunId 'leavers-1' -PassThru }
            $failure.CategoryInfo.Category | Should -Be 'ObjectNotFound' -Because "of run $run"
            "$failure" | Should -BeLike "*'agent/00000000-0000-0000-0000-000000000000'*"
            $failure.TargetObject | Should -Not -BeNullOrEmpty
        }
    }

    It 'makes a removal that AWS only claimed' {
        $simulator.Faults.AddJson('[{ "operation": "DeleteResource", "kind": "NotApplied", "count": 1 }]')
        $null = $arn | Remove-ConnectUser -Force -RunId 'leavers-1' -PassThru -ErrorAction Stop
        $simulator.UserCount | Should -Be 1
        $null = $arn | Remove-ConnectUser -Force -RunId 'leavers-1' -PassThru -ErrorAction Stop
        $simulator.UserCount | Should -Be 0
    }
}
