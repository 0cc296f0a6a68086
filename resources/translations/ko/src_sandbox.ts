<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Sandbox</name>
    <message>
        <source>Another sandbox is already running with the folder %1.</source>
        <translation>다른 샌드박스가 이미 폴더 %1(으)로 실행 중입니다.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be used: %2.</source>
        <translation>폴더 %1을(를) 사용할 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The sandbox is not running.</source>
        <translation>샌드박스가 실행 중이 아닙니다.</translation>
    </message>
    <message>
        <source>The message is no longer in the mailbox.</source>
        <translation>메시지가 더 이상 메일함에 없습니다.</translation>
    </message>
    <message>
        <source>%1 Look whether the disk is full and whether the sandbox&apos;s data folder can be written to, then try again.</source>
        <translation>%1 디스크가 가득 찼는지, 샌드박스의 데이터 폴더에 쓸 수 있는지 확인한 뒤 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The pool&apos;s attributes do not allow such users: %1</source>
        <translation>이 풀의 속성 설정으로는 이런 사용자를 만들 수 없습니다: %1</translation>
    </message>
    <message>
        <source>There is no user pool %1 in this folder.</source>
        <translation>이 폴더에 사용자 풀 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>A user with the name or address of a new one is there already. No user was made.</source>
        <translation>새 사용자와 이름이나 주소가 같은 사용자가 이미 있습니다. 사용자를 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>The sandbox&apos;s clock can stand at any time from 2000 to 2199.</source>
        <translation>샌드박스의 시계는 2000년부터 2199년 사이로 맞출 수 있습니다.</translation>
    </message>
    <message>
        <source>The sandbox has no such user any more.</source>
        <translation>샌드박스에 그런 사용자가 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>What was changed last could not be brought to the disk: %1. Nobody was told that it was done. See to the disk, then start the sandbox again.</source>
        <translation>마지막 변경 내용을 디스크에 기록하지 못했습니다: %1. 아직 아무에게도 완료되었다고 알리지 않았습니다. 디스크를 점검한 뒤 샌드박스를 다시 시작하세요.</translation>
    </message>
