<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Claims</name>
    <message>
        <source>A custom attribute of the user. It is always a string, whatever its type.</source>
        <translation>사용자의 사용자 지정 속성입니다. 속성의 형식과 관계없이 항상 문자열입니다.</translation>
    </message>
    <message>
        <source>A developer-only attribute: only administrators can change it.</source>
        <translation>개발자 전용 속성입니다. 관리자만 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Which key signed the token: one of the pool&apos;s key set. ID and access tokens are signed with different keys.</source>
        <translation>토큰에 서명한 키이며, 풀의 키 세트에 있는 키 중 하나입니다. ID 토큰과 액세스 토큰은 서로 다른 키로 서명됩니다.</translation>
    </message>
    <message>
        <source>How the token is signed. User pools always use RS256.</source>
        <translation>토큰이 서명된 방식입니다. 사용자 풀은 항상 RS256을 씁니다.</translation>
    </message>
    <message>
        <source>The type of the token. User pools leave it out.</source>
        <translation>토큰의 형식입니다. 사용자 풀은 생략합니다.</translation>
    </message>
    <message>
        <source>The type of the content. User pools leave it out.</source>
        <translation>내용의 형식입니다. 사용자 풀은 생략합니다.</translation>
    </message>
    <message>
        <source>How the content is encrypted. Only refresh tokens have it; the service alone can read them.</source>
        <translation>내용이 암호화된 방식입니다. 갱신 토큰에만 있으며 서비스만 내용을 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Extensions that a reader must understand. A token of a user pool never has it.</source>
        <translation>읽는 쪽이 이해해야 하는 확장입니다. 사용자 풀의 토큰에는 없습니다.</translation>
    </message>
    <message>
        <source>Where the token says its key lies. Never followed: only the pool&apos;s own keys count.</source>
        <translation>토큰이 주장하는 키의 위치입니다. 따라가지 않으며, 풀 자체의 키만 인정합니다.</translation>
    </message>
    <message>
        <source>A key that the token brings along. Never used: only the pool&apos;s own keys count.</source>
        <translation>토큰에 함께 들어 있는 키입니다. 사용하지 않으며, 풀 자체의 키만 인정합니다.</translation>
    </message>
    <message>
        <source>Where the token says its certificate lies. Never followed: only the pool&apos;s own keys count.</source>
        <translation>토큰이 주장하는 인증서의 위치입니다. 따라가지 않으며, 풀 자체의 키만 인정합니다.</translation>
    </message>
    <message>
        <source>The user&apos;s identifier in this pool. It never changes and is never used again. With client credentials it is the app client&apos;s id.</source>
        <translation>이 풀에서 사용자의 식별자입니다. 바뀌지 않으며 다시 쓰이지 않습니다. 클라이언트 자격 증명 방식에서는 앱 클라이언트의 ID입니다.</translation>
    </message>
    <message>
        <source>The user&apos;s name in the pool. In pools with e-mail or phone sign-in it is the sub.</source>
        <translation>풀에서 사용자의 이름입니다. 이메일이나 전화번호로 로그인하는 풀에서는 sub입니다.</translation>
    </message>
    <message>
        <source>The user&apos;s name in the pool. Missing with client credentials.</source>
        <translation>풀에서 사용자의 이름입니다. 클라이언트 자격 증명 방식에는 없습니다.</translation>
    </message>
    <message>
        <source>Who issued the token: the pool&apos;s address, which ends in the pool&apos;s id.</source>
        <translation>토큰의 발급자입니다. 풀의 주소이며 풀의 ID로 끝납니다.</translation>
    </message>
    <message>
        <source>In an ID token the app client that it was issued to. In an access token only with resource binding or a pre token generation trigger of version 2 or later.</source>
        <translation>ID 토큰에서는 토큰을 발급받은 앱 클라이언트입니다. 액세스 토큰에는 리소스 바인딩이나 버전 2 이상의 토큰 생성 전 트리거를 쓸 때만 있습니다.</translation>
    </message>
    <message>
        <source>The app client that the token was issued to.</source>
        <translation>토큰을 발급받은 앱 클라이언트입니다.</translation>
    </message>
    <message>
        <source>What the token is for: &quot;id&quot; tells who the user is, &quot;access&quot; opens APIs.</source>
        <translation>토큰의 용도입니다. &quot;id&quot;는 사용자가 누구인지 알리고, &quot;access&quot;는 API를 쓸 수 있게 합니다.</translation>
    </message>
    <message>
        <source>What the token may be used for, separated by blanks. A sign-in through the API gives exactly aws.cognito.signin.user.admin, the right to the user&apos;s own account.</source>
        <translation>토큰을 쓸 수 있는 범위이며 공백으로 구분됩니다. API로 로그인하면 사용자 자신의 계정에 대한 권한인 aws.cognito.signin.user.admin만 들어 있습니다.</translation>
    </message>
    <message>
        <source>When the user signed in. It stays the same when tokens are refreshed.</source>
        <translation>사용자가 로그인한 시각입니다. 토큰을 갱신해도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>When the token was issued.</source>
        <translation>토큰이 발급된 시각입니다.</translation>
    </message>
    <message>
        <source>When the token expires. From then on it is not accepted.</source>
        <translation>토큰이 만료되는 시각입니다. 그때부터는 받아들여지지 않습니다.</translation>
    </message>
    <message>
        <source>Before this time the token is not accepted. User pools leave it out.</source>
        <translation>이 시각 전에는 토큰이 받아들여지지 않습니다. 사용자 풀은 생략합니다.</translation>
    </message>
    <message>
        <source>The groups the user is a member of. Missing when there are none.</source>
        <translation>사용자가 속한 그룹입니다. 그룹이 없으면 생략됩니다.</translation>
    </message>
    <message>
        <source>The IAM roles of the user&apos;s groups, for identity pools.</source>
        <translation>자격 증명 풀을 위한, 사용자 그룹의 IAM 역할입니다.</translation>
    </message>
    <message>
        <source>The IAM role of the group with the best precedence. Missing when two groups tie.</source>
        <translation>우선순위가 가장 높은 그룹의 IAM 역할입니다. 두 그룹의 우선순위가 같으면 생략됩니다.</translation>
    </message>
    <message>
        <source>The identifier of this token.</source>
        <translation>이 토큰의 식별자입니다.</translation>
    </message>
    <message>
        <source>The identifier of the sign-in that the token stems from: revoking its refresh token ends all tokens with the same one. Missing when token revocation is off.</source>
        <translation>토큰이 비롯된 로그인의 식별자입니다. 그 갱신 토큰을 폐기하면 식별자가 같은 모든 토큰이 끝납니다. 토큰 폐기가 꺼져 있으면 생략됩니다.</translation>
    </message>
    <message>
        <source>The identifier of the sign-in event, the same in ID and access token.</source>
        <translation>로그인 이벤트의 식별자이며 ID 토큰과 액세스 토큰에서 같습니다.</translation>
    </message>
    <message>
        <source>The remembered device that the user signed in with.</source>
        <translation>사용자가 로그인에 쓴 기억된 기기입니다.</translation>
    </message>
    <message>
        <source>The version of the token&apos;s format. Only tokens from the OAuth endpoints have it.</source>
        <translation>토큰 형식의 버전입니다. OAuth 엔드포인트의 토큰에만 있습니다.</translation>
    </message>
    <message>
        <source>The value that the app sent when it began a hosted sign-in, against replay.</source>
        <translation>재전송 공격을 막기 위해 앱이 호스팅 로그인을 시작할 때 보낸 값입니다.</translation>
    </message>
    <message>
        <source>A hash of the access token that was issued beside this token. Hosted sign-in only.</source>
        <translation>이 토큰과 함께 발급된 액세스 토큰의 해시입니다. 호스팅 로그인에만 있습니다.</translation>
    </message>
    <message>
        <source>How strongly the user proved who they are.</source>
        <translation>사용자가 자신을 증명한 강도입니다.</translation>
    </message>
    <message>
        <source>By what the user proved who they are: pwd, otp, mfa and the like.</source>
        <translation>사용자가 자신을 증명한 수단입니다. pwd, otp, mfa 등이 있습니다.</translation>
    </message>
    <message>
        <source>The user&apos;s e-mail address.</source>
        <translation>사용자의 이메일 주소입니다.</translation>
    </message>
    <message>
        <source>Whether the user has shown that the e-mail address is theirs.</source>
        <translation>사용자가 이메일 주소가 자신의 것임을 보였는지 여부입니다.</translation>
    </message>
    <message>
        <source>The user&apos;s phone number with country code, as in +821012345678.</source>
        <translation>국가 코드를 포함한 사용자의 전화번호입니다. +821012345678과 같은 형식입니다.</translation>
    </message>
    <message>
        <source>Whether the user has shown that the phone number is theirs.</source>
        <translation>사용자가 전화번호가 자신의 것임을 보였는지 여부입니다.</translation>
    </message>
    <message>
        <source>The user&apos;s full name.</source>
        <translation>사용자의 전체 이름입니다.</translation>
    </message>
    <message>
        <source>The user&apos;s given name.</source>
        <translation>사용자의 이름(성 제외)입니다.</translation>
    </message>
    <message>
        <source>The user&apos;s family name.</source>
        <translation>사용자의 성입니다.</translation>
    </message>
    <message>
        <source>The user&apos;s middle name.</source>
        <translation>사용자의 중간 이름입니다.</translation>
    </message>
    <message>
        <source>What the user likes to be called.</source>
        <translation>사용자가 불리기를 원하는 이름입니다.</translation>
    </message>
    <message>
        <source>A name the user chose; it can be changed, and pools may let users sign in with it.</source>
        <translation>사용자가 정한 이름입니다. 바꿀 수 있으며, 풀에 따라 이 이름으로 로그인할 수 있습니다.</translation>
    </message>
    <message>
        <source>The address of the user&apos;s profile page.</source>
        <translation>사용자의 프로필 페이지 주소입니다.</translation>
    </message>
    <message>
        <source>The address of the user&apos;s picture.</source>
        <translation>사용자의 사진 주소입니다.</translation>
    </message>
    <message>
        <source>The address of the user&apos;s web site.</source>
        <translation>사용자의 웹사이트 주소입니다.</translation>
    </message>
    <message>
        <source>The user&apos;s gender, as free text.</source>
        <translation>사용자의 성별이며 자유 텍스트입니다.</translation>
    </message>
    <message>
        <source>The user&apos;s date of birth, as YYYY-MM-DD.</source>
        <translation>사용자의 생년월일이며 YYYY-MM-DD 형식입니다.</translation>
    </message>
    <message>
        <source>The user&apos;s time zone, as in Asia/Seoul.</source>
        <translation>사용자의 시간대이며 Asia/Seoul과 같은 형식입니다.</translation>
    </message>
    <message>
        <source>The user&apos;s language and country, as in ko-KR.</source>
        <translation>사용자의 언어와 국가이며 ko-KR과 같은 형식입니다.</translation>
    </message>
    <message>
        <source>When the user&apos;s attributes were last changed.</source>
        <translation>사용자의 속성이 마지막으로 바뀐 시각입니다.</translation>
    </message>
    <message>
        <source>The user&apos;s postal address.</source>
        <translation>사용자의 우편 주소입니다.</translation>
    </message>
    <message>
        <source>The whole address as one text.</source>
        <translation>하나의 텍스트로 된 전체 주소입니다.</translation>
    </message>
    <message>
        <source>The user&apos;s accounts at other identity providers that are linked with this one.</source>
        <translation>이 계정과 연결된, 다른 자격 증명 공급자에 있는 사용자의 계정입니다.</translation>
    </message>
    <message>
        <source>The user&apos;s identifier at the provider.</source>
        <translation>공급자에서 사용자의 식별자입니다.</translation>
    </message>
    <message>
        <source>The provider&apos;s name in the pool.</source>
        <translation>풀에서 공급자의 이름입니다.</translation>
    </message>
    <message>
        <source>The provider&apos;s type: SAML, OIDC, Google and so on.</source>
        <translation>공급자의 종류입니다. SAML, OIDC, Google 등이 있습니다.</translation>
    </message>
    <message>
        <source>The provider&apos;s issuer; null where there is none.</source>
        <translation>공급자의 발급자입니다. 없으면 null입니다.</translation>
    </message>
    <message>
        <source>&quot;true&quot; for the account that the user was made from.</source>
        <translation>사용자가 만들어진 바탕이 된 계정이면 &quot;true&quot;입니다.</translation>
    </message>
    <message>
        <source>When the account was linked, in milliseconds since 1970.</source>
        <translation>계정이 연결된 시각이며 1970년부터의 밀리초입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>항목 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>멤버 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Jwks</name>
    <message>
        <source>The key&apos;s n or e is missing or not base64url.</source>
        <translation>키의 n 또는 e가 없거나 base64url 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>The RSA key has %1 bits; at least 2,048 are needed.</source>
        <translation>RSA 키가 %1비트입니다. 2,048비트 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>The key&apos;s curve is not known, or its x or y is missing or not base64url.</source>
        <translation>키의 곡선을 알 수 없거나, x 또는 y가 없거나 base64url 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>The key&apos;s %1 is not a string.</source>
        <translation>키의 %1이(가) 문자열이 아닙니다.</translation>
    </message>
    <message>
        <source>The key is for another use (%1), not for signatures.</source>
        <translation>키가 서명용이 아니라 다른 용도(%1)입니다.</translation>
    </message>
    <message>
        <source>The key&apos;s operations do not include verifying.</source>
        <translation>키의 작업에 검증이 포함되지 않습니다.</translation>
    </message>
    <message>
        <source>The key is not an object.</source>
        <translation>키가 객체가 아닙니다.</translation>
    </message>
    <message>
        <source>The key&apos;s type (%1) cannot verify a pool&apos;s tokens.</source>
        <translation>이 유형의 키(%1)로는 풀의 토큰을 검증할 수 없습니다.</translation>
    </message>
    <message>
        <source>The key set is not valid JSON: %1</source>
        <translation>키 세트가 올바른 JSON이 아닙니다: %1</translation>
    </message>
    <message>
        <source>The key set has a member twice: %1</source>
        <translation>키 세트에 같은 멤버가 두 번 있습니다: %1</translation>
    </message>
    <message>
        <source>The key set has no list named &quot;keys&quot;.</source>
        <translation>키 세트에 &quot;keys&quot;라는 목록이 없습니다.</translation>
    </message>
    <message>
        <source>More than one key has this kid, so none of them can be told.</source>
        <translation>둘 이상의 키가 이 kid를 가지고 있어 어느 것인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Key %1: %2</source>
        <translation>키 %1: %2</translation>
    </message>
