BeforeDiscovery {
    $types = @(
        @{ Type = 'ConnectManaged'; Identity = 'email address,password,' }
        @{ Type = 'Saml'; Identity = '' }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $header = 'first name,last name,{0}user login,routing profile name,security_profile_name_1|security_profile_name_2,' +
        'phone type (soft/desk),phone number,soft phone auto accept (yes/no),ACW timeout (seconds)'
}

Describe 'The template of the Connect console' {
    BeforeAll {
        # A new session starts with 2 creates a second, so both instances are filled at the same time.
        $modules = Join-Path $PSScriptRoot 'Import-Module.ps1'
        $runs = 'ConnectManaged', 'Saml' | ForEach-Object -ThrottleLimit 2 -Parallel {
            $ErrorActionPreference = 'Stop'
            . $using:modules
            $simulator = Start-ConnectSimulator -UserCount 0 -IdentityManagement $_
            try {
                $connection = @{ EndpointUrl = $simulator.Url.AbsoluteUri; Region = $simulator.Region; AccessKey = 'AKIAX'; SecretKey = 'x' }
                $profiles = (Get-ConnectRoutingProfile @connection).Name
                $security = (Get-ConnectSecurityProfile @connection).Name | Sort-Object -CaseSensitive
                $groups = (Get-ConnectHierarchyGroup @connection).Path
                $isSaml = $_ -eq 'Saml'
                $lines = @(($using:header -f $(if (-not $isSaml) { 'email address,password,' })) + ',UserHierarchy')
                foreach ($number in 1..500) {
                    $name = 'agent.{0:d3}' -f $number
                    $lines += @(
                        "First $number", "`"Last, $number`""
                        if (-not $isSaml) { "$name@example.com", "Correct7Horse$number" }
                        $name, $profiles[$number % $profiles.Count], ($security[0..($number % 3)] -join '|')
                        if ($number % 4) { 'soft', '' } else { 'desk', "+44113496$($number + 1000)" }
                        ('yes', 'no')[$number % 2], ($number % 90), $(if ($number % 5) { '' } else { $groups[$number % $groups.Count] })
                    ) -join ','
                }

                $folder = Join-Path $using:TestDrive $_
                $null = New-Item -ItemType Directory -Path $folder
                $lines | Set-Content (Join-Path $folder 'in.csv')
                $made = Import-ConnectUser (Join-Path $folder 'in.csv') -AllowPlainTextPassword | New-ConnectUser -InstanceArn $simulator.InstanceArn @connection
                Export-ConnectUser (Join-Path $folder 'out.csv') -InstanceArn $simulator.InstanceArn @connection -WarningVariable warned
                Import-ConnectUser (Join-Path $folder 'out.csv') | Set-ConnectUser -InstanceArn $simulator.InstanceArn @connection
                @{
                    Type     = $_
                    Made     = @($made).Count
                    Warned   = $warned
                    Expected = $lines -replace ',Correct7Horse\d+,', ',,'
                    Actual   = Get-Content (Join-Path $folder 'out.csv')
                    Updates  = @($simulator.Calls | Where-Object Operation -EQ 'UpdateResource').Count
                }
            }
            finally {
                $simulator | Stop-ConnectSimulator
            }
        }
    }

    It 'with 500 users of an instance with <Type> is read, created and written again, all but the passwords' -ForEach $types {
        $run = $runs | Where-Object { $_.Type -eq $Type }
        $run.Made | Should -Be 500
        $run.Warned | Should -BeNullOrEmpty
        $run.Actual[0] | Should -BeExactly (($header -f $Identity) + ',UserHierarchy')
        Compare-Object $run.Expected $run.Actual -CaseSensitive -SyncWindow 0 | Should -BeNullOrEmpty
        $run.Updates | Should -Be 0 -Because 'the written file has no change'
    }
}

Describe 'Export-ConnectUser' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Seed.ps1')
    }

    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $file = Join-Path $TestDrive "$(New-Guid).csv"
        $line = 'Ada,Li,{0}@example.com,,{0},Basic Routing Profile,Admin,soft,,no,30'
    }

    It 'writes users of the pipeline by username, with a byte order mark and without a column that nobody needs' {
        $null = 'ben', 'ana' | ForEach-Object { Add-TestUser $_ { $_.Remove('Tags') } }
        $result = Get-Result { Get-ConnectUser | Export-ConnectUser $file }
        $result.Output | Should -BeNullOrEmpty
        $result.Warning | Should -BeNullOrEmpty
        [System.IO.File]::ReadAllBytes($file)[0..2] | Should -Be 0xEF, 0xBB, 0xBF
        Get-Content $file | Should -BeExactly ($header -f 'email address,password,'), ($line -f 'ana'), ($line -f 'ben')
    }

    It 'reads the users of ARNs, references and rows' {
        $null = 'a', 'b', 'c' | ForEach-Object { Add-TestUser $_ { $_.Remove('Tags') } }
        $references = @(Get-ConnectUser -IdentifierOnly)
        $references[0].UserArn, $references[1], [pscustomobject]@{ Username = 'c'; InstanceArn = $instance } | Export-ConnectUser $file
        (Import-ConnectUser $file).Username | Should -Be 'a', 'b', 'c'
    }

    It 'keeps a spreadsheet from taking a cell for a formula' {
        $null = Add-TestUser 'ana' { $_.Remove('Tags'); $_.IdentityInfo.FirstName = '=1+1'; $_.PhoneConfig.DeskPhoneNumber = '+441134960001' }
        Get-ConnectUser | Export-ConnectUser $file
        (Get-Content $file)[1] | Should -BeExactly "'=1+1,Li,ana@example.com,,ana,Basic Routing Profile,Admin,soft,+441134960001,no,30"
        (Import-ConnectUser $file).FirstName | Should -BeExactly '=1+1'
    }

    It 'warns once of what the template cannot hold' {
        $null = Add-TestUser 'ana' { $_.IdentityInfo.Mobile = '+447700900123' }
        $null = Add-TestUser 'ben' {
            $_.PhoneConfig = [ordered]@{ PersistentConnection = $false }
            $_.PhoneNumberConfigs = @(@{ Channel = 'VOICE'; PhoneType = 'DESK_PHONE'; PhoneNumber = '+441134960001' })
            $_.AutoAcceptConfigs = @(@{ Channel = 'VOICE'; AutoAccept = $true }, @{ Channel = 'CHAT'; AutoAccept = $false })
        }
        $result = Get-Result { Export-ConnectUser $file -InstanceArn $instance }
        $result.Warning | Should -HaveCount 1
        "$($result.Warning)" | Should -BeLike '*no column for *: the file is without*'
        'Tags (2 users)', 'Mobile (1 user)', 'AutoAcceptConfigs (1 user)' | ForEach-Object { "$($result.Warning)" | Should -BeLike "*$_*" }
        "$($result.Warning)" | Should -Not -BeLike '*PhoneNumberConfigs*'
        "$($result.Warning)" | Should -Not -BeLike '*PersistentConnection*'
        (Get-Content $file)[2] | Should -BeExactly 'Ada,Li,ben@example.com,,ben,Basic Routing Profile,Admin,desk,+441134960001,yes,'
    }

    It 'names the ARNs that have no name of their own' {
        Edit-TestResource $routing[1] { $_.Name = 'Basic Routing Profile' } -Type RoutingProfile
        $null = Add-TestUser 'ana' { $_.Remove('Tags') }
        $result = Get-Result { Get-ConnectUser | Export-ConnectUser $file }
        "$($result.Warning)" | Should -BeLike "*$($routing[0])*the console does not*"
        (Import-ConnectUser $file).RoutingProfileArn | Should -Be $routing[0]
    }

    It 'writes nothing for users of two instances' {
        $other = Add-TestInstance 'second-centre'
        $null = Add-TestUser 'ana'
        $null = Add-TestUser 'ben' { $_.InstanceArn = $other; $_.UserArn = $_.UserArn.Replace($instance, $other) }
        $failure = Assert-Failure 'InstanceMismatch' { Get-ConnectUser | Export-ConnectUser $file }
        "$failure" | Should -BeLike "*2 instances*$other*"
        $file | Should -Not -Exist
    }

    It 'writes nothing where a user cannot be read' {
        'old' | Set-Content $file
        $arn = Add-TestUser 'ana'
        $result = Get-Result { $arn, $arn.Replace('/agent/', '/agent/f') | Export-ConnectUser $file }
        Get-ErrorId $result.Error | Should -Be 'NotFound', 'IncompleteExport'
        $result.Error[1].CategoryInfo.Category | Should -Be 'InvalidData'
        Get-Content $file | Should -Be 'old'
    }

    It 'prompts, keeps and replaces files as other exports do' {
        $null = Add-TestUser 'ana' { $_.Remove('Tags') }
        Get-ConnectUser | Export-ConnectUser $file -WhatIf
        $file | Should -Not -Exist
        'old' | Set-Content $file
        $null = Assert-Failure 'FileExists' { Get-ConnectUser | Export-ConnectUser $file -NoClobber }
        Set-ItemProperty $file IsReadOnly $true
        $null = Assert-Failure 'FileNotWritable' { Get-ConnectUser | Export-ConnectUser $file }
        Get-Content $file | Should -Be 'old'
        Get-ConnectUser | Export-ConnectUser $file -Force
        (Import-ConnectUser $file).Username | Should -Be 'ana'
    }
}