</context>
<context>
    <name>SandboxChoices</name>
    <message>
        <source>A member that the operation&apos;s model does not have is refused by name, or ignored as if it were not there.</source>
        <translation>작업의 모델에 없는 멤버를 이름을 밝혀 거부할지, 없는 것처럼 무시할지 정합니다.</translation>
    </message>
    <message>
        <source>The sandbox has no choice named %1.</source>
        <translation>샌드박스에 %1(이)라는 선택 항목이 없습니다.</translation>
    </message>
    <message>
        <source>The choice %1 takes one of %2, not %3.</source>
        <translation>선택 항목 %1은(는) %2 중 하나를 받으며, %3은(는) 받지 않습니다.</translation>
    </message>
    <message>
        <source>Whether an unconfirmed user hears of it before the password is checked.</source>
        <translation>확인되지 않은 사용자에게 비밀번호 검사 전에 이를 알릴지 정합니다.</translation>
    </message>
    <message>
        <source>Whether an expired temporary password is told only to those who know it.</source>
        <translation>만료된 임시 비밀번호를 그 비밀번호를 아는 사람에게만 알릴지 정합니다.</translation>
    </message>
    <message>
        <source>Whether the PASSWORD_VERIFIER challenge carries a Session beside its SECRET_BLOCK.</source>
        <translation>PASSWORD_VERIFIER 챌린지에 SECRET_BLOCK과 함께 Session을 넣을지 정합니다.</translation>
    </message>
    <message>
        <source>What an SRP answer hears whose SECRET_BLOCK is too old or was used before.</source>
        <translation>SECRET_BLOCK이 너무 오래되었거나 이미 사용된 SRP 응답에 무엇을 알릴지 정합니다.</translation>
    </message>
    <message>
        <source>Whether RevokeToken takes a refresh token that nobody knows for already revoked.</source>
        <translation>RevokeToken이 아무도 모르는 갱신 토큰을 이미 폐기된 것으로 볼지 정합니다.</translation>
    </message>
    <message>
        <source>Whether SignUp checks the password before it looks whether the user name is taken.</source>
        <translation>SignUp이 사용자 이름의 사용 여부보다 비밀번호를 먼저 검사할지 정합니다.</translation>
    </message>
    <message>
        <source>Which of two texts AliasExistsException has: the one seen in answers or the documented one.</source>
        <translation>AliasExistsException의 두 문구 중 무엇을 쓸지 정합니다. 실제 응답에서 본 문구와 문서의 문구가 있습니다.</translation>
    </message>
    <message>
        <source>What ConfirmSignUp answers for a user who does not exist when the app client hides that.</source>
        <translation>앱 클라이언트가 사용자의 존재 여부를 숨길 때, 없는 사용자에 대해 ConfirmSignUp이 무엇을 응답할지 정합니다.</translation>
    </message>
    <message>
        <source>What ForgotPassword does for an unconfirmed user without a verified address: refuse, or answer as if a code had been sent.</source>
        <translation>검증된 주소가 없는 확인되지 않은 사용자에 대해 ForgotPassword가 거부할지, 코드를 보낸 것처럼 응답할지 정합니다.</translation>
    </message>
    <message>
        <source>How often an hour ForgotPassword and ConfirmForgotPassword may be called for one user; the service decides by its own estimate of the risk.</source>
        <translation>한 사용자에 대해 ForgotPassword와 ConfirmForgotPassword를 시간당 몇 번 호출할 수 있는지 정합니다. 서비스는 자체 위험 평가로 결정합니다.</translation>
    </message>
    <message>
        <source>Whether an unconfirmed user who resets the password becomes confirmed.</source>
        <translation>확인되지 않은 사용자가 비밀번호를 재설정하면 확인된 것으로 할지 정합니다.</translation>
    </message>
    <message>
        <source>Whether settings that UpdateUserPool leaves out go back to their defaults.</source>
        <translation>UpdateUserPool에서 빠진 설정을 기본값으로 되돌릴지 정합니다.</translation>
    </message>
    <message>
        <source>What ListUsers does when AttributesToGet names an attribute that some user does not have.</source>
        <translation>AttributesToGet에 일부 사용자에게 없는 속성이 있을 때 ListUsers가 무엇을 할지 정합니다.</translation>
    </message>
    <message>
        <source>Whether operations with an access token refuse users whose password must be reset or who are not confirmed.</source>
        <translation>비밀번호를 재설정해야 하거나 확인되지 않은 사용자를 액세스 토큰을 쓰는 작업이 거절할지 정합니다.</translation>
    </message>
    <message>
        <source>What the tokens of a user hear whom an administrator has disabled, which also revokes them.</source>
        <translation>관리자가 사용자를 비활성화하면 토큰도 폐기됩니다. 그 토큰에 무엇을 응답할지 정합니다.</translation>
    </message>
    <message>
        <source>Which source the PreTokenGeneration trigger is told of by GetTokensFromRefreshToken.</source>
        <translation>GetTokensFromRefreshToken이 PreTokenGeneration 트리거에 어떤 소스를 알릴지 정합니다.</translation>
    </message>
    <message>
        <source>Whether an app client may have refresh token rotation and ALLOW_REFRESH_TOKEN_AUTH at once.</source>
        <translation>앱 클라이언트가 갱신 토큰 교체와 ALLOW_REFRESH_TOKEN_AUTH를 함께 쓸 수 있는지 정합니다.</translation>
    </message>
    <message>
        <source>Whether a rotated refresh token that is used after its grace period also ends the whole sign-in.</source>
        <translation>교체된 갱신 토큰을 유예 기간이 지난 뒤에 쓰면 로그인 전체를 끝낼지 정합니다.</translation>
    </message>
    <message>
        <source>Whether GetTokensFromRefreshToken works for app clients without refresh token rotation.</source>
        <translation>갱신 토큰 교체를 쓰지 않는 앱 클라이언트에서도 GetTokensFromRefreshToken을 쓸 수 있는지 정합니다.</translation>
    </message>
    <message>
        <source>What ChangePassword answers when a user who has a password leaves the previous one out.</source>
        <translation>비밀번호가 있는 사용자가 이전 비밀번호를 빼놓았을 때 ChangePassword가 무엇을 응답할지 정합니다.</translation>
    </message>
    <message>
        <source>Whether ChangePassword checks the previous password before it judges the new one.</source>
        <translation>ChangePassword가 새 비밀번호보다 이전 비밀번호를 먼저 검사할지 정합니다.</translation>
    </message>
    <message>
        <source>Whether an immutable attribute may be given its first value later, or the value that it has.</source>
        <translation>바꿀 수 없는 속성에 나중에 첫 값이나 이미 있는 값을 쓸 수 있는지 정합니다.</translation>
    </message>
    <message>
        <source>Whether an e-mail address or phone number that is written again stays verified.</source>
        <translation>같은 이메일 주소나 전화번호를 다시 써도 확인된 상태로 둘지 정합니다.</translation>
    </message>
    <message>
        <source>When a user hears that another one has the new address: when it is verified, or when it is written.</source>
        <translation>다른 사용자가 이미 쓰는 새 주소임을 언제 알릴지 정합니다. 주소를 확인할 때 또는 쓸 때입니다.</translation>
    </message>
    <message>
        <source>Where GetUserAttributeVerificationCode sends its code while a new address waits for being verified.</source>
        <translation>새 주소가 확인을 기다리는 동안 GetUserAttributeVerificationCode가 코드를 어디로 보낼지 정합니다.</translation>
    </message>
    <message>
        <source>Whether administrators&apos; sign-in operations also hide who exists where the app client does.</source>
        <translation>앱 클라이언트가 사용자의 존재 여부를 숨길 때 관리자의 로그인 작업도 이를 숨길지 정합니다.</translation>
    </message>
    <message>
        <source>What AdminResetUserPassword does for an unconfirmed user with a verified address.</source>
        <translation>확인된 주소가 있는 미확인 사용자에게 AdminResetUserPassword가 무엇을 할지 정합니다.</translation>
    </message>
    <message>
        <source>Whether settings of a group that UpdateGroup leaves out stay as they are.</source>
        <translation>UpdateGroup에서 빠진 그룹 설정을 그대로 둘지 정합니다.</translation>
    </message>
    <message>
        <source>Whether the last secret of an app client can be deleted.</source>
        <translation>앱 클라이언트의 마지막 시크릿을 삭제할 수 있는지 정합니다.</translation>
    </message>
    <message>
        <source>Whether an app client that was made without a secret can be given one.</source>
        <translation>시크릿 없이 만든 앱 클라이언트에 시크릿을 추가할 수 있는지 정합니다.</translation>
    </message>
    <message>
        <source>How many seconds the X-Amz-Date of a signed request may differ from both the sandbox&apos;s clock and the computer&apos;s own time.</source>
        <translation>서명된 요청의 X-Amz-Date가 샌드박스의 시계와 컴퓨터의 실제 시간 양쪽과 몇 초까지 달라도 되는지입니다.</translation>
    </message>
    <message>
        <source>How many seconds the TIMESTAMP of an SRP answer may differ from the sandbox&apos;s clock or from the computer&apos;s own time, whichever is nearer.</source>
        <translation>SRP 응답의 TIMESTAMP가 샌드박스의 시계와 컴퓨터의 실제 시간 가운데 더 가까운 쪽과 몇 초까지 달라도 되는지입니다.</translation>
    </message>
    <message>
        <source>Operations for administrators need a Signature Version 4 header of the right form; its key and signature are not checked. With &quot;verified&quot; they are: the access key and the secret key are both &quot;sandbox&quot;. With &quot;none&quot; no header is needed at all.</source>
        <translation>관리자용 작업에는 형식이 올바른 Signature Version 4 헤더가 필요하며, 키와 서명은 검사하지 않습니다. &quot;verified&quot;이면 검사하며, 액세스 키와 시크릿 키는 둘 다 &quot;sandbox&quot;입니다. &quot;none&quot;이면 헤더가 전혀 필요 없습니다.</translation>
    </message>
    <message>
        <source>Whether a name that nobody has is locked out as a user is, where the app client hides who exists; otherwise the lock-out tells the users from the others.</source>
        <translation>앱 클라이언트가 사용자 존재 여부를 숨길 때, 아무도 쓰지 않는 이름도 실제 사용자처럼 잠글지 여부입니다. 잠그지 않으면 잠금으로 실제 사용자를 구별할 수 있습니다.</translation>
    </message>
    <message>
        <source>Whether the ID token has the attribute address as an object with the member formatted, or as text.</source>
        <translation>ID 토큰에 address 속성을 formatted 멤버가 있는 객체로 넣을지, 텍스트로 넣을지 정합니다.</translation>
    </message>
    <message>
        <source>Whether the ID token has the attribute updated_at as a number or as text.</source>
        <translation>ID 토큰에 updated_at 속성을 숫자로 넣을지, 텍스트로 넣을지 정합니다.</translation>
    </message>
    <message>
        <source>Whether a code loses its use when a newer one is sent for the same purpose, or stays valid until one of them is used.</source>
        <translation>같은 용도의 새 코드를 보내면 이전 코드를 쓸 수 없게 할지, 그중 하나를 쓸 때까지 유효하게 둘지 정합니다.</translation>
    </message>
    <message>
        <source>Whether ConfirmSignUp and ResendConfirmationCode refuse a user whom an administrator has disabled. An app client that hides who exists then answers as for nobody; ResendConfirmationCode does so in any case.</source>
        <translation>관리자가 비활성화한 사용자를 ConfirmSignUp과 ResendConfirmationCode가 거절할지 정합니다. 사용자의 존재 여부를 숨기는 앱 클라이언트는 이때 없는 사용자와 똑같이 응답하며, ResendConfirmationCode는 어느 경우에나 그렇게 합니다.</translation>
    </message>
    <message>
        <source>Whether the header of ID and access tokens names their type (typ: JWT).</source>
        <translation>ID 토큰과 액세스 토큰의 헤더에 형식(typ: JWT)을 적을지 여부입니다.</translation>
    </message>
    <message>
        <source>Invitations and the default subjects of messages have the texts that stand in the mailbox.</source>
        <translation>초대장과 메시지의 기본 제목은 우편함에 보이는 그대로입니다.</translation>
    </message>
    <message>
        <source>Whether the signature of a signed request counts where the operation needs no AWS credentials.</source>
        <translation>AWS 자격 증명이 필요 없는 작업에서 서명된 요청의 서명을 따지는지.</translation>
    </message>
    <message>
        <source>Whether a refresh token has the five parts of an encrypted token (RSA-OAEP, A256GCM), or one that says nothing.</source>
        <translation>갱신 토큰이 암호화된 토큰(RSA-OAEP, A256GCM)의 다섯 부분을 갖는지, 아무것도 알려 주지 않는 한 부분인지.</translation>
    </message>
    <message>
        <source>Whether a password policy that names some of the rules switches the others off, or leaves them on as in a pool that is made without a policy.</source>
        <translation>일부 규칙만 지정한 비밀번호 정책이 나머지 규칙을 끄는지, 정책 없이 만든 풀처럼 켜 두는지.</translation>
    </message>
    <message>
        <source>Whether attributes for developers only are named dev:custom:… or custom:… like the others.</source>
        <translation>개발자 전용 속성의 이름이 dev:custom:…인지, 다른 속성처럼 custom:…인지.</translation>
    </message>
    <message>
        <source>Which of an app client&apos;s two secrets are good: both, or only the one that was added last.</source>
        <translation>앱 클라이언트의 시크릿 두 개 중 어느 것이 유효한지: 둘 다, 또는 나중에 추가한 것만.</translation>
    </message>
