<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Auth</name>
    <message>
        <source>An e-mail address looks like user@example.com.</source>
        <translation>이메일 주소는 user@example.com과 같은 형식입니다.</translation>
    </message>
    <message>
        <source>Begin with + and the country code, such as +14155550132.</source>
        <translation>+14155550132처럼 +와 국가 코드로 시작하세요.</translation>
    </message>
    <message>
        <source>Use only digits after the +, at most 15, without blanks: +14155550132.</source>
        <translation>+14155550132처럼 + 뒤에는 공백 없이 숫자만 최대 15자리로 입력하세요.</translation>
    </message>
    <message>
        <source>Write the date as YYYY-MM-DD, such as 1990-12-31.</source>
        <translation>날짜는 1990-12-31처럼 YYYY-MM-DD 형식으로 입력하세요.</translation>
    </message>
    <message>
        <source>Write a language and a region, such as en-US.</source>
        <translation>en-US처럼 언어와 지역을 입력하세요.</translation>
    </message>
    <message>
        <source>Write a whole web address, such as https://example.com.</source>
        <translation>https://example.com처럼 전체 웹 주소를 입력하세요.</translation>
    </message>
    <message>
        <source>Write a number, such as 42.</source>
        <translation>42처럼 숫자를 입력하세요.</translation>
    </message>
    <message>
        <source>The number must be at least %1.</source>
        <translation>숫자는 %1 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>The number must be at most %1.</source>
        <translation>숫자는 %1 이하여야 합니다.</translation>
    </message>
    <message>
        <source>Write true or false.</source>
        <translation>true 또는 false를 입력하세요.</translation>
    </message>
    <message>
        <source>Write date and time, such as 2026-01-31T12:00:00Z.</source>
        <translation>2026-01-31T12:00:00Z처럼 날짜와 시각을 입력하세요.</translation>
    </message>
    <message>
        <source>This is too short: the shortest length is %1.</source>
        <translation>너무 짧습니다. 최소 길이는 %1입니다.</translation>
    </message>
    <message>
        <source>This is too long: the longest length is %1.</source>
        <translation>너무 깁니다. 최대 길이는 %1입니다.</translation>
    </message>
    <message>
        <source>This pool asks for it.</source>
        <translation>이 풀에서 요구하는 항목입니다.</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>이메일 주소</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>전체 이름</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>성</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>중간 이름</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>별명</translation>
    </message>
    <message>
        <source>Preferred user name</source>
        <translation>선호하는 사용자 이름</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>생년월일</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>성별</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>우편 주소</translation>
    </message>
    <message>
        <source>Language and region</source>
        <translation>언어 및 지역</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Profile page</source>
        <translation>프로필 페이지</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>웹사이트</translation>
    </message>
    <message>
        <source>Updated at</source>
        <translation>업데이트 시각</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Send a new code</source>
        <translation>새 코드 보내기</translation>
    </message>
    <message>
        <source>Use another way to sign in</source>
        <translation>다른 방법으로 로그인</translation>
    </message>
    <message>
        <source>Forgot the password</source>
        <translation>비밀번호 재설정</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Enter the code that was sent by e-mail to %1.</source>
        <translation>%1(으)로 보낸 이메일의 코드를 입력하세요.</translation>
    </message>
    <message>
        <source>Enter the code that was sent by text message to %1.</source>
        <translation>%1(으)로 보낸 문자 메시지의 코드를 입력하세요.</translation>
    </message>
    <message>
        <source>Enter the code that was sent to %1.</source>
        <translation>%1(으)로 보낸 코드를 입력하세요.</translation>
    </message>
    <message>
        <source>Proving the password</source>
        <translation>비밀번호 증명</translation>
    </message>
    <message>
        <source>The password is proved by SRP, without being sent.</source>
        <translation>비밀번호를 보내지 않고 SRP로 증명합니다.</translation>
    </message>
    <message>
        <source>Choose a new password</source>
        <translation>새 비밀번호 정하기</translation>
    </message>
    <message>
        <source>The password was temporary. The user needs one of their own before signing in.</source>
        <translation>임시 비밀번호였습니다. 로그인하려면 사용자가 자신의 비밀번호를 정해야 합니다.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>새 비밀번호</translation>
    </message>
    <message>
        <source>Enter the code</source>
        <translation>코드 입력</translation>
    </message>
    <message>
        <source>Enter the code that was sent.</source>
        <translation>전송된 코드를 입력하세요.</translation>
    </message>
    <message>
        <source>Enter the code that the authenticator app shows.</source>
        <translation>인증 앱에 표시된 코드를 입력하세요.</translation>
    </message>
    <message>
        <source>Enter the code that the authenticator app on %1 shows.</source>
        <translation>%1의 인증 앱에 표시된 코드를 입력하세요.</translation>
    </message>
    <message>
        <source>Choose the second factor</source>
        <translation>2차 인증 수단 선택</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>2차 인증 수단</translation>
    </message>
    <message>
        <source>Set up a second factor</source>
        <translation>2차 인증 수단 설정</translation>
    </message>
    <message>
        <source>This pool requires a second factor, and the user has none.</source>
        <translation>이 풀은 2차 인증 수단을 요구하지만 사용자에게 설정된 것이 없습니다.</translation>
    </message>
    <message>
        <source>This pool requires a second factor, and the user has none. Possible: %1.</source>
        <translation>이 풀은 2차 인증 수단을 요구하지만 사용자에게 설정된 것이 없습니다. 가능한 수단: %1.</translation>
    </message>
    <message>
        <source>Choose how to sign in</source>
        <translation>로그인 방법 선택</translation>
    </message>
    <message>
        <source>Way to sign in</source>
        <translation>로그인 방법</translation>
    </message>
    <message>
        <source>Enter the password</source>
        <translation>비밀번호 입력</translation>
    </message>
    <message>
        <source>Use a passkey</source>
        <translation>패스키 사용</translation>
    </message>
    <message>
        <source>Authenticator&apos;s response</source>
        <translation>인증기의 응답</translation>
    </message>
    <message>
        <source>Custom challenge</source>
        <translation>사용자 지정 챌린지</translation>
    </message>
    <message>
        <source>The pool&apos;s own trigger asks for something. What it told is in the parameters.</source>
        <translation>풀의 자체 트리거가 응답을 요구합니다. 트리거가 알려 준 내용은 매개변수에 있습니다.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Proving the device</source>
        <translation>기기 증명</translation>
    </message>
    <message>
        <source>The service asks for a remembered device. None is known here.</source>
        <translation>서비스가 기억된 기기를 요구합니다. 여기에는 알려진 기기가 없습니다.</translation>
    </message>
    <message>
        <source>This challenge is not known here. Answer it by names and values; what the service told is in the parameters.</source>
        <translation>여기에서 알지 못하는 챌린지입니다. 이름과 값으로 응답하세요. 서비스가 알려 준 내용은 매개변수에 있습니다.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Code by text message</source>
        <translation>문자 메시지로 받는 코드</translation>
    </message>
    <message>
        <source>Code by e-mail</source>
        <translation>이메일로 받는 코드</translation>
    </message>
    <message>
        <source>Authenticator app</source>
        <translation>인증 앱</translation>
    </message>
    <message>
        <source>Passkey</source>
        <translation>패스키</translation>
    </message>
    <message>
        <source>Password (SRP)</source>
        <translation>비밀번호(SRP)</translation>
    </message>
    <message>
        <source>The service did not say where the code went.</source>
        <translation>서비스가 코드를 어디로 보냈는지 알려 주지 않았습니다.</translation>
    </message>
    <message>
        <source>A code was sent by e-mail to %1.</source>
        <translation>%1(으)로 코드를 이메일로 보냈습니다.</translation>
    </message>
    <message>
        <source>A code was sent by text message to %1.</source>
        <translation>%1(으)로 코드를 문자 메시지로 보냈습니다.</translation>
    </message>
    <message>
        <source>A code was sent to %1.</source>
        <translation>%1(으)로 코드를 보냈습니다.</translation>
    </message>
    <message>
        <source>Check the computer&apos;s date and whether a proxy opens encrypted connections. Poolscope does not go on without a trusted one.</source>
        <translation>컴퓨터의 날짜와, 프록시가 암호화된 연결을 여는지 확인하세요. Poolscope는 신뢰할 수 있는 연결 없이는 진행하지 않습니다.</translation>
    </message>
    <message>
        <source>Check the address, and whether the endpoint is running.</source>
        <translation>주소가 맞는지, 엔드포인트가 실행 중인지 확인하세요.</translation>
    </message>
    <message>
        <source>Check the network and the region.</source>
        <translation>네트워크와 리전을 확인하세요.</translation>
    </message>
    <message>
        <source>There is no app client %1 there.</source>
        <translation>그곳에 앱 클라이언트 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is no app client %1 in %2.</source>
        <translation>%2에 앱 클라이언트 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Check the app client ID and the user pool ID: the pool&apos;s region is where the app client is looked for.</source>
        <translation>앱 클라이언트 ID와 사용자 풀 ID를 확인하세요. 앱 클라이언트는 풀의 리전에서 찾습니다.</translation>
    </message>
    <message>
        <source>The user pool ID names another region; use that one.</source>
        <translation>사용자 풀 ID에는 다른 리전이 적혀 있습니다. 그 리전을 사용하세요.</translation>
    </message>
    <message>
        <source>This app client has a secret, and none was given.</source>
        <translation>이 앱 클라이언트에는 시크릿이 있지만 입력되지 않았습니다.</translation>
    </message>
    <message>
        <source>Enter the app client&apos;s secret, or use an app client without one.</source>
        <translation>앱 클라이언트의 시크릿을 입력하거나, 시크릿이 없는 앱 클라이언트를 사용하세요.</translation>
    </message>
    <message>
        <source>This app client does not accept the secret: it has another one, or none.</source>
        <translation>이 앱 클라이언트는 해당 시크릿을 받아들이지 않습니다. 시크릿이 다르거나 없습니다.</translation>
    </message>
    <message>
        <source>Enter the app client&apos;s own secret, or leave it empty.</source>
        <translation>앱 클라이언트 자체의 시크릿을 입력하거나 비워 두세요.</translation>
    </message>
    <message>
        <source>The app client answers.</source>
        <translation>앱 클라이언트가 응답합니다.</translation>
    </message>
    <message>
        <source>The app client answers, but does not allow USER_SRP_AUTH. Whether the secret is right could not be seen.</source>
        <translation>앱 클라이언트가 응답하지만 USER_SRP_AUTH를 허용하지 않습니다. 시크릿이 맞는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The service refused: %1 (%2)</source>
        <translation>서비스가 거부했습니다: %1 (%2)</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>잠시 후 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Something answers there, but it is not a user pool service.</source>
        <translation>그곳에서 응답이 있지만 사용자 풀 서비스가 아닙니다.</translation>
    </message>
    <message>
        <source>Check the endpoint&apos;s address.</source>
        <translation>엔드포인트의 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>At least %1 characters</source>
        <translation>%1자 이상</translation>
    </message>
    <message>
        <source>A lower case letter (a to z)</source>
        <translation>소문자(a~z)</translation>
    </message>
    <message>
        <source>An upper case letter (A to Z)</source>
        <translation>대문자(A~Z)</translation>
    </message>
    <message>
        <source>A digit</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>A symbol, such as ! or -</source>
        <translation>! 또는 - 같은 기호</translation>
    </message>
    <message>
        <source>No blank at the beginning or end</source>
        <translation>앞뒤에 공백 없음</translation>
    </message>
    <message>
        <source>At most %1 characters</source>
        <translation>%1자 이하</translation>
    </message>
    <message>
        <source>Very weak</source>
        <translation>매우 약함</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>약함</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>강함</translation>
    </message>
    <message>
        <source>Very strong</source>
        <translation>매우 강함</translation>
    </message>
    <message>
        <source>E-mail address or phone number</source>
        <translation>이메일 주소 또는 전화번호</translation>
    </message>
    <message>
        <source>User name, e-mail address or phone number</source>
        <translation>사용자 이름, 이메일 주소 또는 전화번호</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>사용자 이름</translation>
    </message>
    <message>
        <source>User name or e-mail address</source>
        <translation>사용자 이름 또는 이메일 주소</translation>
    </message>
    <message>
        <source>User name or phone number</source>
        <translation>사용자 이름 또는 전화번호</translation>
    </message>
    <message>
        <source>If there is such a user, a code was sent by e-mail to %1.</source>
        <translation>해당 사용자가 있다면 %1(으)로 코드를 이메일로 보냈습니다.</translation>
    </message>
    <message>
        <source>If there is such a user, a code was sent by text message to %1.</source>
        <translation>해당 사용자가 있다면 %1(으)로 코드를 문자 메시지로 보냈습니다.</translation>
    </message>
    <message>
        <source>If there is such a user, a code was sent to %1.</source>
        <translation>해당 사용자가 있다면 %1(으)로 코드를 보냈습니다.</translation>
    </message>
    <message>
        <source>This app client hides whether a user exists: where there is none, the service says the same and makes an address up.</source>
        <translation>이 앱 클라이언트는 사용자가 있는지를 숨깁니다. 사용자가 없어도 서비스는 주소를 지어내어 똑같이 답합니다.</translation>
    </message>
    <message>
        <source>No code was sent: this pool verifies no address by itself (AutoVerifiedAttributes).</source>
        <translation>코드가 전송되지 않았습니다. 이 풀은 어떤 주소도 자동으로 검증하지 않습니다(AutoVerifiedAttributes).</translation>
    </message>
    <message>
        <source>No code was sent: this pool sends it to the e-mail address, and none was given.</source>
        <translation>코드가 전송되지 않았습니다. 이 풀은 이메일 주소로 코드를 보내는데, 이메일 주소가 입력되지 않았습니다.</translation>
    </message>
    <message>
        <source>No code was sent: this pool sends it to the phone number, and none was given.</source>
        <translation>코드가 전송되지 않았습니다. 이 풀은 전화번호로 코드를 보내는데, 전화번호가 입력되지 않았습니다.</translation>
    </message>
    <message>
        <source>No code was sent: this pool sends it to the e-mail address or the phone number, and neither was given.</source>
        <translation>코드가 전송되지 않았습니다. 이 풀은 이메일 주소나 전화번호로 코드를 보내는데, 둘 다 입력되지 않았습니다.</translation>
    </message>
    <message>
        <source>No code was sent: either this pool verifies no address by itself (AutoVerifiedAttributes), or the address that it verifies was not given.</source>
        <translation>코드가 전송되지 않았습니다. 이 풀이 어떤 주소도 자동으로 검증하지 않거나(AutoVerifiedAttributes), 검증할 주소가 입력되지 않았습니다.</translation>
    </message>
    <message>
        <source>This app client has no secret, and one was given.</source>
        <translation>이 앱 클라이언트에는 시크릿이 없는데 시크릿이 입력되었습니다.</translation>
    </message>
    <message>
        <source>Leave the app client&apos;s secret empty.</source>
        <translation>앱 클라이언트 시크릿을 비워 두세요.</translation>
    </message>
    <message>
        <source>Whether the user pool ID is right could not be seen: %1</source>
        <translation>사용자 풀 ID가 맞는지 확인하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The app client answers, but there is no user pool %1 beside it.</source>
        <translation>앱 클라이언트는 응답하지만, 그곳에 사용자 풀 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Check the user pool ID. SRP sign-ins need it, and every password would be called wrong.</source>
        <translation>사용자 풀 ID를 확인하세요. SRP 로그인에 필요한 값이어서, 틀리면 모든 비밀번호가 잘못된 것으로 나옵니다.</translation>
    </message>
    <message>
        <source>The app client answers, but no user pool %1 was found beside it.</source>
        <translation>앱 클라이언트는 응답하지만, 그곳에서 사용자 풀 %1을(를) 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Check the user pool ID: with a wrong one, SRP calls every password wrong. An emulator that publishes no keys looks the same.</source>
        <translation>사용자 풀 ID를 확인하세요. ID가 틀리면 SRP에서 모든 비밀번호가 잘못된 것으로 나옵니다. 키를 공개하지 않는 에뮬레이터도 이렇게 보입니다.</translation>
    </message>
    <message>
        <source>Answer with an authenticator&apos;s response, as JSON. What the authenticator is asked stands in the parameters (CREDENTIAL_REQUEST_OPTIONS).</source>
        <translation>인증기의 응답을 JSON으로 입력하세요. 인증기에 요청된 내용은 매개변수(CREDENTIAL_REQUEST_OPTIONS)에 있습니다.</translation>
    </message>