</context>
<context>
    <name>JwksCache</name>
    <message>
        <source>The key set&apos;s address points elsewhere, which is not followed.</source>
        <translation>키 세트의 주소가 다른 곳을 가리키며, 따라가지 않습니다.</translation>
    </message>
    <message>
        <source>The key set could not be fetched: HTTP status %1.</source>
        <translation>키 세트를 가져올 수 없습니다: HTTP 상태 %1.</translation>
    </message>
    <message>
        <source>The key set could not be fetched: %1</source>
        <translation>키 세트를 가져올 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Keys are fetched by HTTPS only, and by HTTP only from this computer.</source>
        <translation>키는 HTTPS로만 가져오며, HTTP는 이 컴퓨터에서만 허용합니다.</translation>
    </message>
    <message>
        <source>The key set did not come in time.</source>
        <translation>키 세트가 제한 시간 안에 오지 않았습니다.</translation>
    </message>
    <message>
        <source>The key set is larger than 1 MB.</source>
        <translation>키 세트가 1MB보다 큽니다.</translation>
    </message>
</context>
<context>
    <name>Jwt</name>
    <message>
        <source>header</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>payload</source>
        <translation>페이로드</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>서명</translation>
    </message>
    <message>
        <source>There is no token.</source>
        <translation>토큰이 없습니다.</translation>
    </message>
    <message>
        <source>The token is larger than 4 MB, so it was not read.</source>
        <translation>토큰이 4MB보다 커서 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>This token has five parts: it is encrypted, as refresh tokens are, and only the service can read it.</source>
        <translation>이 토큰은 다섯 부분으로 되어 있습니다. 갱신 토큰처럼 암호화되어 서비스만 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>A token has three parts separated by dots; this one has %1. It may be cut off.</source>
        <translation>토큰은 점으로 구분된 세 부분으로 되어 있지만 이 토큰의 부분은 %1개입니다. 잘렸을 수 있습니다.</translation>
    </message>
    <message>
        <source>The %1 is not base64url. It may be cut off or altered.</source>
        <translation>%1이(가) base64url 형식이 아닙니다. 잘렸거나 변경되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>The %1 is not valid UTF-8.</source>
        <translation>%1이(가) 올바른 UTF-8이 아닙니다.</translation>
    </message>
    <message>
        <source>The %1 is not valid JSON.</source>
        <translation>%1이(가) 올바른 JSON이 아닙니다.</translation>
    </message>
    <message>
        <source>The %1 is JSON, but not an object.</source>
        <translation>%1이(가) JSON이지만 객체가 아닙니다.</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>in %1 s</source>
        <translation>%1초 후</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>%1분 후</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>%1시간 후</translation>
    </message>
    <message>
        <source>in %1 days</source>
        <translation>%1일 후</translation>
    </message>
    <message>
        <source>in %1 years</source>
        <translation>%1년 후</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1초 전</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1분 전</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1시간 전</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>%1일 전</translation>
    </message>
    <message>
        <source>%1 years ago</source>
        <translation>%1년 전</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Form</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>멤버</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>알고리즘</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>서명</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>발급자</translation>
    </message>
    <message>
        <source>App client</source>
        <translation>앱 클라이언트</translation>
    </message>
    <message>
        <source>Token use</source>
        <translation>토큰 용도</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>만료</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>유효 시작</translation>
    </message>
    <message>
        <source>Three parts of base64url; the header and the payload are JSON objects.</source>
        <translation>base64url로 된 세 부분이며, 헤더와 페이로드는 JSON 객체입니다.</translation>
    </message>
    <message>
        <source>The token has %1 bytes; more than %2 are shown, but never accepted.</source>
        <translation>토큰이 %1바이트입니다. %2바이트보다 크면 표시하지만 받아들이지는 않습니다.</translation>
    </message>
    <message>
        <source>%1 bytes.</source>
        <translation>%1바이트입니다.</translation>
    </message>
    <message>
        <source>A member stands more than once, so programs may read it differently: %1</source>
        <translation>같은 멤버가 두 번 이상 있어 프로그램마다 다르게 읽을 수 있습니다: %1</translation>
    </message>
    <message>
        <source>The header demands extensions (crit) that no pool token has.</source>
        <translation>헤더가 풀의 토큰에는 없는 확장(crit)을 요구합니다.</translation>
    </message>
    <message>
        <source>Each member stands once.</source>
        <translation>각 멤버가 한 번씩 있습니다.</translation>
    </message>
    <message>
        <source>The header does not say how the token is signed.</source>
        <translation>헤더에 토큰이 서명된 방식이 없습니다.</translation>
    </message>
    <message>
        <source>RS256, as user pools sign.</source>
        <translation>사용자 풀이 서명하는 방식인 RS256입니다.</translation>
    </message>
    <message>
        <source>The header says &quot;%1&quot;: the token is not signed, anybody can have written it.</source>
        <translation>헤더의 값이 &quot;%1&quot;입니다. 토큰이 서명되지 않아 누구나 작성했을 수 있습니다.</translation>
    </message>
    <message>
        <source>The header says %1, which signs with a shared secret. With a public key in its place anybody could sign, so it is never accepted.</source>
        <translation>헤더의 값 %1은(는) 공유 비밀로 서명하는 방식입니다. 그 자리에 공개 키를 쓰면 누구나 서명할 수 있으므로 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>User pools sign with RS256, not with %1.</source>
        <translation>사용자 풀은 %1이(가) 아니라 RS256으로 서명합니다.</translation>
    </message>
    <message>
        <source>The header does not name a key (kid).</source>
        <translation>헤더에 키의 이름(kid)이 없습니다.</translation>
    </message>
    <message>
        <source>The pool&apos;s keys are not at hand.</source>
        <translation>풀의 키가 준비되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The pool has no key %1. The token comes from another pool, or was altered.</source>
        <translation>풀에 키 %1이(가) 없습니다. 토큰이 다른 풀에서 왔거나 변경되었습니다.</translation>
    </message>
    <message>
        <source>The pool&apos;s key %1. The token brings a key of its own (%2), which was not used.</source>
        <translation>풀의 키 %1입니다. 토큰에 자체 키(%2)가 들어 있지만 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>The pool&apos;s key %1.</source>
        <translation>풀의 키 %1입니다.</translation>
    </message>
    <message>
        <source>Not checked, because the algorithm is not accepted.</source>
        <translation>알고리즘이 받아들여지지 않아 검사하지 않았습니다.</translation>
    </message>
    <message>
        <source>Not checked, because there is no key to check it with.</source>
        <translation>검사할 키가 없어 검사하지 않았습니다.</translation>
    </message>
    <message>
        <source>Not checked, because the token is too large.</source>
        <translation>토큰이 너무 커서 검사하지 않았습니다.</translation>
    </message>
    <message>
        <source>The pool&apos;s key made this signature.</source>
        <translation>풀의 키로 만든 서명입니다.</translation>
    </message>
    <message>
        <source>Not checked, because of the header&apos;s crit.</source>
        <translation>헤더의 crit 때문에 검사하지 않았습니다.</translation>
    </message>
    <message>
        <source>The key is not one for RS256.</source>
        <translation>RS256용 키가 아닙니다.</translation>
    </message>
    <message>
        <source>The signature has %1 bytes, but the key makes %2: the token was cut off or altered.</source>
        <translation>서명은 %1바이트이지만 키로 만든 서명은 %2바이트입니다. 토큰이 잘렸거나 변경되었습니다.</translation>
    </message>
    <message>
        <source>The signature does not match: the token was altered, or another key signed it.</source>
        <translation>서명이 일치하지 않습니다. 토큰이 변경되었거나 다른 키로 서명되었습니다.</translation>
    </message>
    <message>
        <source>No pool is known to compare it with.</source>
        <translation>비교할 풀을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The token does not say who issued it (iss).</source>
        <translation>토큰에 발급자(iss)가 없습니다.</translation>
    </message>
    <message>
        <source>Issued by %1; expected is %2.</source>
        <translation>%1이(가) 발급했지만 예상한 발급자는 %2입니다.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 또는 </translation>
    </message>
    <message>
        <source>No app client is known to compare %1 with.</source>
        <translation>%1을(를) 비교할 앱 클라이언트를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Not checked, because the token&apos;s use is not known.</source>
        <translation>토큰의 용도를 알 수 없어 검사하지 않았습니다.</translation>
    </message>
    <message>
        <source>The token does not name an app client (%1).</source>
        <translation>토큰에 앱 클라이언트(%1)가 없습니다.</translation>
    </message>
    <message>
        <source>The token is for another app client: %1 is %2, expected is %3.</source>
        <translation>다른 앱 클라이언트의 토큰입니다. %1이(가) %2이지만 예상한 값은 %3입니다.</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>token_use is neither &quot;id&quot; nor &quot;access&quot;, so this is no token of a user pool.</source>
        <translation>token_use가 &quot;id&quot;도 &quot;access&quot;도 아니므로 사용자 풀의 토큰이 아닙니다.</translation>
    </message>
    <message>
        <source>token_use is &quot;%1&quot;, expected is &quot;%2&quot;.</source>
        <translation>token_use가 &quot;%1&quot;이지만 예상한 값은 &quot;%2&quot;입니다.</translation>
    </message>
    <message>
        <source>An ID token.</source>
        <translation>ID 토큰입니다.</translation>
    </message>
    <message>
        <source>An access token.</source>
        <translation>액세스 토큰입니다.</translation>
    </message>
    <message>
        <source>The token does not say when it expires (exp).</source>
        <translation>토큰에 만료 시각(exp)이 없습니다.</translation>
    </message>
    <message>
        <source>The expiry (exp) is not a number.</source>
        <translation>만료 시각(exp)이 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>The expiry (exp) is not a date between the years 0 and 9999.</source>
        <translation>만료 시각(exp)이 0년에서 9999년 사이의 날짜가 아닙니다.</translation>
    </message>
    <message>
        <source>Expired %1.</source>
        <translation>%1 만료되었습니다.</translation>
    </message>
    <message>
        <source>Expires %1.</source>
        <translation>%1 만료됩니다.</translation>
    </message>
    <message>
        <source>The token sets no beginning (nbf).</source>
        <translation>토큰에 시작 시각(nbf)이 없습니다.</translation>
    </message>
    <message>
        <source>The beginning (nbf) is not a date.</source>
        <translation>시작 시각(nbf)이 날짜가 아닙니다.</translation>
    </message>
    <message>
        <source>Not valid yet: it begins %1.</source>
        <translation>아직 유효하지 않습니다. %1 유효해집니다.</translation>
    </message>
    <message>
        <source>Valid since %1.</source>
        <translation>%1부터 유효합니다.</translation>
    </message>
    <message>
        <source>Nothing speaks against this token, but its signature was not checked.</source>
        <translation>이 토큰에서 문제는 찾지 못했지만 서명을 검사하지 않았습니다.</translation>
    </message>
    <message>
        <source>The token is valid.</source>
        <translation>토큰이 유효합니다.</translation>
    </message>
    <message>
        <source>Not checked, because the token could not be read.</source>
        <translation>토큰을 읽을 수 없어 검사하지 않았습니다.</translation>
    </message>
    <message>
        <source>The token does not say when it was issued (iat).</source>
        <translation>토큰에 발급 시각(iat)이 없습니다.</translation>
    </message>
    <message>
        <source>Issued %1.</source>
        <translation>%1에 발급되었습니다.</translation>
    </message>
    <message>
        <source>Issued at</source>
        <translation>발급 시각</translation>
    </message>
    <message>
        <source>The time of issue (iat) is not a date.</source>
        <translation>발급 시각(iat)이 날짜가 아닙니다.</translation>
    </message>
    <message>
        <source>Issued in the future (%1): the issuer&apos;s clock or this one is wrong. Some verifiers refuse such a token (PyJWT, older golang-jwt); most do not.</source>
        <translation>발급 시각이 미래입니다(%1). 발급자의 시계나 이 시계가 틀립니다. 이런 토큰을 거부하는 검증 라이브러리도 있지만(PyJWT, 이전 golang-jwt) 대부분은 거부하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::tokens::ClaimsModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 UTC
%2</source>
        <translation>%1 UTC
%2</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>클레임</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>의미</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
</context>
</TS>
