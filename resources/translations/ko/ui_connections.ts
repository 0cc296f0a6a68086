<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Environment</name>
    <message>
        <source>DEVELOPMENT</source>
        <translation>개발</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>스테이징</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>운영</translation>
    </message>
    <message>
        <source>in this program</source>
        <translation>이 프로그램 안</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ConnectionFiles</name>
    <message>
        <source>Import a connection</source>
        <translation>연결 가져오기</translation>
    </message>
    <message>
        <source>Configuration (amplify_outputs.json, aws-exports.js, .env and others) (*.json *.js *.mjs *.ts .env* *.env)</source>
        <translation>설정(amplify_outputs.json, aws-exports.js, .env 등) (*.json *.js *.mjs *.ts .env* *.env)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Which user pool?</source>
        <translation>어느 사용자 풀입니까?</translation>
    </message>
    <message>
        <source>The file names several user pools. Which one?</source>
        <translation>파일에 사용자 풀이 여러 개 있습니다. 어느 것을 가져올까요?</translation>
    </message>
    <message>
        <source>Export the connection without its secrets</source>
        <translation>시크릿 없이 연결 내보내기</translation>
    </message>
    <message>
        <source>Connections (*.json)</source>
        <translation>연결 (*.json)</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ConnectionForm</name>
    <message>
        <source>User pool on AWS</source>
        <translation>AWS 사용자 풀</translation>
    </message>
    <message>
        <source>Endpoint URL</source>
        <translation>엔드포인트 URL</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>종류(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Endpoint</source>
        <translation>엔드포인트(&amp;E)</translation>
    </message>
    <message>
        <source>Any server that speaks the service&apos;s protocol, such as an emulator.</source>
        <translation>에뮬레이터처럼 같은 프로토콜을 쓰는 서버면 됩니다.</translation>
    </message>
    <message>
        <source>User &amp;pool ID</source>
        <translation>사용자 풀 ID(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>리전(&amp;R)</translation>
    </message>
    <message>
        <source>App &amp;client ID</source>
        <translation>앱 클라이언트 ID(&amp;C)</translation>
    </message>
    <message>
        <source>The app client has a &amp;secret</source>
        <translation>앱 클라이언트에 시크릿이 있음(&amp;S)</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>개발</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>스테이징</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>운영</translation>
    </message>
    <message>
        <source>En&amp;vironment</source>
        <translation>환경(&amp;V)</translation>
    </message>
    <message>
        <source>Read-&amp;only: nothing is changed through this connection</source>
        <translation>읽기 전용: 이 연결로는 아무것도 바꾸지 않음(&amp;O)</translation>
    </message>
    <message>
        <source>C&amp;lient secret</source>
        <translation>클라이언트 시크릿(&amp;L)</translation>
    </message>
    <message>
        <source>entered before; type to replace it</source>
        <translation>이미 입력됨. 바꾸려면 입력하세요</translation>
    </message>
    <message>
        <source>Enter the client secret, or say above that the app client has none.</source>
        <translation>클라이언트 시크릿을 입력하거나, 위에서 앱 클라이언트에 시크릿이 없다고 표시하세요.</translation>
    </message>
    <message>
        <source>Signing in stays possible: a code that the pool sends as the second factor, and what its triggers do, cannot be held back.</source>
        <translation>로그인은 계속할 수 있습니다. 풀이 두 번째 인증 요소로 보내는 코드와 풀의 트리거가 하는 일은 막을 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ConnectionsDialog</name>
    <message>
        <source>Discard the new connection?</source>
        <translation>새 연결을 버릴까요?</translation>
    </message>
    <message>
        <source>Discard the changes to %1?</source>
        <translation>%1의 변경 내용을 버릴까요?</translation>
    </message>
    <message>
        <source>What was typed here is not saved yet.</source>
        <translation>여기에 입력한 내용은 아직 저장되지 않았습니다.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>변경 내용 버리기</translation>
    </message>
    <message>
        <source>Asking the endpoint</source>
        <translation>엔드포인트에 확인하는 중</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>테스트 중지</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>연결 테스트(&amp;T)</translation>
    </message>
    <message>
        <source>Delete the connection %1?</source>
        <translation>연결 %1을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>Delete connection</source>
        <translation>연결 삭제</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>&amp;Add a connection</source>
        <translation>연결 추가(&amp;A)</translation>
    </message>
    <message>
        <source>The sandbox</source>
        <translation>샌드박스</translation>
    </message>
    <message>
        <source>A user pool inside this program: no account, no network. It is always here and needs no settings.</source>
        <translation>이 프로그램 안에 있는 사용자 풀입니다. 계정도 네트워크도 필요 없으며, 항상 사용할 수 있고 설정할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결하기</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>%1, read-only</source>
        <translation>%1, 읽기 전용</translation>
    </message>
    <message>
        <source>Read from the file. Look it over and save it.</source>
        <translation>파일에서 읽었습니다. 확인한 뒤 저장하세요.</translation>
    </message>
    <message>
        <source>Its client secret, its AWS keys and its stored sign-ins are deleted with it. Their tokens are not revoked: sign out first where they must not count any more. The user pool stays as it is.</source>
        <translation>이 연결의 클라이언트 시크릿, AWS 키, 저장된 로그인도 함께 삭제합니다. 토큰은 폐기되지 않으므로, 더 이상 유효하지 않아야 한다면 먼저 로그아웃하세요. 사용자 풀은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>The connection was exported to %1.</source>
        <translation>연결을 %1(으)로 내보냈습니다.</translation>
    </message>
    <message>
        <source>Its secrets are not in the file.</source>
        <translation>시크릿은 파일에 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be used.</source>
        <translation>%1을(를) 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>I&amp;mport…</source>
        <translation>가져오기(&amp;M)…</translation>
    </message>
    <message>
        <source>From amplify_outputs.json, aws-exports.js, amplifyconfiguration.json, a .env file, or what was exported here</source>
        <translation>amplify_outputs.json, aws-exports.js, amplifyconfiguration.json, .env 파일 또는 여기에서 내보낸 파일에서 가져옵니다</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>내보내기(&amp;X)…</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::KeysFields</name>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>From the environment</source>
        <translation>환경 변수에서</translation>
    </message>
    <message>
        <source>A profile in ~/.aws</source>
        <translation>~/.aws의 프로필</translation>
    </message>
    <message>
        <source>Typed in here</source>
        <translation>여기에 입력</translation>
    </message>
    <message>
        <source>A&amp;WS keys</source>
        <translation>AWS 키(&amp;W)</translation>
    </message>
    <message>
        <source>They sign what administrators do, such as looking up users. Signing up and in needs none.</source>
        <translation>사용자 찾아보기처럼 관리자가 하는 작업에 서명합니다. 가입과 로그인에는 필요하지 않습니다.</translation>
    </message>
    <message>
        <source>Pro&amp;file</source>
        <translation>프로필(&amp;F)</translation>
    </message>
    <message>
        <source>Access key I&amp;D</source>
        <translation>액세스 키 ID(&amp;D)</translation>
    </message>
    <message>
        <source>Secret access ke&amp;y</source>
        <translation>시크릿 액세스 키(&amp;Y)</translation>
    </message>
    <message>
        <source>Sess&amp;ion token</source>
        <translation>세션 토큰(&amp;I)</translation>
    </message>
    <message>
        <source>Only temporary keys have one.</source>
        <translation>임시 키에만 있습니다.</translation>
    </message>
    <message>
        <source>entered before; type to replace it</source>
        <translation>이미 입력됨. 바꾸려면 입력하세요</translation>
    </message>
    <message>
        <source>No profile of this name stands in ~/.aws now.</source>
        <translation>지금 ~/.aws에 이 이름의 프로필이 없습니다.</translation>
    </message>
</context>
</TS>
