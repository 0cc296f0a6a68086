<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Transport</name>
    <message>
        <source>The endpoint is not an http or https address.</source>
        <translation>엔드포인트가 http 또는 https 주소가 아닙니다.</translation>
    </message>
    <message>
        <source>Only https is used, except on this computer. %1 was not called.</source>
        <translation>이 컴퓨터를 제외하면 https만 사용합니다. %1을(를) 호출하지 않았습니다.</translation>
    </message>
    <message>
        <source>This operation needs AWS credentials.</source>
        <translation>이 작업에는 AWS 자격 증명이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1이(가) 연결을 거부했습니다.</translation>
    </message>
    <message>
        <source>The host %1 was not found.</source>
        <translation>호스트 %1을(를) 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was complete.</source>
        <translation>%1이(가) 응답을 마치기 전에 연결을 닫았습니다.</translation>
    </message>
    <message>
        <source>No secure connection to %1: %2</source>
        <translation>%1에 안전하게 연결할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>No connection to %1: %2</source>
        <translation>%1에 연결할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>an unknown place</source>
        <translation>알 수 없는 곳</translation>
    </message>
    <message>
        <source>%1 answered with a redirect to %2. It was not followed.</source>
        <translation>%1이(가) %2(으)로의 리디렉션으로 응답했습니다. 따라가지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 answered with an empty body.</source>
        <translation>%1이(가) 빈 본문으로 응답했습니다.</translation>
    </message>
    <message>
        <source>%1 answered with HTTP status %2 and nothing else.</source>
        <translation>%1이(가) HTTP 상태 %2(으)로만 응답했습니다.</translation>
    </message>
    <message>
        <source>%1 answered with HTTP status %2: %3</source>
        <translation>%1이(가) HTTP 상태 %2(으)로 응답했습니다: %3</translation>
    </message>
    <message>
        <source>The answer is not the JSON that was expected: %1 It begins with: %2</source>
        <translation>응답이 예상한 JSON이 아닙니다: %1 응답의 시작 부분: %2</translation>
    </message>
    <message>
        <source>The answer is not a JSON object. It begins with: %1</source>
        <translation>응답이 JSON 객체가 아닙니다. 응답의 시작 부분: %1</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than 8 MB.</source>
        <translation>%1의 응답이 8MB보다 큽니다.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1이(가) 제한 시간 안에 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 did not answer in HTTP.</source>
        <translation>%1이(가) HTTP로 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 does not say clearly where its answer ends.</source>
        <translation>%1이(가) 응답의 끝을 분명히 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>The answer of %1 cannot be read: %2</source>
        <translation>%1의 응답을 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>This connection is read-only, and %1 would change something. It was not sent.</source>
        <translation>이 연결은 읽기 전용이고 %1은(는) 무언가를 변경합니다. 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The AWS keys could not be read in time. Nothing was sent.</source>
        <translation>AWS 키를 제시간에 읽지 못했습니다. 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The AWS keys could not be read in time to repeat the request.</source>
        <translation>요청을 다시 보낼 때 AWS 키를 제때 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>This connection is marked as production, and %1 destroys something without having been confirmed. It was not sent.</source>
        <translation>이 연결은 프로덕션으로 표시되어 있는데, %1은(는) 확인을 거치지 않고 무언가를 삭제합니다. 보내지 않았습니다.</translation>
    </message>
</context>
</TS>
