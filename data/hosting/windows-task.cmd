@echo off
rem Once, as the analyst: a task for the 3rd of each month at 6:00. Needs Node 20.19 or newer.
rem 运行一次：建一个每月 3 日 6:00 的计划任务。需要 Node 20.19 或更新。
schtasks /Create /TN "Monthly report" /SC MONTHLY /D 3 /ST 06:00 /F ^
  /TR "cmd /c cd /d C:\huisheng && npm run publish -- --report C:\my-report --out C:\my-site >> C:\my-report.log 2>&1"
