@echo off
rem Starts sspr-prefill with the Java of SSPR_PREFILL_JAVA, else of JAVA_HOME, else of the search path.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined SSPR_PREFILL_JAVA set "JAVA=%SSPR_PREFILL_JAVA%"
"%JAVA%" -jar "%~dp0sspr-prefill.jar" %*
exit /b %ERRORLEVEL%
