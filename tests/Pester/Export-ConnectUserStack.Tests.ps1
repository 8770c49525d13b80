BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $simulator = Start-TestSimulator -UserCount 0
    $instance = $simulator.InstanceArn
    $profiles = Get-ConnectRoutingProfile
    $routing = @($profiles.Arn)
    $securityProfiles = Get-ConnectSecurityProfile
    $security = @($securityProfiles.Arn)
    $common = @{ InstanceArn = $instance }
}

Describe 'Export-ConnectUserStack' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive (New-Guid))).FullName
        $path = Join-Path $folder 'team.yml'
    }

    It 'writes <_>, whose edits are all that publishing changes' -ForEach 'team.yml', 'team.json', 'team.csv' {
        $path = Join-Path $folder $_
        $null = Add-TestUser 'ana' { $_.IdentityInfo.LastName = '{{ Li }}' }
        $null = Add-TestUser 'ben'
        Get-ConnectUser | Export-ConnectUserStack $path | Should -BeNullOrEmpty
        $text = Get-Content $path -Raw
        $text.Replace('ben@example.com', 'b.e@example.com') | Set-Content $path -NoNewline
        Test-ConnectUserStack $path | ForEach-Object { "$($_.Username) $($_.Status) $($_.Differences)" } | Sort-Object | Should -Be @(
            'ana InSync ', 'ben Different IdentityInfo.Email: ben@example.com -> b.e@example.com'
        )
    }

    It 'writes a manifest with everything in a fixed order' {
        $null = Add-TestUser 'Zoe' {
            $_.Tags = @(
                @{ Key = 'Team'; Value = 'no' }, @{ Key = 'AwsccConnect:Stack'; Value = 'x' }, @{ Value = '1'; Key = 'aws:x' }, @{ Key = 'Empty'; Value = '' }
            )
            $_.UserProficiencies = @(@{ AttributeName = 'connect:Language'; AttributeValue = 'connect:English'; Level = 2.5 })
        }
        $null = Add-TestUser 'ana.bell' {
            $_.IdentityInfo = [ordered]@{ LastName = "{{ x }} O'Brien`n"; FirstName = '007' }
            $_.Remove('Tags')
            $_.PhoneConfig.Remove('PhoneType')
            $_.PhoneConfig.Remove('AutoAccept')
            $_.AutoAcceptConfigs = @([ordered]@{ Channel = 'VOICE'; AutoAccept = $false })
        }
        $path = Join-Path $folder 'my-team.yml'
        Get-ConnectUser | Export-ConnectUserStack $path -UseName
        (Get-Content $path -Raw) | Should -BeExactly (@"
version: 1
name: 'my-team'
providers:
  - aws
globals:
  - name: region
    value: 'eu-west-2'
resources:
  - name: ana_bell
    props:
      - name: username
        value: 'ana.bell'
      - name: instance_arn
        value: '$instance'
      - name: routing_profile_arn
        value: '$($profiles[0].Name)'
      - name: identity_info
        value:
          first_name: '007'
          last_name: "{{ '{' }}{ x }} O'Brien\n"
      - name: phone_config
        value:
          after_contact_work_time_limit: 30
      - name: security_profile_arns
        value:
          - '$($securityProfiles[0].Name)'
      - name: auto_accept_configs
        value:
          - channel: 'VOICE'
            auto_accept: false
  - name: zoe
    props:
      - name: username
        value: 'Zoe'
      - name: instance_arn
        value: '$instance'
      - name: routing_profile_arn
        value: '$($profiles[0].Name)'
      - name: identity_info
        value:
          first_name: 'Ada'
          last_name: 'Li'
          email: 'Zoe@example.com'
      - name: phone_config
        value:
          after_contact_work_time_limit: 30
          auto_accept: false
          phone_type: 'SOFT_PHONE'
      - name: security_profile_arns
        value:
          - '$($securityProfiles[0].Name)'
      - name: tags
        value:
          - key: 'Empty'
            value: ''
          - key: 'Team'
            value: 'no'
      - name: user_proficiencies
        value:
          - attribute_name: 'connect:Language'
            attribute_value: 'connect:English'
            level: 2.5

"@ -replace "`r")
        $before = Get-Content $path -Raw
        $users = @(Get-ConnectUser)
        $users[1, 0] | Export-ConnectUserStack $path -UseName
        Get-Content $path -Raw | Should -BeExactly $before -Because 'the order of the input does not matter'
    }

    It 'writes a roster with the columns that are needed, which is safe to open' {
        $null = Add-TestUser 'ana' {
            $_.IdentityInfo = @{ FirstName = "=cmd|' /C calc'!A0"; LastName = 'a,"b"'; Mobile = '+447700900123' }
            $_.PhoneConfig = @{ PhoneType = 'SOFT_PHONE' }
        }
        $path = Join-Path $folder 'team.csv'
        Export-ConnectUserStack $path @common
        [System.IO.File]::ReadAllBytes($path)[0..2] | Should -Be 0xEF, 0xBB, 0xBF
        (Get-Content $path -Raw) -split "`n" | Should -BeExactly @(
            'Username,InstanceArn,RoutingProfileArn,FirstName,LastName,Mobile,PhoneType,SecurityProfileArns,Tags'
            "ana,$instance,$($routing[0]),'=cmd|' /C calc'!A0,`"a,`"`"b`"`"`",+447700900123,SOFT_PHONE,$($security[0]),Team=Sales"
            ''
        )
        (Import-ConnectUser $path).FirstName | Should -BeExactly "=cmd|' /C calc'!A0" -Because 'the reader takes the apostrophe off again'
    }

    It 'takes users, copies, rows, references and ARNs' {
        $null = 'a', 'b', 'c', 'd', 'e' | ForEach-Object { Add-TestUser $_ }
        $users = @(Get-ConnectUser)
        $users[0].Password = ConvertTo-SecureString 'Correct7Horse' -AsPlainText -Force
        $users[1] | Export-Clixml (Join-Path $folder 'copy.xml')
        $path = Join-Path $folder 'team.json'
        @(
            $users[0]
            Import-Clixml (Join-Path $folder 'copy.xml')
            [pscustomobject]@{ Username = $users[2].Username; InstanceArn = $instance }
            Get-ConnectUser -IdentifierOnly | Where-Object UserArn -EQ $users[3].UserArn
            $users[4].UserArn
            $users[0]
        ) | Export-ConnectUserStack $path
        (Get-Content $path -Raw | ConvertFrom-Json).Username | Should -Be 'a', 'b', 'c', 'd', 'e'
        Get-Content $path -Raw | Should -Not -BeLike '*Password*'
        $null = Publish-ConnectUserStack $path
        Get-WriteCount | Should -Be 0
    }

    It 'takes with -Owned the users of the stack only' {
        $null = Add-TestUser 'ana' { $_.Tags += @{ Key = 'AwsccConnect:Stack'; Value = 'team' } }
        $null = Add-TestUser 'ben' { $_.Tags += @{ Key = 'AwsccConnect:Stack'; Value = 'team/prd' } }
        $null = Add-TestUser 'cho'
        Export-ConnectUserStack "$folder/team.json" @common -Owned
        Export-ConnectUserStack "$folder/prd.json" @common -Owned -Name 'team' -Environment 'prd'
        (Get-Content "$folder/team.json" -Raw | ConvertFrom-Json).Username | Should -Be 'ana'
        (Get-Content "$folder/prd.json" -Raw | ConvertFrom-Json).Username | Should -Be 'ben'
    }

    It 'leaves out of <_> properties that AWS adds tomorrow, with a warning' -ForEach 'team.json', 'team.yml', 'team.csv' {
        $null = Add-TestUser 'ana' {
            $_.Shape = 'round'
            $_.IdentityInfo.Pronouns = 'they'
            $_.AutoAcceptConfigs = @(@{ Channel = 'CHAT'; AutoAccept = $true; Delay = 3 })
        }
        $path = Join-Path $folder $_
        $result = Get-Result { Export-ConnectUserStack $path @common }
        $result.Error | Should -BeNullOrEmpty
        $result.Warning | ForEach-Object { "$_".Split("'")[1] } | Sort-Object | Should -Be 'IdentityInfo.Pronouns', 'Shape'
        (Publish-ConnectUserStack $path).Status | Should -Be 'InSync'
        Get-WriteCount | Should -Be 0
    }

    It 'keeps, replaces or leaves alone a file by its parameters' {
        $null = Add-TestUser 'ana'
        'old' | Set-Content $path -NoNewline
        $null = Assert-Failure 'FileExists' { Export-ConnectUserStack $path @common -NoClobber }
        Set-ItemProperty -Path $path -Name IsReadOnly -Value $true
        $null = Assert-Failure 'FileNotWritable' { Export-ConnectUserStack $path @common }
        Get-Content $path -Raw | Should -BeExactly 'old'

        Export-ConnectUserStack $path @common -Force
        Get-Content $path -Raw | Should -BeLike '*ana*'
        $null = Assert-Failure 'FileNotWritable' { Export-ConnectUserStack "$folder/nowhere/team.yml" @common }
        $null = Assert-Failure 'InvalidValue' { Export-ConnectUserStack "$folder/team.txt" @common }
        $null = Assert-Failure 'InvalidValue' { Export-ConnectUserStack "$folder/other.yml" -InstanceArn $instance -Environment 'prd' }
        $null = Assert-Failure 'InvalidStackFile' { Export-ConnectUserStack "$folder/other.yml" -Name 'a/b' @common }
        Export-ConnectUserStack "$folder/team.txt" -Format Csv @common
        (Get-ChildItem $folder).Name | Sort-Object | Should -Be 'team.txt', 'team.yml'
    }

    It 'does not write an export that lacks a user' {
        $null = Add-TestUser 'ana'
        'old' | Set-Content $path -NoNewline
        $result = Get-Result { (Get-ConnectUser), "$instance/agent/00000000-0000-4000-8000-00000000dead" | Export-ConnectUserStack $path }
        Get-ErrorId $result.Error | Should -Be 'NotFound', 'IncompleteStack'
        Get-Content $path -Raw | Should -BeExactly 'old'
        $result = Get-Result { Get-ConnectUser | Where-Object Username -EQ 'nobody' | Export-ConnectUserStack $path }
        $result.Warning | Should -HaveCount 1
        "$($result.Warning)" | Should -BeLike '*no user*'
        Get-Content $path -Raw | Should -BeExactly 'old'
    }
}
