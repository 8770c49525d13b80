BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
    $command = @([System.Environment]::ProcessPath)
    if ([System.IO.Path]::GetFileNameWithoutExtension($command[0]) -eq 'dotnet') {
        $command += Join-Path $PSHOME 'pwsh.dll'
    }
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
        $file, $rest = $command + '-NoProfile', '-NonInteractive', '-Command', $script
        & $file @rest 2>&1 | Should -Be 'contact-centre'
    }
}
