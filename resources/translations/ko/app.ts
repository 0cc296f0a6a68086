<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>Commands:</source>
        <translation>명령:</translation>
    </message>
    <message>
        <source>The sandbox alone, without a window.</source>
        <translation>창 없이 샌드박스만 실행합니다.</translation>
    </message>
    <message>
        <source>Workbench for Amazon Cognito user pools.</source>
        <translation>Amazon Cognito 사용자 풀을 위한 작업 도구입니다.</translation>
    </message>
    <message>
        <source>Show this help and end.</source>
        <translation>이 도움말을 표시하고 끝냅니다.</translation>
    </message>
    <message>
        <source>Show the version and end.</source>
        <translation>버전을 표시하고 끝냅니다.</translation>
    </message>
    <message>
        <source>Keep settings and the sandbox&apos;s data in DIR.</source>
        <translation>설정과 샌드박스의 데이터를 DIR에 보관합니다.</translation>
    </message>
    <message>
        <source>en or ko.</source>
        <translation>en 또는 ko.</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light, dark, system 중 하나.</translation>
    </message>
    <message>
        <source>Port of the embedded sandbox; 0 takes any free one.</source>
        <translation>내장 샌드박스의 포트. 0이면 비어 있는 포트를 사용합니다.</translation>
    </message>
    <message>
        <source>Keep secrets in memory only.</source>
        <translation>비밀 정보를 메모리에만 보관합니다.</translation>
    </message>
    <message>
        <source>Unknown command: %1</source>
        <translation>알 수 없는 명령: %1</translation>
    </message>
    <message>
        <source>--sandbox-port takes a number from 0 to 65535, not &quot;%1&quot;.</source>
        <translation>--sandbox-port에는 0부터 65535까지의 숫자를 지정합니다. &quot;%1&quot;은(는) 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>--language takes en or ko, not &quot;%1&quot;.</source>
        <translation>--language에는 en 또는 ko를 지정합니다. &quot;%1&quot;은(는) 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>--theme takes light, dark or system, not &quot;%1&quot;.</source>
        <translation>--theme에는 light, dark, system 중 하나를 지정합니다. &quot;%1&quot;은(는) 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>Qt&apos;s own options work as well: -platform, -style, -qwindowgeometry, -session and others.</source>
        <translation>-platform, -style, -qwindowgeometry, -session 같은 Qt의 옵션도 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Another Poolscope uses this profile, and does not answer.</source>
        <translation>다른 Poolscope가 이 프로필을 사용하고 있으며 응답하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>The sandbox&apos;s data could not be read, so the sandbox starts empty.</source>
        <translation>샌드박스 데이터를 읽을 수 없어서 샌드박스를 빈 상태로 시작합니다.</translation>
    </message>
    <message>
        <source>The old data lies at %1.</source>
        <translation>이전 데이터는 %1에 있습니다.</translation>
    </message>
    <message>
        <source>The sandbox&apos;s demo pool could not be made.</source>
        <translation>샌드박스의 데모 풀을 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>The sandbox could not be started.</source>
        <translation>샌드박스를 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>The sandbox has ended.</source>
        <translation>샌드박스가 종료되었습니다.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>The pool&apos;s settings could not be read with the AWS keys of this connection.</source>
        <translation>이 연결의 AWS 키로 풀의 설정을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>Edit the connection</source>
        <translation>연결 편집</translation>
    </message>
    <message>
        <source>What was chosen last counts only until Poolscope ends. Where the disk or its rights are the cause, mend that and choose it again.</source>
        <translation>마지막으로 선택한 것은 Poolscope를 끝낼 때까지만 유효합니다. 디스크나 권한이 원인이라면 고친 뒤 다시 선택하세요.</translation>
    </message>