</context>
<context>
    <name>SandboxCommand</name>
    <message>
        <source>Listen on this port of 127.0.0.1; 0 takes any free one.</source>
        <translation>127.0.0.1의 이 포트에서 수신합니다. 0이면 비어 있는 포트를 사용합니다.</translation>
    </message>
    <message>
        <source>Keep the data in this folder. Without it, a temporary folder is used and removed.</source>
        <translation>데이터를 이 폴더에 보관합니다. 지정하지 않으면 임시 폴더를 사용하고 끝날 때 삭제합니다.</translation>
    </message>
    <message>
        <source>The region that pool ids and issuers name.</source>
        <translation>풀 ID와 발급자에 표시할 리전입니다.</translation>
    </message>
    <message>
        <source>&quot;service&quot;: tokens name the service as their issuer; &quot;local&quot;: this sandbox.</source>
        <translation>&quot;service&quot;: 토큰의 발급자가 서비스로 표시됩니다. &quot;local&quot;: 이 샌드박스로 표시됩니다.</translation>
    </message>
    <message>
        <source>Set a named choice; may be given several times.</source>
        <translation>이름 있는 선택 항목을 지정합니다. 여러 번 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>List the named choices and end.</source>
        <translation>이름 있는 선택 항목을 나열하고 끝냅니다.</translation>
    </message>
    <message>
        <source>Show this help and end.</source>
        <translation>이 도움말을 표시하고 끝냅니다.</translation>
    </message>
    <message>
        <source>Runs the sandbox: user pools of your own on this machine.</source>
        <translation>샌드박스를 실행합니다. 이 컴퓨터에서 나만의 사용자 풀을 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation>예상하지 못한 인수: %1</translation>
    </message>
    <message>
        <source>--port takes a number from 0 to 65535, not &quot;%1&quot;.</source>
        <translation>--port에는 0부터 65535까지의 숫자를 지정합니다. &quot;%1&quot;은(는) 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>--data needs a folder.</source>
        <translation>--data에는 폴더가 필요합니다.</translation>
    </message>
    <message>
        <source>--region takes a name such as us-east-1, not &quot;%1&quot;.</source>
        <translation>--region에는 us-east-1과 같은 이름을 지정합니다. &quot;%1&quot;은(는) 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>--issuer takes &quot;service&quot; or &quot;local&quot;, not &quot;%1&quot;.</source>
        <translation>--issuer에는 &quot;service&quot; 또는 &quot;local&quot;을 지정합니다. &quot;%1&quot;은(는) 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>The database was damaged. It was moved to %1, and a new one was made.</source>
        <translation>데이터베이스가 손상되어 %1(으)로 옮기고 새로 만들었습니다.</translation>
    </message>
    <message>
        <source>Accepted without effect (a star stands for unknown keys):</source>
        <translation>효과 없이 받아들이는 항목(별표는 알 수 없는 키를 뜻합니다):</translation>
    </message>
    <message>
        <source>A risk: also answer requests to this host name, on any port, as containers and proxies send them; may be given several times. The sandbox still listens on 127.0.0.1 alone.</source>
        <translation>위험: 컨테이너나 프록시가 보내는 것처럼 이 호스트 이름으로 온 요청에도 포트에 관계없이 응답합니다. 여러 번 지정할 수 있습니다. 샌드박스는 여전히 127.0.0.1에서만 수신합니다.</translation>
    </message>
    <message>
        <source>A risk: also let the pages of this origin use the user pools, such as https://app.example.com; may be given several times. The mailbox stays closed to them.</source>
        <translation>위험: https://app.example.com 같은 이 출처의 페이지도 사용자 풀을 사용할 수 있게 합니다. 여러 번 지정할 수 있습니다. 메일함은 계속 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>--allow-host takes a name such as host.docker.internal, not &quot;%1&quot;.</source>
        <translation>--allow-host에는 &quot;%1&quot;이(가) 아니라 host.docker.internal 같은 이름을 지정합니다.</translation>
    </message>
    <message>
        <source>--allow-origin takes an origin such as https://app.example.com, not &quot;%1&quot;.</source>
        <translation>--allow-origin에는 &quot;%1&quot;이(가) 아니라 https://app.example.com 같은 출처를 지정합니다.</translation>
    </message>
    <message>
        <source>Risk: whoever reaches this sandbox as %1 can use it and read its mailbox.</source>
        <translation>위험: %1 이름으로 이 샌드박스에 접속할 수 있는 누구나 샌드박스를 사용하고 메일함을 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Risk: every page of %1 that a browser on this machine shows can use the user pools.</source>
        <translation>위험: 이 컴퓨터의 브라우저에 열린 %1의 모든 페이지가 사용자 풀을 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>Make so many users.</source>
        <translation>이 수만큼 사용자를 만듭니다.</translation>
    </message>
    <message>
        <source>The folder with the data. Without it, that of the window&apos;s sandbox is filled.</source>
        <translation>데이터 폴더입니다. 지정하지 않으면 창에서 쓰는 샌드박스의 폴더를 채웁니다.</translation>
    </message>
    <message>
        <source>The user pool to fill. Without it, the demo pool is filled.</source>
        <translation>채울 사용자 풀입니다. 지정하지 않으면 데모 풀을 채웁니다.</translation>
    </message>
    <message>
        <source>The same number makes the same people.</source>
        <translation>같은 숫자를 지정하면 같은 사용자를 만듭니다.</translation>
    </message>
    <message>
        <source>So many of the first users get a password; no password fits the others, because each one takes milliseconds to make.</source>
        <translation>처음 이 수만큼의 사용자에게 비밀번호를 줍니다. 비밀번호 하나를 만드는 데 몇 밀리초가 걸리므로 나머지 사용자에게는 맞는 비밀번호가 없습니다.</translation>
    </message>
    <message>
        <source>Fills a user pool of the sandbox with made-up people in every state. Their mail addresses lie in domains that are kept free for examples; nothing is sent to anybody.</source>
        <translation>샌드박스의 사용자 풀을 모든 상태의 가상 사용자로 채웁니다. 이메일 주소는 예시용으로 비워 둔 도메인에 속하며, 누구에게도 아무것도 보내지 않습니다.</translation>
    </message>
    <message>
        <source>--users takes a number from 1 to %1.</source>
        <translation>--users에는 1부터 %1까지의 숫자를 지정합니다.</translation>
    </message>
    <message>
        <source>--sign-in takes a number from 0, not &quot;%1&quot;.</source>
        <translation>--sign-in에는 &quot;%1&quot;이(가) 아니라 0 이상의 숫자를 지정합니다.</translation>
    </message>
    <message>
        <source>--seed takes a number, not &quot;%1&quot;.</source>
        <translation>--seed에는 &quot;%1&quot;이(가) 아니라 숫자를 지정합니다.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1에는 값이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 confirmed</source>
        <translation>확인됨 %1명</translation>
    </message>
    <message>
        <source>%1 unconfirmed, with an address that another user has verified</source>
        <translation>확인되지 않음, 다른 사용자가 인증한 주소 사용 %1명</translation>
    </message>
    <message>
        <source>%1 unconfirmed</source>
        <translation>확인되지 않음 %1명</translation>
    </message>
    <message>
        <source>%1 invited, with a temporary password</source>
        <translation>초대됨, 임시 비밀번호 있음 %1명</translation>
    </message>
    <message>
        <source>%1 invited, with a temporary password that has expired</source>
        <translation>초대됨, 임시 비밀번호 만료됨 %1명</translation>
    </message>
    <message>
        <source>%1 who must reset their password</source>
        <translation>비밀번호를 재설정해야 함 %1명</translation>
    </message>
    <message>
        <source>%1 disabled</source>
        <translation>비활성화됨 %1명</translation>
    </message>
    <message>
        <source>%1 confirmed, with an e-mail address that is not verified</source>
        <translation>확인됨, 이메일 주소가 인증되지 않음 %1명</translation>
    </message>
    <message>
        <source>%1 confirmed, with a phone number that is not verified</source>
        <translation>확인됨, 전화번호가 인증되지 않음 %1명</translation>
    </message>
    <message>
        <source>%1 users were made in the user pool %2 (%3):</source>
        <translation>사용자 풀 %2(%3)에 사용자 %1명을 만들었습니다:</translation>
    </message>
    <message>
        <source>Some are in the groups %1.</source>
        <translation>일부는 다음 그룹에 속합니다: %1.</translation>
    </message>
    <message>
        <source>The first %1 of them, as ListUsers lists them, have the password %2.</source>
        <translation>ListUsers 순서로 처음 %1명의 비밀번호는 %2입니다.</translation>
    </message>
    <message>
        <source>No password fits the others; AdminSetUserPassword gives them one.</source>
        <translation>나머지 사용자에게는 맞는 비밀번호가 없으며, AdminSetUserPassword로 정할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 indexes made</source>
        <translation>인덱스 %2개 중 %1개를 만들었습니다</translation>
    </message>
    <message>
        <source>%1 of %2 users made</source>
        <translation>사용자 %2명 중 %1명을 만들었습니다</translation>
    </message>
    <message>
        <source>Stopped. No user was made.</source>
        <translation>중지했습니다. 사용자를 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>명령:</translation>
    </message>
    <message>
        <source>Fills a user pool with made-up people.</source>
        <translation>사용자 풀을 가상의 사용자로 채웁니다.</translation>
    </message>
    <message>
        <source>Texts that are not verified (… stands for what they name):</source>
        <translation>검증되지 않은 문구(…는 문구가 가리키는 것을 나타냄):</translation>
    </message>
