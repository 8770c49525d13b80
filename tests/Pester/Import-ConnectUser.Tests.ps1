BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')
    $example = Join-Path -Path $PSScriptRoot -ChildPath '../../examples/agents.csv'
    $file = Join-Path $TestDrive 'roster.csv'
    $simulator = Start-TestSimulator
}

Describe 'Import-ConnectUser' {
    BeforeEach {
        $simulator.ClearCalls()
    }

    It 'reads the example roster, which is of made-up people' {
        $rows = Import-ConnectUser $example -WarningVariable warned -ErrorVariable failed
        $rows | Should -HaveCount 40
        $warned | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
        $rows.Username | Select-Object -Unique | Should -HaveCount 40
        $rows[0].Source | Should -Be 'agents.csv:2'
        $rows[0].AutoAccept | Should -BeOfType [bool]
        $rows[0].AfterContactWorkTimeLimit | Should -Be 60
        foreach ($row in $rows) {
            # Ranges that Ofcom keeps free for drama: mobile 07700 900000-900999, Leeds 0113 496 0000-0999.
            $row.Email | Should -BeExactly "$($row.Username)@example.com"
            "$($row.Mobile)" | Should -Match '^(\+447700900\d{3})?$'
            "$($row.DeskPhoneNumber)" | Should -Match $(if ($row.PhoneType -eq 'DESK_PHONE') { '^\+441134960\d{3}$' } else { '^$' })
        }
    }

    It 'reads <Encoding> with <Delimiter>' -ForEach @(
        @{ Encoding = 'utf8'; Delimiter = ',' }
        @{ Encoding = 'utf8BOM'; Delimiter = ',' }
        @{ Encoding = 'unicode'; Delimiter = ',' }
        @{ Encoding = 'bigendianunicode'; Delimiter = ',' }
        @{ Encoding = 'utf8BOM'; Delimiter = ';' }
        @{ Encoding = 'unicode'; Delimiter = "`t" }
    ) {
        $text = "Username,first_name,AutoAccept,AfterContactWorkTimeLimit`nben,B`u{eb}n,yes,30`nmia,O'Neil Mia,,`n" -replace ',', $Delimiter
        Set-Content -Path $file -Value $text -Encoding $Encoding -NoNewline
        $rows = @(Import-ConnectUser $file)
        $rows | Should -HaveCount 2
        $rows[0].Username | Should -Be 'ben'
        $rows[0].FirstName | Should -BeExactly "B`u{eb}n"
        $rows[1].FirstName | Should -Be "O'Neil Mia"
        $simulator.CallCount | Should -Be 0
    }

    It 'gives typed rows that know file and line' {
        "Username,first_name,AutoAccept,AfterContactWorkTimeLimit`nben,B`u{eb}n,yes,30`nmia,`"O'Neil, Mia`",,`n" | Set-Content $file
        $rows = @(Import-ConnectUser $file)
        $rows[0].PSTypeNames[0] | Should -Be 'AwsccConnect.ConnectUserRow'
        $rows[0].AutoAccept | Should -BeOfType [bool]
        $rows[0].AutoAccept | Should -BeTrue
        $rows[0].AfterContactWorkTimeLimit | Should -Be 30
        $rows[0].AfterContactWorkTimeLimit | Should -Not -BeOfType [string]
        $rows[0].Source | Should -Be 'roster.csv:2'
        $rows[1].FirstName | Should -Be "O'Neil, Mia"
        $rows[1].AutoAccept | Should -BeNullOrEmpty
    }

    It 'reads JSON whatever the name of the file: <Json> in <Name>' -ForEach @(
        foreach ($name in 'roster.json', 'roster.txt') {
            @{ Name = $name; Json = '[{"Username":"json","IdentityInfo":{"FirstName":"Ben","LastName":"Li"},"Tags":[{"Key":"Team","Value":"A"}],"AutoAccept":true}]' }
            @{ Name = $name; Json = '{"users":[{"username":"json","first_name":"Ben","last_name":"Li","tags":{"Team":"A"},"auto_accept":"yes"}]}' }
        }
    ) {
        $path = Join-Path $TestDrive $Name
        Set-Content -Path $path -Value $Json
        $user = Import-ConnectUser $path | New-ConnectUser -InstanceArn $instance -RoutingProfile $routing[0] -SecurityProfile $security[0] -Password $password
        $user.FirstName | Should -Be 'Ben'
        Get-TestTag 'json' | Should -Be 'Team=A'
        (Get-TestUser 'json').PhoneConfig.AutoAccept | Should -BeTrue
        $simulator.Remove($user.UserArn) | Should -BeTrue
    }

    It 'reads one user and JSON lines, and names a line that is bad' {
        $path = Join-Path $TestDrive 'users.jsonl'
        '{"Username":"one","IdentityInfo":{"FirstName":"Ben"}}' | Set-Content $path
        (Import-ConnectUser $path).IdentityInfo.FirstName | Should -Be 'Ben'
        '{"Username":"a"}', '', '{"Username":', '{"Username":"b"}' | Set-Content $path
        $result = Get-Result { Import-ConnectUser $path }
        $result.Output | ForEach-Object { "$($_.Username) $($_.Source)" } | Should -Be 'a users.jsonl:1', 'b users.jsonl:4'
        Get-ErrorId $result.Error | Should -Be 'InvalidRosterRow'
        "$($result.Error)" | Should -BeLike '*users.jsonl:3:*'
    }

    It 'gives all rows of a file the same properties, also where JSON objects lack some' {
        $path = Join-Path $TestDrive 'uneven.json'
        '[{"Username":"ana","first_name":"A"},{"Username":"ben","FirstName":"B","InstanceArn":"contact-centre"}]' | Set-Content $path
        $rows = Import-ConnectUser $path
        $rows | ForEach-Object { $_.PSObject.Properties.Name -join ' ' } | Should -Be 'Username FirstName InstanceArn Source', 'Username FirstName InstanceArn Source'
        $rows[0].InstanceArn | Should -BeNullOrEmpty
        $result = Get-Result { $rows | New-ConnectUser -RoutingProfile 'Sales' -SecurityProfile 'Agent' -LastName 'Li' -GeneratePassword -WhatIf }
        "$($result.Error)" | Should -BeLike 'uneven.json:1: ana: A new user needs InstanceArn.'
    }

    It 'reads users as the AWS CLI prints them' {
        $path = Join-Path $TestDrive 'resource.json'
        $user = Get-ConnectUser -First 1
        $properties = '{{"UserArn":"{0}","IdentityInfo":{{"FirstName":"New"}},"Tags":[{{"Key":"Team","Value":"A"}}]}}' -f $user.UserArn
        @{ ResourceDescription = @{ Identifier = $user.UserArn; Properties = $properties }; TypeName = 'AWS::Connect::User' } | ConvertTo-Json | Set-Content $path
        $row = Import-ConnectUser $path
        $row.UserArn | Should -Be $user.UserArn
        $row.IdentityInfo.FirstName | Should -Be 'New'
        Get-SentPatch { $row | Set-ConnectUser } | Should -Contain 'replace /IdentityInfo/FirstName "New"'
    }

    It 'creates the users of a CloudFormation template' {
        $path = Join-Path $TestDrive 'team.yml'
        @(
            'Resources:'
            '  Queue: { Type: AWS::Connect::Queue, Properties: { InstanceArn: !Ref Instance } }'
            '  Ana:'
            '    Type: AWS::Connect::User'
            '    Properties:'
            '      Username: cfn'
            '      IdentityInfo: { FirstName: Ana, LastName: Li }'
            '      PhoneConfig: { PhoneType: SOFT_PHONE, AutoAccept: true }'
            '      RoutingProfileArn: Basic Routing Profile'
            '      SecurityProfileArns: [Agent]'
            '      Tags: [{ Key: Team, Value: A }]'
            '  Ben:'
            '    Type: AWS::Connect::User'
            '    Properties:'
            '      Username: ben'
            '      RoutingProfileArn: !GetAtt Routing.RoutingProfileArn'
        ) | Set-Content $path
        $result = Get-Result { Import-ConnectUser $path -Verbose }
        $rows = @($result.Output)
        "$($result.Verbose)" | Should -BeLike '*Queue (AWS::Connect::Queue)*'
        $rows | Should -HaveCount 1
        $rows[0].Source | Should -Be 'team.yml:3 (Ana)'
        Get-ErrorId $result.Error | Should -Be 'InvalidRosterRow'
        "$($result.Error)" | Should -BeLike "*team.yml:16:26: *RoutingProfileArn*'Ben'*!GetAtt*"
        $result.Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*routing profile*'
        $simulator.CallCount | Should -Be 0
        $user = $rows | New-ConnectUser -InstanceArn $instance -Password $password
        $user.FirstName | Should -Be 'Ana'
        Get-TestTag 'cfn' | Should -Be 'Team=A'
        (Get-TestUser 'cfn').PhoneConfig.AutoAccept | Should -BeTrue
        $simulator.Remove($user.UserArn) | Should -BeTrue
    }

    It 'refuses the plain-text password of a template, unless it is accepted' {
        $path = Join-Path $TestDrive 'secret.json'
        '{"Resources":{"Ana":{"Type":"AWS::Connect::User","Properties":{"Username":"ana","Password":"Correct7Horse"}}}}' | Set-Content $path
        $null = Assert-Failure 'PlainTextPassword' { Import-ConnectUser $path }
        (Import-ConnectUser $path -AllowPlainTextPassword).Password | Should -BeOfType [securestring]
    }

    It 'reads what Export-Csv and ConvertTo-Json write' {
        $csv = Join-Path $TestDrive 'users.csv'
        $json = Join-Path $TestDrive 'users.json'
        Get-ConnectUser | Export-Csv $csv
        Get-ConnectUser | ConvertTo-Json -Depth 8 | Set-Content $json
        Import-ConnectUser $csv | Set-ConnectUser
        Import-ConnectUser $json | Set-ConnectUser
        Get-WriteCount | Should -Be 0
    }

    It 'counts the lines of cells with line breaks' {
        [System.IO.File]::WriteAllText($file, "Username,FirstName,AutoAccept`nben,`"Ben`r`nthe `"`"first`"`"`",yes`nmia,Mia,perhaps`n")
        $result = Get-Result { Import-ConnectUser $file }
        $result.Output | Should -HaveCount 1
        $result.Output[0].FirstName | Should -BeExactly "Ben`r`nthe `"first`""
        "$($result.Error)" | Should -BeLike '*roster.csv:4*'
    }

    It 'names file, line and column of every bad row and goes on' {
        @(
            'Username,Mobile,AutoAccept', 'a,,perhaps', 'b,4.47E+11,yes', 'c,+447700900123', 'd,+447700900123,no,extra', 'e,,"yes"x', 'f,+447700900123,no'
        ) | Set-Content $file
        $result = Get-Result { Import-ConnectUser $file }
        $result.Output.Username | Should -Be 'f'
        Get-ErrorId $result.Error | Should -Be 'InvalidValue', 'InvalidValue', 'InvalidRosterRow', 'InvalidRosterRow', 'InvalidRosterRow'
        $mentions = 'AutoAccept', 'Mobile', 'cells', 'cells', 'quote'
        foreach ($number in 0..4) {
            "$($result.Error[$number])" | Should -BeLike "*roster.csv:$($number + 2)*"
            "$($result.Error[$number])" | Should -BeLike "*$($mentions[$number])*"
            $result.Error[$number].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }

        "$($result.Error[0])" | Should -BeLike '*perhaps*'
        $result.Error[3].CategoryInfo.Category | Should -Be 'InvalidData'
    }

    It 'has the line of the header for a column that is not known' {
        'sep=;', 'Username;Fristname', 'a;b' | Set-Content $file
        "$(Assert-Failure 'UnknownColumn' { Import-ConnectUser $file })" | Should -BeLike 'roster.csv:2: *Fristname*'
    }

    It 'names an unknown column once a file with -IgnoreUnknownColumn' {
        "Username,Fristname`nben,Ben`nmia,Mia" | Set-Content $file
        $result = Get-Result { Import-ConnectUser $file -IgnoreUnknownColumn -Verbose }
        $result.Output | Should -HaveCount 2
        $result.Verbose | Should -HaveCount 1
        "$($result.Verbose)" | Should -BeLike '*FirstName*'
    }

    It 'reads every file of a wildcard, and takes -LiteralPath as it is' {
        foreach ($one in @{ Name = 'a1.csv'; User = 'a' }, @{ Name = 'a2.csv'; User = 'b' }, @{ Name = '[x].csv'; User = 'c' }) {
            Set-Content -LiteralPath (Join-Path $TestDrive $one.Name) -Value 'Username', $one.User
        }

        (Import-ConnectUser "$TestDrive/a*.csv").Username | Should -Be 'a', 'b'
        ("$TestDrive/a2.csv", "$TestDrive/a1.csv" | Import-ConnectUser).Username | Should -Be 'b', 'a'
        (Import-ConnectUser -LiteralPath "$TestDrive/[x].csv").Username | Should -Be 'c'
        ([pscustomobject]@{ PSPath = "$TestDrive/[x].csv" } | Import-ConnectUser).Username | Should -Be 'c'
        Import-ConnectUser "$TestDrive/none*.csv" | Should -BeNullOrEmpty
    }

    It 'takes files of Get-ChildItem' {
        Get-ChildItem $example | Import-ConnectUser | Should -HaveCount 40
    }

    It 'names a file that is not there, and reads the next' {
        'Username', 'a' | Set-Content $file
        $missing = Join-Path $TestDrive 'none.csv'
        $result = Get-Result { Import-ConnectUser $missing, $file }
        $result.Output | Should -HaveCount 1
        $result.Error | Should -HaveCount 1
        Get-ErrorId $result.Error | Should -Be 'FileNotReadable'
        $result.Error[0].CategoryInfo.Category | Should -Be 'OpenError'
        "$($result.Error)" | Should -BeLike '*none.csv*'
        $null = Assert-Failure 'FileNotReadable' { Import-ConnectUser -LiteralPath $missing }
        Copy-Item $file (Join-Path $TestDrive 'team [1].csv')
        "$(Assert-Failure 'FileNotReadable' { Import-ConnectUser (Join-Path $TestDrive 'team [1].csv') })" | Should -BeLike '*-LiteralPath*'
        $null = Assert-Failure 'FileNotReadable' { Import-ConnectUser "$TestDrive" }
    }

    It 'says where a file cannot be read: <Mention>' -ForEach @(
        @{ Content = ''; Mention = 'empty' }
        @{ Content = "Username,Username`na,b`n"; Mention = 'twice' }
        @{ Content = "Username,`na,b`n"; Mention = 'roster.csv:1:2: *no name*line 2' }
        @{ Content = "Username,tag:Team,tag:team`na,b,c`n"; Mention = "roster.csv:1: *'tag:Team' and 'tag:team' differ only in case" }
        @{ Content = '[{"Username":"a","tag:Team":"b","tag:team":"c"}]'; Mention = "roster.csv:1: *'tag:Team' and 'tag:team' differ only in case" }
        @{ Content = "Username`n`"a`nb`n"; Mention = 'never closed' }
        @{ Content = '[{"Username":"a"},'; Mention = 'JSON' }
        @{ Content = '{"people":[{"Username":"a"}]}'; Mention = 'array' }
    ) {
        [System.IO.File]::WriteAllText($file, $Content)
        $failure = Assert-Failure 'InvalidRosterRow' { Import-ConnectUser $file }
        "$failure" | Should -BeLike '*roster.csv:*'
        "$failure" | Should -BeLike "*$Mention*"
    }

    It 'reads many rows, and no further than needed' {
        @('Username,FirstName,AutoAccept') + (0..9999 | ForEach-Object { "user$_,First,$(if ($_ % 2) { 'no' } else { 'yes' })" }) | Set-Content $file
        $rows = @(Import-ConnectUser $file)
        $rows | Should -HaveCount 10000
        $rows[9999].Username | Should -Be 'user9999'
        $rows[9999].AutoAccept | Should -BeFalse
        (Import-ConnectUser $file | Select-Object -First 2).Username | Should -Be 'user0', 'user1'
    }

    It 'reports a user that is in the file twice before the first row' {
        $file = Join-Path $TestDrive 'twice.csv'
        @(
            'Username,InstanceArn,FirstName', 'ben,contact-centre,Ben', 'mia,contact-centre,Mia', 'BEN ,contact-centre,Benjamin', 'ben,other,Ben'
        ) | Set-Content $file
        $order = @(Import-ConnectUser $file -ErrorAction SilentlyContinue -ErrorVariable failed | ForEach-Object { "$($_.Source) $($failed.Count)" })
        $order | Should -Be 'twice.csv:2 1', 'twice.csv:3 1', 'twice.csv:5 1'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'DuplicateUser,*'
        "$($failed[0])" | Should -BeLike "twice.csv:4: *'BEN'*twice.csv:2*"
        $failed[0].TargetObject.FirstName | Should -Be 'Benjamin'
        { Import-ConnectUser $file -ErrorAction Stop | New-ConnectUser } | Should -Throw '*twice.csv:4*'
    }

    It 'reports a user that is in two files, or in a file that is given twice' {
        $one, $two = 'one.csv', 'two.csv' | ForEach-Object { Join-Path $TestDrive $_ }
        'Username,FirstName', 'ben,Ben', 'mia,Mia' | Set-Content $one
        'Username,FirstName', 'ana,Ana', 'Mia,Maria' | Set-Content $two
        foreach ($read in { Import-ConnectUser $one, $two }, { $one, $two | Import-ConnectUser }) {
            $result = Get-Result $read
            $result.Output.Username | Should -Be 'ben', 'mia', 'ana'
            Get-ErrorId $result.Error | Should -Be 'DuplicateUser'
            "$($result.Error)" | Should -BeLike "two.csv:3: *'Mia'*one.csv:3*"
        }

        $result = Get-Result { Import-ConnectUser $one, $one }
        $result.Output | Should -HaveCount 2
        Get-ErrorId $result.Error | Should -Be 'DuplicateUser', 'DuplicateUser'
    }
}
