<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
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
        <source>This app client has a secret: sign-up and sign-in also need SECRET_HASH. Any keys do.</source>
        <translation>이 앱 클라이언트에는 시크릿이 있어 가입과 로그인에 SECRET_HASH도 필요합니다. 키는 무엇이든 됩니다.</translation>
    </message>
    <message>
        <source>Pages on localhost reach the sandbox from the browser; other origins do not.</source>
        <translation>localhost의 페이지는 브라우저에서 샌드박스에 접속할 수 있지만, 다른 출처는 접속할 수 없습니다.</translation>
    </message>
    <message>
        <source>Any keys do: the sandbox does not check who signed.</source>
        <translation>키는 무엇이든 됩니다. 샌드박스는 누가 서명했는지 확인하지 않습니다.</translation>
    </message>
    <message>
        <source>Copied to the clipboard.</source>
        <translation>클립보드에 복사했습니다.</translation>
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
</context>
<context>
    <name>poolscope::ui::UsersCard</name>
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
</context>
</TS>
