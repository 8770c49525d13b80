# Scripts of users are tested with mocks of these commands, and wrapped in proxy functions.
BeforeDiscovery {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
    $commands = Get-Command -Module AwsccConnect* -CommandType Cmdlet | ForEach-Object { @{ Name = $_.Name } }
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')

    function Get-SampleValue {
        param([System.Management.Automation.ParameterMetadata] $Parameter)

        $set = $Parameter.Attributes.Where({ $_ -is [ValidateSet] }).ForEach({ $_.ValidValues })
        if ($set) {
            return $set[0]
        }

        if ($Parameter.Name -eq 'RoleArn') {
            return 'arn:aws:iam::123456789012:role/Name'
        }

        switch ($Parameter.ParameterType) {
            ([switch]) { return $true }
            ([bool]) { return $true }
            ([nullable[bool]]) { return $true }
            ([securestring]) { return [securestring]::new() }
            ([pscredential]) { return [pscredential]::new('user', [securestring]::new()) }
            ([nullable[datetime]]) { return [datetime]::UtcNow }
            ([datetime]) { return [datetime]::UtcNow }
            ([scriptblock]) { return { } }
            ([System.Collections.IDictionary]) { return @{ Key = 'value' } }
            ([hashtable]) { return @{ Key = 'value' } }
        }

        return '1'
    }

    function Get-UnnamableType {
        param([System.Management.Automation.CommandInfo] $Command)

        foreach ($parameter in $Command.Parameters.Values) {
            $type = $parameter.ParameterType
            while ($type.HasElementType) {
                $type = $type.GetElementType()
            }

            if ([System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($type.Assembly) -ne [System.Runtime.Loader.AssemblyLoadContext]::Default) {
                "-$($parameter.Name) [$($type.FullName)]"
            }
        }
    }
}

Describe '<Name>' -ForEach $commands {
    It 'has no parameter of a type that a script cannot name' {
        Get-UnnamableType -Command (Get-Command -Name $Name -Module AwsccConnect* -CommandType Cmdlet) | Should -BeNullOrEmpty
    }

    It 'can be mocked and the mock takes every parameter' {
        $command = Get-Command -Name $Name -Module AwsccConnect* -CommandType Cmdlet
        Mock -CommandName $Name -MockWith { 'mocked' }
        foreach ($set in $command.ParameterSets) {
            $arguments = @{}
            foreach ($parameter in $set.Parameters) {
                if ($parameter.Name -notin [System.Management.Automation.Cmdlet]::CommonParameters) {
                    $arguments[$parameter.Name] = Get-SampleValue -Parameter $command.Parameters[$parameter.Name]
                }
            }

            foreach ($common in [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters) {
                $arguments.Remove($common)
            }

            & $Name @arguments | Should -Be 'mocked' -Because "parameter set $($set.Name)"
        }
    }

    It 'can be wrapped in a proxy function that has every parameter' {
        $command = Get-Command -Name $Name -Module AwsccConnect* -CommandType Cmdlet
        $proxy = [System.Management.Automation.ProxyCommand]::Create([System.Management.Automation.CommandMetadata]::new($command))
        Set-Item -Path function:script:Invoke-Proxy -Value $proxy
        $parameters = (Get-Command -Name Invoke-Proxy).Parameters
        foreach ($parameter in $command.Parameters.Keys) {
            $parameters.Keys | Should -Contain $parameter
        }
    }
}
