<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>HttpServer</name>
    <message>
        <source>Port %1 is in use by another program.</source>
        <translation>포트 %1을(를) 다른 프로그램이 사용 중입니다.</translation>
    </message>
    <message>
        <source>Port %1 cannot be opened: %2.</source>
        <translation>포트 %1을(를) 열 수 없습니다: %2.</translation>
    </message>
</context>
</TS>
