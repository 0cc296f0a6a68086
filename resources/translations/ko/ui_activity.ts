<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>ActivityDetails</name>
    <message>
        <source>… cut: the rest is not shown.</source>
        <translation>… 여기까지만 표시합니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ActivityDetails</name>
    <message>
        <source>request id</source>
        <translation>요청 ID</translation>
    </message>
    <message>
        <source>JSON of the request or response</source>
        <translation>요청 또는 응답의 JSON</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Let go to keep memory small.</source>
        <translation>메모리를 아끼기 위해 내용을 비웠습니다.</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>아직 응답이 없습니다.</translation>
    </message>
    <message>
        <source>No JSON.</source>
        <translation>JSON이 없습니다.</translation>
    </message>
    <message>
        <source>fault on demand: %1</source>
        <translation>요청된 장애: %1</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ActivityPanel</name>
    <message>
        <source>Activity</source>
        <translation>활동</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>아직 요청이 없습니다</translation>
    </message>
    <message>
        <source>Every request to the pool appears here with what was sent and what came back; secrets are blacked out.</source>
        <translation>풀에 보낸 모든 요청과 받은 응답이 여기에 나타납니다. 비밀 값은 가려집니다.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>상세</translation>
    </message>
    <message>
        <source>Show what was sent and what came back</source>
        <translation>보낸 내용과 받은 내용 보기</translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation>요청 ID 복사</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Clear the activity list</source>
        <translation>활동 목록 지우기</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청 목록</translation>
    </message>
</context>
</TS>
