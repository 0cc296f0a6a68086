<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Database</name>
    <message>
        <source>The database reported: %1.</source>
        <translation>데이터베이스가 보고했습니다: %1.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing.</source>
        <translation>Qt의 SQLite 드라이버가 없습니다.</translation>
    </message>
    <message>
        <source>The database is damaged: %1.</source>
        <translation>데이터베이스가 손상되었습니다: %1.</translation>
    </message>
    <message>
        <source>The damaged database %1 could not be moved aside.</source>
        <translation>손상된 데이터베이스 %1을(를) 옮길 수 없습니다.</translation>
    </message>
    <message>
        <source>The folder %1 is open to other users of this machine. Choose an empty or a new folder, or close it with chmod 700.</source>
        <translation>폴더 %1이(가) 이 컴퓨터의 다른 사용자에게 열려 있습니다. 비어 있거나 새로 만든 폴더를 선택하거나, chmod 700으로 닫으세요.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Poolscope (schema %2, this version knows %3). Update Poolscope, or choose another folder.</source>
        <translation>%1은(는) 더 최신 버전의 Poolscope가 기록했습니다(스키마 %2, 이 버전은 %3까지 지원). Poolscope를 업데이트하거나 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation>폴더 %1을(를) 만들 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>%1 is not a folder.</source>
        <translation>%1은(는) 폴더가 아닙니다.</translation>
    </message>
</context>
</TS>
