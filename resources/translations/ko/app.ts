<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening the connection…</source>
        <translation>연결을 여는 중…</translation>
    </message>
    <message>
        <source>The connection is not open</source>
        <translation>연결이 열려 있지 않습니다</translation>
    </message>
</context>
<context>
    <name>poolscope::Application</name>
    <message>
        <source>Secrets: %1</source>
        <translation>비밀 값: %1</translation>
    </message>
    <message>
        <source>The old data lies at %1.</source>
        <translation>이전 데이터는 %1에 있습니다.</translation>
    </message>
    <message>
        <source>Sign up</source>
        <translation>가입</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>샌드박스</translation>
    </message>
    <message>
        <source>The sandbox could not be started.</source>
        <translation>샌드박스를 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>listening on %1</source>
        <translation>%1에서 수신 대기 중</translation>
    </message>
    <message>
        <source>%1 · starting…</source>
        <translation>%1 · 시작하는 중…</translation>
    </message>
    <message>
        <source>The sandbox&apos;s data could not be read, so the sandbox starts empty.</source>
        <translation>샌드박스 데이터를 읽을 수 없어서 샌드박스를 빈 상태로 시작합니다.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
</context>
</TS>
