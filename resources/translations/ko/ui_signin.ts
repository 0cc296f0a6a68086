<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>poolscope::ui::CredentialsStep</name>
    <message>
        <source>&amp;User name</source>
        <translation>사용자 이름(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>비밀번호(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Flow</source>
        <translation>흐름(&amp;F)</translation>
    </message>
    <message>
        <source>With SRP the password does not leave this computer.</source>
        <translation>SRP에서는 비밀번호가 이 컴퓨터를 벗어나지 않습니다.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>F&amp;orgot password</source>
        <translation>비밀번호 찾기(&amp;O)</translation>
    </message>
    <message>
        <source>SRP (USER_SRP_AUTH)</source>
        <translation>SRP(USER_SRP_AUTH)</translation>
    </message>
    <message>
        <source>Plain password (USER_PASSWORD_AUTH)</source>
        <translation>일반 비밀번호(USER_PASSWORD_AUTH)</translation>
    </message>
    <message>
        <source>%1, not allowed by this app client</source>
        <translation>%1, 이 앱 클라이언트에서 허용되지 않음</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>로그인하는 중…</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ResetStep</name>
    <message>
        <source>Set a new password</source>
        <translation>새 비밀번호 설정</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>사용자(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>코드(&amp;C)</translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation>새 비밀번호(&amp;P)</translation>
    </message>
    <message>
        <source>I &amp;have a code</source>
        <translation>코드가 있음(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Send a new code</source>
        <translation>새 코드 보내기(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Back to sign in</source>
        <translation>로그인으로 돌아가기(&amp;B)</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>비밀번호 설정</translation>
    </message>
    <message>
        <source>Send a code</source>
        <translation>코드 보내기</translation>
    </message>
    <message>
        <source>Enter the code that was sent, and the new password.</source>
        <translation>전송된 코드와 새 비밀번호를 입력하세요.</translation>
    </message>
    <message>
        <source>A code goes to the user&apos;s verified e-mail address or phone number.</source>
        <translation>코드는 사용자의 검증된 이메일 주소나 전화번호로 전송됩니다.</translation>
    </message>
    <message>
        <source>%1 A code is valid for one hour.</source>
        <translation>%1 코드는 1시간 동안 유효합니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::SessionsCard</name>
    <message>
        <source>current</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>로그인됨</translation>
    </message>
    <message>
        <source>must sign in again</source>
        <translation>다시 로그인 필요</translation>
    </message>
    <message>
        <source>signing out…</source>
        <translation>로그아웃하는 중…</translation>
    </message>
    <message>
        <source>User name in the pool: %1</source>
        <translation>풀에서의 사용자 이름: %1</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>Switch to</source>
        <translation>전환</translation>
    </message>
    <message>
        <source>Sign %1 out everywhere?</source>
        <translation>%1을(를) 모든 곳에서 로그아웃할까요?</translation>
    </message>
    <message>
        <source>All refresh tokens of this user are revoked, on every device. Access tokens stop working with the service; ID tokens stay formally valid until they expire.</source>
        <translation>모든 기기에서 이 사용자의 갱신 토큰이 모두 폐기됩니다. 액세스 토큰은 서비스에서 더 이상 쓸 수 없고, ID 토큰은 만료될 때까지 형식상 유효합니다.</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>모든 곳에서 로그아웃</translation>
    </message>
    <message>
        <source>Sign out here</source>
        <translation>여기서 로그아웃</translation>
    </message>
    <message>
        <source>%1 is signed out here, but the refresh token was not revoked.</source>
        <translation>%1 님은 여기서 로그아웃되었지만 갱신 토큰은 폐기되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 has new tokens.</source>
        <translation>%1의 토큰을 새로 받았습니다.</translation>
    </message>
    <message>
        <source>Signing out everywhere can be tried again.</source>
        <translation>모든 곳에서 로그아웃을 다시 시도할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>%1 is signed in.</source>
        <translation>%1이(가) 로그인했습니다.</translation>
    </message>
    <message>
        <source>Show the tokens</source>
        <translation>토큰 보기</translation>
    </message>
    <message>
        <source>%1 is signed out.</source>
        <translation>%1이(가) 로그아웃했습니다.</translation>
    </message>
    <message>
        <source>The password of %1 was changed.</source>
        <translation>%1의 비밀번호가 변경되었습니다.</translation>
    </message>
    <message>
        <source>The password was changed, and %1 is signed in.</source>
        <translation>비밀번호가 변경되었고 %1 사용자가 로그인했습니다.</translation>
    </message>
</context>
</TS>
