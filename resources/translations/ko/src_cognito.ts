<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Transport</name>
    <message>
        <source>The answer does not have the expected form at %1: %2</source>
        <translation>응답의 %1이(가) 예상한 형식이 아닙니다: %2</translation>
    </message>
</context>
</TS>
