<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Navigation</name>
    <message>
        <source>Try</source>
        <translation>써 보기</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>살펴보기</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>연습하기</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::AboutDialog</name>
    <message>
        <source>About Poolscope</source>
        <translation>Poolscope 정보</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>버전 %1</translation>
    </message>
    <message>
        <source>A workbench for Amazon Cognito user pools: sign up, sign in, look into the tokens. Its sandbox needs no AWS account and no network.</source>
        <translation>Amazon Cognito 사용자 풀을 위한 작업대입니다. 가입하고, 로그인하고, 토큰을 들여다볼 수 있습니다. 샌드박스는 AWS 계정도 네트워크도 필요 없습니다.</translation>
    </message>
    <message>
        <source>Not made by Amazon. MIT licence. Icons: Breeze, by the KDE community. Qt %1.</source>
        <translation>Amazon이 만든 프로그램이 아닙니다. MIT 라이선스. 아이콘: KDE 커뮤니티의 Breeze. Qt %1.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>명령 검색</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>하려는 일을 입력하세요</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>이 낱말이 들어간 명령이 없습니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ConnectionCard</name>
    <message>
        <source>Connection: %1</source>
        <translation>연결: %1</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>읽기 전용</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::MainWindow</name>
    <message>
        <source>Ctrl+K commands</source>
        <translation>Ctrl+K 명령</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>%1(으)로 이동</translation>
    </message>
    <message>
        <source>Show Activity</source>
        <translation>활동 보기</translation>
    </message>
    <message>
        <source>Show the Mailbox</source>
        <translation>메일함 보기</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>메일함</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>활동</translation>
    </message>
    <message>
        <source>Search commands…</source>
        <translation>명령 검색…</translation>
    </message>
    <message>
        <source>Switch the connection…</source>
        <translation>연결 바꾸기…</translation>
    </message>
    <message>
        <source>Manage connections…</source>
        <translation>연결 관리…</translation>
    </message>
    <message>
        <source>Go to the next area</source>
        <translation>다음 영역으로 이동</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>About Poolscope</source>
        <translation>Poolscope 정보</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>%1에 연결</translation>
    </message>
    <message>
        <source>%1, read-only</source>
        <translation>%1, 읽기 전용</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>읽기 전용</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::Navigation</name>
    <message>
        <source>Navigation</source>
        <translation>탐색</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템에 따름</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation>언어는 다음에 시작할 때 바뀝니다.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
</context>
</TS>
