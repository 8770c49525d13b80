BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Path parameters' {
    It '<Command> refuses a path that is not of the file system: <Path>' -ForEach @(
        foreach ($path in 'Env:nope.yml', 'Nope:x.yml') {
            @{ Command = 'Test-ConnectUserStack'; Path = $path; Parameters = @{ Path = $path } }
            @{ Command = 'Publish-ConnectUserStack'; Path = $path; Parameters = @{ Path = $path } }
            @{ Command = 'Unpublish-ConnectUserStack'; Path = $path; Parameters = @{ Path = $path; Force = $true } }
            @{ Command = 'Export-ConnectUser'; Path = $path; Parameters = @{ Path = $path; InputObject = 'x' } }
            @{ Command = 'Export-ConnectUserStack'; Path = $path; Parameters = @{ Path = $path; InputObject = 'x' } }
            @{ Command = 'Import-ConnectUser'; Path = $path; Parameters = @{ LiteralPath = $path } }
            @{ Command = 'Start-ConnectSimulator'; Path = $path; Parameters = @{ StatePath = $path } }
            @{ Command = 'Start-ConnectSimulator'; Path = $path; Parameters = @{ FaultPath = $path } }
            @{ Command = 'Get-ConnectInstance'; Path = $path; Parameters = @{ ProfileLocation = $path } }
        }
    ) {
        $failures = try {
            & $Command @Parameters 2>&1
        }
        catch {
            $_
        }

        $failures | Should -HaveCount 1
        $failures.FullyQualifiedErrorId | Should -BeLike 'FileNotReadable,*'
        $failures.ToString() | Should -BeLike "*'$Path' is not the path of a file.*"
        $failures.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}
