<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>poolscope::ui::GuideDetails</name>
    <message>
        <source>possibly</source>
        <translation>가능성 있음</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>해결 방법</translation>
    </message>
    <message>
        <source>The service&apos;s words: … %1 …</source>
        <translation>서비스의 문구: … %1 …</translation>
    </message>
    <message>
        <source>Any operation</source>
        <translation>모든 작업</translation>
    </message>
    <message>
        <source>Operations: %1</source>
        <translation>작업: %1</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::GuidePage</name>
    <message>
        <source>Error guide</source>
        <translation>오류 안내</translation>
    </message>
    <message>
        <source>&amp;Words, or an error from another program</source>
        <translation>단어 또는 다른 프로그램의 오류(&amp;W)</translation>
    </message>
    <message>
        <source>Words, or an error from another program</source>
        <translation>단어 또는 다른 프로그램의 오류</translation>
    </message>
    <message>
        <source>NotAuthorizedException: Incorrect username or password.  ·  expired code  ·  a whole stack trace</source>
        <translation>NotAuthorizedException: Incorrect username or password.  ·  만료된 코드  ·  스택 추적 전체</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>지우기(&amp;C)</translation>
    </message>
    <message>
        <source>What is pasted stays on this page: it is sent nowhere and written nowhere.</source>
        <translation>붙여넣은 내용은 이 페이지에만 남으며, 어디에도 전송되거나 기록되지 않습니다.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Nothing is known of this</source>
        <translation>알려진 내용이 없습니다</translation>
    </message>
    <message>
        <source>Try fewer words, the error&apos;s name, or the sentence that came with it.</source>
        <translation>더 적은 단어, 오류의 이름 또는 함께 온 문장으로 찾아보세요.</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>알 수 없음: %1</translation>
    </message>
    <message>
        <source>Recognised: %1</source>
        <translation>인식함: %1</translation>
    </message>
    <message>
        <source>&amp;Back to what was found for this text</source>
        <translation>이 텍스트로 찾은 결과로 돌아가기(&amp;B)</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>All errors are listed below; the text above was not looked for.</source>
        <translation>아래에 모든 오류가 나열되어 있습니다. 위의 텍스트로 찾은 것이 아닙니다.</translation>
    </message>
    <message>
        <source>any operation</source>
        <translation>모든 작업</translation>
    </message>
    <message>
        <source>any words</source>
        <translation>모든 문구</translation>
    </message>
</context>
</TS>
