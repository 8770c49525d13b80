BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'examples/quickstart.ps1' {
    It 'runs in this PowerShell, in a process of its own' {
        $command = @([System.Environment]::ProcessPath)
        if ([System.IO.Path]::GetFileNameWithoutExtension($command[0]) -eq 'dotnet') {
            $command += Join-Path $PSHOME 'pwsh.dll'
        }

        $file, $rest = $command
        $output = & $file @rest -NoProfile -File (Join-Path -Path $PSScriptRoot -ChildPath '../../examples/quickstart.ps1') 2>&1
        $LASTEXITCODE | Should -Be 0
        $output | Should -Contain '40 agents created, each with a generated password in its property InitialCredential.'
        $output | Should -Contain "joe.hebden removed; 64 users left"
    }

    It 'runs in this session and leaves no simulator behind' {
        { & (Join-Path -Path $PSScriptRoot -ChildPath '../../examples/quickstart.ps1') *> $null } | Should -Not -Throw
        Get-ConnectSimulator | Should -BeNullOrEmpty
    }
}