</context>
<context>
    <name>KeySetActivity</name>
    <message>
        <source>Fetch the pool&apos;s keys</source>
        <translation>풀의 키 가져오기</translation>
    </message>
</context>
<context>
    <name>KeysTest</name>
    <message>
        <source>AWS does not know this access key.</source>
        <translation>AWS가 이 액세스 키를 알지 못합니다.</translation>
    </message>
    <message>
        <source>It may be deleted or inactive, of another partition, or its session token is missing or wrong.</source>
        <translation>삭제되었거나 비활성 상태이거나, 다른 파티션의 키이거나, 세션 토큰이 없거나 잘못되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>AWS does not accept the signature.</source>
        <translation>AWS가 서명을 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>The secret access key does not belong to the access key ID, or the clock of this computer is wrong.</source>
        <translation>시크릿 액세스 키가 액세스 키 ID의 것이 아니거나, 이 컴퓨터의 시계가 잘못되었습니다.</translation>
    </message>
    <message>
        <source>The session token has expired.</source>
        <translation>세션 토큰이 만료되었습니다.</translation>
    </message>
    <message>
        <source>Get new temporary keys and enter them here, or renew them where they come from.</source>
        <translation>새 임시 키를 받아 여기에 입력하거나, 키를 가져오는 곳에서 갱신하세요.</translation>
    </message>
    <message>
        <source>The AWS keys may not read this pool.</source>
        <translation>이 AWS 키로는 이 풀을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The AWS keys belong to %1, who may not read this pool.</source>
        <translation>AWS 키의 소유자는 %1이며, 이 풀을 읽을 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Allow %1 in the policy; to look up users, also cognito-idp:ListUsers.</source>
        <translation>정책에서 %1을(를) 허용하세요. 사용자를 찾아보려면 cognito-idp:ListUsers도 허용해야 합니다.</translation>
    </message>
    <message>
        <source>The AWS keys are accepted, but there is no user pool %1.</source>
        <translation>AWS 키는 받아들여졌지만, 사용자 풀 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The AWS keys belong to %1, but the account %2 has no user pool %3.</source>
        <translation>AWS 키의 소유자는 %1이지만, 계정 %2에는 사용자 풀 %3이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Choose keys of the account that the pool belongs to, or correct the user pool ID.</source>
        <translation>풀이 속한 계정의 키를 선택하거나, 사용자 풀 ID를 바로잡으세요.</translation>
    </message>
    <message>
        <source>The AWS keys may read this pool.</source>
        <translation>이 AWS 키로 이 풀을 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>The AWS keys belong to %1, and may read this pool.</source>
        <translation>AWS 키의 소유자는 %1이며, 이 풀을 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Whose AWS keys these are could not be found out: %1 (%2)</source>
        <translation>누구의 AWS 키인지 알아내지 못했습니다: %1 (%2)</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>잠시 후 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Whether the AWS keys may read this pool could not be seen: %1 (%2)</source>
        <translation>이 AWS 키로 이 풀을 읽을 수 있는지 확인하지 못했습니다: %1 (%2)</translation>
    </message>
    <message>
        <source>The AWS keys belong to %1. Whether they may read this pool could not be seen: %2 (%3)</source>
        <translation>AWS 키의 소유자는 %1입니다. 이 풀을 읽을 수 있는지는 확인하지 못했습니다: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>poolscope::auth::ConnectionTest</name>
    <message>
        <source>Correct this first.</source>
        <translation>먼저 이 항목을 고치세요.</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>연결 테스트</translation>
    </message>
