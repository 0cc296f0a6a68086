<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Explained</name>
    <message>
        <source>Send a new code</source>
        <translation>새 코드 보내기</translation>
    </message>
    <message>
        <source>Use the newest code</source>
        <translation>최신 코드 사용</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Set a new password</source>
        <translation>새 비밀번호 설정</translation>
    </message>
    <message>
        <source>Confirm this user</source>
        <translation>이 사용자 확인</translation>
    </message>
    <message>
        <source>Edit the connection</source>
        <translation>연결 편집</translation>
    </message>
    <message>
        <source>Use SRP</source>
        <translation>SRP 사용</translation>
    </message>
    <message>
        <source>Use a plain password</source>
        <translation>일반 비밀번호 사용</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Refresh the tokens</source>
        <translation>토큰 갱신</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Make a password that fits</source>
        <translation>규칙에 맞는 비밀번호 만들기</translation>
    </message>
    <message>
        <source>Choose another app client</source>
        <translation>다른 앱 클라이언트 선택</translation>
    </message>
    <message>
        <source>Choose another app client on the Sandbox page.</source>
        <translation>샌드박스 페이지에서 다른 앱 클라이언트를 선택하세요.</translation>
    </message>
    <message>
        <source>Why can’t this user sign in?</source>
        <translation>이 사용자는 왜 로그인할 수 없습니까?</translation>
    </message>
    <message>
        <source>Invite the user…</source>
        <translation>사용자 초대…</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::Workspace</name>
    <message>
        <source>This code belongs to another user pool.</source>
        <translation>이 코드는 다른 사용자 풀의 것입니다.</translation>
    </message>
    <message>
        <source>No form waits for this code of %1 now.</source>
        <translation>지금 %1의 이 코드를 기다리는 양식이 없습니다.</translation>
    </message>
    <message>
        <source>No message has a code that counts.</source>
        <translation>유효한 코드가 있는 메시지가 없습니다.</translation>
    </message>
    <message>
        <source>This code verifies an address of a user who is signed in: no form takes it.</source>
        <translation>이 코드는 로그인한 사용자의 주소를 확인하는 데 쓰이므로 입력할 양식이 없습니다.</translation>
    </message>
    <message>
        <source>This code was used already.</source>
        <translation>이 코드는 이미 사용되었습니다.</translation>
    </message>
    <message>
        <source>This message has no code.</source>
        <translation>이 메시지에는 코드가 없습니다.</translation>
    </message>
</context>
</TS>
