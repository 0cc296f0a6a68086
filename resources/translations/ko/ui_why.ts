<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>RepairTexts</name>
    <message>
        <source>Done: the sign-up is confirmed.</source>
        <translation>완료: 가입이 확인되었습니다.</translation>
    </message>
    <message>
        <source>Done: a new invitation is on its way.</source>
        <translation>완료: 새 초대장을 보냈습니다.</translation>
    </message>
    <message>
        <source>Done: tell the user the temporary password. It was sent to nobody.</source>
        <translation>완료: 사용자에게 임시 비밀번호를 알려 주세요. 아무에게도 전송되지 않았습니다.</translation>
    </message>
    <message>
        <source>Done: tell the user the password. It was sent to nobody.</source>
        <translation>완료: 사용자에게 비밀번호를 알려 주세요. 아무에게도 전송되지 않았습니다.</translation>
    </message>
    <message>
        <source>Done: the password is reset, and a code is on its way.</source>
        <translation>완료: 비밀번호를 재설정했고 코드를 보냈습니다.</translation>
    </message>
    <message>
        <source>Done: the user is enabled.</source>
        <translation>완료: 사용자를 활성화했습니다.</translation>
    </message>
    <message>
        <source>Done: the e-mail address counts as verified.</source>
        <translation>완료: 이메일 주소가 검증된 것으로 처리됩니다.</translation>
    </message>
    <message>
        <source>Done: the phone number counts as verified.</source>
        <translation>완료: 전화번호가 검증된 것으로 처리됩니다.</translation>
    </message>
    <message>
        <source>Done: the e-mail address is this user&apos;s.</source>
        <translation>완료: 이메일 주소가 이 사용자의 것이 되었습니다.</translation>
    </message>
    <message>
        <source>Done: the phone number is this user&apos;s.</source>
        <translation>완료: 전화번호가 이 사용자의 것이 되었습니다.</translation>
    </message>
    <message>
        <source>Done: users may sign in with SRP at this app client.</source>
        <translation>완료: 이 앱 클라이언트에서 SRP로 로그인할 수 있습니다.</translation>
    </message>
    <message>
        <source>The other user may have lost the address already.</source>
        <translation>다른 사용자가 이미 주소를 잃었을 수 있습니다.</translation>
    </message>
    <message>
        <source>The address was already taken from the other user; it is nobody&apos;s now.</source>
        <translation>주소는 이미 다른 사용자에게서 거두었으며, 지금은 누구의 것도 아닙니다.</translation>
    </message>
    <message>
        <source>The address was already taken from the other user; whether this one has it is not known.</source>
        <translation>주소는 이미 다른 사용자에게서 거두었습니다. 이 사용자가 갖게 되었는지는 알 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::PeopleCard</name>
    <message>
        <source>disabled</source>
        <translation>비활성화됨</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::SetPasswordDialog</name>
    <message>
        <source>A temporary password for %1</source>
        <translation>%1의 임시 비밀번호</translation>
    </message>
    <message>
        <source>A password for %1</source>
        <translation>%1의 비밀번호</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>비밀번호(&amp;P)</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>비밀번호 설정</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Copy the password</source>
        <translation>비밀번호 복사</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
    <message>
        <source>Setting…</source>
        <translation>설정하는 중…</translation>
    </message>
    <message>
        <source>Stopped waiting: nobody knows whether the password was set.</source>
        <translation>기다리기를 멈췄습니다. 비밀번호가 설정되었는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The request may still be carried out. Set the password again to be sure.</source>
        <translation>요청이 아직 처리될 수 있습니다. 확실히 하려면 비밀번호를 다시 설정하세요.</translation>
    </message>
    <message>
        <source>The temporary password of %1 is set.</source>
        <translation>%1의 임시 비밀번호가 설정되었습니다.</translation>
    </message>
    <message>
        <source>The password of %1 is set.</source>
        <translation>%1의 비밀번호가 설정되었습니다.</translation>
    </message>
    <message>
        <source>Tell it to the user: it was sent to nobody, and once this is closed it stands nowhere.</source>
        <translation>사용자에게 알려 주세요. 아무에게도 전송되지 않았으며, 이 창을 닫으면 어디에서도 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::TroubleView</name>
    <message>
        <source>This connection is read-only: hand these steps to an administrator.</source>
        <translation>이 연결은 읽기 전용입니다. 이 단계를 관리자에게 맡기세요.</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>확인한 내용</translation>
    </message>
    <message>
        <source>What cannot be seen from here</source>
        <translation>여기에서 볼 수 없는 것</translation>
    </message>
    <message>
        <source>Sign in with that name</source>
        <translation>이 이름으로 로그인</translation>
    </message>
    <message>
        <source>End the lock-out</source>
        <translation>잠금 끝내기</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::WhyPage</name>
    <message>
        <source>Why can’t this user sign in?</source>
        <translation>이 사용자는 왜 로그인할 수 없습니까?</translation>
    </message>
    <message>
        <source>&amp;Ask AdminGetUser whom this name means…</source>
        <translation>이 이름이 누구인지 AdminGetUser에 묻기(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>사용자(&amp;U)</translation>
    </message>
    <message>
        <source>An e-mail address, a phone number, a user name or a sub, typed or pasted. Looking changes nothing and counts as no activity of the user.</source>
        <translation>이메일 주소, 전화번호, 사용자 이름 또는 sub를 입력하거나 붙여넣으세요. 찾아보는 것은 아무것도 바꾸지 않으며 사용자의 활동으로 세지 않습니다.</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>알아보기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>처리 중…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>찾는 중…</translation>
    </message>
    <message>
        <source>Several users have this name</source>
        <translation>이 이름의 사용자가 여럿입니다</translation>
    </message>
    <message>
        <source>Users with similar names</source>
        <translation>비슷한 이름의 사용자</translation>
    </message>
    <message>
        <source>The sandbox counts nothing. On AWS a user who is asked for in this way counts as active in that month, which may appear on the bill.</source>
        <translation>샌드박스는 아무것도 세지 않습니다. AWS에서는 이렇게 조회한 사용자가 그달의 활성 사용자로 계산되어 청구될 수 있습니다.</translation>
    </message>
    <message>
        <source>AWS counts a user who is asked for in this way as active in this month, which may appear on the bill. It tells for whom the service takes the name, and the user&apos;s second factors.</source>
        <translation>AWS는 이렇게 조회한 사용자를 이번 달의 활성 사용자로 계산하며, 청구될 수 있습니다. 서비스가 이 이름을 누구로 보는지와 사용자의 두 번째 인증 수단을 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Ask AdminGetUser for %1?</source>
        <translation>AdminGetUser로 %1을(를) 조회하시겠습니까?</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>조회</translation>
    </message>
    <message>
        <source>The service takes this name for %1.</source>
        <translation>서비스는 이 이름을 %1(으)로 봅니다.</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>User: %1</source>
        <translation>사용자: %1</translation>
    </message>
    <message>
        <source>Users of this pool cannot be looked up from here.</source>
        <translation>여기에서는 이 풀의 사용자를 찾아볼 수 없습니다.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Stopped waiting: the request may still be carried out.</source>
        <translation>기다리기를 멈췄습니다. 요청이 아직 처리될 수 있습니다.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 찾기</translation>
    </message>
    <message>
        <source>The user could not be looked at again.</source>
        <translation>사용자를 다시 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>ListUsers and all that administrators do must be signed with AWS credentials, and this connection names none. Nothing is sent.</source>
        <translation>ListUsers와 관리자가 하는 모든 작업은 AWS 자격 증명으로 서명해야 하는데, 이 연결에는 지정되어 있지 않습니다. 아무것도 전송되지 않습니다.</translation>
    </message>
    <message>
        <source>Say in the connection where its AWS keys come from. Or try to sign in as the user does: the error is explained there.</source>
        <translation>AWS 키를 어디에서 가져올지 연결에서 지정하세요. 또는 사용자가 하는 대로 로그인해 보세요. 오류가 그곳에서 설명됩니다.</translation>
    </message>
    <message>
        <source>Edit the connection</source>
        <translation>연결 편집</translation>
    </message>
    <message>
        <source>Done: the lock-out has ended.</source>
        <translation>완료: 잠금이 끝났습니다.</translation>
    </message>
</context>
</TS>