</context>
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
        <source>listening on %1</source>
        <translation>%1에서 수신 대기 중</translation>
    </message>
    <message>
        <source>%1 · starting…</source>
        <translation>%1 · 시작하는 중…</translation>
    </message>
    <message>
        <source>Why can’t this user sign in?</source>
        <translation>이 사용자는 왜 로그인할 수 없습니까?</translation>
    </message>
    <message>
        <source>Explain an error from somewhere else</source>
        <translation>다른 곳에서 가져온 오류 설명</translation>
    </message>
    <message>
        <source>Sign-in trouble</source>
        <translation>로그인 문제</translation>
    </message>
    <message>
        <source>Error guide</source>
        <translation>오류 안내</translation>
    </message>
    <message>
        <source>Copied. The clipboard is emptied after a minute.</source>
        <translation>복사했습니다. 클립보드는 1분 뒤에 비워집니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ClientSecrets</name>
    <message>
        <source>The client secret of %1 is kept in memory only. After the next start it has to be entered again.</source>
        <translation>%1의 클라이언트 시크릿은 메모리에만 보관됩니다. 다음에 시작한 뒤에는 다시 입력해야 합니다.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>The old client secret of %1 could not be removed from the keychain.</source>
        <translation>%1의 이전 클라이언트 시크릿을 키체인에서 지울 수 없었습니다.</translation>
    </message>
    <message>
        <source>The client secret of %1 is kept in memory only. After the next start it has to be fetched again on the Sandbox page.</source>
        <translation>%1의 클라이언트 시크릿은 메모리에만 보관됩니다. 다음에 시작한 뒤에는 샌드박스 페이지에서 다시 가져와야 합니다.</translation>
    </message>
    <message>
        <source>The AWS keys of %1 are kept in memory only. After the next start they have to be entered again.</source>
        <translation>%1의 AWS 키는 메모리에만 보관됩니다. 다음에 시작하면 다시 입력해야 합니다.</translation>
    </message>
    <message>
        <source>The old AWS keys of %1 could not be removed from the keychain.</source>
        <translation>%1의 이전 AWS 키를 키체인에서 제거하지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ClockNotice</name>
    <message>
        <source>This computer&apos;s clock stands %1.</source>
        <translation>이 컴퓨터의 시계: %1.</translation>
    </message>
    <message>
        <source>The server&apos;s answers tell so. Here, requests are signed and tokens judged by the server&apos;s time; other programs on this computer may be refused.</source>
        <translation>서버의 응답에서 알 수 있습니다. 이 프로그램은 서버의 시각으로 요청에 서명하고 토큰을 판단하지만, 이 컴퓨터의 다른 프로그램은 거부될 수 있습니다.</translation>
    </message>
    <message>
        <source>Set the computer&apos;s clock.</source>
        <translation>컴퓨터의 시계를 맞추십시오.</translation>
    </message>
</context>
<context>
    <name>poolscope::DamagedNotice</name>
    <message>
        <source>The client secret of %1 is lost. Enter it again in the connection.</source>
        <translation>%1의 클라이언트 시크릿을 잃었습니다. 연결에서 다시 입력하세요.</translation>
    </message>
    <message>
        <source>Edit the connection</source>
        <translation>연결 편집</translation>
    </message>
    <message>
        <source>The client secret of %1 is lost. Fetch it again on the Sandbox page.</source>
        <translation>%1의 클라이언트 시크릿을 잃었습니다. 샌드박스 페이지에서 다시 가져오세요.</translation>
    </message>
    <message>
        <source>Show the Sandbox page</source>
        <translation>샌드박스 페이지 보기</translation>
    </message>
    <message>
        <source>The AWS keys of %1 are lost. Enter them again in the connection.</source>
        <translation>%1의 AWS 키가 손실되었습니다. 연결에서 다시 입력하세요.</translation>
    </message>
</context>
<context>
    <name>poolscope::DeletedSecrets</name>
    <message>
        <source>They are removed when the keychain lets Poolscope do it, also after the next start.</source>
        <translation>키체인을 쓸 수 있게 되면 Poolscope가 삭제합니다. 다음에 시작한 뒤에도 다시 시도합니다.</translation>
    </message>
    <message>
        <source>The sign-ins of the deleted connection may still be in the keychain.</source>
        <translation>삭제된 연결의 로그인 정보가 아직 키체인에 있을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::EndpointTester</name>
    <message>
        <source>The app client&apos;s secret could not be read from the keychain.</source>
        <translation>앱 클라이언트의 시크릿을 키체인에서 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The keychain has no entry for this connection.</source>
        <translation>키체인에 이 연결의 항목이 없습니다.</translation>
    </message>
    <message>
        <source>Unlock the keychain and test again, or enter the secret once more.</source>
        <translation>키체인을 잠금 해제하고 다시 테스트하거나 시크릿을 다시 입력하십시오.</translation>
    </message>
    <message>
        <source>The app client and the user pool answer.</source>
        <translation>앱 클라이언트와 사용자 풀이 응답합니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::RenewalWatch</name>
    <message>
        <source>Poolscope tries again in a minute.</source>
        <translation>Poolscope가 1분 후에 다시 시도합니다.</translation>
    </message>
    <message>
        <source>Sign in again to get new ones.</source>
        <translation>새 토큰을 받으려면 다시 로그인하세요.</translation>
    </message>
    <message>
        <source>The tokens of %1 could not be refreshed.</source>
        <translation>%1의 토큰을 갱신할 수 없습니다.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
</context>
<context>
    <name>poolscope::SandboxNotices</name>
    <message>
        <source>Back to real time</source>
        <translation>실제 시간으로</translation>
    </message>
    <message>
        <source>Turn the faults off</source>
        <translation>장애 끄기</translation>
    </message>
    <message>
        <source>The sandbox&apos;s clock stands %1, and faults are on.</source>
        <translation>샌드박스의 시계: %1, 장애도 켜져 있습니다.</translation>
    </message>
    <message>
        <source>The sandbox&apos;s clock stands %1.</source>
        <translation>샌드박스의 시계: %1</translation>
    </message>
    <message>
        <source>Faults are on in the sandbox.</source>
        <translation>샌드박스에 장애가 켜져 있습니다.</translation>
    </message>
</context>
</TS>