</context>
<context>
    <name>poolscope::auth::KeysTest</name>
    <message>
        <source>Test connection</source>
        <translation>연결 테스트</translation>
    </message>
</context>
<context>
    <name>poolscope::auth::PasswordResetFlow</name>
    <message>
        <source>Enter the name you sign in with.</source>
        <translation>로그인할 때 쓰는 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>Ask for a password reset code</source>
        <translation>비밀번호 재설정 코드 요청</translation>
    </message>
    <message>
        <source>Enter the code from the message.</source>
        <translation>메시지의 코드를 입력하세요.</translation>
    </message>
    <message>
        <source>Enter a new password.</source>
        <translation>새 비밀번호를 입력하세요.</translation>
    </message>
    <message>
        <source>Set a new password</source>
        <translation>새 비밀번호 설정</translation>
    </message>
</context>
<context>
    <name>poolscope::auth::Session</name>
    <message>
        <source>This session has ended. Sign in again to go on.</source>
        <translation>이 세션은 끝났습니다. 계속하려면 다시 로그인하세요.</translation>
    </message>
    <message>
        <source>The service answered the refresh without giving tokens.</source>
        <translation>서비스가 갱신 요청에 토큰 없이 응답했습니다.</translation>
    </message>
    <message>
        <source>Refresh tokens</source>
        <translation>토큰 갱신</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>모든 곳에서 로그아웃</translation>
    </message>
