@echo off
rem Starts Orderbench from an unpacked folder (bin, lib) with a Java 25 found on this computer.
setlocal
set "LIB=%~dp0..\lib"
set "JAVA="
if defined ORDERBENCH_JAVA_HOME set "JAVA=%ORDERBENCH_JAVA_HOME%\bin\java.exe"
if not defined JAVA if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not defined JAVA set "JAVA=java.exe"
"%JAVA%" -version 2>&1 | findstr /C:"\"25" >nul
if errorlevel 1 (
  echo Orderbench needs Java 25 and found none. Install a JDK 25, or set ORDERBENCH_JAVA_HOME to its folder. 1>&2
  exit /b 1
)
rem A file of some thousand series is done before the optimising compiler has paid for itself, and a larger one takes no longer without it.
set "QUICK="
if "%~1"=="forecast" set "QUICK=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"%JAVA%" @app.jvm.args@ %QUICK% %ORDERBENCH_JAVA_OPTS% -cp "%LIB%\*" @main.class@ %*
exit /b %errorlevel%
