# What the parameters of the commands are, read from the commands' own metadata.
BeforeDiscovery {
    $users = 'Get-ConnectUser', 'New-ConnectUser', 'Set-ConnectUser', 'Remove-ConnectUser'
    $requests = 'Get-ConnectUserRequest', 'Wait-ConnectUserRequest', 'Stop-ConnectUserRequest'
    $lookUps = 'Get-ConnectInstance', 'Get-ConnectRoutingProfile', 'Get-ConnectSecurityProfile', 'Get-ConnectHierarchyGroup'
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
    $connection = @(
        'AccessKey', 'SecretKey', 'SessionToken', 'ProfileName', 'ProfileLocation', 'Credential', 'EndpointUrl', 'RoleArn', 'ThrottleLimit', 'Region'
    )

    function Get-Parameter {
        param([string] $Command, [string] $Name)

        $parameters = (Get-Command -Name $Command -Module AwsccConnect*).Parameters
        if ($Name) { $parameters[$Name] } else { $parameters.Values }
    }

    function Test-ParameterSet {
        param($Parameter, [scriptblock] $FilterScript)

        [bool]($Parameter.ParameterSets.Values | Where-Object $FilterScript)
    }
}

Describe 'Parameters' {
    It '<_> takes pipeline input for -InputObject alone' -ForEach ($users + $requests) {
        (Get-Parameter $_ | Where-Object { Test-ParameterSet $_ { $_.ValueFromPipeline } }).Name | Should -Be 'InputObject'
        Get-Parameter $_ | Where-Object { Test-ParameterSet $_ { $_.ValueFromPipelineByPropertyName } } | Should -BeNullOrEmpty
    }

    It 'Import-ConnectUser takes pipeline input for -Path and -LiteralPath' {
        $parameters = Get-Parameter 'Import-ConnectUser'
        ($parameters | Where-Object { Test-ParameterSet $_ { $_.ValueFromPipeline } }).Name | Should -Be 'Path'
        ($parameters | Where-Object { Test-ParameterSet $_ { $_.ValueFromPipelineByPropertyName } }).Name | Should -Be 'LiteralPath'
    }

    It 'of connections never come from the pipeline' {
        $commands = Get-Command -Module AwsccConnect*
        $commands.Count | Should -BeGreaterThan 8
        foreach ($command in $commands) {
            $piped = $command.Parameters.Values | Where-Object {
                $_.Name -in $connection -and (Test-ParameterSet $_ { $_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName })
            }
            $piped.Name | Should -BeNullOrEmpty -Because $command.Name
        }
    }

    It 'of connections have the names and aliases of AWS Tools: <_>' -ForEach ($users + $requests + $lookUps) {
        $parameters = (Get-Command -Name $_).Parameters
        $connection | Where-Object { -not $parameters.ContainsKey($_) } | Should -BeNullOrEmpty
        $parameters['AccessKey'].Aliases | Should -Be 'AK'
        $parameters['SecretKey'].Aliases | Sort-Object | Should -Be 'SecretAccessKey', 'SK'
        $parameters['SessionToken'].Aliases | Should -Be 'ST'
        $parameters['ProfileName'].Aliases | Sort-Object | Should -Be 'AWSProfileName', 'StoredCredentials'
        $parameters['ProfileLocation'].Aliases | Sort-Object | Should -Be 'AWSProfilesLocation', 'ProfilesLocation'
        $parameters['Region'].Aliases | Should -Be 'RegionToCall'
        $parameters['Region'].ParameterType | Should -Be $(if ($_ -like 'Get-*') { [string[]] } else { [string] })
        $parameters['Credential'].ParameterType | Should -Be ([object])
    }

    It '<_> has -Identifier at position 0, with the names of the property' -ForEach 'Get-ConnectUser', 'Set-ConnectUser', 'Remove-ConnectUser' {
        $identifier = Get-Parameter $_ 'Identifier'
        $identifier.ParameterType | Should -Be ([string[]])
        $identifier.Aliases | Sort-Object | Should -Be 'Arn', 'UserArn'
        $identifier.ParameterSets['Identifier'].IsMandatory | Should -BeTrue
        $identifier.ParameterSets['Identifier'].Position | Should -Be 0
        $inputObject = Get-Parameter $_ 'InputObject'
        $inputObject.ParameterType | Should -Be ([psobject])
        $inputObject.ParameterSets['InputObject'].IsMandatory | Should -BeTrue
    }

    It '<Command> has the default set <Set>' -ForEach @(
        @{ Command = 'Get-ConnectUser'; Set = 'List' }
        @{ Command = 'New-ConnectUser'; Set = 'Property' }
        @{ Command = 'Set-ConnectUser'; Set = 'InputObject' }
        @{ Command = 'Remove-ConnectUser'; Set = 'InputObject' }
        @{ Command = 'Import-ConnectUser'; Set = 'Path' }
    ) {
        ((Get-Command -Name $Command).ParameterSets | Where-Object IsDefault).Name | Should -Be $Set
    }

    It 'have no other positions than those of names and paths' {
        (Get-Parameter 'New-ConnectUser' 'Username').ParameterSets['Property'].Position | Should -Be 0
        (Get-Parameter 'Import-ConnectUser' 'Path').ParameterSets['Path'].Position | Should -Be 0
        foreach ($command in 'Get-ConnectUser', 'New-ConnectUser', 'Set-ConnectUser', 'Remove-ConnectUser') {
            @(Get-Parameter $command | Where-Object { Test-ParameterSet $_ { $_.Position -ne [int]::MinValue } }) | Should -HaveCount 1 -Because $command
        }
    }

    It 'that limit what is found or undone by time take no $null: <Command>' -ForEach @(
        @{ Command = 'Get-ConnectUser'; Names = 'ModifiedAfter' }
        @{ Command = 'Get-ConnectUserChange'; Names = 'After', 'Before' }
        @{ Command = 'Undo-ConnectUserChange'; Names = 'After', 'Before' }
    ) {
        foreach ($name in $Names) {
            $attributes = (Get-Command $Command).Parameters[$name].Attributes
            $attributes | Where-Object { $_ -is [ValidateNotNull] } | Should -HaveCount 1 -Because "$Command without -$name takes all"
        }
    }

    It '-<Name> has the documented names <Aliases>' -ForEach @(
        @{ Name = 'RoutingProfile'; Aliases = @('RoutingProfileArn') }
        @{ Name = 'SecurityProfile'; Aliases = 'SecurityProfileArn', 'SecurityProfileArns' }
        @{ Name = 'HierarchyGroup'; Aliases = @('HierarchyGroupArn') }
        @{ Name = 'Tag'; Aliases = @('Tags') }
        @{ Name = 'Proficiency'; Aliases = 'UserProficiencies', 'UserProficiency' }
        @{ Name = 'AutoAcceptConfig'; Aliases = @('AutoAcceptConfigs') }
        @{ Name = 'AfterContactWorkConfig'; Aliases = @('AfterContactWorkConfigs') }
        @{ Name = 'PhoneNumberConfig'; Aliases = @('PhoneNumberConfigs') }
        @{ Name = 'PersistentConnectionConfig'; Aliases = @('PersistentConnectionConfigs') }
        @{ Name = 'VoiceEnhancementConfig'; Aliases = @('VoiceEnhancementConfigs') }
    ) {
        (Get-Parameter 'New-ConnectUser' $Name).Aliases | Sort-Object | Should -Be $Aliases
        (Get-Parameter 'Set-ConnectUser' $Name).Aliases | Sort-Object | Should -Be $Aliases
    }

    It '<Command> supports -WhatIf and -Confirm, with impact <Impact>' -ForEach @(
        @{ Command = 'New-ConnectUser'; Impact = 'Medium' }
        @{ Command = 'Set-ConnectUser'; Impact = 'Medium' }
        @{ Command = 'Remove-ConnectUser'; Impact = 'High' }
        @{ Command = 'Stop-ConnectUserRequest'; Impact = 'Medium' }
    ) {
        (Get-Parameter $Command).Name | Should -Contain 'WhatIf'
        (Get-Parameter $Command).Name | Should -Contain 'Confirm'
        [System.Management.Automation.CommandMetadata]::new((Get-Command -Name $Command)).ConfirmImpact | Should -Be $Impact
    }

    It 'of Set-ConnectUser have no <_>, which AWS cannot change' -ForEach 'Password', 'DirectoryUserId', 'NewUsername' {
        $parameters = Get-Parameter 'Set-ConnectUser'
        @($parameters.Name) + $parameters.Aliases | Should -Not -Contain $_
    }
}
