<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AdvancedRows</name>
    <message>
        <source>Ad&amp;vanced</source>
        <translation>고급(&amp;V)</translation>
    </message>
    <message>
        <source>Client metadata</source>
        <translation>클라이언트 메타데이터</translation>
    </message>
    <message>
        <source>Goes to the triggers.</source>
        <translation>트리거로 전달됩니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::PairsEdit</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>%1, name %2</source>
        <translation>%1, 이름 %2</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>%1, value %2</source>
        <translation>%1, 값 %2</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::PasswordGuide</name>
    <message>
        <source>The pool&apos;s own rules cannot be read; these are the service&apos;s usual ones.</source>
        <translation>풀 자체의 규칙을 읽을 수 없어 서비스의 일반적인 규칙을 표시합니다.</translation>
    </message>
    <message>
        <source>Make a password that fits</source>
        <translation>규칙에 맞는 비밀번호 만들기</translation>
    </message>
    <message>
        <source>Strength: %1</source>
        <translation>강도: %1</translation>
    </message>
</context>
</TS>
