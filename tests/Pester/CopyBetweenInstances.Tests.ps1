# Users of one instance created in another one, of the same Region or of another.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $ErrorActionPreference = 'Stop'

    # A user as text, with names in place of ARNs and without what belongs to one instance.
    function Get-Portable {
        param([Parameter(ValueFromPipeline)] $User)

        process {
            '{0}|{1}|{2}|{3}|{4}|{5}|{6}|{7}' -f $User.Username, $User.IdentityInfo, (($User.PhoneConfig.ToString() -split ';' | Sort-Object) -join ';'), $User.RoutingProfile, $User.HierarchyGroup,
                (($User.SecurityProfile | Sort-Object) -join ';'), (($User.Tags | Sort-Object Key) -join ';'), (($User.UserProficiencies | Sort-Object AttributeName, AttributeValue) -join ';')
        }
    }

    function Rename-InTarget {
        param([string] $Name, [string] $NewName)

        $arn = (Get-ConnectRoutingProfile -InstanceArn $simulator.InstanceArn | Where-Object Name -EQ $Name).Arn.Replace($simulator.InstanceArn, $target)
        $simulator.SetProperties('AWS::Connect::RoutingProfile', $arn, $simulator.GetProperties($arn).Replace("`"$Name`"", "`"$NewName`""))
    }
}

Describe 'Users of another instance' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 6
        $target = Add-TestInstance 'prod'
        $file = Join-Path $TestDrive 'users.txt'
        $source = Get-ConnectUser -InstanceArn contact-centre
        $simulator.ClearCalls()
    }

    It 'are created with the profiles and groups of the same names: <Way>' -ForEach @(
        @{ Way = 'objects'; Copies = { $source } }
        @{ Way = 'CSV'; Copies = { $source | Export-Csv $file; Import-Csv $file } }
        @{ Way = 'a roster'; Copies = { $source | Export-Csv $file; Import-ConnectUser $file -Format Csv } }
        @{ Way = 'JSON'; Copies = { $source | ConvertTo-Json -Depth 5 | ConvertFrom-Json } }
        @{ Way = 'deserialized objects'; Copies = { $source | Export-Clixml $file -Depth 4; Import-Clixml $file } }
        @{ Way = 'rows without names'; Copies = { $source | Select-Object * -ExcludeProperty RoutingProfile, SecurityProfile, HierarchyGroup } }
    ) {
        $made = & $Copies | New-ConnectUser -InstanceArn prod -GeneratePassword
        $made | Get-Portable | Should -Be ($source | Get-Portable)
        $made.InstanceArn | Sort-Object -Unique | Should -Be $target
        Get-ConnectUser -InstanceArn $target | Get-Portable | Sort-Object | Should -Be ($source | Get-Portable | Sort-Object)
        Get-CallCount 'CreateResource' | Should -Be 6
    }

    It 'leave behind what belongs to the instance or to AWS' {
        $routing, $security = @($source[0].RoutingProfileArn), @($source[0].SecurityProfileArns)
        $arn = Add-TestUser 'zoe' {
            $_.DirectoryUserId = 'there'
            $_.Tags += @{ Key = 'aws:cloudformation:stack-name'; Value = 'x' }
        }
        $null = Get-ConnectUser $arn | New-ConnectUser -InstanceArn $target -GeneratePassword
        $state = $simulator.GetProperties($simulator.FindUser('zoe', $target)) | ConvertFrom-Json
        $state.PSObject.Properties.Name | Should -Not -Contain 'DirectoryUserId'
        $state.Tags.Key | Should -Be 'Team'
    }

    It 'are not created, none of them, where names have no counterpart: one error for each<Suffix>' -ForEach @(
        @{ Suffix = ''; With = @{} }
        @{ Suffix = ', with -WhatIf as well'; With = @{ WhatIf = $true } }
    ) {
        $names = $source.RoutingProfile | Group-Object | Sort-Object Count -Descending | Select-Object -First 2
        $names | ForEach-Object { Rename-InTarget $_.Name "Other $($_.Name)" }
        $result = Get-Result { $source | New-ConnectUser -InstanceArn prod -GeneratePassword @With }
        $result.Error | Should -HaveCount 2
        Get-ErrorId $result.Error | Should -Be 'NotFound', 'NotFound'
        foreach ($name in $names) {
            $failure = $result.Error | Where-Object TargetObject -EQ $name.Name
            "$failure" | Should -BeLike "*'$($name.Name)'*$($name.Count) user* $(($source | Where-Object RoutingProfile -EQ $name.Name)[0].Username)*No user was created.*"
            $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-RoutingProfile*'
        }

        $result.Output | Should -BeNullOrEmpty
        Get-WriteCount | Should -Be 0
        $source | New-ConnectUser -InstanceArn prod -GeneratePassword -RoutingProfile "Other $($names[0].Name)" @With | Should -HaveCount $(if ($With.Count) { 0 } else { 6 })
    }

    It 'are shown with -WhatIf' {
        $whatIf = Join-Path $TestDrive 'whatif.txt'
        $null = Start-Transcript $whatIf
        $source[0] | New-ConnectUser -InstanceArn prod -GeneratePassword -WhatIf
        $null = Stop-Transcript
        Get-Content $whatIf -Raw | Should -BeLike "*RoutingProfileArn = $($source[0].RoutingProfile)*InstanceArn = prod*"
        Get-WriteCount | Should -Be 0
    }

    It 'are not touched by a command for this one: <Way>' -ForEach @(
        @{ Way = 'objects'; Users = { $source[0] } }
        @{ Way = 'ARNs'; Users = { $source[0].UserArn } }
        @{ Way = 'CSV'; Users = { $source[0] | ConvertTo-Csv | ConvertFrom-Csv } }
    ) {
        foreach ($name in 'prod', $target) {
            foreach ($command in { Set-ConnectUser -InstanceArn $name -LastName 'Zed' }, { Remove-ConnectUser -InstanceArn $name -Force }, { Get-ConnectUser -InstanceArn $name }) {
                "$(Assert-Failure 'InstanceMismatch' ([scriptblock]::Create("& `$Users | $command")))" | Should -BeLike "*$($source[0].UserArn)*$name*"
            }
        }

        Get-CallCount 'UpdateResource', 'DeleteResource' | Should -Be 0
        $source[0].UserArn | Set-ConnectUser -InstanceArn contact-centre -LastName 'Zed'
        (Get-ConnectUser $source[0].UserArn -InstanceArn 'contact-centre').LastName | Should -Be 'Zed'
    }

    It 'are not touched where their namesake is of this one: <Way>' -ForEach @(
        @{ Way = 'rows'; New = { [pscustomobject]@{ Username = 'sam'; InstanceArn = $Own } } }
        @{ Way = 'hashtables'; New = { @{ username = 'sam'; instance_arn = $Own } } }
        @{ Way = 'objects of a selection'; New = { Get-ConnectUser $there | Select-Object Username, @{ n = 'InstanceArn'; e = { $Own } } } }
        @{ Way = 'ids'; New = { @{ UserArn = $there.Split('/')[-1]; InstanceArn = $Own } } }
    ) {
        $routing, $security = @($source[0].RoutingProfileArn), @($source[0].SecurityProfileArns)
        $there = Add-TestUser 'sam'
        $null = Get-ConnectUser $there | New-ConnectUser -InstanceArn prod -GeneratePassword
        $here = $source[0].InstanceArn
        foreach ($Own in $here, $here.Split('/')[-1], 'contact-centre') {
            $row = & $New
            foreach ($command in { Set-ConnectUser -InstanceArn $name -LastName 'Zed' }, { Remove-ConnectUser -InstanceArn $name -Force -IgnoreNotFound }, { Get-ConnectUser -InstanceArn $name }) {
                foreach ($name in 'prod', $target, $target.Split('/')[-1]) {
                    "$(Assert-Failure 'InstanceMismatch' ([scriptblock]::Create("`$row | $command")))" | Should -BeLike "*does not belong to the instance '$name'*"
                }
            }

            foreach ($name in 'contact-centre', $here, $here.Split('/')[-1]) {
                $row | Set-ConnectUser -InstanceArn $name -LastName "Zed$name".Substring(0, 8)
                ($row | Get-ConnectUser -InstanceArn $name).UserArn | Should -Be $there
            }
        }

        Get-CallCount 'DeleteResource' | Should -Be 0
        (Get-ConnectUser -InstanceArn prod -Username 'sam').LastName | Should -Be 'Li'
        $row | Remove-ConnectUser -InstanceArn contact-centre -Force
        $simulator.FindUser('sam', $target) | Should -Not -BeNullOrEmpty
    }

    It 'come as a stack with names: <Format>' -ForEach @(@{ Format = 'yml' }, @{ Format = 'json' }, @{ Format = 'csv' }) {
        $file = Join-Path $TestDrive "team.$Format"
        $source | Export-ConnectUserStack $file -UseName
        $results = Publish-ConnectUserStack $file -Name team -InstanceArn prod -GeneratePassword
        $results.Outcome | Sort-Object -Unique | Should -Be 'Created'
        $results.InstanceArn | Sort-Object -Unique | Should -Be $target
        (Get-ConnectUser -InstanceArn prod | Set-ConnectUser -RemoveTag 'AwsccConnect:Stack' -PassThru) | Get-Portable | Sort-Object | Should -Be ($source | Get-Portable | Sort-Object)
        $simulator.UserCount | Should -Be 12
    }
}

Describe 'Users of an instance in another Region' {
    It 'are created without access to the first: <Way>' -ForEach @(
        @{ Way = 'objects'; Copies = { $source } }
        @{ Way = 'CSV'; Copies = { $source | ConvertTo-Csv | ConvertFrom-Csv } }
    ) {
        $simulator = Start-TestSimulator -UserCount 5 -Region eu-west-2
        $source = Get-ConnectUser
        $simulator = Start-TestSimulator -UserCount 0 -Region us-west-2 -Seed 9
        $made = & $Copies | New-ConnectUser -InstanceArn $simulator.InstanceArn -GeneratePassword
        $made | Get-Portable | Should -Be ($source | Get-Portable)
        $made[0].Region | Should -Be 'us-west-2'
        $made | Remove-ConnectUser -Force
        & $Copies | New-ConnectUser -InstanceArn $simulator.InstanceAlias -Region us-west-2 -GeneratePassword | Should -HaveCount 5
    }
}