</context>
<context>
    <name>SandboxMarks</name>
    <message>
        <source>unverified: recalled</source>
        <translation>미검증: 기억에 따름</translation>
    </message>
    <message>
        <source>unverified: inferred</source>
        <translation>미검증: 추론</translation>
    </message>
    <message>
        <source>unverified: sources disagree</source>
        <translation>미검증: 출처가 서로 다름</translation>
    </message>
    <message>
        <source>the sandbox&apos;s own rule</source>
        <translation>샌드박스 자체 규칙</translation>
    </message>
    <message>
        <source>unverified: one source only</source>
        <translation>미검증: 출처가 하나뿐임</translation>
    </message>
    <message>
        <source>unverified: seen in emulators only</source>
        <translation>미검증: 에뮬레이터에서만 확인됨</translation>
    </message>
</context>
<context>
    <name>SandboxPresets</name>
    <message>
        <source>E-mail sign-in</source>
        <translation>이메일 로그인</translation>
    </message>
    <message>
        <source>Users sign in with their e-mail address and confirm it with a code.</source>
        <translation>사용자가 이메일 주소로 로그인하고 코드로 주소를 확인합니다.</translation>
    </message>
    <message>
        <source>Phone with SMS</source>
        <translation>전화번호와 SMS</translation>
    </message>
    <message>
        <source>Users sign in with their phone number and confirm it with a code sent by SMS.</source>
        <translation>사용자가 전화번호로 로그인하고 SMS로 받은 코드로 번호를 확인합니다.</translation>
    </message>
    <message>
        <source>User name with e-mail alias</source>
        <translation>이메일 별칭이 있는 사용자 이름</translation>
    </message>
    <message>
        <source>Users choose a user name; a verified e-mail address signs in as well.</source>
        <translation>사용자가 사용자 이름을 정하며, 검증된 이메일 주소로도 로그인할 수 있습니다.</translation>
    </message>
    <message>
        <source>Client with a secret</source>
        <translation>시크릿이 있는 클라이언트</translation>
    </message>
    <message>
        <source>As for e-mail sign-in, with an app client that must prove a secret, as on a server.</source>
        <translation>이메일 로그인과 같지만, 서버에서처럼 시크릿을 증명해야 하는 앱 클라이언트를 씁니다.</translation>
    </message>
    <message>
        <source>Invitation only</source>
        <translation>초대 전용</translation>
    </message>
    <message>
        <source>Only an administrator makes users; they sign in first with a temporary password.</source>
        <translation>관리자만 사용자를 만들며, 사용자는 처음에 임시 비밀번호로 로그인합니다.</translation>
    </message>
    <message>
        <source>Required attributes</source>
        <translation>필수 속성</translation>
    </message>
    <message>
        <source>As for e-mail sign-in; a sign-up also needs a given name, a family name and a birthdate.</source>
        <translation>이메일 로그인과 같지만, 가입할 때 이름, 성, 생년월일도 필요합니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::sandbox::ChoicesModel</name>
    <message>
        <source>Choice</source>
        <translation>선택 항목</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>현재 값</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>How sure the default is</source>
        <translation>기본값의 확실성</translation>
    </message>
</context>
</TS>
