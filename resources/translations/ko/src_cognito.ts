<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Transport</name>
    <message>
        <source>The answer does not have the expected form at %1: %2</source>
        <translation>응답의 %1이(가) 예상한 형식이 아닙니다: %2</translation>
    </message>
    <message>
        <source>The answer does not say whose keys they are.</source>
        <translation>응답에서 누구의 키인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1이(가) 제한 시간 안에 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>Only https is used, except on this computer. %1 was not called.</source>
        <translation>이 컴퓨터를 제외하면 https만 사용합니다. %1을(를) 호출하지 않았습니다.</translation>
    </message>
    <message>
        <source>No connection to %1: %2</source>
        <translation>%1에 연결할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The AWS keys could not be read in time. Nothing was sent.</source>
        <translation>AWS 키를 제시간에 읽지 못했습니다. 아무것도 보내지 않았습니다.</translation>
    </message>
</context>
</TS>
