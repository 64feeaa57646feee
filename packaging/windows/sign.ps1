# Signs programs and installers. ORDERBENCH_SIGN_THUMBPRINT names a certificate in the user's or machine's store.
# Without it nothing is signed: Windows then warns before the first start.
param([Parameter(Mandatory = $true, ValueFromRemainingArguments = $true)][string[]] $Files)
$ErrorActionPreference = 'Stop'
if (-not $env:ORDERBENCH_SIGN_THUMBPRINT) {
    Write-Output '[sign] Signing skipped: ORDERBENCH_SIGN_THUMBPRINT is not set.'
    exit 0
}
if (-not (Get-Command signtool.exe -ErrorAction SilentlyContinue)) {
    Write-Error '[sign] signtool.exe is missing. Install the Windows SDK and put its bin folder on PATH.'
    exit 1
}
foreach ($file in $Files) {
    & signtool.exe sign /sha1 $env:ORDERBENCH_SIGN_THUMBPRINT /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 $file
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
