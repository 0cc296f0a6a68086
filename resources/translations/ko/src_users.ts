<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>poolscope::users::UserListModel</name>
    <message>
        <source>List users</source>
        <translation>사용자 목록 가져오기</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>사용자 이름</translation>
    </message>
    <message>
        <source>E-mail or phone</source>
        <translation>이메일 또는 전화번호</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>생성 시각</translation>
    </message>
    <message>
        <source>disabled · %1</source>
        <translation>사용 안 함 · %1</translation>
    </message>
</context>
<context>
    <name>poolscope::users::UserLookup</name>
    <message>
        <source>Enter an e-mail address, a phone number, a user name or a sub.</source>
        <translation>이메일 주소, 전화번호, 사용자 이름 또는 sub를 입력하세요.</translation>
    </message>
    <message>
        <source>This is too long for the service to look for.</source>
        <translation>너무 길어서 서비스에서 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>Look a user up</source>
        <translation>사용자 찾기</translation>
    </message>
    <message>
        <source>Ask for one user</source>
        <translation>사용자 한 명 조회</translation>
    </message>
</context>
</TS>
