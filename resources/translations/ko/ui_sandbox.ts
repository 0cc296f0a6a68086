<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>SandboxControls</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n일</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n시간</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n분</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n초</numerusform>
        </translation>
    </message>
    <message>
        <source>every operation</source>
        <translation>모든 작업</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>late answer</source>
        <translation>늦은 응답</translation>
    </message>
    <message>
        <source>connection cut, nothing done</source>
        <translation>연결 끊김, 실행 안 됨</translation>
    </message>
    <message>
        <source>carried out, answer lost</source>
        <translation>실행됨, 응답 사라짐</translation>
    </message>
    <message>
        <source>at real time</source>
        <translation>실제 시간</translation>
    </message>
    <message>
        <source>%1 ahead of real time</source>
        <translation>실제 시간보다 %1 빠름</translation>
    </message>
    <message>
        <source>%1 behind real time</source>
        <translation>실제 시간보다 %1 느림</translation>
    </message>
    <message>
        <source>%1 after %2 ms</source>
        <translation>%1, %2밀리초 뒤</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n more times)</source>
        <translation>
            <numerusform>%1(%n번 더)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n개 더</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ChoicesDialog</name>
    <message>
        <source>Choices of the sandbox</source>
        <translation>샌드박스의 선택 항목</translation>
    </message>
    <message>
        <source>Where nobody knows for certain what the service does, the sandbox does one of several plausible things. A change counts from the next request on, until Poolscope ends.</source>
        <translation>서비스의 동작이 확실하지 않은 곳에서 샌드박스는 그럴듯한 여러 동작 중 하나를 합니다. 바꾸면 다음 요청부터 적용되며 Poolscope를 끝낼 때까지 유지됩니다.</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>값(&amp;V)</translation>
    </message>
    <message>
        <source>Back to the &amp;default</source>
        <translation>기본값으로(&amp;D)</translation>
    </message>
    <message>
        <source>What is &amp;accepted without effect</source>
        <translation>효과 없이 받아들이는 것(&amp;A)</translation>
    </message>
    <message>
        <source>Accepted without effect (a star stands for unknown keys)</source>
        <translation>효과 없이 받아들이는 것(별표는 알 수 없는 키)</translation>
    </message>
    <message>
        <source>Back to a&amp;ll defaults</source>
        <translation>모두 기본값으로(&amp;L)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>%1의 값</translation>
    </message>
    <message>
        <source>Default: %1 (%2).</source>
        <translation>기본값: %1(%2).</translation>
    </message>
    <message>
        <source>Texts that are &amp;not verified</source>
        <translation>검증되지 않은 문구(&amp;N)</translation>
    </message>
    <message>
        <source>Texts that are not verified (… stands for what they name)</source>
        <translation>검증되지 않은 문구(…는 문구가 가리키는 것을 나타냄)</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ClockDialog</name>
    <message>
        <source>Move the sandbox&apos;s clock</source>
        <translation>샌드박스 시계 옮기기</translation>
    </message>
    <message>
        <source>Codes, sessions, temporary passwords and tokens expire by this clock, and new ones are dated by it. When the program starts again, it is back at real time.</source>
        <translation>코드, 세션, 임시 비밀번호, 토큰은 이 시계에 따라 만료되고, 새로 만드는 것에도 이 시계의 시간이 들어갑니다. 프로그램을 다시 시작하면 실제 시간으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Forward by an amount</source>
        <translation>정한 만큼 앞으로</translation>
    </message>
    <message>
        <source>Back by an amount</source>
        <translation>정한 만큼 뒤로</translation>
    </message>
    <message>
        <source>To a moment</source>
        <translation>특정 시각으로</translation>
    </message>
    <message>
        <source>&amp;Move it</source>
        <translation>옮기는 방법(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>시간의 양(&amp;A)</translation>
    </message>
    <message>
        <source>Local &amp;time</source>
        <translation>현지 시간(&amp;T)</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>시간의 양</translation>
    </message>
    <message>
        <source>Unit of the amount</source>
        <translation>시간의 단위</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>분</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>days</source>
        <translation>일</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Move the clock</source>
        <translation>시계 옮기기</translation>
    </message>
    <message>
        <source>Then the clock stands %1.</source>
        <translation>옮긴 뒤의 시계: %1</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ConnectDialog</name>
    <message>
        <source>Connect your app</source>
        <translation>내 앱 연결</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>리전</translation>
    </message>
    <message>
        <source>region</source>
        <translation>리전</translation>
    </message>
    <message>
        <source>User pool id</source>
        <translation>사용자 풀 ID</translation>
    </message>
    <message>
        <source>user pool id</source>
        <translation>사용자 풀 ID</translation>
    </message>
    <message>
        <source>App client id</source>
        <translation>앱 클라이언트 ID</translation>
    </message>
    <message>
        <source>app client id</source>
        <translation>앱 클라이언트 ID</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>프로그램(&amp;P)</translation>
    </message>
    <message>
        <source>Source text</source>
        <translation>소스 코드</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>This app client has a secret, and Amplify cannot use it. Choose an app client without one.</source>
        <translation>이 앱 클라이언트에는 시크릿이 있어 Amplify에서 사용할 수 없습니다. 시크릿이 없는 앱 클라이언트를 선택하세요.</translation>
    </message>
    <message>
        <source>Copied to the clipboard.</source>
        <translation>클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>This app client has a secret: sign-up and sign-in also need SECRET_HASH.</source>
        <translation>이 앱 클라이언트에는 시크릿이 있으므로 가입과 로그인에 SECRET_HASH도 필요합니다.</translation>
    </message>
    <message>
        <source>Pages on localhost reach the sandbox from the browser. Another origin needs a sandbox of its own, started with --allow-origin: whoever opens such a page can use its pools.</source>
        <translation>localhost의 페이지는 브라우저에서 샌드박스에 접속할 수 있습니다. 다른 출처에는 --allow-origin으로 시작한 별도의 샌드박스가 필요하며, 그런 페이지를 여는 사람은 누구나 그 풀을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The sandbox takes any keys, unless it was chosen that it verifies signatures: then only these. A program in a container needs a sandbox of its own, started with --allow-host: whoever reaches it by that name can use it and read its mailbox.</source>
        <translation>서명을 확인하도록 선택하지 않았다면 샌드박스는 어떤 키든 받고, 확인할 때는 이 키만 받습니다. 컨테이너 안의 프로그램에는 --allow-host로 시작한 별도의 샌드박스가 필요하며, 그 이름으로 접속하는 사람은 누구나 샌드박스를 쓰고 우편함을 읽을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ControlsCard</name>
    <message>
        <source>Clock</source>
        <translation>시계</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>Back to r&amp;eal time</source>
        <translation>실제 시간으로(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Move the clock</source>
        <translation>시계 옮기기(&amp;M)</translation>
    </message>
    <message>
        <source>Turn &amp;all off</source>
        <translation>모두 끄기(&amp;A)</translation>
    </message>
    <message>
        <source>Turn all faults off</source>
        <translation>모든 장애 끄기</translation>
    </message>
    <message>
        <source>Add a &amp;fault…</source>
        <translation>장애 추가(&amp;F)…</translation>
    </message>
    <message>
        <source>5 minutes forward</source>
        <translation>5분 앞으로</translation>
    </message>
    <message>
        <source>1 hour forward</source>
        <translation>1시간 앞으로</translation>
    </message>
    <message>
        <source>1 day forward</source>
        <translation>1일 앞으로</translation>
    </message>
    <message>
        <source>7 days forward</source>
        <translation>7일 앞으로</translation>
    </message>
    <message>
        <source>31 days forward</source>
        <translation>31일 앞으로</translation>
    </message>
    <message>
        <source>By another amount, or to a moment…</source>
        <translation>다른 시간만큼 또는 특정 시각으로…</translation>
    </message>
    <message numerus="yes">
        <source>%n on</source>
        <translation>
            <numerusform>%n개 켜짐</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ExpiryMenu</name>
    <message>
        <source>Codes (%1)</source>
        <translation>코드(%1)</translation>
    </message>
    <message>
        <source>Sign-ins under way (%1)</source>
        <translation>진행 중인 로그인(%1)</translation>
    </message>
    <message>
        <source>Temporary password</source>
        <translation>임시 비밀번호</translation>
    </message>
    <message>
        <source>Refresh tokens (%1)</source>
        <translation>갱신 토큰(%1)</translation>
    </message>
    <message>
        <source>The codes of %1 have expired.</source>
        <translation>%1의 코드가 만료되었습니다.</translation>
    </message>
    <message>
        <source>The temporary password of %1 has expired.</source>
        <translation>%1의 임시 비밀번호가 만료되었습니다.</translation>
    </message>
    <message>
        <source>The refresh tokens of %1 have expired. Access and ID tokens hold until their own end: move the clock for that.</source>
        <translation>%1의 갱신 토큰이 만료되었습니다. 액세스 토큰과 ID 토큰은 정해진 시간까지 유효합니다. 이들을 만료시키려면 시계를 옮기세요.</translation>
    </message>
    <message>
        <source>Nothing was left that could expire.</source>
        <translation>만료시킬 것이 남아 있지 않았습니다.</translation>
    </message>
    <message>
        <source>The sign-ins of %1 that were under way have expired.</source>
        <translation>%1의 진행 중인 로그인이 만료되었습니다.</translation>
    </message>
    <message>
        <source>Lock-out after wrong passwords</source>
        <translation>잘못된 비밀번호로 인한 잠금</translation>
    </message>
    <message>
        <source>The lock-out of %1 has ended.</source>
        <translation>%1의 잠금이 끝났습니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::FaultDialog</name>
    <message>
        <source>Add a fault</source>
        <translation>장애 추가</translation>
    </message>
    <message>
        <source>Every program that calls this sandbox meets it, this window too. Faults are off when the program starts again.</source>
        <translation>이 창을 포함하여 이 샌드박스를 호출하는 모든 프로그램이 겪게 됩니다. 프로그램을 다시 시작하면 장애는 꺼집니다.</translation>
    </message>
    <message>
        <source>&amp;What happens</source>
        <translation>일어날 일(&amp;W)</translation>
    </message>
    <message>
        <source> ms</source>
        <translation>밀리초</translation>
    </message>
    <message>
        <source>&amp;Delay</source>
        <translation>지연(&amp;D)</translation>
    </message>
    <message>
        <source>until it is turned off</source>
        <translation>끌 때까지</translation>
    </message>
    <message>
        <source>&amp;How often</source>
        <translation>횟수(&amp;H)</translation>
    </message>
    <message>
        <source>The answer comes late</source>
        <translation>응답이 늦게 옵니다</translation>
    </message>
    <message>
        <source>The connection is cut, and nothing is done</source>
        <translation>연결이 끊기고 아무것도 실행되지 않습니다</translation>
    </message>
    <message>
        <source>The request is carried out, but its answer is lost</source>
        <translation>요청은 실행되지만 응답이 사라집니다</translation>
    </message>
    <message>
        <source>Every operation</source>
        <translation>모든 작업</translation>
    </message>
    <message>
        <source>Only these operations</source>
        <translation>이 작업만</translation>
    </message>
    <message>
        <source>&amp;Operations</source>
        <translation>작업(&amp;O)</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Turn it on</source>
        <translation>켜기</translation>
    </message>
    <message>
        <source>A late answer needs a delay of at least 1 ms.</source>
        <translation>늦은 응답에는 1밀리초 이상의 지연이 필요합니다.</translation>
    </message>
    <message>
        <source>Tick at least one operation.</source>
        <translation>작업을 하나 이상 선택하세요.</translation>
    </message>
    <message>
        <source>The sandbox takes no more faults. Turn those off that are on, then try again.</source>
        <translation>샌드박스에 장애를 더 추가할 수 없습니다. 켜져 있는 장애를 끈 다음 다시 시도하세요.</translation>
    </message>
    <message>
        <source>For so many requests, then it is over. 0: for all, until it is turned off.</source>
        <translation>이 횟수만큼의 요청에 적용된 뒤 끝납니다. 0이면 끌 때까지 모든 요청에 적용됩니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::InviteDialog</name>
    <message>
        <source>Invite a user</source>
        <translation>사용자 초대</translation>
    </message>
    <message>
        <source>E-&amp;mail address</source>
        <translation>이메일 주소(&amp;M)</translation>
    </message>
    <message>
        <source>The invitation goes there.</source>
        <translation>초대장이 이 주소로 갑니다.</translation>
    </message>
    <message>
        <source>Send the invitation</source>
        <translation>초대장 보내기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>보내는 중…</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::PoolsCard</name>
    <message>
        <source>&amp;User pool</source>
        <translation>사용자 풀(&amp;U)</translation>
    </message>
    <message>
        <source>App &amp;client</source>
        <translation>앱 클라이언트(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;New pool</source>
        <translation>새 풀(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Delete this pool…</source>
        <translation>이 풀 삭제(&amp;D)…</translation>
    </message>
    <message>
        <source>List user pools</source>
        <translation>사용자 풀 목록 가져오기</translation>
    </message>
    <message>
        <source>The last pool goes with “Reset sandbox” only.</source>
        <translation>마지막 풀은 “샌드박스 초기화”로만 삭제할 수 있습니다.</translation>
    </message>
    <message>
        <source>List app clients</source>
        <translation>앱 클라이언트 목록 가져오기</translation>
    </message>
    <message>
        <source>Choose an app client</source>
        <translation>앱 클라이언트 선택</translation>
    </message>
    <message>
        <source>Making the pool…</source>
        <translation>풀을 만드는 중…</translation>
    </message>
    <message>
        <source>New pool</source>
        <translation>새 풀</translation>
    </message>
    <message>
        <source>Delete the pool %1?</source>
        <translation>풀 %1을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>Its users, app clients, keys and messages go with it.</source>
        <translation>이 풀의 사용자, 앱 클라이언트, 키, 메시지도 함께 삭제됩니다.</translation>
    </message>
    <message>
        <source>Delete pool</source>
        <translation>풀 삭제</translation>
    </message>
    <message>
        <source>Copy the client &amp;secret</source>
        <translation>클라이언트 시크릿 복사(&amp;S)</translation>
    </message>
    <message>
        <source>The pool was removed again. Try once more.</source>
        <translation>풀을 다시 삭제했습니다. 한 번 더 시도하세요.</translation>
    </message>
    <message>
        <source>The pool %1 has no app client, so nobody can sign in there, and it could not be removed. Choose it above, delete it, then try once more.</source>
        <translation>풀 %1에 앱 클라이언트가 없어 아무도 로그인할 수 없으며, 풀을 삭제하지도 못했습니다. 위에서 선택하여 삭제한 다음 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Use &amp;this pool</source>
        <translation>이 풀 사용(&amp;T)</translation>
    </message>
    <message>
        <source>The other pages work with this pool.</source>
        <translation>다른 페이지들이 이 풀을 사용하고 있습니다.</translation>
    </message>
    <message>
        <source>This pool has no app client, so nobody can sign in to it.</source>
        <translation>이 풀에는 앱 클라이언트가 없어 아무도 로그인할 수 없습니다.</translation>
    </message>
    <message>
        <source>The other pages work with another pool. Using this one opens them anew: what is typed there is lost.</source>
        <translation>다른 페이지들은 다른 풀을 사용하고 있습니다. 이 풀을 사용하면 그 페이지들이 새로 열리고, 거기에 입력한 내용은 사라집니다.</translation>
    </message>
    <message>
        <source>The app client that the other pages work with is gone. Using this one keeps what is typed there.</source>
        <translation>다른 페이지에서 쓰는 앱 클라이언트가 없어졌습니다. 이 앱 클라이언트를 사용해도 그 페이지에 입력한 내용은 남습니다.</translation>
    </message>
    <message>
        <source>The other pages work with another app client of this pool. Using this one keeps what is typed there.</source>
        <translation>다른 페이지는 이 풀의 다른 앱 클라이언트를 씁니다. 이 앱 클라이언트를 사용해도 그 페이지에 입력한 내용은 남습니다.</translation>
    </message>
    <message>
        <source>The client secret was copied to the clipboard.</source>
        <translation>클라이언트 시크릿을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Fetch the secret a&amp;gain</source>
        <translation>시크릿 다시 가져오기(&amp;G)</translation>
    </message>
    <message>
        <source>The other pages work with this pool, but the secret of its app client cannot be read: nobody can sign in.</source>
        <translation>다른 페이지들이 이 풀을 사용하고 있지만, 앱 클라이언트의 시크릿을 읽을 수 없어 아무도 로그인할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::SandboxPage</name>
    <message>
        <source>Sandbox</source>
        <translation>샌드박스</translation>
    </message>
    <message>
        <source>Reset sandbox…</source>
        <translation>샌드박스 초기화…</translation>
    </message>
    <message>
        <source>address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Reset the sandbox?</source>
        <translation>샌드박스를 초기화할까요?</translation>
    </message>
    <message>
        <source>All its user pools, users, messages and keys are deleted, and a new demo pool is made. Whoever is signed in there is signed out. This cannot be undone.</source>
        <translation>모든 사용자 풀, 사용자, 메시지, 키를 삭제하고 새 데모 풀을 만듭니다. 그곳에 로그인한 사용자는 로그아웃됩니다. 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Reset sandbox</source>
        <translation>샌드박스 초기화</translation>
    </message>
    <message>
        <source>For programs on this computer only:</source>
        <translation>이 컴퓨터의 프로그램 전용 주소:</translation>
    </message>
    <message>
        <source>C&amp;onnect your app…</source>
        <translation>내 앱 연결(&amp;O)…</translation>
    </message>
    <message>
        <source>C&amp;hoices…</source>
        <translation>선택 항목(&amp;H)…</translation>
    </message>
    <message>
        <source>What the sandbox does where the service&apos;s behaviour is not known for certain</source>
        <translation>서비스의 동작이 확실하지 않은 곳에서 샌드박스가 하는 일</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::UsersCard</name>
    <message>
        <source>&amp;Why can’t this user sign in?</source>
        <translation>이 사용자는 왜 로그인할 수 없습니까?(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>다시 불러오기(&amp;R)</translation>
    </message>
    <message>
        <source>No users yet</source>
        <translation>아직 사용자가 없습니다</translation>
    </message>
    <message>
        <source>Users who sign up, or whom an administrator creates, stand here.</source>
        <translation>가입한 사용자나 관리자가 만든 사용자가 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Sign a user up</source>
        <translation>사용자 가입시키기</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Delete the user %1?</source>
        <translation>사용자 %1을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>The user is deleted from the sandbox with all that belongs to them. This cannot be undone.</source>
        <translation>사용자와 사용자에게 속한 모든 것을 샌드박스에서 삭제합니다. 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Delete user</source>
        <translation>사용자 삭제</translation>
    </message>
    <message numerus="yes">
        <source>%n or more users of %1</source>
        <translation>
            <numerusform>%1의 사용자 %n명 이상</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n users of %1</source>
        <translation>
            <numerusform>%1의 사용자 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Invite…</source>
        <translation>초대(&amp;I)…</translation>
    </message>
    <message>
        <source>Invite a user</source>
        <translation>사용자 초대</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>삭제(&amp;L)…</translation>
    </message>
    <message>
        <source>Delete the user</source>
        <translation>사용자 삭제</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>E&amp;xpire</source>
        <translation>만료(&amp;X)</translation>
    </message>
    <message>
        <source>Make something of the user expire</source>
        <translation>사용자의 것을 만료시키기</translation>
    </message>
</context>
</TS>