</context>
<context>
    <name>poolscope::auth::SessionManager</name>
    <message>
        <source>The list of signed-in users could not be read. Sign in again.</source>
        <translation>로그인한 사용자 목록을 읽을 수 없습니다. 다시 로그인하세요.</translation>
    </message>
    <message>
        <source>A stored sign-in could not be read. Sign in again as %1.</source>
        <translation>저장된 로그인을 읽을 수 없습니다. %1(으)로 다시 로그인하세요.</translation>
    </message>
    <message>
        <source>The session has ended here, but its tokens could not be removed from the keychain: %1</source>
        <translation>여기에서는 세션이 끝났지만 키체인에서 토큰을 지울 수 없습니다: %1</translation>
    </message>
</context>
<context>
    <name>poolscope::auth::SignInFlow</name>
    <message>
        <source>The service asks for the same proof again and again.</source>
        <translation>서비스가 같은 증명을 되풀이해서 요구합니다.</translation>
    </message>
    <message>
        <source>The service asked for an SRP proof without giving what it takes.</source>
        <translation>서비스가 SRP 증명을 요구했지만 필요한 값을 주지 않았습니다.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Enter the name to sign in with.</source>
        <translation>로그인할 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>비밀번호를 입력하세요.</translation>
    </message>
    <message>
        <source>The service answered with neither tokens nor a challenge.</source>
        <translation>서비스의 응답에 토큰도 챌린지도 없습니다.</translation>
    </message>
    <message>
        <source>The service signed the user in without giving tokens.</source>
        <translation>서비스가 사용자를 로그인시켰지만 토큰을 주지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::auth::SignUpFlow</name>
    <message>
        <source>Enter a name to sign up with.</source>
        <translation>가입할 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>Sign up</source>
        <translation>가입</translation>
    </message>
    <message>
        <source>Enter the name that was signed up.</source>
        <translation>가입한 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>Enter the code from the message.</source>
        <translation>메시지의 코드를 입력하세요.</translation>
    </message>
    <message>
        <source>Confirm sign-up</source>
        <translation>가입 확인</translation>
    </message>
    <message>
        <source>Send the code again</source>
        <translation>코드 다시 보내기</translation>
    </message>
