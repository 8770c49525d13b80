BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Import-Module.ps1')
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Example.ps1')
    $text = (Get-Content -LiteralPath (Join-Path -Path $documentRoot -ChildPath 'README.md') -Raw) -replace "`r"

    # Commands that share variables from block to block, as somebody who reads on would have them.
    function Invoke-Block([string] $Code) {
        $output = . $reader ([scriptblock]::Create($Code)) *>&1
        $output | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty -Because $Code
        $output
    }

    function Get-CallCount([string] $Operation) {
        @($simulator.Calls | Where-Object Operation -EQ $Operation).Count
    }
}

Describe 'README.md' {
    BeforeEach {
        $folder = Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid())
        $null = New-Item -Path (Join-Path -Path $folder -ChildPath 'examples') -ItemType Directory
        Copy-Item -LiteralPath (Join-Path -Path $documentRoot -ChildPath 'examples/agents.csv') -Destination (Join-Path -Path $folder -ChildPath 'examples')
        Push-Location -LiteralPath $folder
        $reader = New-Module -ScriptBlock { }
    }

    AfterEach {
        Get-ConnectSimulator | Stop-ConnectSimulator
        Pop-Location
    }

    It 'has eight tasks and a simulator whose commands work, one after the other' {
        # Not those of "Install": they build the repository and import the module that is tested here.
        $blocks = (Get-PageBlock -Path 'README.md' | Where-Object { $_.Language -eq 'powershell' -and $_.Section -ne 'Install' }).Text
        $blocks | Should -HaveCount 10
        Invoke-Block -Code $blocks[0]
        $simulator = Get-ConnectSimulator

        $password = @(Invoke-Block -Code $blocks[1] | Where-Object { $_ -is [string] })
        $password | Should -HaveCount 1
        $password[0].Length | Should -BeGreaterOrEqual 8
        Get-CallCount -Operation CreateResource | Should -Be 40

        Invoke-Block -Code $blocks[2] | Should -Not -BeNullOrEmpty
        Get-CallCount -Operation UpdateResource | Should -Be 0

        Invoke-Block -Code $blocks[3]
        $desk = Invoke-Block -Code '$desk.Count'
        $desk | Should -BeGreaterOrEqual 5
        Get-ConnectUser | Where-Object { $_.Tags.ToString() -like '*Shift=Late*' -and $_.AfterContactWorkTimeLimit -eq 45 } | Should -HaveCount $desk
        (Get-ConnectUser -Username marta.wojcik).LastName | Should -BeExactly 'Wójcik-Nowak'

        $requests = Invoke-Block -Code $blocks[4]
        $requests | Should -HaveCount $desk
        $requests.OperationStatus | Sort-Object -Unique | Should -Be 'SUCCESS'
        Get-ConnectUser | Where-Object { $_.Tags.ToString() -like '*Season=Winter*' -and $_.AfterContactWorkTimeLimit -eq 60 } | Should -HaveCount $desk

        Invoke-Block -Code $blocks[5]
        Get-ConnectUser | Where-Object { $_.Tags.ToString() -like '*Season=Winter*' -and $_.AfterContactWorkTimeLimit -eq 60 } | Should -HaveCount $desk

        Invoke-Block -Code $blocks[6] | Should -HaveCount 2
        Get-CallCount -Operation DeleteResource | Should -Be 2

        $writes = Get-CallCount -Operation UpdateResource
        Invoke-Block -Code $blocks[7]
        Import-Csv -Path ./users.csv | Should -HaveCount (25 + 40 - 2)
        Import-Csv -Path ./users.csv | Set-ConnectUser
        Get-CallCount -Operation UpdateResource | Should -Be $writes -Because 'rows that were not edited cause no write call'

        $results = @(Invoke-Block -Code $blocks[8] | ForEach-Object { "$($_.Status) $($_.Outcome)" })
        @($results -eq 'Different None') | Should -HaveCount 1 -Because 'Test-ConnectUserStack tells one drift'
        @($results -eq 'Different Updated') | Should -HaveCount ($results.Count - 1)
        (Get-ConnectUser -Username marta.wojcik).Tags.ToString() | Should -BeLike '*AwsccConnect:Stack=team*'

        Invoke-Block -Code $blocks[9] | Should -Not -BeNullOrEmpty
        Get-ConnectSimulator | Should -BeNullOrEmpty
    }

    It 'has commands beside the statements of StackQL that work' {
        $section = [regex]::Match($text, '(?ms)^## From StackQL\n.*?(?=^## )').Value
        $commands = @(
            [regex]::Matches($section, '(?m)^\|[^|\n]+\| ([^|\n]+) \|$') | ForEach-Object { [regex]::Match($_.Groups[1].Value, '`([^`]+)`') } |
                Where-Object Success | ForEach-Object { $_.Groups[1].Value }
        )
        $commands | Should -HaveCount 10

        $simulator = Start-ConnectSimulator -SetDefault -Region us-east-1
        $null = Invoke-Block -Code @'
$arn = (Get-ConnectUser -First 1).UserArn
$instanceArn = (Get-ConnectSimulator).InstanceArn
$routingProfileArn = (Get-ConnectRoutingProfile)[0].Arn
$securityProfileArns = (Get-ConnectSecurityProfile)[0..1].Arn
$hierarchyGroupArn = (Get-ConnectHierarchyGroup)[0].Arn
$password = ConvertTo-SecureString 'Rehearsal-2026' -AsPlainText -Force
Get-ConnectUser -First 1 | Export-ConnectUserStack ./stack.yml
'@
        for ($number = 0; $number -lt $commands.Count; $number++) {
            $null = Invoke-Block -Code "`$username = 'from.stackql.$number'`n$($commands[$number])"
        }

        Get-CallCount -Operation CreateResource | Should -Be 2
        Get-CallCount -Operation UpdateResource | Should -Be 2
        Get-CallCount -Operation DeleteResource | Should -Be 1
        $all = Get-ConnectUser -Username from.stackql.3
        $all.FirstName | Should -Be 'Ada'
        $all.Tags.ToString() | Should -Be 'Team=Sales'
        $all.UserProficiencies.ToString() | Should -Be 'connect:Language/connect:English=5'
    }

    It 'shows in its picture what the commands print' {
        $svg = Get-Content -LiteralPath (Join-Path -Path $documentRoot -ChildPath 'docs/images/session.svg') -Raw
        $picture = ([xml] $svg).svg
        $lines = @($picture.g.text | Group-Object -Property y | ForEach-Object { $_.Group.'#text' -join ' ' })
        $picture.g.text | ForEach-Object { $_.x.Split(' ') | Should -HaveCount $_.'#text'.Length -Because 'each character has its own cell' }
        $lines | Should -Contain '40 agents created'
        $lines | Should -Contain 'replace /PhoneConfig/AfterContactWorkTimeLimit: 120 -> 45'
        $lines | Should -Contain 'maria.chen Maria Chen Support Tier 1 eu-west-2 maria.chen@example.com'
    }
}

Describe 'Links' {
    It 'of <_> lead to files' -ForEach 'README.md', 'CHANGELOG.md', 'docs/architecture.md', 'docs/stackql-to-powershell.md', 'examples/runbooks/README.md' {
        $document = Join-Path -Path $documentRoot -ChildPath $_
        $links = [regex]::Matches((Get-Content -LiteralPath $document -Raw), '\]\((?!https?:)([^)#]+)')
        foreach ($link in $links) {
            Join-Path -Path (Split-Path -Path $document) -ChildPath $link.Groups[1].Value | Should -Exist
        }
    }
}
