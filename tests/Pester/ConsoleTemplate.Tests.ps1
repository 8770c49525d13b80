# The CSV template of the Connect console as people have it: filled in, edited in a spreadsheet, with passwords.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $header = 'first name,last name,email address,password,user login,routing profile name,security_profile_name_1|security_profile_name_2,' +
        'phone type (soft/desk),phone number,soft phone auto accept (yes/no),ACW timeout (seconds),UserHierarchy'
    $lines = @(
        $header
        'Ana,Li,ana@example.com,Correct7Horse,ana,Sales,Agent|QualityAnalyst,soft,,yes,30,Leeds/Leeds Sales'
        'Ben,Ode,ben@example.com,Other7Horse,ben,Basic Routing Profile,Agent,DESK_PHONE,+441134960001,no,0,'
    )

    function Set-Roster {
        param([string[]] $Line, [string] $Encoding = 'utf8')

        Set-Content -Path $file -Value $Line -Encoding $Encoding
    }
}

Describe 'The template of the Connect console' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $common = @{ InstanceArn = $simulator.InstanceArn }
        $names = @{}
        (Get-ConnectRoutingProfile) + (Get-ConnectSecurityProfile) + (Get-ConnectHierarchyGroup) | ForEach-Object { $names[$_.Arn] = $_.Name }
        $file = Join-Path $TestDrive 'console.csv'
        Set-Roster $lines
        $simulator.ClearCalls()

        function Assert-User {
            $ana = Get-TestUser 'ana'
            $ana.IdentityInfo.FirstName, $ana.IdentityInfo.LastName, $ana.IdentityInfo.Email | Should -Be 'Ana', 'Li', 'ana@example.com'
            $ana.PhoneConfig.PhoneType, $ana.PhoneConfig.AutoAccept, $ana.PhoneConfig.AfterContactWorkTimeLimit | Should -Be 'SOFT_PHONE', $true, 30
            $names[$ana.RoutingProfileArn], $names[$ana.HierarchyGroupArn] | Should -Be 'Sales', 'Leeds Sales'
            $ana.SecurityProfileArns | ForEach-Object { $names[$_] } | Sort-Object | Should -Be 'Agent', 'QualityAnalyst'
            $ben = Get-TestUser 'ben'
            $ben.PhoneConfig.PhoneType, $ben.PhoneConfig.DeskPhoneNumber, $ben.PhoneConfig.AutoAccept | Should -Be 'DESK_PHONE', '+441134960001', $false
            $ben.HierarchyGroupArn | Should -BeNullOrEmpty
        }
    }

    It 'creates users with their passwords where these are allowed: <Way>' -ForEach @(
        @{ Way = 'Import-ConnectUser'; Create = { Import-ConnectUser $file -AllowPlainTextPassword | New-ConnectUser @common } }
        @{ Way = 'Import-Csv'; Create = { Import-Csv $file | New-ConnectUser @common -AllowPlainTextPassword } }
        @{ Way = 'Publish-ConnectUserStack'; Create = { Publish-ConnectUserStack $file @common -AllowPlainTextPassword } }
    ) {
        $result = Get-Result $Create
        $result.Error | Should -BeNullOrEmpty
        $result.Output | Should -HaveCount 2
        Assert-User
        $simulator.CheckPassword($simulator.FindUser('ben'), 'Other7Horse') | Should -BeTrue
    }

    It 'creates users with other passwords where these are made: <Way>' -ForEach @(
        @{ Way = 'Import-ConnectUser'; Create = { Import-ConnectUser $file -AllowPlainTextPassword | New-ConnectUser @common -GeneratePassword } }
        @{ Way = 'Import-Csv'; Create = { Import-Csv $file | New-ConnectUser @common -GeneratePassword } }
        @{ Way = 'Publish-ConnectUserStack'; Create = { Publish-ConnectUserStack $file @common -GeneratePassword } }
    ) {
        $result = Get-Result $Create
        $result.Error | Should -BeNullOrEmpty
        $result.Output.InitialCredential | Should -HaveCount 2
        Assert-User
        $simulator.CheckPassword($simulator.FindUser('ben'), 'Other7Horse') | Should -BeFalse
    }

    It 'with passwords is one error of the file for <Way>, before any call' -ForEach @(
        @{ Way = 'Import-ConnectUser'; Create = { Import-ConnectUser $file | New-ConnectUser @common }; Mention = 'console.csv:2: *' }
        @{ Way = 'New-ConnectUser'; Create = { Import-Csv $file | New-ConnectUser @common }; Mention = '' }
        @{ Way = 'Test-ConnectUserStack'; Create = { Test-ConnectUserStack $file @common }; Mention = 'console.csv:2: *' }
        @{ Way = 'Publish-ConnectUserStack'; Create = { Publish-ConnectUserStack $file @common }; Mention = 'console.csv:2: *' }
    ) {
        $failure = Assert-Failure 'PlainTextPassword' $Create
        "$failure" | Should -BeLike "*$Mention'password'*"
        "$failure$($failure.TargetObject | Out-String)" | Should -Not -BeLike '*7Horse*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-AllowPlainTextPassword*-GeneratePassword*'
        $simulator.CallCount | Should -Be 0
    }

    It 'changes users, but not their passwords' {
        Import-Csv $file | New-ConnectUser @common -AllowPlainTextPassword
        Set-Roster ($lines -replace 'Sales,Agent\|QualityAnalyst', 'Support Tier 1,Agent' -replace '(Correct|Other)7Horse')
        Import-Csv $file | Set-ConnectUser @common
        $ana = Get-TestUser 'ana'
        $names[$ana.RoutingProfileArn] | Should -Be 'Support Tier 1'
        $ana.SecurityProfileArns | ForEach-Object { $names[$_] } | Should -Be 'Agent'
        Get-CallCount UpdateResource | Should -Be 1
        Set-Roster $lines
        $failure = Assert-Failure 'PlainTextPassword' { Import-Csv $file | Set-ConnectUser @common }
        $failure.ErrorDetails.RecommendedAction | Should -BeLike 'Remove the column*'
        Import-Csv $file | Remove-ConnectUser @common -Force
        $simulator.FindUser('ana') | Should -BeNullOrEmpty
    }

    It 'of an instance with SAML has neither email addresses nor passwords' {
        $simulator = Start-TestSimulator -UserCount 0 -IdentityManagement Saml
        Set-Roster ($lines -replace '^([^,]*,[^,]*),[^,]*,[^,]*', '$1')
        (Import-ConnectUser $file | New-ConnectUser -InstanceArn $simulator.InstanceArn).Username | Should -HaveCount 2
    }

    It 'may come out of a spreadsheet: <Name>' -ForEach @(
        @{ Name = 'semicolons and a byte order mark'; Encoding = 'utf8BOM'; Edit = { $_ -replace ',', ';' } }
        @{ Name = 'UTF-16 with tabs'; Encoding = 'unicode'; Edit = { $_ -replace ',', "`t" } }
        @{ Name = 'blanks at the ends and no-break spaces'; Encoding = 'utf8'; Edit = { $_ -replace '^first name', "`u{FEFF} First`u{A0}Name" -replace 'user login', "User-Login `u{A0}" -replace ',Sales,', ', Sales ,' -replace ',soft,', ',Soft ,' -replace ',yes,', ",Yes`u{A0}," } }
        @{ Name = 'names as people type them'; Encoding = 'utf8'; Edit = { $_ -replace 'email address', 'E-mail' -replace 'user login', 'User Name' -replace 'routing profile name', 'Routing Profile' -replace 'security_profile_name_1.security_profile_name_2', 'security profiles' } }
        @{ Name = 'blank rows and emptied columns'; Encoding = 'utf8BOM'; Edit = { "$_,,"; ',,,,,,,,,,,,,' } }
    ) {
        Set-Roster ($lines | ForEach-Object $Edit) $Encoding
        $result = Get-Result { Import-ConnectUser $file -AllowPlainTextPassword }
        $result.Error | Should -BeNullOrEmpty
        $result.Output | Should -HaveCount 2
        $result.Output[0].PhoneType | Should -Be 'SOFT_PHONE'
        $result.Output | New-ConnectUser @common
        $ana = Get-TestUser 'ana'
        $ana.IdentityInfo.FirstName | Should -Be 'Ana'
        $ana.SecurityProfileArns | Should -HaveCount 2
    }

    It 'says where a cell is wrong: <Cell>' -ForEach @(
        @{ Cell = 'dsk'; Line = 'Ana,Li,a@example.com,,ana,Sales,Agent,dsk,,yes,30,'; Message = "*console.csv:2: ana: *'phone type (soft/desk)'*'dsk'*SOFT_PHONE, DESK_PHONE*" }
        @{ Cell = 'ja'; Line = 'Ana,Li,a@example.com,,ana,Sales,Agent,soft,,ja,30,'; Message = "*console.csv:2: ana: *'soft phone auto accept (yes/no)'*'ja'*" }
        @{ Cell = '30 s'; Line = 'Ana,Li,a@example.com,,ana,Sales,Agent,soft,,yes,30 s,'; Message = "*console.csv:2: ana: *'ACW timeout (seconds)'*'30 s'*whole number*" }
        @{ Cell = '4.41E+11'; Line = 'Ana,Li,a@example.com,,ana,Sales,Agent,desk,4.41E+11,no,30,'; Message = "*console.csv:2: ana: *'phone number'*'4.41E+11'*spreadsheet*" }
        @{ Cell = 'too many'; Line = 'Ana,Li,a@example.com,,ana,Sales,Agent,soft,,yes,30,,x'; Message = '*console.csv:2:13: *too many cells*' }
    ) {
        Set-Roster $header, $Line, $lines[2].Replace('Other7Horse', '')
        $result = Get-Result { Import-ConnectUser $file }
        "$($result.Error)" | Should -BeLike $Message
        $result.Output.Username | Should -Be 'ben'
    }

    It 'with two columns for one property is an error where they disagree' {
        Set-Roster 'First Name,firstname,user login', 'Ana,Anna,ana', 'Ben,Ben,ben'
        $failure = Assert-Failure 'ConflictingColumns' { Import-ConnectUser $file }
        "$failure" | Should -BeLike "*console.csv:2: *First Name ('Ana')*firstname ('Anna')*"
    }

    It 'keeps the number of a user with a soft phone' {
        Set-Roster $header, 'Ana,Li,a@example.com,,ana,Sales,Agent,soft,+441134960001,yes,30,'
        Import-ConnectUser $file | New-ConnectUser @common -GeneratePassword
        (Get-TestUser 'ana').PhoneConfig.DeskPhoneNumber | Should -Be '+441134960001'
        (Get-ConnectUser).PhoneType | Should -Be 'SOFT_PHONE'
    }

    It 'suggests its nearest column, and keeps the names of tags as they are typed' {
        Set-Roster 'usr login,First Name', 'ana,Ana'
        "$(Assert-Failure 'UnknownColumn' { Import-ConnectUser $file })" | Should -BeLike "*'usr login'*did you mean 'UserLogin'*"
        Set-Roster ($lines[0] + ",Tag : Cost-Centre_1,PROFICIENCY:Sub Skill/en-GB"), ($lines[1] + ',A 1,3')
        Import-ConnectUser $file -AllowPlainTextPassword | New-ConnectUser @common
        Get-TestTag 'ana' | Should -Contain 'Cost-Centre_1=A 1'
        (Get-TestUser 'ana').UserProficiencies | ForEach-Object { "$($_.AttributeName)/$($_.AttributeValue)" } | Should -Be 'Sub Skill/en-GB'
    }
}