</context>
<context>
    <name>poolscope::auth::UserPoolAccess</name>
    <message>
        <source>The app client&apos;s secret is not in the keychain. Enter it again in the connection.</source>
        <translation>앱 클라이언트의 시크릿이 키체인에 없습니다. 연결에서 다시 입력하세요.</translation>
    </message>
    <message>
        <source>The app client&apos;s secret could not be read: %1</source>
        <translation>앱 클라이언트의 시크릿을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Read the pool&apos;s settings</source>
        <translation>풀의 설정 읽기</translation>
    </message>
    <message>
        <source>The app client&apos;s secret is not in the keychain. Fetch it again on the Sandbox page.</source>
        <translation>앱 클라이언트의 시크릿이 키체인에 없습니다. 샌드박스 페이지에서 다시 가져오세요.</translation>
    </message>
</context>
<context>
    <name>poolscope::auth::UserRepair</name>
    <message>
        <source>Mark an address as verified</source>
        <translation>주소를 검증된 것으로 표시</translation>
    </message>
    <message>
        <source>Enter a password.</source>
        <translation>비밀번호를 입력하세요.</translation>
    </message>
    <message>
        <source>Confirm a sign-up as administrator</source>
        <translation>관리자로 가입 확인</translation>
    </message>
    <message>
        <source>Send a new confirmation code</source>
        <translation>새 확인 코드 보내기</translation>
    </message>
    <message>
        <source>Send an invitation again</source>
        <translation>초대장 다시 보내기</translation>
    </message>
    <message>
        <source>Set a user&apos;s password</source>
        <translation>사용자의 비밀번호 설정</translation>
    </message>
    <message>
        <source>Reset a user&apos;s password</source>
        <translation>사용자의 비밀번호 재설정</translation>
    </message>
    <message>
        <source>Ask for a password reset code</source>
        <translation>비밀번호 재설정 코드 요청</translation>
    </message>
    <message>
        <source>Enable a user</source>
        <translation>사용자 활성화</translation>
    </message>
    <message>
        <source>Mark an address as not verified</source>
        <translation>주소를 검증되지 않은 것으로 표시</translation>
    </message>
    <message>
        <source>The service did not say what the app client&apos;s settings are.</source>
        <translation>서비스가 앱 클라이언트의 설정을 알려 주지 않았습니다.</translation>
    </message>
    <message>
        <source>Allow SRP sign-in for the app client</source>
        <translation>앱 클라이언트에 SRP 로그인 허용</translation>
    </message>
    <message>
        <source>Read the app client&apos;s settings</source>
        <translation>앱 클라이언트의 설정 읽기</translation>
    </message>
    <message>
        <source>Look whose an address is</source>
        <translation>주소가 누구의 것인지 확인</translation>
    </message>
    <message>
        <source>%1 does not have %2 any more. Nothing was changed; look again.</source>
        <translation>%1은(는) 더 이상 %2을(를) 갖고 있지 않습니다. 아무것도 변경되지 않았습니다. 다시 확인하세요.</translation>
    </message>
    <message>
        <source>%1 is not as it was found any more. Nothing was changed; look again.</source>
        <translation>%1은(는) 확인했을 때와 달라졌습니다. 아무것도 변경되지 않았습니다. 다시 확인하세요.</translation>
    </message>
</context>
</TS>
