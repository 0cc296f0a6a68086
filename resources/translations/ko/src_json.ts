<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>JsonReader</name>
    <message>
        <source>It is larger than Poolscope reads.</source>
        <translation>Poolscope가 읽는 크기보다 큽니다.</translation>
    </message>
    <message>
        <source>Its arrays and objects are nested too deeply.</source>
        <translation>배열과 객체가 너무 깊이 중첩되어 있습니다.</translation>
    </message>
    <message>
        <source>It is not valid UTF-8.</source>
        <translation>올바른 UTF-8이 아닙니다.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>비어 있습니다.</translation>
    </message>
    <message>
        <source>It breaks the rules of JSON.</source>
        <translation>JSON 규칙에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>%1 (byte %2)</source>
        <translation>%1 (바이트 %2)</translation>
    </message>
</context>
</TS>
