<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Type %1 to go on.</source>
        <translation>계속하려면 %1을(를) 입력하세요.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::BusyIndicator</name>
    <message>
        <source>Working</source>
        <translation>진행 중</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::Callout</name>
    <message>
        <source>The service refused this.</source>
        <translation>서비스가 요청을 거부했습니다.</translation>
    </message>
    <message>
        <source>The endpoint could not be reached.</source>
        <translation>엔드포인트에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>제한 시간 안에 응답이 오지 않았습니다.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>취소했습니다.</translation>
    </message>
    <message>
        <source>The answer was not what the protocol allows.</source>
        <translation>응답이 프로토콜에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>This could not be kept or read.</source>
        <translation>저장하거나 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>It was sent, and nobody knows whether it was done. Look before you try again.</source>
        <translation>요청은 보냈지만 처리되었는지 알 수 없습니다. 다시 시도하기 전에 결과를 확인하세요.</translation>
    </message>
    <message>
        <source>Trying again may help.</source>
        <translation>다시 시도하면 될 수 있습니다.</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>요청 ID: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy this message</source>
        <translation>이 메시지 복사</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>이 메시지 닫기</translation>
    </message>
    <message>
        <source>Error guide</source>
        <translation>오류 안내</translation>
    </message>
    <message>
        <source>Read about this error in the error guide</source>
        <translation>오류 안내에서 이 오류에 관해 읽기</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::CopyableId</name>
    <message>
        <source>Copy %1</source>
        <translation>%1 복사</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::NavigationButton</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>새 메시지 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>poolscope::ui::PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation>비밀번호 숨기기</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>비밀번호 표시</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::RequirementList</name>
    <message>
        <source>Met: %1</source>
        <translation>충족: %1</translation>
    </message>
    <message>
        <source>Not met yet: %1</source>
        <translation>아직 충족하지 않음: %1</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::SecretLabel</name>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>모두 선택(&amp;A)</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>%2단계 중 %1단계: %3</translation>
    </message>
</context>
</TS>
