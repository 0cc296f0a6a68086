<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>MessageCard</name>
    <message>
        <source>replaced</source>
        <translation>대체됨</translation>
    </message>
    <message>
        <source>used</source>
        <translation>사용됨</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>만료됨</translation>
    </message>
    <message>
        <source>Confirms the sign-up.</source>
        <translation>가입을 확인합니다.</translation>
    </message>
    <message>
        <source>Sets a new password.</source>
        <translation>새 비밀번호를 설정합니다.</translation>
    </message>
    <message>
        <source>Verifies the e-mail address: a program in which this user is signed in sends it with VerifyUserAttribute.</source>
        <translation>이메일 주소를 확인합니다. 이 사용자가 로그인한 프로그램이 VerifyUserAttribute로 보냅니다.</translation>
    </message>
    <message>
        <source>Verifies the phone number: a program in which this user is signed in sends it with VerifyUserAttribute.</source>
        <translation>전화번호를 확인합니다. 이 사용자가 로그인한 프로그램이 VerifyUserAttribute로 보냅니다.</translation>
    </message>
    <message>
        <source>For the first sign-in.</source>
        <translation>첫 로그인에 사용합니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::MailboxPanel</name>
    <message>
        <source>Mailbox</source>
        <translation>메일함</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>아직 메시지가 없습니다</translation>
    </message>
    <message>
        <source>Codes that the pool sends by e-mail or SMS arrive here. Nothing leaves this computer.</source>
        <translation>풀이 이메일이나 SMS로 보내는 코드가 여기에 도착합니다. 이 컴퓨터 밖으로는 아무것도 나가지 않습니다.</translation>
    </message>
    <message>
        <source>Use the newest code</source>
        <translation>최신 코드 사용</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Show older messages</source>
        <translation>이전 메시지 보기</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>새 메시지 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>poolscope::ui::MessageCard</name>
    <message>
        <source>Use this code</source>
        <translation>이 코드 사용</translation>
    </message>
    <message>
        <source>Expire it</source>
        <translation>만료시키기</translation>
    </message>
    <message>
        <source>Use the code %1</source>
        <translation>코드 %1 사용</translation>
    </message>
    <message>
        <source>Expire the code %1</source>
        <translation>코드 %1 만료시키기</translation>
    </message>
    <message>
        <source>SMS to %1</source>
        <translation>SMS 수신: %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>받는 사람: %1</translation>
    </message>
    <message>
        <source>Use this password</source>
        <translation>이 비밀번호 사용</translation>
    </message>
    <message>
        <source>Use the password %1</source>
        <translation>비밀번호 %1 사용</translation>
    </message>
    <message>
        <source>Expire the password %1</source>
        <translation>비밀번호 %1 만료시키기</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>코드 복사</translation>
    </message>
    <message>
        <source>Copy the code %1</source>
        <translation>코드 %1 복사</translation>
    </message>
    <message>
        <source>Try it all the same</source>
        <translation>그래도 시도</translation>
    </message>
    <message>
        <source>Try the code %1 all the same</source>
        <translation>코드 %1 그래도 시도</translation>
    </message>
</context>
</TS>
