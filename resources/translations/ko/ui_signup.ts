<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>poolscope::ui::AccountStep</name>
    <message>
        <source>&amp;User name</source>
        <translation>사용자 이름(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>비밀번호(&amp;P)</translation>
    </message>
    <message>
        <source>Validation data</source>
        <translation>검증 데이터</translation>
    </message>
    <message>
        <source>Goes to the pre sign-up trigger and is not stored.</source>
        <translation>가입 전 트리거로 전달되며 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>Sign up</source>
        <translation>가입</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>&amp;Confirm an existing user</source>
        <translation>기존 사용자 확인(&amp;C)</translation>
    </message>
    <message>
        <source>Signing up…</source>
        <translation>가입하는 중…</translation>
    </message>
    <message>
        <source>The service will probably refuse this.</source>
        <translation>서비스가 거부할 가능성이 높습니다.</translation>
    </message>
    <message>
        <source>Enter a password.</source>
        <translation>비밀번호를 입력하세요.</translation>
    </message>
    <message>
        <source>Send it anyway</source>
        <translation>그래도 보내기</translation>
    </message>
    <message>
        <source>Only administrators create users in this pool.</source>
        <translation>이 풀에서는 관리자만 사용자를 만듭니다.</translation>
    </message>
    <message>
        <source>Signing up is switched off (AllowAdminCreateUserOnly), so the service will refuse it. An administrator invites users instead.</source>
        <translation>가입이 꺼져 있어서(AllowAdminCreateUserOnly) 서비스가 거부합니다. 대신 관리자가 사용자를 초대합니다.</translation>
    </message>
    <message>
        <source>%1 is signed up, but not confirmed yet.</source>
        <translation>%1은(는) 가입했지만 아직 확인되지 않았습니다.</translation>
    </message>
    <message>
        <source>Confirm now</source>
        <translation>지금 확인</translation>
    </message>
    <message>
        <source>Invite a user…</source>
        <translation>사용자 초대…</translation>
    </message>
    <message>
        <source>Until then the service refuses every sign-in of this user.</source>
        <translation>그때까지 서비스는 이 사용자의 로그인을 모두 거부합니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::AttributeDialog</name>
    <message>
        <source>Add attribute</source>
        <translation>속성 추가</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>Such as nickname or custom:tier.</source>
        <translation>예: nickname, custom:tier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Enter the name of an attribute.</source>
        <translation>속성의 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of an attribute.</source>
        <translation>“%1”은(는) 속성의 이름이 될 수 없습니다.</translation>
    </message>
    <message>
        <source>Names have no blanks; custom ones begin with custom:.</source>
        <translation>이름에는 공백을 쓸 수 없으며, 사용자 지정 속성은 custom:으로 시작합니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::AttributeRows</name>
    <message>
        <source>&amp;Add attribute</source>
        <translation>속성 추가(&amp;A)</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (선택 사항)</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>다른 속성…</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ConfirmStep</name>
    <message>
        <source>&amp;User</source>
        <translation>사용자(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>코드(&amp;C)</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Confirm &amp;later</source>
        <translation>나중에 확인(&amp;L)</translation>
    </message>
    <message>
        <source>Enter the user and the code that was sent, or have a new one sent.</source>
        <translation>사용자와 전송된 코드를 입력하거나 새 코드를 받으세요.</translation>
    </message>
    <message>
        <source>Move the address to this user</source>
        <translation>주소를 이 사용자에게 옮기기</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Another &amp;user</source>
        <translation>다른 사용자(&amp;U)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Resend code (up to %n left this hour)</source>
        <translation>
            <numerusform>코드 다시 보내기(이번 시간에 최대 %n번 남음)(&amp;R)</numerusform>
        </translation>
    </message>
    <message>
        <source>The service sends a user at most 5 codes an hour. Counted since Poolscope was started; codes asked for before or elsewhere are not known here.</source>
        <translation>서비스는 한 사용자에게 시간당 최대 5개의 코드를 보냅니다. Poolscope를 시작한 뒤의 코드만 셉니다. 그 전이나 다른 곳에서 요청한 코드는 여기에서 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 An administrator has to confirm this user (AdminConfirmSignUp).</source>
        <translation>%1 관리자가 이 사용자를 확인해야 합니다(AdminConfirmSignUp).</translation>
    </message>
    <message>
        <source>%1 A code is valid for 24 hours.</source>
        <translation>%1 코드는 24시간 동안 유효합니다.</translation>
    </message>
    <message>
        <source>Once more: %1</source>
        <translation>다시: %1</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::DoneStep</name>
    <message>
        <source>Show the tokens</source>
        <translation>토큰 보기</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Sign up &amp;another user</source>
        <translation>다른 사용자 가입(&amp;A)</translation>
    </message>
    <message>
        <source>%1 is confirmed.</source>
        <translation>%1이(가) 확인되었습니다.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>로그인하는 중…</translation>
    </message>
    <message>
        <source>%1 is confirmed and signed in.</source>
        <translation>%1이(가) 확인되고 로그인했습니다.</translation>
    </message>
    <message>
        <source>The ID token and the access token are decoded and checked on the Tokens page.</source>
        <translation>ID 토큰과 액세스 토큰은 토큰 페이지에서 디코딩하고 검사합니다.</translation>
    </message>
    <message>
        <source>To sign in, the password is needed.</source>
        <translation>로그인하려면 비밀번호가 필요합니다.</translation>
    </message>
    <message>
        <source>Signing in did not work:</source>
        <translation>로그인하지 못했습니다:</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::SignUpPage</name>
    <message>
        <source>Sign up</source>
        <translation>가입</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>로그인됨</translation>
    </message>
</context>
</TS>
