BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
    . (Join-Path $PSScriptRoot 'Invoke-Pwsh.ps1')
}

Describe 'Proxy variables' {
    It 'are not used for loopback addresses: <_>' -ForEach 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy' {
        # The variables are read once by a process, so each case is a process of its own. Nothing listens on port 9.
        $script = @"
`$env:$_ = 'http://127.0.0.1:9'
. '$(Join-Path $PSScriptRoot 'Import-Module.ps1')'
`$null = Start-ConnectSimulator -SetDefault
(Get-ConnectInstance).Alias
"@
        $result = Invoke-Pwsh -ArgumentList '-Command', $script
        @($result.Output) + $result.Error | Should -Be 'contact-centre'
    }
}
