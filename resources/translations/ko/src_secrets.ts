<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Secrets</name>
    <message>
        <source>The system keychain could not do it: %1</source>
        <translation>시스템 키체인이 처리하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>it gave no reason.</source>
        <translation>이유를 알려 주지 않았습니다.</translation>
    </message>
    <message>
        <source>An entry in the system keychain was written by a later version of Poolscope. It was left as it is and is not used.</source>
        <translation>시스템 키체인의 항목 하나가 더 최신 버전의 Poolscope에서 기록되었습니다. 그대로 두고 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>An entry in the system keychain is damaged or incomplete. It was put aside and is not used.</source>
        <translation>시스템 키체인의 항목 하나가 손상되었거나 불완전합니다. 따로 보관하고 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>This is too large for the system keychain.</source>
        <translation>시스템 키체인에 넣기에는 너무 큽니다.</translation>
    </message>
    <message>
        <source>System keychain</source>
        <translation>시스템 키체인</translation>
    </message>
    <message>
        <source>Memory only</source>
        <translation>메모리에만 보관</translation>
    </message>
    <message>
        <source>The system keychain could not be opened: it is locked, or no keychain service is running. You stay signed in only until you close Poolscope.</source>
        <translation>시스템 키체인을 열 수 없습니다. 잠겨 있거나 실행 중인 키체인 서비스가 없습니다. Poolscope를 닫을 때까지만 로그인 상태가 유지됩니다.</translation>
    </message>
    <message>
        <source>This desktop session has no system keychain. You stay signed in only until you close Poolscope.</source>
        <translation>이 데스크톱 세션에는 시스템 키체인이 없습니다. Poolscope를 닫을 때까지만 로그인 상태가 유지됩니다.</translation>
    </message>
    <message>
        <source>The system keychain does not answer; it may be waiting for you to unlock it. Until it answers, you stay signed in only until you close Poolscope.</source>
        <translation>시스템 키체인이 응답하지 않습니다. 잠금 해제를 기다리는 중일 수 있습니다. 응답할 때까지는 Poolscope를 닫을 때까지만 로그인 상태가 유지됩니다.</translation>
    </message>
    <message>
        <source>memory only, the keychain is locked</source>
        <translation>메모리에만 보관, 키체인이 잠겨 있음</translation>
    </message>
    <message>
        <source>memory only, there is no keychain</source>
        <translation>메모리에만 보관, 키체인이 없음</translation>
    </message>
    <message>
        <source>memory only, the keychain does not answer</source>
        <translation>메모리에만 보관, 키체인이 응답하지 않음</translation>
    </message>
</context>
</TS>
