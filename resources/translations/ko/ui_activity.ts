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
    <name>poolscope::ui::ActivityBar</name>
    <message>
        <source>Activity</source>
        <translation>활동</translation>
    </message>
    <message>
        <source>Search the requests</source>
        <translation>요청 검색</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Operation, action, error, status, request id, or what was sent and answered (Ctrl+F)</source>
        <translation>작업, 동작, 오류, 상태, 요청 ID, 또는 보내고 받은 내용(Ctrl+F)</translation>
    </message>
    <message>
        <source>Which requests are shown</source>
        <translation>표시할 요청</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>성공</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>묶기</translation>
    </message>
    <message>
        <source>Group by what you did</source>
        <translation>사용자가 한 일별로 묶기</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Copy, export and more</source>
        <translation>복사, 내보내기 등</translation>
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
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>Only %1: clear filter</source>
        <translation>%1만 표시 중: 필터 지우기</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ActivityCommands</name>
    <message>
        <source>Copy request &amp;id</source>
        <translation>요청 ID 복사(&amp;I)</translation>
    </message>
    <message>
        <source>Copy as &amp;AWS CLI</source>
        <translation>AWS CLI 명령으로 복사(&amp;A)</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>curl 명령으로 복사(&amp;U)</translation>
    </message>
    <message>
        <source>Show only this &amp;operation</source>
        <translation>이 작업만 보기(&amp;O)</translation>
    </message>
    <message>
        <source>Show only what belongs &amp;together with it</source>
        <translation>함께 이루어진 요청만 보기(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Export as HAR…</source>
        <translation>HAR로 내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Those that are shown, with secrets blacked out</source>
        <translation>표시된 요청을 비밀을 가려 내보냅니다</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>목록 지우기(&amp;C)</translation>
    </message>
    <message>
        <source>Copied the request id.</source>
        <translation>요청 ID를 복사했습니다.</translation>
    </message>
    <message>
        <source>Copied. There is no secret in it.</source>
        <translation>복사했습니다. 비밀은 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Copied without secrets. Set these first, with &quot; and \ escaped as in JSON: %1</source>
        <translation>비밀 없이 복사했습니다. 먼저 다음 변수를 설정하십시오(&quot;와 \는 JSON처럼 이스케이프): %1</translation>
    </message>
    <message>
        <source>Copied without secrets. Set these first, as they are: %1</source>
        <translation>비밀 없이 복사했습니다. 먼저 다음 변수를 값 그대로 설정하십시오: %1</translation>
    </message>
    <message>
        <source>Copied without secrets. Set these first, as they are: %1; and with &quot; and \ escaped as in JSON: %2</source>
        <translation>비밀 없이 복사했습니다. 먼저 다음 변수를 설정하십시오. 값 그대로: %1. &quot;와 \를 JSON처럼 이스케이프하여: %2</translation>
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
        <source>No request matches</source>
        <translation>일치하는 요청이 없습니다</translation>
    </message>
    <message>
        <source>Requests are there, but the filter lets none of them pass.</source>
        <translation>요청은 있지만 필터를 통과한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Export as HAR</source>
        <translation>HAR로 내보내기</translation>
    </message>
    <message>
        <source>HTTP Archive (*.har)</source>
        <translation>HTTP 아카이브(*.har)</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n request(s) to %1</source>
        <translation>
            <numerusform>요청 %n건을 %1에 내보냈습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1에 쓰지 못했습니다: %2</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ActivityTable</name>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
</context>
</TS>
