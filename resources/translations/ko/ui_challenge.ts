<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>poolscope::ui::ChallengeForm</name>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>&amp;Parameters of the challenge</source>
        <translation>챌린지의 매개변수(&amp;P)</translation>
    </message>
    <message>
        <source>Parameters of the challenge</source>
        <translation>챌린지의 매개변수</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>%1 동안 대기 중</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation>%1 후 종료</translation>
    </message>
    <message>
        <source>this step has ended</source>
        <translation>이 단계는 끝났습니다</translation>
    </message>
    <message>
        <source>Signing in: %1</source>
        <translation>로그인 중: %1</translation>
    </message>
</context>
</TS>
