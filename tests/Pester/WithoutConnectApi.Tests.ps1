# Amazon Connect's own lists and search save calls. Without them every command does the same, through Cloud Control alone.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $password = ConvertTo-SecureString 'Correct7Horse' -AsPlainText -Force
    $role = 'arn:aws:iam::123456789012:role/Handlers'

    # Drawn from $random, which each run starts from the same seed.
    function Get-Drawn {
        param([object[]] $From, [int] $Most = 1)

        $From | Sort-Object { $random.Next() } | Select-Object -First $random.Next(1, $Most + 1)
    }

    function Rename-Resource {
        param([string] $Type, [string] $Arn, [string] $Name)

        Edit-TestResource $Arn { $_.Name = $Name } -Type $Type
    }

    # Users of two instances, some of a stack, and profiles whose names are hard to tell apart. Returns the second instance.
    function Add-Population {
        $script:addedUsers = 0
        $routing = @((Get-ConnectRoutingProfile).Arn)
        $security = @((Get-ConnectSecurityProfile).Arn)
        $groups = @((Get-ConnectHierarchyGroup).Arn)
        $other = Add-TestInstance 'other-centre'
        foreach ($name in 'ana.lee', 'Ben.Ode', 'cho', 'DEE', 'eva', 'o.fay', 'o.gil') {
            $null = Add-TestUser $name {
                $_.RoutingProfileArn = Get-Drawn $routing
                $_.SecurityProfileArns = @(Get-Drawn $security 3)
                if ($random.Next(2)) { $_.HierarchyGroupArn = Get-Drawn $groups }
                $kind = $random.Next(4)
                if ($kind -eq 0) { $_.Remove('Tags') } elseif ($kind -eq 1) { $_.Remove('IdentityInfo') } else { $_.Tags += @{ Key = 'Site'; Value = '' } }
                if ($name -like 'o.*') { $_.Tags = @(@{ Key = 'AwsccConnect:Stack'; Value = 'team' }) }
            }
        }

        $null = Add-TestUser 'Ana.Lee' {
            $_.InstanceArn, $_.UserArn, $_.RoutingProfileArn = @($other, $_.UserArn, $routing[0]).Replace($simulator.InstanceArn, $other)
            $_.SecurityProfileArns = @($security[1].Replace($simulator.InstanceArn, $other))
        }
        Rename-Resource 'RoutingProfile' (Get-Drawn $routing[1..3]) 'basic routing profile'
        Rename-Resource 'RoutingProfile' $routing[4] 'Late [shift]*'
        Rename-Resource 'SecurityProfile' $security[-1] (Get-Drawn 'agent', 'Agent ', "O'Neil; Ltd")
        $other
    }

    function Get-Offer {
        param([string] $Line)

        # The first Tab does not wait for a slow machine.
        for ($attempt = 0; $attempt -lt 15 -and -not $offered; $attempt++) {
            $offered = (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches | Where-Object ResultType -EQ 'ParameterValue'
        }

        $offered | ForEach-Object { "$($_.CompletionText) $($_.ToolTip)" }
    }

    # What a script writes, in words that are the same in each run: users are called by their names.
    function Get-Text {
        param([scriptblock] $ScriptBlock)

        $result = Get-Result $ScriptBlock
        @(
            $result.Output | Where-Object { $null -ne $_ } | ForEach-Object { if ($_ -is [string]) { $_ } else { ConvertTo-Json $_ -Depth 8 -Compress } }
            $result.Error | ForEach-Object { "ERROR $($_.FullyQualifiedErrorId) $($_.CategoryInfo.Category) $_ | $($_.ErrorDetails.RecommendedAction) | $($_.TargetObject)" }
            $result.Warning | ForEach-Object { "WARNING $_" }
        ) | ForEach-Object {
            $text = $_ -replace '("LastModifiedTime":)(null|"[^"]*")', '$1' -replace '\d{4}-\d\d-\d\dT[\d:.]+Z?', '<time>' -replace "(Checksum`":`")[^`"]*", '$1'
            [regex]::Replace($text, "arn:[^`"' ]*/agent/[0-9a-f-]{36}", {
                    param($match)
                    if (-not $users[$match.Value]) {
                        $users[$match.Value] = try { '<{0} of {1}>' -f ($simulator.GetProperties($match.Value) | ConvertFrom-Json).Username, $match.Value.Split('/')[1] } catch { '<unknown>' }
                    }

                    $users[$match.Value]
                })
        }
    }

    # Runs all commands and returns what each wrote, and the users in the end.
    function Get-Run {
        param([int] $Seed, [string] $Mode)

        $random = [random]::new($Seed)
        $users = @{}
        $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive "$Seed-$Mode")).FullName
        $simulator = Start-ConnectSimulator -UserCount 6 -Seed $Seed -SetDefault
        try {
            $other = Add-Population
            $drawn = @{
                Seeded  = Get-Drawn @('ana.lee', 'Ben.Ode', 'cho') 2
                Routing = Get-Drawn 'Basic Routing Profile', 'Late [shift]*', 'SALES', 'Nowhere', 'Billing'
                Group   = Get-Drawn 'Leeds/Leeds Sales', 'leeds', 'Leeds Billing', 'Bristol', 'Nowhere'
                Security = @(Get-Drawn 'Agent', 'TeamLead', 'agent ', "O'Neil; Ltd", 'admin' 2)
            }
            $env:AWSCCCONNECT_USE_CONNECT_API = "$($Mode -ne 'Off')"
            if ($Mode -eq 'Denied') { $simulator.Deny('connect:*') }
            $PSDefaultParameterValues = @{ '*-Connect*:RoleArn' = $role; '*-Connect*:AccessKey' = "AKID$Seed$Mode"; '*-Connect*:SecretKey' = 'none' }
            $simulator.ClearCalls()
            $run = [ordered]@{}
            # What has no order, such as the users of several instances, is sorted.
            foreach ($script in $commands) {
                $lines = @(Get-Text $script)
                $run["$script".Trim()] = if ("$script" -match '^ Get-ConnectUser -I|Get-Content') { $lines } else { $lines | Sort-Object -CaseSensitive }
            }

            $calls[$Mode] = @($simulator.Calls | Where-Object { $_.Operation -like 'ListU*' -and $_.Outcome -eq 'Success' }).Count
            $PSDefaultParameterValues = @{}
            $env:AWSCCCONNECT_USE_CONNECT_API = 'true'
            $null = $simulator.Allow('connect:*')
            $run['the users in the end'] = @(Get-Text { Get-ConnectUser } | Sort-Object -CaseSensitive)
            $run
        }
        finally {
            $env:AWSCCCONNECT_USE_CONNECT_API = $null
            $simulator | Stop-ConnectSimulator
        }
    }

    $commands = @(
        { Get-ConnectInstance }
        { Get-ConnectInstance 'contact-*', 'OTHER-centre', 'nowhere' }
        { Get-ConnectRoutingProfile }
        { Get-ConnectRoutingProfile 'S*', 'basic routing profile', $drawn.Routing -InstanceArn 'contact-centre' }
        { Get-ConnectSecurityProfile 'Agent', '*i*', $drawn.Security[0] -InstanceArn 'OTHER-centre' }
        { Get-ConnectHierarchyGroup }
        { Get-ConnectHierarchyGroup 'Leeds/*', $drawn.Group -InstanceArn 'contact-centre' }
        { Get-Offer 'Get-ConnectUser -InstanceArn contact-centre -Username ' }
        { Get-Offer 'Get-ConnectInstance ' }
        { Get-Offer 'Set-ConnectUser -InstanceArn contact-centre -RoutingProfile ' }
        { Get-Offer 'Set-ConnectUser -InstanceArn other-centre -AddSecurityProfile ' }
        { Get-Offer 'New-ConnectUser -InstanceArn contact-centre -HierarchyGroup ' }
        { Get-ConnectUser }
        { Get-ConnectUser -InstanceArn 'contact-centre' -Username $drawn.Seeded.ToUpper(), 'nobody' }
        { (Get-ConnectUser -IdentifierOnly).UserArn }
        { 'ana.lee', 'o.fay' | ForEach-Object { [pscustomobject]@{ Username = $_; InstanceArn = 'contact-centre' } } | Get-ConnectUser }
        { [pscustomobject]@{ Username = 'cho'; LastName = 'Nowhere' } | Set-ConnectUser }
        { Get-ConnectUser -InstanceArn 'contact-centre' -RoutingProfile $drawn.Routing }
        { Export-ConnectUser "$folder/console.csv" -InstanceArn 'contact-centre'; Get-Content "$folder/console.csv" }
        { Export-ConnectUserStack "$folder/all.csv" -InstanceArn 'contact-centre' -Name 'all' -UseName; Get-Content "$folder/all.csv" }
        { Export-ConnectUserStack "$folder/team.yml" -InstanceArn 'contact-centre' -Name 'team' -Owned; Get-Content "$folder/team.yml" }
        { Compare-ConnectUser (Get-ConnectUser -InstanceArn 'contact-centre' -Username 'cho') -Property @{ RoutingProfile = 'Sales'; LastName = 'Kim' } }
        { $two = Get-ConnectUser -InstanceArn 'contact-centre' -Username 'ana.lee', 'DEE'; Compare-ConnectUser $two[0] $two[1] }
        { Set-ConnectUser -Username $drawn.Seeded, 'nobody' -InstanceArn 'contact-centre' -RoutingProfile $drawn.Routing -HierarchyGroup $drawn.Group -PassThru }
        { Set-ConnectUser -Username 'eva' -InstanceArn 'contact-centre' -AddSecurityProfile $drawn.Security -AddTag @{ Wave = '2' } -PassThru }
        { 'DEE', 'ana.lee' | ForEach-Object { [pscustomobject]@{ Username = $_; InstanceArn = 'other-centre'; RoutingProfile = 'Sales'; LastName = 'Kim' } } | Set-ConnectUser -PassThru }
        { 'ben.ode', 'new.one', 'NEW.one' | ForEach-Object { [pscustomobject]@{ Username = $_; FirstName = 'N'; LastName = 'O'; RoutingProfile = 'Sales'; SecurityProfile = $drawn.Security -join ';' } } | New-ConnectUser -InstanceArn 'contact-centre' -Password $password }
        { Get-ConnectUser -InstanceArn 'contact-centre' -Username 'eva', 'ana.lee' | New-ConnectUser -InstanceArn 'other-centre' -Password $password }
        { Remove-ConnectUser -Username 'CHO', 'nobody' -InstanceArn 'contact-centre' -Force -PassThru }
        { Remove-ConnectUser -Username 'cho', 'DEE' -InstanceArn 'contact-centre' -IgnoreNotFound -WhatIf }
        { Test-ConnectUserStack "$folder/all.csv" -InstanceArn 'contact-centre' -Name 'all' }
        { Import-Csv "$folder/all.csv" | Where-Object Username -In 'ana.lee', 'cho', 'eva', 'o.gil' | ForEach-Object { $_.FirstName = 'Roster'; $_.LastName = 'Li'; $_ } | Export-Csv "$folder/team.csv" }
        { Test-ConnectUserStack "$folder/team.csv" -InstanceArn 'contact-centre' -Quiet }
        { Publish-ConnectUserStack "$folder/team.csv" -InstanceArn 'contact-centre' -Password $password }
        { Publish-ConnectUserStack "$folder/team.csv" -InstanceArn 'contact-centre' -Password $password -Adopt -Prune }
        { Test-ConnectUserStack "$folder/team.yml" -InstanceArn 'contact-centre' }
        { Export-ConnectUserStack "$folder/owned.json" -InstanceArn 'contact-centre' -Name 'team' -Owned -UseName; Get-Content "$folder/owned.json" }
        { Unpublish-ConnectUserStack -Name 'team' -InstanceArn 'contact-centre' -Force -MaximumRemovals 8 }
    )
}

Describe 'Every command' {
    It 'writes and does the same with and without the permissions of Amazon Connect, and without its API, for users drawn with seed <_>' -ForEach 1, 2 {
        $seed = $_
        $calls = @{}
        $full = Get-Run $seed 'Full'
        $different = foreach ($mode in 'Denied', 'Off') {
            $run = Get-Run $seed $mode
            foreach ($command in $full.Keys) {
                Compare-Object @($full[$command]) @($run[$command]) -SyncWindow 0 -CaseSensitive | ForEach-Object { "$command $mode $($_.SideIndicator) $($_.InputObject)" }
            }
        }
        $different | Should -BeNullOrEmpty
        $calls['Full'] | Should -BeGreaterThan 5
        $calls['Denied'], $calls['Off'] | Should -Be 0, 0
    }
}
