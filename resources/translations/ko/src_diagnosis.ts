<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Diagnoses</name>
    <message>
        <source>Possibly: %1</source>
        <translation>가능성: %1</translation>
    </message>
    <message>
        <source>This app client has a secret, and none was used.</source>
        <translation>이 앱 클라이언트에는 시크릿이 있지만 사용되지 않았습니다.</translation>
    </message>
    <message>
        <source>App client {client.id} only answers requests that carry a hash made with its secret.</source>
        <translation>앱 클라이언트 {client.id}은(는) 시크릿으로 만든 해시가 담긴 요청에만 응답합니다.</translation>
    </message>
    <message>
        <source>Enter the client secret in the connection, or use an app client without a secret.</source>
        <translation>연결에 클라이언트 시크릿을 입력하거나, 시크릿이 없는 앱 클라이언트를 사용하세요.</translation>
    </message>
    <message>
        <source>The client secret does not fit.</source>
        <translation>클라이언트 시크릿이 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The hash is made from the user name that is sent, the id {client.id} and the secret; the service computed another one.</source>
        <translation>해시는 전송되는 사용자 이름, ID {client.id}, 시크릿으로 만들며, 서비스는 다른 값을 계산했습니다.</translation>
    </message>
    <message>
        <source>Copy the client secret again from the app client. After a sign-in by alias, the hash must be made with the real user name.</source>
        <translation>앱 클라이언트에서 클라이언트 시크릿을 다시 복사하세요. 별칭으로 로그인한 뒤에는 실제 사용자 이름으로 해시를 만들어야 합니다.</translation>
    </message>
    <message>
        <source>This app client has no secret, but a secret hash was sent.</source>
        <translation>이 앱 클라이언트에는 시크릿이 없지만 시크릿 해시가 전송되었습니다.</translation>
    </message>
    <message>
        <source>The connection holds a client secret for {client.id}, which is a public client.</source>
        <translation>연결에 {client.id}의 클라이언트 시크릿이 있지만, 이 앱 클라이언트는 퍼블릭 클라이언트입니다.</translation>
    </message>
    <message>
        <source>Remove the client secret from the connection.</source>
        <translation>연결에서 클라이언트 시크릿을 지우세요.</translation>
    </message>
    <message>
        <source>This app client does not exist in the region that was asked.</source>
        <translation>요청한 리전에 이 앱 클라이언트가 없습니다.</translation>
    </message>
    <message>
        <source>The user pool id says {pool.region}, but the request went to {endpoint.host}.</source>
        <translation>사용자 풀 ID의 리전은 {pool.region}이지만 요청은 {endpoint.host}(으)로 갔습니다.</translation>
    </message>
    <message>
        <source>Change the region of the connection to {pool.region}.</source>
        <translation>연결의 리전을 {pool.region}(으)로 바꾸세요.</translation>
    </message>
    <message>
        <source>This app client does not exist here.</source>
        <translation>이 앱 클라이언트가 여기에 없습니다.</translation>
    </message>
    <message>
        <source>{endpoint.host} knows no app client {client.id}: it may belong to another region, another account or another user pool, or it was deleted.</source>
        <translation>{endpoint.host}은(는) 앱 클라이언트 {client.id}을(를) 알지 못합니다. 다른 리전, 다른 계정 또는 다른 사용자 풀에 속하거나 삭제되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>Compare the client id and the region of the connection with the app client&apos;s page.</source>
        <translation>연결의 클라이언트 ID와 리전을 앱 클라이언트 페이지의 값과 비교하세요.</translation>
    </message>
    <message>
        <source>This user pool does not exist here.</source>
        <translation>이 사용자 풀이 여기에 없습니다.</translation>
    </message>
    <message>
        <source>{endpoint.host} knows no user pool {pool.id}: the region or the account is another one, or the pool was deleted.</source>
        <translation>{endpoint.host}은(는) 사용자 풀 {pool.id}을(를) 알지 못합니다. 리전이나 계정이 다르거나 풀이 삭제되었습니다.</translation>
    </message>
    <message>
        <source>Compare the user pool id and the region of the connection.</source>
        <translation>연결의 사용자 풀 ID와 리전을 비교하세요.</translation>
    </message>
    <message>
        <source>Sign-in with a plain password is switched off for this app client.</source>
        <translation>이 앱 클라이언트에서는 일반 비밀번호 로그인이 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>App client {client.id} does not list ALLOW_USER_PASSWORD_AUTH. If it does, the client id is another one than you think.</source>
        <translation>앱 클라이언트 {client.id}의 목록에 ALLOW_USER_PASSWORD_AUTH가 없습니다. 목록에 있다면 클라이언트 ID가 생각한 것과 다릅니다.</translation>
    </message>
    <message>
        <source>Sign in with SRP, or add ALLOW_USER_PASSWORD_AUTH to the app client, sending its whole configuration.</source>
        <translation>SRP로 로그인하거나, 전체 구성을 함께 보내 앱 클라이언트에 ALLOW_USER_PASSWORD_AUTH를 추가하세요.</translation>
    </message>
    <message>
        <source>Sign-in with SRP is switched off for this app client.</source>
        <translation>이 앱 클라이언트에서는 SRP 로그인이 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>App client {client.id} does not list ALLOW_USER_SRP_AUTH. If it does, the client id is another one than you think.</source>
        <translation>앱 클라이언트 {client.id}의 목록에 ALLOW_USER_SRP_AUTH가 없습니다. 목록에 있다면 클라이언트 ID가 생각한 것과 다릅니다.</translation>
    </message>
    <message>
        <source>Sign in with a flow that the app client allows, or add ALLOW_USER_SRP_AUTH to it, sending its whole configuration.</source>
        <translation>앱 클라이언트가 허용하는 흐름으로 로그인하거나, 전체 구성을 함께 보내 ALLOW_USER_SRP_AUTH를 추가하세요.</translation>
    </message>
    <message>
        <source>This way to sign in is switched off for the app client.</source>
        <translation>이 앱 클라이언트에서는 이 로그인 방법이 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>App client {client.id} does not list it among its authentication flows.</source>
        <translation>앱 클라이언트 {client.id}의 인증 흐름 목록에 이 방법이 없습니다.</translation>
    </message>
    <message>
        <source>Choose another flow, or add this one to the app client, sending its whole configuration.</source>
        <translation>다른 흐름을 선택하거나, 전체 구성을 함께 보내 앱 클라이언트에 이 흐름을 추가하세요.</translation>
    </message>
    <message>
        <source>This flow can only be used with AWS credentials.</source>
        <translation>이 흐름은 AWS 자격 증명으로만 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>The ADMIN flows belong to AdminInitiateAuth; InitiateAuth refuses them.</source>
        <translation>ADMIN 흐름은 AdminInitiateAuth에 속하며, InitiateAuth는 이를 거부합니다.</translation>
    </message>
    <message>
        <source>Choose USER_SRP_AUTH or USER_PASSWORD_AUTH.</source>
        <translation>USER_SRP_AUTH 또는 USER_PASSWORD_AUTH를 선택하세요.</translation>
    </message>
    <message>
        <source>Custom authentication is switched off for this app client.</source>
        <translation>이 앱 클라이언트에서는 사용자 지정 인증이 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>App client {client.id} does not list ALLOW_CUSTOM_AUTH. Libraries also fall into this flow when the password is empty.</source>
        <translation>앱 클라이언트 {client.id}의 목록에 ALLOW_CUSTOM_AUTH가 없습니다. 비밀번호가 비어 있을 때 라이브러리가 이 흐름을 쓰기도 합니다.</translation>
    </message>
    <message>
        <source>Enter the password, or add ALLOW_CUSTOM_AUTH to the app client.</source>
        <translation>비밀번호를 입력하거나 앱 클라이언트에 ALLOW_CUSTOM_AUTH를 추가하세요.</translation>
    </message>
    <message>
        <source>The user pool has no functions for custom authentication.</source>
        <translation>사용자 풀에 사용자 지정 인증용 함수가 없습니다.</translation>
    </message>
    <message>
        <source>CUSTOM_AUTH needs the Define, Create and Verify auth challenge triggers.</source>
        <translation>CUSTOM_AUTH에는 Define, Create, Verify auth challenge 트리거가 필요합니다.</translation>
    </message>
    <message>
        <source>Attach the three triggers to the pool, or choose another flow.</source>
        <translation>세 트리거를 풀에 연결하거나 다른 흐름을 선택하세요.</translation>
    </message>
    <message>
        <source>The request left out a value that this step needs.</source>
        <translation>이 단계에 필요한 값이 요청에 없습니다.</translation>
    </message>
    <message>
        <source>The service names the missing parameter in its message below.</source>
        <translation>아래의 서비스 메시지에 빠진 매개변수의 이름이 있습니다.</translation>
    </message>
    <message>
        <source>Fill in the named value and send again.</source>
        <translation>해당 값을 채우고 다시 보내세요.</translation>
    </message>
    <message>
        <source>The sandbox does not simulate this.</source>
        <translation>샌드박스는 이 기능을 시뮬레이션하지 않습니다.</translation>
    </message>
    <message>
        <source>It refuses by name what it cannot do faithfully, rather than pretend.</source>
        <translation>샌드박스는 충실히 재현할 수 없는 것은 흉내 내지 않고 이름을 밝혀 거부합니다.</translation>
    </message>
    <message>
        <source>Leave the named part out, or try it against a user pool in AWS.</source>
        <translation>해당 부분을 빼거나 AWS의 사용자 풀에서 시도하세요.</translation>
    </message>
    <message>
        <source>This operation needs AWS credentials.</source>
        <translation>이 작업에는 AWS 자격 증명이 필요합니다.</translation>
    </message>
    <message>
        <source>{operation} must be signed with an AWS access key; the request was not.</source>
        <translation>{operation}은(는) AWS 액세스 키로 서명해야 하지만 요청에 서명이 없었습니다.</translation>
    </message>
    <message>
        <source>Use an operation for users, or call it with credentials.</source>
        <translation>사용자용 작업을 쓰거나 자격 증명으로 호출하세요.</translation>
    </message>
    <message>
        <source>The AWS credentials may not do this.</source>
        <translation>이 AWS 자격 증명으로는 할 수 없습니다.</translation>
    </message>
    <message>
        <source>Their policies do not allow cognito-idp:{operation} on this user pool.</source>
        <translation>자격 증명의 정책이 이 사용자 풀에서 cognito-idp:{operation}을(를) 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Ask for that permission.</source>
        <translation>해당 권한을 요청하세요.</translation>
    </message>
    <message>
        <source>This endpoint does not know the operation.</source>
        <translation>이 엔드포인트는 해당 작업을 알지 못합니다.</translation>
    </message>
    <message>
        <source>{endpoint.host} does not offer {operation}: an emulator may lack it, or the address belongs to another service.</source>
        <translation>{endpoint.host}은(는) {operation}을(를) 제공하지 않습니다. 에뮬레이터에 이 작업이 없거나 주소가 다른 서비스의 것일 수 있습니다.</translation>
    </message>
    <message>
        <source>Check the endpoint of the connection.</source>
        <translation>연결의 엔드포인트를 확인하세요.</translation>
    </message>
    <message>
        <source>Too many requests at once.</source>
        <translation>한꺼번에 보낸 요청이 너무 많습니다.</translation>
    </message>
    <message>
        <source>The account&apos;s request rate for this kind of operation in this region is used up for the moment.</source>
        <translation>이 리전에서 이런 종류의 작업에 대한 계정의 요청 속도 한도를 지금 다 썼습니다.</translation>
    </message>
    <message>
        <source>Wait a few seconds and send it again.</source>
        <translation>몇 초 기다린 뒤 다시 보내세요.</translation>
    </message>
    <message>
        <source>The service failed at its own end.</source>
        <translation>서비스 쪽에서 실패했습니다.</translation>
    </message>
    <message>
        <source>Nothing in your request is known to be wrong.</source>
        <translation>요청에서 잘못된 점은 발견되지 않았습니다.</translation>
    </message>
    <message>
        <source>Try again; if it stays, note the request id.</source>
        <translation>다시 시도하세요. 계속되면 요청 ID를 적어 두세요.</translation>
    </message>
    <message>
        <source>A value in the request has the wrong JSON type.</source>
        <translation>요청의 값 하나가 JSON 형식이 다릅니다.</translation>
    </message>
    <message>
        <source>The service could not read the request as the operation&apos;s shape.</source>
        <translation>서비스가 요청을 이 작업의 형태로 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Look at the raw request in Activity.</source>
        <translation>활동에서 원본 요청을 살펴보세요.</translation>
    </message>
    <message>
        <source>The user pool&apos;s feature plan does not include this.</source>
        <translation>사용자 풀의 기능 플랜에 이 기능이 포함되지 않습니다.</translation>
    </message>
    <message>
        <source>Some sign-in methods need the Essentials or Plus plan.</source>
        <translation>일부 로그인 방법에는 Essentials 또는 Plus 플랜이 필요합니다.</translation>
    </message>
    <message>
        <source>Change the plan of the pool, or choose another method.</source>
        <translation>풀의 플랜을 바꾸거나 다른 방법을 선택하세요.</translation>
    </message>
    <message>
        <source>This code was replaced by a newer one.</source>
        <translation>이 코드는 새 코드로 교체되었습니다.</translation>
    </message>
    <message>
        <source>A code ends when another is requested; yours was resent at {code.resentAt}.</source>
        <translation>다른 코드를 요청하면 이전 코드는 끝납니다. 코드는 {code.resentAt}에 다시 전송되었습니다.</translation>
    </message>
    <message>
        <source>Use the one that ends in {code.newestEnds}.</source>
        <translation>{code.newestEnds}(으)로 끝나는 코드를 사용하세요.</translation>
    </message>
    <message>
        <source>This is not the code that counts now.</source>
        <translation>지금 유효한 코드가 아닙니다.</translation>
    </message>
    <message>
        <source>A code probably ends when another is requested; yours was resent at {code.resentAt}.</source>
        <translation>다른 코드를 요청하면 이전 코드는 끝나는 것으로 보입니다. 코드는 {code.resentAt}에 다시 전송되었습니다.</translation>
    </message>
    <message>
        <source>Use the code of the newest message.</source>
        <translation>가장 최근 메시지의 코드를 사용하세요.</translation>
    </message>
    <message>
        <source>The code is not right, or there is no such user.</source>
        <translation>코드가 맞지 않거나 그런 사용자가 없습니다.</translation>
    </message>
    <message>
        <source>This app client hides whether a user exists, and gives the same answer for both.</source>
        <translation>이 앱 클라이언트는 사용자의 존재 여부를 숨기며, 두 경우에 같은 응답을 줍니다.</translation>
    </message>
    <message>
        <source>Check the user name, then type the code of the newest message.</source>
        <translation>사용자 이름을 확인한 다음, 가장 최근 메시지의 코드를 입력하세요.</translation>
    </message>
    <message>
        <source>This is not the code that was sent.</source>
        <translation>전송된 코드가 아닙니다.</translation>
    </message>
    <message>
        <source>The code belongs to one user and one purpose, and only the newest one counts.</source>
        <translation>코드는 한 사용자와 한 용도에만 쓰이며, 가장 최근 것만 유효합니다.</translation>
    </message>
    <message>
        <source>Type the code of the newest message, or have a new one sent.</source>
        <translation>가장 최근 메시지의 코드를 입력하거나 새 코드를 받으세요.</translation>
    </message>
    <message>
        <source>This is not the right code.</source>
        <translation>맞는 코드가 아닙니다.</translation>
    </message>
    <message>
        <source>The sign-in step is still open, so you can try again.</source>
        <translation>로그인 단계가 아직 열려 있으므로 다시 시도할 수 있습니다.</translation>
    </message>
    <message>
        <source>Type the newest code.</source>
        <translation>최신 코드를 입력하세요.</translation>
    </message>
    <message>
        <source>This code has expired.</source>
        <translation>이 코드는 만료되었습니다.</translation>
    </message>
    <message>
        <source>Have a new code sent.</source>
        <translation>새 코드를 받으세요.</translation>
    </message>
    <message>
        <source>This code was used already.</source>
        <translation>이 코드는 이미 사용되었습니다.</translation>
    </message>
    <message>
        <source>A code counts once.</source>
        <translation>코드는 한 번만 유효합니다.</translation>
    </message>
    <message>
        <source>Have a new code sent if you still need one.</source>
        <translation>아직 필요하면 새 코드를 받으세요.</translation>
    </message>
    <message>
        <source>No code is waiting for this user any more.</source>
        <translation>이 사용자가 쓸 수 있는 코드가 더 없습니다.</translation>
    </message>
    <message>
        <source>A sign-up code is valid for 24 hours and counts once; it may also be that none was asked for, or that the user name is another one.</source>
        <translation>가입 코드는 24시간 동안 한 번만 유효합니다. 코드를 요청한 적이 없거나 사용자 이름이 다를 수도 있습니다.</translation>
    </message>
    <message>
        <source>A code for a new password is valid for one hour and counts once; it may also be that none was asked for, or that the user name is another one.</source>
        <translation>새 비밀번호용 코드는 1시간 동안 한 번만 유효합니다. 코드를 요청한 적이 없거나 사용자 이름이 다를 수도 있습니다.</translation>
    </message>
    <message>
        <source>Ask for a new code.</source>
        <translation>새 코드를 요청하세요.</translation>
    </message>
    <message>
        <source>This code cannot be used any more.</source>
        <translation>이 코드는 더 이상 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>It has expired or was used before.</source>
        <translation>코드가 만료되었거나 이미 사용되었습니다.</translation>
    </message>
    <message>
        <source>Get a new code.</source>
        <translation>새 코드를 받으세요.</translation>
    </message>
    <message>
        <source>This user is confirmed already.</source>
        <translation>이 사용자는 이미 확인되었습니다.</translation>
    </message>
    <message>
        <source>Sign in.</source>
        <translation>로그인하세요.</translation>
    </message>
    <message>
        <source>This user is confirmed already, so no code was sent.</source>
        <translation>이 사용자는 이미 확인되었으므로 코드를 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>A confirmation code is only for users whose sign-up is not confirmed.</source>
        <translation>확인 코드는 가입이 확인되지 않은 사용자에게만 보냅니다.</translation>
    </message>
    <message>
        <source>No more codes can be sent to this user for now.</source>
        <translation>지금은 이 사용자에게 코드를 더 보낼 수 없습니다.</translation>
    </message>
    <message>
        <source>The service sends a user at most 5 codes an hour this way.</source>
        <translation>서비스는 이 방법으로 한 사용자에게 시간당 최대 5개의 코드를 보냅니다.</translation>
    </message>
    <message>
        <source>Use the newest code you have, or wait up to an hour.</source>
        <translation>가지고 있는 최신 코드를 사용하거나 최대 1시간 기다리세요.</translation>
    </message>
    <message>
        <source>Too many tries with a code.</source>
        <translation>코드 시도 횟수가 너무 많습니다.</translation>
    </message>
    <message>
        <source>The service takes at most 15 tries an hour for a user; further ones are refused, right or wrong.</source>
        <translation>서비스는 사용자당 시간당 최대 15번의 시도를 받습니다. 그 이상은 맞든 틀리든 거부됩니다.</translation>
    </message>
    <message>
        <source>Wait up to an hour. An administrator can confirm the user without a code.</source>
        <translation>최대 1시간 기다리세요. 관리자는 코드 없이 사용자를 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>Too many tries to reset this password.</source>
        <translation>이 비밀번호를 재설정하려는 시도가 너무 많습니다.</translation>
    </message>
    <message>
        <source>The service takes 5 to 20 tries an hour for a user, fewer when it sees a risk.</source>
        <translation>서비스는 사용자당 시간당 5~20번의 시도를 받으며, 위험을 감지하면 더 적게 받습니다.</translation>
    </message>
    <message>
        <source>Wait up to an hour. An administrator can set a password.</source>
        <translation>최대 1시간 기다리세요. 관리자는 비밀번호를 설정할 수 있습니다.</translation>
    </message>
    <message>
        <source>The day&apos;s mails are used up.</source>
        <translation>하루 메일 한도를 다 썼습니다.</translation>
    </message>
    <message>
        <source>A user pool that sends through Cognito&apos;s own sender may send 50 mails a day for the whole account.</source>
        <translation>Cognito 자체 발신으로 보내는 사용자 풀은 계정 전체에서 하루 50통까지 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>Wait until tomorrow, or let the pool send through Amazon SES.</source>
        <translation>내일까지 기다리거나, 풀이 Amazon SES로 보내도록 하세요.</translation>
    </message>
    <message>
        <source>A limit of the service is reached.</source>
        <translation>서비스의 한도에 도달했습니다.</translation>
    </message>
    <message>
        <source>The service counts tries per user and hour, and resources per account.</source>
        <translation>서비스는 사용자와 시간별로 시도 횟수를, 계정별로 리소스를 셉니다.</translation>
    </message>
    <message>
        <source>Wait, or look at the limit the message below speaks of.</source>
        <translation>기다리거나 아래 메시지에 언급된 한도를 살펴보세요.</translation>
    </message>
    <message>
        <source>Too many failed tries.</source>
        <translation>실패한 시도가 너무 많습니다.</translation>
    </message>
    <message>
        <source>The service refuses further tries for a while.</source>
        <translation>서비스가 한동안 추가 시도를 거부합니다.</translation>
    </message>
    <message>
        <source>Wait, then try again.</source>
        <translation>기다린 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The message could not be delivered.</source>
        <translation>메시지를 전달할 수 없습니다.</translation>
    </message>
    <message>
        <source>Amazon SES or SNS refused it: an address that is not verified in the SES sandbox is a common reason. The user was probably created all the same.</source>
        <translation>Amazon SES 또는 SNS가 거부했습니다. SES 샌드박스에서 검증되지 않은 주소가 흔한 원인입니다. 사용자는 그래도 생성되었을 가능성이 높습니다.</translation>
    </message>
    <message>
        <source>Check the pool&apos;s mail or SMS settings, then have the code sent again.</source>
        <translation>풀의 메일 또는 SMS 설정을 확인한 다음 코드를 다시 받으세요.</translation>
    </message>
    <message>
        <source>There is no verified address to send a code to.</source>
        <translation>코드를 보낼 검증된 주소가 없습니다.</translation>
    </message>
    <message>
        <source>Confirmed is not the same as verified: a user confirmed by an administrator or a trigger may have no verified e-mail or phone number.</source>
        <translation>확인됨과 검증됨은 다릅니다. 관리자나 트리거가 확인한 사용자에게는 검증된 이메일이나 전화번호가 없을 수 있습니다.</translation>
    </message>
    <message>
        <source>An administrator can set email_verified to true, or set a password.</source>
        <translation>관리자는 email_verified를 true로 설정하거나 비밀번호를 설정할 수 있습니다.</translation>
    </message>
    <message>
        <source>The password cannot be reset in the user&apos;s present state.</source>
        <translation>사용자의 현재 상태에서는 비밀번호를 재설정할 수 없습니다.</translation>
    </message>
    <message>
        <source>The user still has to change a temporary password (FORCE_CHANGE_PASSWORD); until then a reset is refused.</source>
        <translation>사용자가 아직 임시 비밀번호를 바꾸어야 합니다(FORCE_CHANGE_PASSWORD). 그때까지 재설정은 거부됩니다.</translation>
    </message>
    <message>
        <source>Sign in with the temporary password, have the invitation sent again, or let an administrator set a permanent password.</source>
        <translation>임시 비밀번호로 로그인하거나, 초대를 다시 받거나, 관리자에게 영구 비밀번호 설정을 요청하세요.</translation>
    </message>
    <message>
        <source>Users cannot reset their password here.</source>
        <translation>여기에서는 사용자가 자신의 비밀번호를 재설정할 수 없습니다.</translation>
    </message>
    <message>
        <source>The user pool&apos;s account recovery is set to administrators only.</source>
        <translation>사용자 풀의 계정 복구가 관리자 전용으로 설정되어 있습니다.</translation>
    </message>
    <message>
        <source>Ask an administrator, or change the account recovery setting.</source>
        <translation>관리자에게 요청하거나 계정 복구 설정을 바꾸세요.</translation>
    </message>
    <message>
        <source>No answer came in time, and it is not known whether it was done.</source>
        <translation>제한 시간 안에 응답이 오지 않았고, 처리되었는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The request was sent to {endpoint.host}, but the answer did not come within the time limit. It is not repeated by itself, because that could do it twice.</source>
        <translation>요청을 {endpoint.host}(으)로 보냈지만 제한 시간 안에 응답이 오지 않았습니다. 두 번 처리될 수 있으므로 자동으로 반복하지 않습니다.</translation>
    </message>
    <message>
        <source>Look whether it happened (a mail, a new user), then try again.</source>
        <translation>처리되었는지(메일, 새 사용자) 살펴본 다음 다시 시도하세요.</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>제한 시간 안에 응답이 오지 않았습니다.</translation>
    </message>
    <message>
        <source>{endpoint.host} did not answer within the time limit.</source>
        <translation>{endpoint.host}이(가) 제한 시간 안에 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>Check the network and try again.</source>
        <translation>네트워크를 확인하고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The connection broke, and it is not known whether it was done.</source>
        <translation>연결이 끊겼고, 처리되었는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The request had been sent to {endpoint.host} when the connection was cut. It is not repeated by itself, because that could do it twice.</source>
        <translation>요청을 {endpoint.host}(으)로 보낸 뒤 연결이 끊겼습니다. 두 번 처리될 수 있으므로 자동으로 반복하지 않습니다.</translation>
    </message>
    <message>
        <source>{endpoint.host} cannot be reached.</source>
        <translation>{endpoint.host}에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>The message below says how the connection failed.</source>
        <translation>아래 메시지에 연결이 실패한 이유가 있습니다.</translation>
    </message>
    <message>
        <source>Check the network, the endpoint and the region of the connection, then try again.</source>
        <translation>네트워크와 연결의 엔드포인트 및 리전을 확인한 다음 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The answer is not one this service gives.</source>
        <translation>이 서비스가 줄 수 있는 응답이 아닙니다.</translation>
    </message>
    <message>
        <source>Something between here and {endpoint.host}, or another program at that address, answered in its place.</source>
        <translation>여기와 {endpoint.host} 사이의 무언가 또는 그 주소의 다른 프로그램이 대신 응답했습니다.</translation>
    </message>
    <message>
        <source>Check the endpoint of the connection, and look at the answer in Activity.</source>
        <translation>연결의 엔드포인트를 확인하고 활동에서 응답을 살펴보세요.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>취소되었습니다.</translation>
    </message>
    <message>
        <source>The request was stopped before its answer came.</source>
        <translation>응답이 오기 전에 요청이 중지되었습니다.</translation>
    </message>
    <message>
        <source>Send it again when you like.</source>
        <translation>원할 때 다시 보내세요.</translation>
    </message>
    <message>
        <source>Something could not be stored or read on this computer.</source>
        <translation>이 컴퓨터에서 무언가를 저장하거나 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The message below says what failed.</source>
        <translation>아래 메시지에 무엇이 실패했는지 있습니다.</translation>
    </message>
    <message>
        <source>Nothing is lost as long as the program runs; mend the cause and try again.</source>
        <translation>프로그램이 실행되는 동안에는 아무것도 잃지 않습니다. 원인을 고친 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>This cannot be sent as it is.</source>
        <translation>이대로는 보낼 수 없습니다.</translation>
    </message>
    <message>
        <source>The message below says what is wrong.</source>
        <translation>아래 메시지에 무엇이 맞지 않는지 있습니다.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>고친 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>A value is not of the form the service asks for.</source>
        <translation>값 하나가 서비스에서 요구하는 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>The service checks lengths, characters and allowed values before anything else; its message below names the member.</source>
        <translation>서비스는 무엇보다 먼저 길이, 문자, 허용된 값을 확인합니다. 아래의 서비스 메시지에 해당 멤버의 이름이 있습니다.</translation>
    </message>
    <message>
        <source>Correct the named value.</source>
        <translation>해당 값을 고치세요.</translation>
    </message>
    <message>
        <source>The service does not accept one of the values.</source>
        <translation>서비스가 값 하나를 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>Its message below says which.</source>
        <translation>아래의 서비스 메시지에 어느 값인지 있습니다.</translation>
    </message>
    <message>
        <source>Correct the value and send again.</source>
        <translation>값을 고친 뒤 다시 보내세요.</translation>
    </message>
    <message>
        <source>The service refuses this.</source>
        <translation>서비스가 거부합니다.</translation>
    </message>
    <message>
        <source>Its message below says why.</source>
        <translation>아래의 서비스 메시지에 이유가 있습니다.</translation>
    </message>
    <message>
        <source>Check the user&apos;s state and the app client&apos;s settings.</source>
        <translation>사용자의 상태와 앱 클라이언트의 설정을 확인하세요.</translation>
    </message>
    <message>
        <source>The service does not find something the request names.</source>
        <translation>요청에 적힌 것을 서비스가 찾지 못합니다.</translation>
    </message>
    <message>
        <source>Its message below says what.</source>
        <translation>아래의 서비스 메시지에 무엇인지 있습니다.</translation>
    </message>
    <message>
        <source>Check the ids and the region of the connection.</source>
        <translation>연결의 ID들과 리전을 확인하세요.</translation>
    </message>
    <message>
        <source>There is no such user in this user pool.</source>
        <translation>이 사용자 풀에 그런 사용자가 없습니다.</translation>
    </message>
    <message>
        <source>The service found nobody by that name.</source>
        <translation>서비스가 그 이름의 사용자를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Check the spelling, the case and the connection.</source>
        <translation>철자, 대소문자, 연결을 확인하세요.</translation>
    </message>
    <message>
        <source>The service refused this with an error Poolscope has no explanation for.</source>
        <translation>서비스가 거부했으며, Poolscope에 이 오류에 대한 설명이 없습니다.</translation>
    </message>
    <message>
        <source>Its own words stand below.</source>
        <translation>서비스의 메시지는 아래에 있습니다.</translation>
    </message>
    <message>
        <source>Look the error&apos;s name up in the service&apos;s documentation.</source>
        <translation>서비스 문서에서 오류 이름을 찾아보세요.</translation>
    </message>
    <message>
        <source>The user name or the password is not right.</source>
        <translation>사용자 이름 또는 비밀번호가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>App client {client.id} hides whether a user exists (PreventUserExistenceErrors), so this answer means either.</source>
        <translation>앱 클라이언트 {client.id}은(는) 사용자의 존재 여부를 숨기므로(PreventUserExistenceErrors) 이 응답은 둘 중 어느 경우일 수도 있습니다.</translation>
    </message>
    <message>
        <source>Check both. An e-mail address that serves as an alias works only once it is verified.</source>
        <translation>둘 다 확인하세요. 별칭으로 쓰는 이메일 주소는 검증된 뒤에만 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>비밀번호가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>This app client says so when a user does not exist, so the user exists and the password failed.</source>
        <translation>이 앱 클라이언트는 사용자가 없으면 없다고 알리므로, 사용자는 있고 비밀번호가 맞지 않았습니다.</translation>
    </message>
    <message>
        <source>The service gives this answer for a wrong password and, with most app clients, for a user that does not exist.</source>
        <translation>서비스는 비밀번호가 틀렸을 때, 그리고 대부분의 앱 클라이언트에서는 사용자가 없을 때도 이 응답을 줍니다.</translation>
    </message>
    <message>
        <source>Check both. In a pool that tells upper from lower case, the user name&apos;s case counts.</source>
        <translation>둘 다 확인하세요. 대소문자를 구분하는 풀에서는 사용자 이름의 대소문자도 맞아야 합니다.</translation>
    </message>
    <message>
        <source>The name is compared as the pool is set: an alias counts only once it is verified, and in many pools upper and lower case differ.</source>
        <translation>이름은 풀의 설정에 따라 비교됩니다. 별칭은 검증된 뒤에만 유효하며, 많은 풀에서 대소문자를 구분합니다.</translation>
    </message>
    <message>
        <source>There is no such user for this app client.</source>
        <translation>이 앱 클라이언트에 그런 사용자가 없습니다.</translation>
    </message>
    <message>
        <source>The name is unknown in the user pool of app client {client.id}.</source>
        <translation>앱 클라이언트 {client.id}의 사용자 풀에 그 이름이 없습니다.</translation>
    </message>
    <message>
        <source>Check the user name and the connection.</source>
        <translation>사용자 이름과 연결을 확인하세요.</translation>
    </message>
    <message>
        <source>The user migration trigger did not take this user over.</source>
        <translation>사용자 마이그레이션 트리거가 이 사용자를 넘겨받지 않았습니다.</translation>
    </message>
    <message>
        <source>It returned nothing the service can use, or refused the password.</source>
        <translation>트리거가 서비스에서 쓸 수 있는 값을 돌려주지 않았거나 비밀번호를 거부했습니다.</translation>
    </message>
    <message>
        <source>Look at what the trigger returned.</source>
        <translation>트리거가 돌려준 값을 살펴보세요.</translation>
    </message>
    <message>
        <source>This user has not confirmed the sign-up.</source>
        <translation>이 사용자는 가입을 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>Enter the code that was sent, or have a new one sent.</source>
        <translation>전송된 코드를 입력하거나 새 코드를 받으세요.</translation>
    </message>
    <message>
        <source>This user is disabled.</source>
        <translation>이 사용자는 비활성화되어 있습니다.</translation>
    </message>
    <message>
        <source>An administrator has switched the user off; passwords and codes do not help.</source>
        <translation>관리자가 사용자를 비활성화했습니다. 비밀번호나 코드로는 해결되지 않습니다.</translation>
    </message>
    <message>
        <source>An administrator can enable the user again.</source>
        <translation>관리자는 사용자를 다시 활성화할 수 있습니다.</translation>
    </message>
    <message>
        <source>This user must set a new password first.</source>
        <translation>이 사용자는 먼저 새 비밀번호를 설정해야 합니다.</translation>
    </message>
    <message>
        <source>An administrator has reset the password, or the user was imported without one.</source>
        <translation>관리자가 비밀번호를 재설정했거나 사용자를 비밀번호 없이 가져왔습니다.</translation>
    </message>
    <message>
        <source>Ask for a code and set a new password.</source>
        <translation>코드를 요청하고 새 비밀번호를 설정하세요.</translation>
    </message>
    <message>
        <source>The temporary password is too old.</source>
        <translation>임시 비밀번호가 너무 오래되었습니다.</translation>
    </message>
    <message>
        <source>An invitation is valid for a few days only (7 unless the pool says otherwise).</source>
        <translation>초대는 며칠 동안만 유효합니다(풀에 다른 설정이 없으면 7일).</translation>
    </message>
    <message>
        <source>Have an administrator send the invitation again.</source>
        <translation>관리자에게 초대를 다시 보내 달라고 요청하세요.</translation>
    </message>
    <message>
        <source>An attribute was sent that the user has already.</source>
        <translation>사용자가 이미 가진 속성이 전송되었습니다.</translation>
    </message>
    <message>
        <source>With the new password, only the attributes the service asks for may be sent.</source>
        <translation>새 비밀번호와 함께 보낼 수 있는 것은 서비스가 요구하는 속성뿐입니다.</translation>
    </message>
    <message>
        <source>Leave the named attribute out.</source>
        <translation>해당 속성을 빼세요.</translation>
    </message>
    <message>
        <source>An attribute the service asks for was not sent.</source>
        <translation>서비스가 요구하는 속성이 전송되지 않았습니다.</translation>
    </message>
    <message>
        <source>The user pool requires it, and the user does not have it yet.</source>
        <translation>사용자 풀이 요구하는 속성이지만 사용자에게 아직 없습니다.</translation>
    </message>
    <message>
        <source>Fill in the attribute named in the message below.</source>
        <translation>아래 메시지에 있는 속성을 채우세요.</translation>
    </message>
    <message>
        <source>This sign-in step was answered already.</source>
        <translation>이 로그인 단계에는 이미 응답했습니다.</translation>
    </message>
    <message>
        <source>Each step&apos;s session counts for one accepted answer.</source>
        <translation>각 단계의 세션은 한 번 받아들여진 응답에만 유효합니다.</translation>
    </message>
    <message>
        <source>Start the sign-in again.</source>
        <translation>로그인을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The sign-in took too long.</source>
        <translation>로그인이 너무 오래 걸렸습니다.</translation>
    </message>
    <message>
        <source>A step must be answered within 3 minutes, unless the app client says otherwise (up to 15).</source>
        <translation>앱 클라이언트에 다른 설정이 없으면 각 단계에 3분 안에 응답해야 합니다(최대 15분).</translation>
    </message>
    <message>
        <source>The service does not accept this sign-in step any more.</source>
        <translation>서비스가 이 로그인 단계를 더 이상 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>The session is not the one it gave last for this user.</source>
        <translation>서비스가 이 사용자에게 마지막으로 준 세션이 아닙니다.</translation>
    </message>
    <message>
        <source>The access token has expired.</source>
        <translation>액세스 토큰이 만료되었습니다.</translation>
    </message>
    <message>
        <source>It is valid for an hour unless the app client says otherwise.</source>
        <translation>앱 클라이언트에 다른 설정이 없으면 1시간 동안 유효합니다.</translation>
    </message>
    <message>
        <source>Refresh the tokens.</source>
        <translation>토큰을 갱신하세요.</translation>
    </message>
    <message>
        <source>The access token was revoked.</source>
        <translation>액세스 토큰이 폐기되었습니다.</translation>
    </message>
    <message>
        <source>The user signed out everywhere, or the refresh token it came from was revoked.</source>
        <translation>사용자가 모든 곳에서 로그아웃했거나, 이 토큰의 바탕이 된 갱신 토큰이 폐기되었습니다.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>다시 로그인하세요.</translation>
    </message>
    <message>
        <source>This is not an access token the service can read.</source>
        <translation>서비스가 읽을 수 있는 액세스 토큰이 아닙니다.</translation>
    </message>
    <message>
        <source>An ID token, or a token that was cut short, gives this answer.</source>
        <translation>ID 토큰이나 잘린 토큰에 이 응답이 옵니다.</translation>
    </message>
    <message>
        <source>Send the access token.</source>
        <translation>액세스 토큰을 보내세요.</translation>
    </message>
    <message>
        <source>The access token was not signed by this user pool.</source>
        <translation>액세스 토큰은 이 사용자 풀이 서명한 것이 아닙니다.</translation>
    </message>
    <message>
        <source>It comes from another pool or region, or was changed.</source>
        <translation>다른 풀이나 리전에서 왔거나 변경되었습니다.</translation>
    </message>
    <message>
        <source>Sign in at this connection.</source>
        <translation>이 연결에서 로그인하세요.</translation>
    </message>
    <message>
        <source>The access token lacks a scope.</source>
        <translation>액세스 토큰에 범위가 부족합니다.</translation>
    </message>
    <message>
        <source>Operations on one&apos;s own account need aws.cognito.signin.user.admin, which tokens from managed login carry only when asked for.</source>
        <translation>자신의 계정에 대한 작업에는 aws.cognito.signin.user.admin이 필요하며, 관리형 로그인의 토큰에는 요청한 경우에만 들어 있습니다.</translation>
    </message>
    <message>
        <source>Sign in with that scope.</source>
        <translation>해당 범위로 로그인하세요.</translation>
    </message>
    <message>
        <source>This session was ended.</source>
        <translation>이 세션은 종료되었습니다.</translation>
    </message>
    <message>
        <source>Its refresh token was revoked: the user signed out here or everywhere, or an administrator did it.</source>
        <translation>세션의 갱신 토큰이 폐기되었습니다. 사용자가 여기 또는 모든 곳에서 로그아웃했거나 관리자가 폐기했습니다.</translation>
    </message>
    <message>
        <source>This session has run out.</source>
        <translation>이 세션은 기간이 끝났습니다.</translation>
    </message>
    <message>
        <source>A refresh token is valid for 30 days unless the app client says otherwise.</source>
        <translation>앱 클라이언트에 다른 설정이 없으면 갱신 토큰은 30일 동안 유효합니다.</translation>
    </message>
    <message>
        <source>The service does not accept the refresh token.</source>
        <translation>서비스가 갱신 토큰을 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>It belongs to another app client, or to a remembered device whose key was not sent, or the pool rotates refresh tokens.</source>
        <translation>토큰이 다른 앱 클라이언트의 것이거나, 키를 보내지 않은 기억된 기기의 것이거나, 풀이 갱신 토큰을 교체합니다.</translation>
    </message>
    <message>
        <source>This refresh token was exchanged already.</source>
        <translation>이 갱신 토큰은 이미 교환되었습니다.</translation>
    </message>
    <message>
        <source>With rotation each refresh token is replaced by a new one, and the old one ends after a short grace period.</source>
        <translation>교체 방식에서는 갱신 토큰이 매번 새것으로 바뀌고, 이전 토큰은 짧은 유예 기간 뒤에 끝납니다.</translation>
    </message>
    <message>
        <source>Refresh tokens of this app client cannot be revoked.</source>
        <translation>이 앱 클라이언트의 갱신 토큰은 폐기할 수 없습니다.</translation>
    </message>
    <message>
        <source>Token revocation is switched off for app client {client.id}.</source>
        <translation>앱 클라이언트 {client.id}에서 토큰 폐기가 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>Switch it on, or sign out everywhere instead.</source>
        <translation>토큰 폐기를 켜거나, 대신 모든 곳에서 로그아웃하세요.</translation>
    </message>
    <message>
        <source>The user has no second factor that could be used.</source>
        <translation>사용자에게 쓸 수 있는 2차 인증 수단이 없습니다.</translation>
    </message>
    <message>
        <source>The user pool asks for one, and none is set up.</source>
        <translation>사용자 풀이 요구하지만 설정된 것이 없습니다.</translation>
    </message>
    <message>
        <source>Set one up, or change the pool&apos;s setting.</source>
        <translation>2차 인증 수단을 설정하거나 풀의 설정을 바꾸세요.</translation>
    </message>
    <message>
        <source>This user name is taken.</source>
        <translation>이미 사용 중인 사용자 이름입니다.</translation>
    </message>
    <message>
        <source>The user pool already has a user of that name. Sign-up says so even where the app client hides whether users exist.</source>
        <translation>사용자 풀에 그 이름의 사용자가 이미 있습니다. 앱 클라이언트가 사용자의 존재 여부를 숨기더라도 가입에서는 이를 알립니다.</translation>
    </message>
    <message>
        <source>Sign in instead, or choose another user name. If that user never confirmed, have the code sent again.</source>
        <translation>가입하는 대신 로그인하거나 다른 사용자 이름을 선택하세요. 그 사용자가 확인을 마치지 않았다면 코드를 다시 받으세요.</translation>
    </message>
    <message>
        <source>There is already an account with this e-mail address.</source>
        <translation>이 이메일 주소의 계정이 이미 있습니다.</translation>
    </message>
    <message>
        <source>In this user pool the e-mail address is the user name, so each can be used once.</source>
        <translation>이 사용자 풀에서는 이메일 주소가 사용자 이름이므로 주소마다 한 번만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Sign in instead, or use another address. If that account was never confirmed, have the code sent again.</source>
        <translation>가입하는 대신 로그인하거나 다른 주소를 사용하세요. 그 계정이 확인을 마치지 않았다면 코드를 다시 받으세요.</translation>
    </message>
    <message>
        <source>There is already an account with this phone number.</source>
        <translation>이 전화번호의 계정이 이미 있습니다.</translation>
    </message>
    <message>
        <source>In this user pool the phone number is the user name, so each can be used once.</source>
        <translation>이 사용자 풀에서는 전화번호가 사용자 이름이므로 번호마다 한 번만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Sign in instead, or use another number.</source>
        <translation>가입하는 대신 로그인하거나 다른 번호를 사용하세요.</translation>
    </message>
    <message>
        <source>There is already such a user.</source>
        <translation>그런 사용자가 이미 있습니다.</translation>
    </message>
    <message>
        <source>The user name, or an address that serves as one, is taken in this user pool.</source>
        <translation>사용자 이름 또는 사용자 이름으로 쓰는 주소가 이 사용자 풀에서 이미 사용 중입니다.</translation>
    </message>
    <message>
        <source>Choose another name, or look the existing user up.</source>
        <translation>다른 이름을 선택하거나 기존 사용자를 찾아보세요.</translation>
    </message>
    <message>
        <source>The password is too short.</source>
        <translation>비밀번호가 너무 짧습니다.</translation>
    </message>
    <message>
        <source>This user pool asks for at least {pool.minimumLength} characters.</source>
        <translation>이 사용자 풀은 {pool.minimumLength}자 이상을 요구합니다.</translation>
    </message>
    <message>
        <source>Use a longer password.</source>
        <translation>더 긴 비밀번호를 사용하세요.</translation>
    </message>
    <message>
        <source>The user pool&apos;s password policy sets a minimum length.</source>
        <translation>사용자 풀의 비밀번호 정책이 최소 길이를 정합니다.</translation>
    </message>
    <message>
        <source>The password has no upper-case letter.</source>
        <translation>비밀번호에 대문자가 없습니다.</translation>
    </message>
    <message>
        <source>This user pool&apos;s password policy asks for one (A-Z).</source>
        <translation>이 사용자 풀의 비밀번호 정책은 대문자(A-Z)를 요구합니다.</translation>
    </message>
    <message>
        <source>Add an upper-case letter.</source>
        <translation>대문자를 추가하세요.</translation>
    </message>
    <message>
        <source>The password has no lower-case letter.</source>
        <translation>비밀번호에 소문자가 없습니다.</translation>
    </message>
    <message>
        <source>This user pool&apos;s password policy asks for one (a-z).</source>
        <translation>이 사용자 풀의 비밀번호 정책은 소문자(a-z)를 요구합니다.</translation>
    </message>
    <message>
        <source>Add a lower-case letter.</source>
        <translation>소문자를 추가하세요.</translation>
    </message>
    <message>
        <source>The password has no digit.</source>
        <translation>비밀번호에 숫자가 없습니다.</translation>
    </message>
    <message>
        <source>This user pool&apos;s password policy asks for one (0-9).</source>
        <translation>이 사용자 풀의 비밀번호 정책은 숫자(0-9)를 요구합니다.</translation>
    </message>
    <message>
        <source>Add a digit.</source>
        <translation>숫자를 추가하세요.</translation>
    </message>
    <message>
        <source>The password has no symbol that counts.</source>
        <translation>비밀번호에 인정되는 기호가 없습니다.</translation>
    </message>
    <message>
        <source>This user pool&apos;s password policy asks for one of ^ $ * . [ ] { } ( ) ? &quot; ! @ # % &amp; / \ , &gt; &lt; &apos; : ; | _ ~ ` = + - or a blank inside.</source>
        <translation>이 사용자 풀의 비밀번호 정책은 ^ $ * . [ ] { } ( ) ? &quot; ! @ # % &amp; / \ , &gt; &lt; &apos; : ; | _ ~ ` = + - 중 하나 또는 중간의 공백을 요구합니다.</translation>
    </message>
    <message>
        <source>Add one of these symbols.</source>
        <translation>이 기호 중 하나를 추가하세요.</translation>
    </message>
    <message>
        <source>The password does not meet the user pool&apos;s policy.</source>
        <translation>비밀번호가 사용자 풀의 정책을 충족하지 않습니다.</translation>
    </message>
    <message>
        <source>The service names the first rule that is not met in its message below.</source>
        <translation>아래의 서비스 메시지에 충족되지 않은 첫 번째 규칙이 있습니다.</translation>
    </message>
    <message>
        <source>Change the password accordingly.</source>
        <translation>그에 맞게 비밀번호를 바꾸세요.</translation>
    </message>
    <message>
        <source>This password was used before.</source>
        <translation>이 비밀번호는 이전에 사용되었습니다.</translation>
    </message>
    <message>
        <source>The user pool remembers earlier passwords and refuses them.</source>
        <translation>사용자 풀이 이전 비밀번호를 기억하고 거부합니다.</translation>
    </message>
    <message>
        <source>Choose a password that is new for this user.</source>
        <translation>이 사용자가 쓴 적 없는 비밀번호를 선택하세요.</translation>
    </message>
    <message>
        <source>A password may not begin or end with a blank.</source>
        <translation>비밀번호는 공백으로 시작하거나 끝날 수 없습니다.</translation>
    </message>
    <message>
        <source>The service checks this before it looks at the pool&apos;s own rules.</source>
        <translation>서비스는 풀 자체의 규칙을 보기 전에 이를 확인합니다.</translation>
    </message>
    <message>
        <source>Remove the blank at the beginning or end.</source>
        <translation>앞이나 뒤의 공백을 지우세요.</translation>
    </message>
    <message>
        <source>The password is too short for any user pool.</source>
        <translation>어떤 사용자 풀에서도 쓸 수 없을 만큼 비밀번호가 짧습니다.</translation>
    </message>
    <message>
        <source>The service wants at least 6 characters before it looks at the pool&apos;s own rules.</source>
        <translation>서비스는 풀 자체의 규칙을 보기 전에 6자 이상을 요구합니다.</translation>
    </message>
    <message>
        <source>Nobody can sign up here by themselves.</source>
        <translation>여기에서는 스스로 가입할 수 없습니다.</translation>
    </message>
    <message>
        <source>This user pool lets only administrators create users (AllowAdminCreateUserOnly).</source>
        <translation>이 사용자 풀에서는 관리자만 사용자를 만들 수 있습니다(AllowAdminCreateUserOnly).</translation>
    </message>
    <message>
        <source>Have an administrator invite the user, or open sign-up in the pool&apos;s settings.</source>
        <translation>관리자에게 사용자 초대를 요청하거나 풀의 설정에서 가입을 여세요.</translation>
    </message>
    <message>
        <source>A required attribute is missing.</source>
        <translation>필수 속성이 없습니다.</translation>
    </message>
    <message>
        <source>This user pool was made with required attributes, and that cannot be changed later. The service names it in its message below.</source>
        <translation>이 사용자 풀은 필수 속성을 두고 만들어졌으며 나중에 바꿀 수 없습니다. 아래의 서비스 메시지에 속성의 이름이 있습니다.</translation>
    </message>
    <message>
        <source>Fill in the named attribute.</source>
        <translation>해당 속성을 채우세요.</translation>
    </message>
    <message>
        <source>The user pool has no such attribute.</source>
        <translation>사용자 풀에 그런 속성이 없습니다.</translation>
    </message>
    <message>
        <source>Custom attributes must exist in the pool&apos;s schema and be written with the prefix custom:.</source>
        <translation>사용자 지정 속성은 풀의 스키마에 있어야 하며 접두사 custom:을 붙여 적어야 합니다.</translation>
    </message>
    <message>
        <source>Check the spelling, or add the attribute to the pool.</source>
        <translation>철자를 확인하거나 풀에 속성을 추가하세요.</translation>
    </message>
    <message>
        <source>The service could not tell the type of an attribute.</source>
        <translation>서비스가 속성의 형식을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>It usually means that the attribute is not in the user pool&apos;s schema, or lacks the prefix custom:.</source>
        <translation>보통 속성이 사용자 풀의 스키마에 없거나 접두사 custom:이 빠졌다는 뜻입니다.</translation>
    </message>
    <message>
        <source>Check the name of the attribute in the message below.</source>
        <translation>아래 메시지에 있는 속성의 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>This app client may not write one of the attributes.</source>
        <translation>이 앱 클라이언트는 속성 중 하나를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>App client {client.id} has a list of writable attributes, and one of those sent is not on it.</source>
        <translation>앱 클라이언트 {client.id}에는 쓸 수 있는 속성의 목록이 있으며, 전송된 속성 중 하나가 목록에 없습니다.</translation>
    </message>
    <message>
        <source>Leave the attribute out, or add it to the app client&apos;s writable attributes.</source>
        <translation>속성을 빼거나 앱 클라이언트의 쓰기 가능한 속성에 추가하세요.</translation>
    </message>
    <message>
        <source>The phone number is not in the form the service wants.</source>
        <translation>전화번호가 서비스에서 요구하는 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>It takes the international form only: a plus sign, the country code, then digits without blanks.</source>
        <translation>국제 형식만 받습니다. 더하기 기호, 국가 코드, 숫자를 공백 없이 적습니다.</translation>
    </message>
    <message>
        <source>Write it like +14155550123.</source>
        <translation>+14155550123처럼 적으세요.</translation>
    </message>
    <message>
        <source>The e-mail address is not valid.</source>
        <translation>이메일 주소가 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>The service checks its form before it stores it.</source>
        <translation>서비스는 주소를 저장하기 전에 형식을 확인합니다.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>주소를 확인하세요.</translation>
    </message>
    <message>
        <source>In this user pool an address is the user name.</source>
        <translation>이 사용자 풀에서는 주소가 사용자 이름입니다.</translation>
    </message>
    <message>
        <source>The pool was made to sign in by e-mail address or phone number, so another name is refused.</source>
        <translation>이 풀은 이메일 주소나 전화번호로 로그인하도록 만들어졌으므로 다른 이름은 거부됩니다.</translation>
    </message>
    <message>
        <source>Enter the address as the user name.</source>
        <translation>주소를 사용자 이름으로 입력하세요.</translation>
    </message>
    <message>
        <source>The user name may not look like an e-mail address here.</source>
        <translation>여기에서는 사용자 이름이 이메일 주소 형식일 수 없습니다.</translation>
    </message>
    <message>
        <source>In this user pool the e-mail address is an alias beside the user name.</source>
        <translation>이 사용자 풀에서 이메일 주소는 사용자 이름과 별도의 별칭입니다.</translation>
    </message>
    <message>
        <source>Choose a user name, and enter the address as the attribute email.</source>
        <translation>사용자 이름을 정하고, 주소는 email 속성으로 입력하세요.</translation>
    </message>
    <message>
        <source>The e-mail attribute differs from the user name.</source>
        <translation>이메일 속성이 사용자 이름과 다릅니다.</translation>
    </message>
    <message>
        <source>In this user pool the e-mail address is the user name; there can be only one.</source>
        <translation>이 사용자 풀에서는 이메일 주소가 사용자 이름이므로 하나만 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Leave the attribute email out, or enter the same address.</source>
        <translation>email 속성을 빼거나 같은 주소를 입력하세요.</translation>
    </message>
    <message>
        <source>Another confirmed user already has this address.</source>
        <translation>확인된 다른 사용자가 이미 이 주소를 가지고 있습니다.</translation>
    </message>
    <message>
        <source>In this user pool the address is an alias, and an alias belongs to one user at a time. Sign-up does not check that; confirmation does.</source>
        <translation>이 사용자 풀에서 주소는 별칭이며, 별칭은 한 번에 한 사용자에게만 속합니다. 가입은 이를 검사하지 않고 확인 단계에서 검사합니다.</translation>
    </message>
    <message>
        <source>Confirm another address, or move the alias to this user with ForceAliasCreation.</source>
        <translation>다른 주소를 확인하거나, ForceAliasCreation으로 별칭을 이 사용자에게 옮기세요.</translation>
    </message>
    <message>
        <source>A Lambda trigger of the user pool refused this.</source>
        <translation>사용자 풀의 Lambda 트리거가 거부했습니다.</translation>
    </message>
    <message>
        <source>The function threw an error; its own words stand in the message below, with one period too many.</source>
        <translation>함수가 오류를 던졌습니다. 함수의 메시지는 아래에 있으며 마침표가 하나 더 붙어 있습니다.</translation>
    </message>
    <message>
        <source>Read the function&apos;s message, or its log.</source>
        <translation>함수의 메시지나 로그를 읽으세요.</translation>
    </message>
    <message>
        <source>A Lambda trigger of the user pool gave an answer the service cannot read.</source>
        <translation>사용자 풀의 Lambda 트리거가 서비스에서 읽을 수 없는 응답을 주었습니다.</translation>
    </message>
    <message>
        <source>A trigger must return the whole event as a JSON object, with values of the right types in response.</source>
        <translation>트리거는 response에 올바른 형식의 값을 담아 이벤트 전체를 JSON 객체로 돌려주어야 합니다.</translation>
    </message>
    <message>
        <source>Compare what the function returns with the event it got.</source>
        <translation>함수가 돌려준 값을 받은 이벤트와 비교하세요.</translation>
    </message>
    <message>
        <source>A Lambda trigger of the user pool took too long.</source>
        <translation>사용자 풀의 Lambda 트리거가 너무 오래 걸렸습니다.</translation>
    </message>
    <message>
        <source>A trigger must answer within 5 seconds; the service may have tried up to three times.</source>
        <translation>트리거는 5초 안에 응답해야 합니다. 서비스가 최대 세 번까지 시도했을 수 있습니다.</translation>
    </message>
    <message>
        <source>Make the function faster, and mind that its side effects may have happened more than once.</source>
        <translation>함수를 더 빠르게 만들고, 부작용이 두 번 이상 일어났을 수 있음에 유의하세요.</translation>
    </message>
    <message>
        <source>The service may not call the Lambda trigger.</source>
        <translation>서비스에 Lambda 트리거를 호출할 권한이 없습니다.</translation>
    </message>
    <message>
        <source>The function&apos;s resource policy does not let cognito-idp.amazonaws.com invoke it for this user pool.</source>
        <translation>함수의 리소스 정책이 이 사용자 풀을 위해 cognito-idp.amazonaws.com이 함수를 호출하는 것을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Add the permission lambda:InvokeFunction with the user pool&apos;s ARN as source.</source>
        <translation>사용자 풀의 ARN을 소스로 하여 lambda:InvokeFunction 권한을 추가하세요.</translation>
    </message>
    <message>
        <source>The service could not run a Lambda trigger of the user pool.</source>
        <translation>서비스가 사용자 풀의 Lambda 트리거를 실행할 수 없습니다.</translation>
    </message>
    <message>
        <source>The reason stands in the message below.</source>
        <translation>이유는 아래 메시지에 있습니다.</translation>
    </message>
    <message>
        <source>Check that the function exists and may be invoked.</source>
        <translation>함수가 있고 호출할 수 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>A sign-up code is valid for 24 hours by the pool&apos;s clock; this one was ended before, or its time is over.</source>
        <translation>가입 코드는 풀의 시계로 24시간 동안 유효합니다. 이 코드는 그 전에 만료되었거나 시간이 지났습니다.</translation>
    </message>
    <message>
        <source>A code for a new password is valid for one hour by the pool&apos;s clock; this one was ended before, or its time is over.</source>
        <translation>새 비밀번호용 코드는 풀의 시계로 1시간 동안 유효합니다. 이 코드는 그 전에 만료되었거나 시간이 지났습니다.</translation>
    </message>
    <message>
        <source>An e-mail address is needed here.</source>
        <translation>여기에는 이메일 주소가 필요합니다.</translation>
    </message>
    <message>
        <source>This user pool was made to sign in by e-mail address, so the address is the user name.</source>
        <translation>이 사용자 풀은 이메일 주소로 로그인하도록 만들어져서 주소가 곧 사용자 이름입니다.</translation>
    </message>
    <message>
        <source>Enter a whole address, such as sunny@example.com.</source>
        <translation>sunny@example.com처럼 전체 주소를 입력하세요.</translation>
    </message>
    <message>
        <source>A phone number is needed here.</source>
        <translation>여기에는 전화번호가 필요합니다.</translation>
    </message>
    <message>
        <source>This user pool was made to sign in by phone number, so the number is the user name.</source>
        <translation>이 사용자 풀은 전화번호로 로그인하도록 만들어져서 번호가 곧 사용자 이름입니다.</translation>
    </message>
    <message>
        <source>Write it with a plus sign and the country code, such as +14155550123.</source>
        <translation>+14155550123처럼 더하기 기호와 국가 번호를 붙여 쓰세요.</translation>
    </message>
    <message>
        <source>The password is too long for any user pool.</source>
        <translation>어떤 사용자 풀에서도 허용되지 않을 만큼 비밀번호가 깁니다.</translation>
    </message>
    <message>
        <source>The service takes at most 256 characters.</source>
        <translation>서비스는 최대 256자까지 받습니다.</translation>
    </message>
    <message>
        <source>Use a shorter password.</source>
        <translation>더 짧은 비밀번호를 사용하십시오.</translation>
    </message>
    <message>
        <source>The user name is too long.</source>
        <translation>사용자 이름이 너무 깁니다.</translation>
    </message>
    <message>
        <source>The service takes at most 128 characters, whatever the user pool.</source>
        <translation>사용자 풀에 관계없이 서비스는 최대 128자까지 받습니다.</translation>
    </message>
    <message>
        <source>Use a shorter name.</source>
        <translation>더 짧은 이름을 사용하십시오.</translation>
    </message>
    <message>
        <source>The user name has a character that it may not have.</source>
        <translation>사용자 이름에 허용되지 않는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>Letters, digits, symbols and punctuation are allowed; blanks are not.</source>
        <translation>문자, 숫자, 기호, 문장 부호는 허용되지만 공백은 허용되지 않습니다.</translation>
    </message>
    <message>
        <source>Remove blanks and invisible characters.</source>
        <translation>공백과 보이지 않는 문자를 지우십시오.</translation>
    </message>
    <message>
        <source>A firewall in front of the user pool refused the request.</source>
        <translation>사용자 풀 앞의 방화벽이 요청을 거부했습니다.</translation>
    </message>
    <message>
        <source>An AWS WAF web ACL is associated with the pool, and one of its rules blocks what comes from here.</source>
        <translation>풀에 AWS WAF 웹 ACL이 연결되어 있고, 그 규칙 중 하나가 여기서 보내는 요청을 차단합니다.</translation>
    </message>
    <message>
        <source>Have somebody look at the rules of the web ACL, or come from an address that they allow.</source>
        <translation>웹 ACL의 규칙을 확인하도록 요청하거나, 허용된 주소에서 접속하세요.</translation>
    </message>
    <message>
        <source>The user pool may not send text messages.</source>
        <translation>사용자 풀에 문자 메시지를 보낼 권한이 없습니다.</translation>
    </message>
    <message>
        <source>The IAM role of its SMS settings does not allow it to publish through Amazon SNS.</source>
        <translation>SMS 설정의 IAM 역할이 Amazon SNS로 게시하는 것을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Add sns:Publish to the policy of that role.</source>
        <translation>해당 역할의 정책에 sns:Publish를 추가하세요.</translation>
    </message>
    <message>
        <source>The user pool may not use its role for text messages.</source>
        <translation>사용자 풀이 문자 메시지용 역할을 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>The IAM role of its SMS settings does not trust cognito-idp.amazonaws.com, or asks for another external ID.</source>
        <translation>SMS 설정의 IAM 역할이 cognito-idp.amazonaws.com을 신뢰하지 않거나 다른 외부 ID를 요구합니다.</translation>
    </message>
    <message>
        <source>Compare the trust policy of the role with the external ID of the SMS settings.</source>
        <translation>역할의 신뢰 정책을 SMS 설정의 외부 ID와 비교하세요.</translation>
    </message>
    <message>
        <source>The user pool may not send mail from its address.</source>
        <translation>사용자 풀에 해당 주소로 메일을 보낼 권한이 없습니다.</translation>
    </message>
    <message>
        <source>The policy of the Amazon SES identity in its e-mail settings does not let the service use it.</source>
        <translation>이메일 설정에 있는 Amazon SES 자격 증명의 정책이 서비스의 사용을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Allow the user pool to send in the policy of the SES identity.</source>
        <translation>SES 자격 증명의 정책에서 사용자 풀의 발송을 허용하세요.</translation>
    </message>
    <message>
        <source>Users are being imported into this pool.</source>
        <translation>이 풀로 사용자를 가져오는 중입니다.</translation>
    </message>
    <message>
        <source>While an import job runs, the user pool cannot be changed.</source>
        <translation>가져오기 작업이 실행되는 동안에는 사용자 풀을 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>Wait until the job has ended, or stop it.</source>
        <translation>작업이 끝날 때까지 기다리거나 작업을 중지하세요.</translation>
    </message>
    <message>
        <source>The user pool is set up in a way that does not work.</source>
        <translation>사용자 풀의 설정이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>The service says which setting in its message below.</source>
        <translation>아래의 서비스 메시지에 어떤 설정인지 나와 있습니다.</translation>
    </message>
    <message>
        <source>Correct that setting of the pool.</source>
        <translation>풀의 해당 설정을 고치세요.</translation>
    </message>
    <message>
        <source>Codes from an authenticator app are not possible here.</source>
        <translation>여기서는 인증 앱의 코드를 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>They are switched off in the user pool, or this user has set up no app.</source>
        <translation>사용자 풀에서 꺼져 있거나 이 사용자가 인증 앱을 설정하지 않았습니다.</translation>
    </message>
    <message>
        <source>Switch them on for the pool, then set the app up for the user.</source>
        <translation>풀에서 이를 켠 뒤 사용자의 인증 앱을 설정하세요.</translation>
    </message>
    <message>
        <source>The service did not accept who asks to revoke the token.</source>
        <translation>서비스가 토큰 폐기를 요청한 쪽을 인정하지 않았습니다.</translation>
    </message>
    <message>
        <source>The token must be one of app client {client.id}, and the client secret, if there is one, must fit.</source>
        <translation>앱 클라이언트 {client.id}의 토큰이어야 하며, 클라이언트 시크릿이 있다면 맞아야 합니다.</translation>
    </message>
    <message>
        <source>Compare the client id and the secret of the connection.</source>
        <translation>연결의 클라이언트 ID와 시크릿을 확인하세요.</translation>
    </message>
    <message>
        <source>Only refresh tokens can be revoked.</source>
        <translation>갱신 토큰만 폐기할 수 있습니다.</translation>
    </message>
    <message>
        <source>The token that was sent is of another kind.</source>
        <translation>보낸 토큰은 다른 종류입니다.</translation>
    </message>
    <message>
        <source>Send the refresh token. The access tokens that came from it end with it.</source>
        <translation>갱신 토큰을 보내세요. 그 토큰으로 받은 액세스 토큰도 함께 끝납니다.</translation>
    </message>
    <message>
        <source>The name, or an address that serves as one, is taken in this user pool.</source>
        <translation>이 사용자 풀에서 이름이나 이름으로 쓰이는 주소가 이미 사용 중입니다.</translation>
    </message>
    <message>
        <source>Sign in instead, or choose another name.</source>
        <translation>대신 로그인하거나 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>The invitation cannot be sent again in the user&apos;s present state.</source>
        <translation>사용자의 현재 상태에서는 초대를 다시 보낼 수 없습니다.</translation>
    </message>
    <message>
        <source>Only a user who has not yet changed the temporary password (FORCE_CHANGE_PASSWORD) can be invited once more.</source>
        <translation>임시 비밀번호를 아직 바꾸지 않은 사용자(FORCE_CHANGE_PASSWORD)만 다시 초대할 수 있습니다.</translation>
    </message>
    <message>
        <source>Look at the user&apos;s status; a user who is confirmed resets the password instead.</source>
        <translation>사용자의 상태를 확인하세요. 확인된 사용자는 대신 비밀번호를 재설정합니다.</translation>
    </message>
    <message>
        <source>The service cannot read the search condition.</source>
        <translation>서비스가 검색 조건을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>It takes one condition: an attribute, = or ^=, and a value in quotation marks, such as email ^= &quot;sunny&quot;.</source>
        <translation>조건은 하나만 받습니다. 속성, = 또는 ^=, 따옴표로 묶은 값의 형식입니다. 예: email ^= &quot;sunny&quot;.</translation>
    </message>
    <message>
        <source>Correct the condition; a quotation mark inside the value is written with a backslash before it.</source>
        <translation>조건을 고치세요. 값 안의 따옴표 앞에는 백슬래시를 씁니다.</translation>
    </message>
    <message>
        <source>Users cannot be searched by this attribute.</source>
        <translation>이 속성으로는 사용자를 검색할 수 없습니다.</translation>
    </message>
    <message>
        <source>The service searches user name, sub, e-mail, phone number, names, preferred user name and status; custom attributes never.</source>
        <translation>서비스는 사용자 이름, sub, 이메일, 전화번호, 이름, 선호 사용자 이름, 상태로 검색하며 사용자 지정 속성으로는 검색하지 않습니다.</translation>
    </message>
    <message>
        <source>Search by one of those, or list the users and look through them.</source>
        <translation>그중 하나로 검색하거나 사용자 목록을 살펴보세요.</translation>
    </message>
    <message>
        <source>This attribute cannot be changed any more.</source>
        <translation>이 속성은 더 이상 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>The user pool&apos;s schema calls it immutable, which is fixed when the pool is made.</source>
        <translation>사용자 풀의 스키마에서 변경 불가로 정해져 있으며, 이는 풀을 만들 때 정해집니다.</translation>
    </message>
    <message>
        <source>Leave the attribute out, or make a new user.</source>
        <translation>속성을 빼거나 새 사용자를 만드세요.</translation>
    </message>
    <message>
        <source>Custom attributes cannot be required.</source>
        <translation>사용자 지정 속성은 필수로 할 수 없습니다.</translation>
    </message>
    <message>
        <source>Only standard attributes can be, and only from the beginning of a user pool.</source>
        <translation>표준 속성만, 그것도 사용자 풀을 만들 때부터만 필수로 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Make the attribute optional, and check it in the app or in a trigger.</source>
        <translation>속성을 선택 사항으로 두고 앱이나 트리거에서 검사하세요.</translation>
    </message>
    <message>
        <source>The authenticator app&apos;s code is not right.</source>
        <translation>인증 앱의 코드가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Codes last 30 seconds, so a device whose clock is wrong gives others; or the secret in the app is an earlier one.</source>
        <translation>코드는 30초 동안 유효하므로 시계가 틀린 기기는 다른 코드를 보여 줍니다. 또는 앱에 예전 시크릿이 있습니다.</translation>
    </message>
    <message>
        <source>Set the device&apos;s clock, then type the code that is shown now.</source>
        <translation>기기의 시계를 맞춘 다음 지금 표시된 코드를 입력하세요.</translation>
    </message>
    <message>
        <source>The user has no authenticator app to prefer.</source>
        <translation>사용자에게 우선으로 정할 인증 앱이 없습니다.</translation>
    </message>
    <message>
        <source>One has to be associated and verified before it can be chosen.</source>
        <translation>먼저 인증 앱을 연결하고 검증해야 선택할 수 있습니다.</translation>
    </message>
    <message>
        <source>Call AssociateSoftwareToken, then VerifySoftwareToken, then set the preference.</source>
        <translation>AssociateSoftwareToken, VerifySoftwareToken 순으로 호출한 다음 우선순위를 설정하세요.</translation>
    </message>
    <message>
        <source>The user has no authenticator app that could be switched on.</source>
        <translation>사용자에게 켤 수 있는 인증 앱이 없습니다.</translation>
    </message>
    <message>
        <source>An administrator can prefer an authenticator app only after the user has verified one.</source>
        <translation>사용자가 인증 앱을 검증한 뒤에만 관리자가 이를 우선으로 정할 수 있습니다.</translation>
    </message>
    <message>
        <source>Let the user set one up at the next sign-in.</source>
        <translation>사용자가 다음 로그인에서 설정하게 하세요.</translation>
    </message>
    <message>
        <source>The user has no phone number for codes by SMS.</source>
        <translation>사용자에게 SMS 코드를 받을 전화번호가 없습니다.</translation>
    </message>
    <message>
        <source>The second factor by SMS goes to the attribute phone_number.</source>
        <translation>SMS로 보내는 두 번째 인증은 phone_number 속성으로 갑니다.</translation>
    </message>
    <message>
        <source>Give the user a phone number, then switch it on.</source>
        <translation>사용자에게 전화번호를 넣은 다음 켜세요.</translation>
    </message>
    <message>
        <source>The identity pool does not take tokens of this app client.</source>
        <translation>자격 증명 풀이 이 앱 클라이언트의 토큰을 받지 않습니다.</translation>
    </message>
    <message>
        <source>The pair of user pool and app client is not registered with the identity pool.</source>
        <translation>사용자 풀과 앱 클라이언트의 쌍이 자격 증명 풀에 등록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Add both ids as a provider of the identity pool.</source>
        <translation>두 ID를 자격 증명 풀의 공급자로 추가하세요.</translation>
    </message>
    <message>
        <source>The identity pool wants a signed-in user.</source>
        <translation>자격 증명 풀은 로그인한 사용자를 요구합니다.</translation>
    </message>
    <message>
        <source>The request carried no token in Logins, and the pool gives nothing to guests.</source>
        <translation>요청의 Logins에 토큰이 없었고, 풀은 게스트를 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Send the ID token in Logins, or allow guests.</source>
        <translation>Logins에 ID 토큰을 보내거나 게스트를 허용하세요.</translation>
    </message>
    <message>
        <source>The token does not belong to this identity.</source>
        <translation>토큰이 이 자격 증명의 것이 아닙니다.</translation>
    </message>
    <message>
        <source>An identity id of another user was kept and sent along.</source>
        <translation>보관해 둔 다른 사용자의 자격 증명 ID가 함께 전송되었습니다.</translation>
    </message>
    <message>
        <source>Forget the identity id and ask for a new one with this token.</source>
        <translation>자격 증명 ID를 버리고 이 토큰으로 새 ID를 요청하세요.</translation>
    </message>
    <message>
        <source>The identity pool has no role it can give.</source>
        <translation>자격 증명 풀에 줄 수 있는 역할이 없습니다.</translation>
    </message>
    <message>
        <source>Its IAM roles are missing, or do not trust the identity pool.</source>
        <translation>IAM 역할이 없거나 자격 증명 풀을 신뢰하지 않습니다.</translation>
    </message>
    <message>
        <source>Set the roles of the identity pool, and check whom they trust.</source>
        <translation>자격 증명 풀의 역할을 설정하고 역할이 누구를 신뢰하는지 확인하세요.</translation>
    </message>
    <message>
        <source>This identity pool does not exist here.</source>
        <translation>이 자격 증명 풀이 여기에 없습니다.</translation>
    </message>
    <message>
        <source>The region or the account is another one, or the pool was deleted.</source>
        <translation>리전이나 계정이 다르거나 풀이 삭제되었습니다.</translation>
    </message>
    <message>
        <source>Compare the identity pool&apos;s id with the region of the request.</source>
        <translation>자격 증명 풀의 ID와 요청의 리전을 비교하세요.</translation>
    </message>
    <message>
        <source>A user with a password cannot be linked as the source.</source>
        <translation>비밀번호가 있는 사용자는 원본으로 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>Linking goes from a user of a provider to a user of the pool, never the other way round.</source>
        <translation>연결은 공급자의 사용자에서 풀의 사용자로만 할 수 있으며, 반대로는 할 수 없습니다.</translation>
    </message>
    <message>
        <source>Name the user of the provider as SourceUser, and the pool&apos;s user as DestinationUser.</source>
        <translation>공급자의 사용자를 SourceUser로, 풀의 사용자를 DestinationUser로 지정하세요.</translation>
    </message>
    <message>
        <source>The user of the provider exists in the pool already.</source>
        <translation>공급자의 사용자가 이미 풀에 있습니다.</translation>
    </message>
    <message>
        <source>It was made by the very sign-in during which it was linked.</source>
        <translation>연결이 이루어진 바로 그 로그인에서 만들어졌습니다.</translation>
    </message>
    <message>
        <source>Sign in once more; it then works.</source>
        <translation>한 번 더 로그인하면 됩니다.</translation>
    </message>
    <message>
        <source>Threat protection is switched off in this user pool.</source>
        <translation>이 사용자 풀에서는 위협 보호가 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>Sign-in history and risk settings need it.</source>
        <translation>로그인 기록과 위험 설정에 필요합니다.</translation>
    </message>
    <message>
        <source>Switch threat protection on, if the pool&apos;s feature plan has it.</source>
        <translation>풀의 기능 요금제에 포함되어 있으면 위협 보호를 켜세요.</translation>
    </message>
    <message>
        <source>This flow belongs to users, not to administrators.</source>
        <translation>이 흐름은 관리자가 아니라 사용자용입니다.</translation>
    </message>
    <message>
        <source>USER_PASSWORD_AUTH goes with InitiateAuth; AdminInitiateAuth takes a password in ADMIN_USER_PASSWORD_AUTH.</source>
        <translation>USER_PASSWORD_AUTH는 InitiateAuth에 쓰이며, AdminInitiateAuth는 ADMIN_USER_PASSWORD_AUTH에서 비밀번호를 받습니다.</translation>
    </message>
    <message>
        <source>Choose ADMIN_USER_PASSWORD_AUTH, or call InitiateAuth.</source>
        <translation>ADMIN_USER_PASSWORD_AUTH를 선택하거나 InitiateAuth를 호출하세요.</translation>
    </message>
    <message>
        <source>A lifetime of the app client&apos;s tokens is out of range.</source>
        <translation>앱 클라이언트의 토큰 유효 기간이 허용 범위를 벗어났습니다.</translation>
    </message>
    <message>
        <source>Access and ID tokens are valid for 5 minutes to 24 hours, refresh tokens for an hour to 10 years. A number without its unit counts in hours, that of refresh tokens in days.</source>
        <translation>액세스 토큰과 ID 토큰은 5분~24시간, 갱신 토큰은 1시간~10년 동안 유효할 수 있습니다. 단위가 없는 숫자는 시간으로, 갱신 토큰의 숫자는 일로 셉니다.</translation>
    </message>
    <message>
        <source>Correct the lifetime or its unit.</source>
        <translation>유효 기간이나 그 단위를 고치세요.</translation>
    </message>
    <message>
        <source>The app client lists an attribute that it cannot have.</source>
        <translation>앱 클라이언트의 목록에 사용할 수 없는 속성이 있습니다.</translation>
    </message>
    <message>
        <source>It may be missing in the user pool&apos;s schema, lack the prefix custom:, or be one that no app client may write.</source>
        <translation>사용자 풀의 스키마에 없거나, 접두사 custom:이 빠졌거나, 어떤 앱 클라이언트도 쓸 수 없는 속성일 수 있습니다.</translation>
    </message>
    <message>
        <source>Check the list of attributes that the service&apos;s message below speaks of.</source>
        <translation>아래의 서비스 메시지에 언급된 속성 목록을 확인하세요.</translation>
    </message>
    <message>
        <source>A user pool cannot have both aliases and addresses as user names.</source>
        <translation>사용자 풀은 별칭과 사용자 이름으로 쓰는 주소를 함께 가질 수 없습니다.</translation>
    </message>
    <message>
        <source>AliasAttributes stand beside a user name; with UsernameAttributes the address is the user name.</source>
        <translation>AliasAttributes는 사용자 이름과 별도로 쓰이고, UsernameAttributes에서는 주소가 곧 사용자 이름입니다.</translation>
    </message>
    <message>
        <source>Leave one of the two out.</source>
        <translation>둘 중 하나를 빼세요.</translation>
    </message>
    <message>
        <source>The days of temporary passwords are given in two places.</source>
        <translation>임시 비밀번호의 유효 일수가 두 곳에 지정되었습니다.</translation>
    </message>
    <message>
        <source>UnusedAccountValidityDays is the former name of the password policy&apos;s TemporaryPasswordValidityDays.</source>
        <translation>UnusedAccountValidityDays는 비밀번호 정책의 TemporaryPasswordValidityDays의 옛 이름입니다.</translation>
    </message>
    <message>
        <source>Leave UnusedAccountValidityDays out.</source>
        <translation>UnusedAccountValidityDays를 빼세요.</translation>
    </message>
    <message>
        <source>There is already a group of this name.</source>
        <translation>이 이름의 그룹이 이미 있습니다.</translation>
    </message>
    <message>
        <source>A group&apos;s name can be used once in a user pool.</source>
        <translation>그룹 이름은 사용자 풀에서 한 번만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Choose another name, or use the group that is there.</source>
        <translation>다른 이름을 선택하거나 이미 있는 그룹을 사용하세요.</translation>
    </message>
    <message>
        <source>There is no such group in this user pool.</source>
        <translation>이 사용자 풀에 그런 그룹이 없습니다.</translation>
    </message>
    <message>
        <source>The name is another one, or the group was deleted.</source>
        <translation>이름이 다르거나 그룹이 삭제되었습니다.</translation>
    </message>
    <message>
        <source>Check the name of the group.</source>
        <translation>그룹 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>The code is not right.</source>
        <translation>코드가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>It was mistyped, or it belongs to another user, to another step, or to a message that a newer one has replaced.</source>
        <translation>잘못 입력되었거나, 다른 사용자나 다른 단계의 코드이거나, 새 메시지로 교체된 코드입니다.</translation>
    </message>
    <message>
        <source>Type the code of the newest message.</source>
        <translation>가장 최근 메시지의 코드를 입력하세요.</translation>
    </message>
    <message>
        <source>This user pool sends no confirmation codes.</source>
        <translation>이 사용자 풀은 확인 코드를 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Codes go to the attributes that the pool verifies by itself (AutoVerifiedAttributes), and there are none.</source>
        <translation>코드는 풀이 자동으로 검증하는 속성(AutoVerifiedAttributes)으로 보내지만, 그런 속성이 없습니다.</translation>
    </message>
    <message>
        <source>Choose such an attribute in the pool&apos;s settings. An administrator can confirm the user without a code.</source>
        <translation>풀 설정에서 그런 속성을 선택하세요. 관리자는 코드 없이 사용자를 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>Too many tries to change this password.</source>
        <translation>이 비밀번호를 바꾸려는 시도가 너무 많습니다.</translation>
    </message>
    <message>
        <source>The service takes at most 5 tries an hour for a user; further ones are refused, right or wrong.</source>
        <translation>서비스는 사용자당 시간당 최대 5번의 시도를 받습니다. 그 이상은 맞든 틀리든 거부됩니다.</translation>
    </message>
    <message>
        <source>Wait up to an hour. An administrator can mark the address as verified without a code.</source>
        <translation>최대 1시간 기다리세요. 관리자는 코드 없이 주소를 검증된 것으로 표시할 수 있습니다.</translation>
    </message>
    <message>
        <source>The attributes of a user pool&apos;s schema cannot be changed or removed.</source>
        <translation>사용자 풀 스키마의 속성은 바꾸거나 지울 수 없습니다.</translation>
    </message>
    <message>
        <source>Their names, types and flags are fixed once they exist; a template or a tool wants to change one.</source>
        <translation>속성의 이름, 형식, 설정은 만들어진 뒤에는 고정됩니다. 템플릿이나 도구가 그중 하나를 바꾸려 합니다.</translation>
    </message>
    <message>
        <source>Put the attribute back into the template as it was and add a new one beside it, or make a new user pool.</source>
        <translation>템플릿의 속성을 원래대로 되돌리고 새 속성을 추가하거나, 새 사용자 풀을 만드세요.</translation>
    </message>
    <message>
        <source>The user pool has an attribute of this name already.</source>
        <translation>사용자 풀에 이 이름의 속성이 이미 있습니다.</translation>
    </message>
    <message>
        <source>Attributes of the schema cannot be changed or removed, so the name stays taken.</source>
        <translation>스키마의 속성은 바꾸거나 지울 수 없으므로 이름은 계속 사용 중입니다.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>The user&apos;s authenticator app is not verified yet.</source>
        <translation>사용자의 인증 앱이 아직 검증되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was associated, but no code of it was ever checked.</source>
        <translation>앱이 연결되었지만 앱의 코드가 확인된 적이 없습니다.</translation>
    </message>
    <message>
        <source>Call VerifySoftwareToken with a code of the app, then set the preference.</source>
        <translation>앱의 코드로 VerifySoftwareToken을 호출한 다음 우선순위를 설정하세요.</translation>
    </message>
    <message>
        <source>The token in Logins has expired.</source>
        <translation>Logins의 토큰이 만료되었습니다.</translation>
    </message>
    <message>
        <source>The identity pool takes an ID token only while it is valid.</source>
        <translation>자격 증명 풀은 유효한 ID 토큰만 받습니다.</translation>
    </message>
    <message>
        <source>Refresh the tokens, then send the new ID token.</source>
        <translation>토큰을 갱신한 다음 새 ID 토큰을 보내세요.</translation>
    </message>
    <message>
        <source>The access token was sent to the identity pool.</source>
        <translation>자격 증명 풀에 액세스 토큰이 전송되었습니다.</translation>
    </message>
    <message>
        <source>Logins wants the ID token of the user pool.</source>
        <translation>Logins에는 사용자 풀의 ID 토큰이 필요합니다.</translation>
    </message>
    <message>
        <source>Send the ID token of the same sign-in instead.</source>
        <translation>대신 같은 로그인에서 받은 ID 토큰을 보내세요.</translation>
    </message>
    <message>
        <source>The service does not know this device.</source>
        <translation>서비스가 이 기기를 알지 못합니다.</translation>
    </message>
    <message>
        <source>It was forgotten in the user pool, and its key was kept here and sent along.</source>
        <translation>기기가 사용자 풀에서 삭제되었지만, 보관된 기기 키가 함께 전송되었습니다.</translation>
    </message>
    <message>
        <source>Clear the kept device key, then sign in again.</source>
        <translation>보관된 기기 키를 지운 다음 다시 로그인하세요.</translation>
    </message>
    <message>
        <source>AWS does not know this access key.</source>
        <translation>AWS가 이 액세스 키를 알지 못합니다.</translation>
    </message>
    <message>
        <source>It may be deleted or inactive, or of another partition; or the session token that belongs to it is missing or wrong.</source>
        <translation>키가 삭제되었거나 비활성 상태이거나 다른 파티션의 것일 수 있고, 함께 쓰는 세션 토큰이 없거나 잘못되었을 수도 있습니다.</translation>
    </message>
    <message>
        <source>Compare the access key ID, and for temporary keys the session token, with where they come from.</source>
        <translation>액세스 키 ID를, 임시 키라면 세션 토큰도 키를 가져온 곳의 값과 비교하세요.</translation>
    </message>
    <message>
        <source>AWS does not accept the signature.</source>
        <translation>AWS가 서명을 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>The secret access key does not belong to the access key ID, the region is another one, or the clock of this computer is wrong.</source>
        <translation>시크릿 액세스 키가 액세스 키 ID의 것이 아니거나, 리전이 다르거나, 이 컴퓨터의 시계가 잘못되었습니다.</translation>
    </message>
    <message>
        <source>Enter the secret access key again, and check the region and the clock.</source>
        <translation>시크릿 액세스 키를 다시 입력하고 리전과 시계를 확인하세요.</translation>
    </message>
    <message>
        <source>The time in the signature is too far from the service&apos;s time.</source>
        <translation>서명의 시각이 서비스의 시각과 너무 많이 다릅니다.</translation>
    </message>
    <message>
        <source>A signature holds for a few minutes: the clock of the computer that signed is wrong, or the request was long under way.</source>
        <translation>서명은 몇 분 동안만 유효합니다. 서명한 컴퓨터의 시계가 잘못되었거나 요청이 전달되는 데 오래 걸렸습니다.</translation>
    </message>
    <message>
        <source>Set that computer&apos;s clock, then try again.</source>
        <translation>그 컴퓨터의 시계를 맞춘 다음 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The session token of the AWS keys has expired.</source>
        <translation>AWS 키의 세션 토큰이 만료되었습니다.</translation>
    </message>
    <message>
        <source>Temporary keys hold for a set time only, and theirs is over.</source>
        <translation>임시 키는 정해진 시간 동안만 유효하며, 그 시간이 지났습니다.</translation>
    </message>
    <message>
        <source>Get new temporary keys and enter them in the connection, or renew them where they come from.</source>
        <translation>새 임시 키를 받아 연결에 입력하거나, 키를 가져오는 곳에서 갱신하세요.</translation>
    </message>
    <message>
        <source>The signature of the request is not whole.</source>
        <translation>요청의 서명이 완전하지 않습니다.</translation>
    </message>
    <message>
        <source>It has to name the access key, the signed headers and the signature itself, and one of them is missing.</source>
        <translation>액세스 키, 서명된 헤더, 서명 자체가 모두 있어야 하지만 그중 하나가 없습니다.</translation>
    </message>
    <message>
        <source>Look at the request&apos;s header Authorization, and at what may have changed it on its way.</source>
        <translation>요청의 Authorization 헤더와, 전달 중에 이를 바꾸었을 수 있는 것을 살펴보세요.</translation>
    </message>
    <message>
        <source>Type it again, or set a new password. With SRP, a wrong clock or region may give the same answer.</source>
        <translation>다시 입력하거나 새 비밀번호를 설정하세요. SRP에서는 시계나 리전이 맞지 않아도 같은 응답이 올 수 있습니다.</translation>
    </message>
    <message>
        <source>The present password is not right.</source>
        <translation>현재 비밀번호가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Whoever changes a password gives the present one as well; who the user is, the access token says.</source>
        <translation>비밀번호를 바꾸려면 현재 비밀번호도 보내야 합니다. 사용자가 누구인지는 액세스 토큰이 나타냅니다.</translation>
    </message>
    <message>
        <source>Type the present password again, or set a new one with a code.</source>
        <translation>현재 비밀번호를 다시 입력하거나, 코드로 새 비밀번호를 설정하세요.</translation>
    </message>
    <message>
        <source>An attribute does not fit the user pool&apos;s schema.</source>
        <translation>속성이 사용자 풀의 스키마에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The schema sets types, lengths and ranges; the service names the attribute and what is wrong in its message below.</source>
        <translation>스키마는 형식, 길이, 범위를 정합니다. 아래의 서비스 메시지에 속성과 잘못된 점이 있습니다.</translation>
    </message>
    <message>
        <source>Correct the named attribute.</source>
        <translation>해당 속성을 고치세요.</translation>
    </message>
    <message>
        <source>The user name may not look like a phone number here.</source>
        <translation>여기에서는 사용자 이름이 전화번호 형식일 수 없습니다.</translation>
    </message>
    <message>
        <source>In this user pool the phone number is an alias beside the user name.</source>
        <translation>이 사용자 풀에서 전화번호는 사용자 이름과 별도의 별칭입니다.</translation>
    </message>
    <message>
        <source>Choose a user name, and enter the number as the attribute phone_number.</source>
        <translation>사용자 이름을 따로 정하고, 번호는 phone_number 속성에 입력하세요.</translation>
    </message>
    <message>
        <source>A preferred user name cannot be given at sign-up here.</source>
        <translation>여기에서는 가입할 때 선호 사용자 이름을 지정할 수 없습니다.</translation>
    </message>
    <message>
        <source>In this user pool it is an alias, and an alias of that kind is only for users who are confirmed.</source>
        <translation>이 사용자 풀에서 이 속성은 별칭이며, 이런 별칭은 확인된 사용자만 가질 수 있습니다.</translation>
    </message>
    <message>
        <source>Leave preferred_username out, and set it once the user is confirmed.</source>
        <translation>preferred_username을 빼고, 사용자가 확인된 뒤에 설정하세요.</translation>
    </message>
    <message>
        <source>There is no address to send the invitation to.</source>
        <translation>초대를 보낼 주소가 없습니다.</translation>
    </message>
    <message>
        <source>It goes by the medium that was asked for, SMS where none was, and the user has no attribute for that.</source>
        <translation>초대는 요청한 수단으로, 요청하지 않았다면 SMS로 전송되지만 사용자에게 그 수단에 필요한 속성이 없습니다.</translation>
    </message>
    <message>
        <source>Give the user an e-mail address or a phone number, or choose the medium that fits.</source>
        <translation>사용자에게 이메일 주소나 전화번호를 지정하거나 알맞은 전송 수단을 선택하세요.</translation>
    </message>
    <message>
        <source>There is no address that could be marked as verified.</source>
        <translation>검증된 것으로 표시할 주소가 없습니다.</translation>
    </message>
    <message>
        <source>email_verified goes with email, and phone_number_verified with phone_number.</source>
        <translation>email_verified는 email에, phone_number_verified는 phone_number에 딸린 속성입니다.</translation>
    </message>
    <message>
        <source>Give the address along with it.</source>
        <translation>해당 주소를 함께 보내세요.</translation>
    </message>
    <message>
        <source>When its settings were read, app client {client.id} allowed {client.flows}.</source>
        <translation>설정을 읽었을 때 앱 클라이언트 {client.id}이(가) 허용한 흐름은 {client.flows}입니다.</translation>
    </message>
    <message>
        <source>When its settings were read, app client {client.id} allowed {client.flows}. Libraries also fall into this flow when the password is empty.</source>
        <translation>설정을 읽었을 때 앱 클라이언트 {client.id}이(가) 허용한 흐름은 {client.flows}입니다. 비밀번호가 비어 있을 때에도 라이브러리가 이 흐름으로 넘어갑니다.</translation>
    </message>
    <message>
        <source>Try the same password with USER_PASSWORD_AUTH. If that works, look at TIMESTAMP (English, UTC, the day without a leading zero: Apr 5), take USER_ID_FOR_SRP in place of a typed alias, and pad the numbers. A clock that is minutes off may have the same effect.</source>
        <translation>같은 비밀번호로 USER_PASSWORD_AUTH를 시도하세요. 그것이 되면 TIMESTAMP(영어, UTC, 앞에 0이 없는 날짜: Apr 5)를 확인하고, 입력한 별칭 대신 USER_ID_FOR_SRP를 쓰고, 숫자에 패딩을 넣으세요. 몇 분 어긋난 시계도 같은 결과를 낼 수 있습니다.</translation>
    </message>
    <message>
        <source>In this user pool a temporary password is good for {pool.invitationTime}.</source>
        <translation>이 사용자 풀에서 임시 비밀번호는 {pool.invitationTime} 동안 유효합니다.</translation>
    </message>
    <message>
        <source>With app client {client.id}, a step must be answered within {client.stepTime}.</source>
        <translation>앱 클라이언트 {client.id}에서는 각 단계에 {client.stepTime} 안에 답해야 합니다.</translation>
    </message>
    <message>
        <source>Access tokens of app client {client.id} are valid for {client.accessTime}.</source>
        <translation>앱 클라이언트 {client.id}의 액세스 토큰은 {client.accessTime} 동안 유효합니다.</translation>
    </message>
    <message>
        <source>Refresh tokens of app client {client.id} are valid for {client.refreshTime}.</source>
        <translation>앱 클라이언트 {client.id}의 갱신 토큰은 {client.refreshTime} 동안 유효합니다.</translation>
    </message>
    <message>
        <source>Sign in again. A program of your own: with rotation, call GetTokensFromRefreshToken and keep the new token; for a remembered device, send DEVICE_KEY.</source>
        <translation>다시 로그인하세요. 직접 만든 프로그램이라면 교체 방식을 쓸 때는 GetTokensFromRefreshToken을 호출해 새 토큰을 보관하고, 기억된 기기에는 DEVICE_KEY를 보내세요.</translation>
    </message>
    <message>
        <source>Call GetTokensFromRefreshToken and keep the new refresh token each time. If the token was replaced already, sign in again.</source>
        <translation>GetTokensFromRefreshToken을 호출하고 매번 새 토큰을 보관하세요. 토큰이 이미 교체되었다면 다시 로그인하세요.</translation>
    </message>
    <message>
        <source>With SRP: the proof of the password was not made as the service makes it.</source>
        <translation>SRP의 경우: 비밀번호 증명이 서비스의 방식대로 만들어지지 않았습니다.</translation>
    </message>
    <message>
        <source>The answer to PASSWORD_VERIFIER proves the password together with TIMESTAMP, SECRET_BLOCK, USER_ID_FOR_SRP and the part of the user pool id after the _. If one of them differs, the right password is refused in the same words. So is the proof of a remembered device (DEVICE_PASSWORD_VERIFIER).</source>
        <translation>PASSWORD_VERIFIER의 답은 TIMESTAMP, SECRET_BLOCK, USER_ID_FOR_SRP, 사용자 풀 ID의 _ 뒷부분과 함께 비밀번호를 증명합니다. 그중 하나라도 다르면 올바른 비밀번호도 같은 말로 거부됩니다. 기억된 기기의 증명(DEVICE_PASSWORD_VERIFIER)도 마찬가지입니다.</translation>
    </message>
    <message>
        <source>In the user names of this pool {pool.case}.</source>
        <translation>이 풀은 사용자 이름의 {pool.case}.</translation>
    </message>
    <message>
        <source>Where refresh tokens are rotated, they are not accepted this way.</source>
        <translation>갱신 토큰을 교체하는 곳에서는 이 방법으로 받아들여지지 않습니다.</translation>
    </message>
    <message>
        <source>An app client that rotates refresh tokens, as {client.id}, takes none in REFRESH_TOKEN_AUTH.</source>
        <translation>{client.id}처럼 갱신 토큰을 교체하는 앱 클라이언트는 REFRESH_TOKEN_AUTH로 갱신 토큰을 받지 않습니다.</translation>
    </message>
    <message>
        <source>The same was being changed by somebody else at that moment.</source>
        <translation>그 순간에 다른 쪽에서 같은 것을 변경하고 있었습니다.</translation>
    </message>
    <message>
        <source>The service makes one change at a time and refuses the other one.</source>
        <translation>서비스는 한 번에 하나의 변경만 하고 다른 하나는 거부합니다.</translation>
    </message>
    <message>
        <source>Look at how it stands now, then try again.</source>
        <translation>지금 상태를 확인한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>This user is locked out after too many wrong passwords.</source>
        <translation>잘못된 비밀번호가 너무 많아 이 사용자는 잠겨 있습니다.</translation>
    </message>
    <message>
        <source>From the fifth wrong password on, each locks the user out: for 1 second first, then twice as long each time, up to about 15 minutes. Until it is over even the right password is refused.</source>
        <translation>다섯 번째 잘못된 비밀번호부터 매번 사용자가 잠깁니다. 처음에는 1초, 그다음부터는 매번 두 배, 최대 약 15분입니다. 잠금이 끝날 때까지는 맞는 비밀번호도 거부됩니다.</translation>
    </message>
    <message>
        <source>Wait, then try the right one; 15 minutes without a try clear the count.</source>
        <translation>기다렸다가 맞는 비밀번호로 시도하세요. 15분 동안 시도하지 않으면 횟수가 지워집니다.</translation>
    </message>
    <message>
        <source>Until the code was entered, the service refuses every sign-in of this user, whatever the password.</source>
        <translation>코드를 입력할 때까지 서비스는 비밀번호와 관계없이 이 사용자의 로그인을 모두 거부합니다.</translation>
    </message>
    <message>
        <source>There is no user of that name in this user pool.</source>
        <translation>이 사용자 풀에 그런 이름의 사용자가 없습니다.</translation>
    </message>
    <message>
        <source>The app client hides who exists (PreventUserExistenceErrors), so the service speaks of a wrong password. The sandbox knows better.</source>
        <translation>앱 클라이언트가 사용자의 존재 여부를 숨기므로(PreventUserExistenceErrors) 서비스는 잘못된 비밀번호라고 말합니다. 샌드박스는 실제 이유를 압니다.</translation>
    </message>
    <message>
        <source>Check the spelling and the user pool, or sign the user up.</source>
        <translation>철자와 사용자 풀을 확인하거나 사용자를 가입시키세요.</translation>
    </message>
    <message>
        <source>The sandbox has a user of that name, so it is the password: {user.wrongPasswords} wrong in a row. From the fifth on, each locks the user out for a while.</source>
        <translation>샌드박스에 그 이름의 사용자가 있으므로 비밀번호가 문제입니다. 연속 {user.wrongPasswords}번 틀렸습니다. 다섯 번째부터는 매번 사용자가 잠시 잠깁니다.</translation>
    </message>
    <message>
        <source>Type it again, or set a new password.</source>
        <translation>다시 입력하거나 새 비밀번호를 설정하세요.</translation>
    </message>
    <message>
        <source>After {user.wrongPasswords} wrong passwords in a row the user is locked out until {user.lockedUntil} by the sandbox&apos;s clock. Until then even the right password is refused.</source>
        <translation>비밀번호가 연속 {user.wrongPasswords}번 틀려서 샌드박스 시계로 {user.lockedUntil}까지 사용자가 잠겨 있습니다. 그때까지는 맞는 비밀번호도 거부됩니다.</translation>
    </message>
    <message>
        <source>The sandbox has a user of that name, so it is the password. From the fifth wrong one in a row on, each locks the user out for a while.</source>
        <translation>샌드박스에 그 이름의 사용자가 있으므로 비밀번호가 문제입니다. 연속으로 다섯 번째 틀린 것부터는 매번 사용자가 잠시 잠깁니다.</translation>
    </message>
    <message>
        <source>Whoever is confirmed needs no code any more: one was used before, in another window or by a second click, or an administrator confirmed the user.</source>
        <translation>확인된 사용자에게는 코드가 더 이상 필요 없습니다. 다른 창이나 두 번째 클릭으로 이미 코드가 사용되었거나 관리자가 사용자를 확인했습니다.</translation>
    </message>
    <message>
        <source>From the fifth wrong password in a row on, each locks the user out, the longer the more there are. Until it is over even the right password is refused.</source>
        <translation>연속으로 다섯 번째 잘못된 비밀번호부터는 매번 사용자가 잠기며, 많을수록 오래 잠깁니다. 끝날 때까지는 맞는 비밀번호도 거부됩니다.</translation>
    </message>
    <message>
        <source>{user.wrongPasswords} were wrong in a row: until {user.lockedUntil} by the sandbox&apos;s clock even the right password is refused.</source>
        <translation>연속 {user.wrongPasswords}번 틀렸습니다. 샌드박스 시계로 {user.lockedUntil}까지는 맞는 비밀번호도 거부됩니다.</translation>
    </message>
    <message>
        <source>Wait until then, then type the right one, or set a new password.</source>
        <translation>그때까지 기다린 뒤 맞는 비밀번호를 입력하거나 새 비밀번호를 설정하세요.</translation>
    </message>
    <message>
        <source>The password is not right, and it was one too many.</source>
        <translation>비밀번호가 맞지 않으며, 너무 많이 틀렸습니다.</translation>
    </message>
</context>
<context>
    <name>DiagnosisFacts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n일</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n시간</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n분</numerusform>
        </translation>
    </message>
    <message>
        <source>small and capital letters differ</source>
        <translation>대문자와 소문자를 구별합니다</translation>
    </message>
    <message>
        <source>small and capital letters are the same</source>
        <translation>대문자와 소문자를 구별하지 않습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n초</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorGuide</name>
    <message>
        <source>app client id</source>
        <translation>앱 클라이언트 ID</translation>
    </message>
    <message>
        <source>user pool id</source>
        <translation>사용자 풀 ID</translation>
    </message>
    <message>
        <source>region</source>
        <translation>리전</translation>
    </message>
    <message>
        <source>number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>endpoint</source>
        <translation>엔드포인트</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>last digits</source>
        <translation>끝자리</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Set a temporary password…</source>
        <translation>임시 비밀번호 설정…</translation>
    </message>
    <message>
        <source>You set a temporary password and tell it to the user; nothing is sent. The password that the user has stops working, and at the next sign-in the user chooses a new one.</source>
        <translation>임시 비밀번호를 설정하여 사용자에게 직접 알려 줍니다. 아무것도 전송되지 않습니다. 사용자의 기존 비밀번호는 더 이상 쓸 수 없으며, 다음 로그인에서 사용자가 새 비밀번호를 정합니다.</translation>
    </message>
    <message>
        <source>Set a password…</source>
        <translation>비밀번호 설정…</translation>
    </message>
    <message>
        <source>You set a password that lasts and tell it to the user; nothing is sent. The password that the user has stops working. Afterwards the user counts as confirmed.</source>
        <translation>계속 쓸 비밀번호를 설정하여 사용자에게 직접 알려 줍니다. 아무것도 전송되지 않습니다. 사용자의 기존 비밀번호는 더 이상 쓸 수 없습니다. 그 뒤 사용자는 확인된 상태가 됩니다.</translation>
    </message>
    <message>
        <source>Send a new code</source>
        <translation>새 코드 보내기</translation>
    </message>
    <message>
        <source>A new confirmation code goes to the user&apos;s address, as when the user asks for it. The service allows 5 of them an hour.</source>
        <translation>사용자가 요청할 때처럼 새 확인 코드가 사용자의 주소로 갑니다. 서비스는 시간당 5번까지 허용합니다.</translation>
    </message>
    <message>
        <source>Reset the password…</source>
        <translation>비밀번호 재설정…</translation>
    </message>
    <message>
        <source>The user&apos;s password stops working at once, and a code for a new one goes to a verified address. Until the user has used it, the status is RESET_REQUIRED.</source>
        <translation>사용자의 비밀번호를 곧바로 쓸 수 없게 되며, 새 비밀번호용 코드가 검증된 주소로 갑니다. 사용자가 코드를 쓸 때까지 상태는 RESET_REQUIRED입니다.</translation>
    </message>
    <message>
        <source>Send a reset code</source>
        <translation>재설정 코드 보내기</translation>
    </message>
    <message>
        <source>A code for a new password goes to a verified address of the user, as with “Forgot password” in an app. The password that the user has works until the code is used.</source>
        <translation>앱의 “비밀번호 찾기”처럼 새 비밀번호용 코드가 사용자의 검증된 주소로 갑니다. 코드를 쓸 때까지 기존 비밀번호를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Mark the e-mail address as verified</source>
        <translation>이메일 주소를 검증된 것으로 표시</translation>
    </message>
    <message>
        <source>Mark the phone number as verified</source>
        <translation>전화번호를 검증된 것으로 표시</translation>
    </message>
    <message>
        <source>The service takes %1 for the user&apos;s own from then on, without a code being sent. Do this only if you know that it is.</source>
        <translation>이후 서비스는 코드를 보내지 않고 %1을(를) 사용자의 것으로 봅니다. 사용자의 것임을 아는 경우에만 하세요.</translation>
    </message>
    <message>
        <source>Confirm the sign-up</source>
        <translation>가입 확인</translation>
    </message>
    <message>
        <source>Send a new invitation</source>
        <translation>새 초대장 보내기</translation>
    </message>
    <message>
        <source>The service makes a new temporary password and sends it to the user; its days begin again. The earlier one stops working.</source>
        <translation>서비스가 새 임시 비밀번호를 만들어 사용자에게 보내며, 유효 기간이 다시 시작됩니다. 이전 비밀번호는 더 이상 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Enable the user</source>
        <translation>사용자 활성화</translation>
    </message>
    <message>
        <source>The user may sign in again, with the same password and status as before. Sign-ins that were ended when the user was disabled stay ended.</source>
        <translation>사용자가 이전과 같은 비밀번호와 상태로 다시 로그인할 수 있습니다. 비활성화할 때 끝난 로그인은 되살아나지 않습니다.</translation>
    </message>
    <message>
        <source>Give this user the address…</source>
        <translation>이 사용자에게 주소 주기…</translation>
    </message>
    <message>
        <source>Allow SRP for this app client…</source>
        <translation>이 앱 클라이언트에 SRP 허용…</translation>
    </message>
    <message>
        <source>The user is confirmed without a code. Other than by a code, the e-mail address and the phone number do not become verified.</source>
        <translation>코드 없이 사용자가 확인됩니다. 코드로 확인할 때와 달리 이메일 주소와 전화번호는 검증되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is marked as not verified for the other user, %2, and as verified for this one. From then on this user signs in with it; the other one still has it, but neither signs in with it nor gets a code for a forgotten password there. Do this only if you know whose it is.</source>
        <translation>다른 사용자 %2에게는 %1이(가) 검증되지 않은 것으로, 이 사용자에게는 검증된 것으로 표시됩니다. 그때부터 이 사용자가 그것으로 로그인합니다. 다른 사용자에게도 주소는 남지만, 그것으로 로그인하지 못하고 비밀번호 재설정 코드도 받지 못합니다. 누구의 것인지 아는 경우에만 하세요.</translation>
    </message>
    <message>
        <source>without CUSTOM_AUTH_FLOW_ONLY</source>
        <translation>CUSTOM_AUTH_FLOW_ONLY를 빼고</translation>
    </message>
    <message>
        <source>with ALLOW_USER_SRP_AUTH</source>
        <translation>ALLOW_USER_SRP_AUTH를 더해</translation>
    </message>
    <message>
        <source>From then on every user of the pool may sign in with SRP at the app client %1. Its settings are read and sent again %2, because the service resets what is left out: a setting that this version of Poolscope does not know would go back to its default.</source>
        <translation>그때부터 풀의 모든 사용자가 앱 클라이언트 %1에서 SRP로 로그인할 수 있습니다. 서비스가 빠진 설정을 초기화하므로 설정을 읽어 %2 다시 보냅니다. 이 버전의 Poolscope가 모르는 설정은 기본값으로 돌아갑니다.</translation>
    </message>
</context>
<context>
    <name>SignInEvidence</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1, verified</source>
        <translation>%1, 검증됨</translation>
    </message>
    <message>
        <source>%1, not verified</source>
        <translation>%1, 검증되지 않음</translation>
    </message>
    <message>
        <source>signs in with it</source>
        <translation>이것으로 로그인함</translation>
    </message>
    <message>
        <source>does not sign in with it</source>
        <translation>이것으로 로그인하지 않음</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>활성화</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>생성</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>마지막 변경</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n일</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, unless the pool says otherwise</source>
        <translation>풀에 다른 설정이 없으면 %1</translation>
    </message>
    <message>
        <source>by a code to a verified address</source>
        <translation>검증된 주소로 보내는 코드</translation>
    </message>
    <message>
        <source>only by an administrator</source>
        <translation>관리자만 가능</translation>
    </message>
    <message>
        <source>not possible: no verified address</source>
        <translation>불가능: 검증된 주소 없음</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>비밀번호 분실</translation>
    </message>
    <message>
        <source>Upper and lower case</source>
        <translation>대소문자</translation>
    </message>
    <message>
        <source>are told apart in this pool</source>
        <translation>이 풀에서는 구분합니다</translation>
    </message>
    <message>
        <source>make no difference in this pool</source>
        <translation>이 풀에서는 구분하지 않습니다</translation>
    </message>
    <message>
        <source>the service&apos;s default (SRP)</source>
        <translation>서비스 기본값(SRP)</translation>
    </message>
    <message>
        <source>The app client allows</source>
        <translation>앱 클라이언트의 허용 흐름</translation>
    </message>
    <message>
        <source>A wrong name sounds</source>
        <translation>틀린 이름에 대한 응답</translation>
    </message>
    <message>
        <source>like a wrong password: the app client hides who exists</source>
        <translation>틀린 비밀번호와 같음: 앱 클라이언트가 사용자의 존재를 숨김</translation>
    </message>
    <message>
        <source>unlike a wrong password: the app client tells who exists</source>
        <translation>틀린 비밀번호와 다름: 앱 클라이언트가 사용자의 존재를 알림</translation>
    </message>
    <message>
        <source>The pool&apos;s settings: which names sign in, and whether upper and lower case count.</source>
        <translation>풀의 설정: 어떤 이름으로 로그인하는지, 대소문자를 구분하는지.</translation>
    </message>
    <message>
        <source>The app client&apos;s settings: which ways to sign in it allows.</source>
        <translation>앱 클라이언트의 설정: 어떤 로그인 방법을 허용하는지.</translation>
    </message>
    <message>
        <source>What the pool&apos;s Lambda triggers answer (%1): each of them can refuse a sign-in.</source>
        <translation>풀의 Lambda 트리거(%1)의 응답: 각 트리거가 로그인을 거부할 수 있습니다.</translation>
    </message>
    <message>
        <source>Looked for</source>
        <translation>찾은 이름</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>사용자 이름</translation>
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
        <source>Second factors</source>
        <translation>두 번째 인증 수단</translation>
    </message>
    <message>
        <source>Also found</source>
        <translation>함께 찾음</translation>
    </message>
    <message>
        <source>Second factors: ListUsers does not tell them.</source>
        <translation>두 번째 인증 수단: ListUsers는 이를 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>The app itself: whether it uses this pool and this app client.</source>
        <translation>앱 자체: 이 풀과 이 앱 클라이언트를 사용하는지.</translation>
    </message>
    <message>
        <source>Other user pools: the user may be in one of them.</source>
        <translation>다른 사용자 풀: 사용자가 그중 하나에 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Users who were created or changed a moment ago: lists follow with a delay.</source>
        <translation>방금 생성되거나 변경된 사용자: 목록에는 늦게 나타납니다.</translation>
    </message>
    <message>
        <source>Users on further pages: the service had more of them than were read.</source>
        <translation>다음 페이지의 사용자: 서비스에는 읽은 것보다 더 많은 사용자가 있었습니다.</translation>
    </message>
    <message>
        <source>When the temporary password was set: only the dates of creation and of the last change are told, and whether a repeated invitation moves the latter is not documented.</source>
        <translation>임시 비밀번호가 언제 설정되었는지: 만든 날짜와 마지막으로 바뀐 날짜만 알려지며, 초대를 다시 보내면 뒤의 날짜가 바뀌는지는 문서에 없습니다.</translation>
    </message>
    <message>
        <source>User names in other letters: ListUsers finds only those in the very case, and a few ways to write one were tried.</source>
        <translation>대소문자가 다른 사용자 이름: ListUsers는 대소문자까지 같은 이름만 찾으며, 표기를 몇 가지만 시도했습니다.</translation>
    </message>
    <message>
        <source>good for %1</source>
        <translation>%1 동안 유효</translation>
    </message>
    <message>
        <source>Temporary password</source>
        <translation>임시 비밀번호</translation>
    </message>
    <message>
        <source>not expired</source>
        <translation>만료되지 않음</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>만료됨</translation>
    </message>
    <message>
        <source>Locked out</source>
        <translation>잠김</translation>
    </message>
    <message>
        <source>Wrong passwords</source>
        <translation>잘못된 비밀번호</translation>
    </message>
    <message numerus="yes">
        <source>%n in a row</source>
        <translation>
            <numerusform>연속 %n번</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrong passwords, and the lock-out after them: the service tells nobody. From the fifth wrong one on, each locks the user out: for 1 second first, then twice as long each time, up to about 15 minutes. Until it is over even the right one is refused.</source>
        <translation>잘못된 비밀번호와 그로 인한 잠금: 서비스는 누구에게도 알려 주지 않습니다. 다섯 번째 틀린 것부터 매번 사용자가 잠깁니다. 처음에는 1초, 그다음부터는 매번 두 배, 최대 약 15분입니다. 잠금이 끝날 때까지는 맞는 비밀번호도 거부됩니다.</translation>
    </message>
</context>
<context>
    <name>SignInTrouble</name>
    <message>
        <source>Cannot sign in: an administrator has disabled this user.</source>
        <translation>로그인할 수 없음: 관리자가 이 사용자를 비활성화했습니다.</translation>
    </message>
    <message>
        <source>While the user is disabled, passwords and codes do not help.</source>
        <translation>사용자가 비활성화된 동안에는 비밀번호와 코드가 소용없습니다.</translation>
    </message>
    <message>
        <source>Cannot sign in: the sign-up was never confirmed.</source>
        <translation>로그인할 수 없음: 가입이 확인되지 않았습니다.</translation>
    </message>
    <message>
        <source>The user signed up but did not enter the code that was sent; it is good for 24 hours.</source>
        <translation>사용자가 가입했지만 전송된 코드를 입력하지 않았습니다. 코드는 24시간 동안 유효합니다.</translation>
    </message>
    <message numerus="yes">
        <source>Temporary passwords of this pool last %n days.</source>
        <translation>
            <numerusform>이 풀의 임시 비밀번호는 %n일 동안 유효합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Must sign in with the temporary password first, and then choose another.</source>
        <translation>먼저 임시 비밀번호로 로그인한 다음 새 비밀번호를 정해야 합니다.</translation>
    </message>
    <message>
        <source>Possibly cannot sign in: the temporary password may have expired.</source>
        <translation>로그인할 수 없을 가능성이 있음: 임시 비밀번호가 만료되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>Cannot reset a forgotten password: no address is verified.</source>
        <translation>잊은 비밀번호를 재설정할 수 없음: 검증된 주소가 없습니다.</translation>
    </message>
    <message>
        <source>Confirmed is not the same as verified: codes for a new password go to verified addresses only.</source>
        <translation>확인됨과 검증됨은 다릅니다. 새 비밀번호용 코드는 검증된 주소로만 갑니다.</translation>
    </message>
    <message>
        <source>Cannot sign in: the user must set a new password first.</source>
        <translation>로그인할 수 없음: 사용자가 먼저 새 비밀번호를 설정해야 합니다.</translation>
    </message>
    <message>
        <source>An administrator has reset the password, or the user was imported without one. The user sets a new one with “Forgot password” and a code.</source>
        <translation>관리자가 비밀번호를 재설정했거나 사용자가 비밀번호 없이 가져와졌습니다. 사용자는 “비밀번호 찾기”와 코드로 새 비밀번호를 설정합니다.</translation>
    </message>
    <message>
        <source>No code can reach the user, because no address is verified.</source>
        <translation>검증된 주소가 없어 코드를 보낼 수 없습니다.</translation>
    </message>
    <message>
        <source>In this pool only administrators reset passwords.</source>
        <translation>이 풀에서는 관리자만 비밀번호를 재설정합니다.</translation>
    </message>
    <message>
        <source>Cannot sign in with a password: this user signs in through another identity provider.</source>
        <translation>비밀번호로 로그인할 수 없음: 이 사용자는 다른 자격 증명 공급자를 통해 로그인합니다.</translation>
    </message>
    <message>
        <source>The user came by managed login from a provider such as Google or SAML and has no password in this pool.</source>
        <translation>사용자가 Google이나 SAML 같은 공급자의 관리형 로그인으로 들어왔으며 이 풀에는 비밀번호가 없습니다.</translation>
    </message>
    <message>
        <source>Sign in with the button of that provider.</source>
        <translation>그 공급자의 버튼으로 로그인하세요.</translation>
    </message>
    <message>
        <source>Possibly cannot sign in: the status %1 is not one that users have today.</source>
        <translation>로그인할 수 없을 가능성이 있음: %1은(는) 지금 사용자가 갖는 상태가 아닙니다.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>The service&apos;s model still lists it, but the service is not known to set it.</source>
        <translation>서비스의 모델에는 남아 있지만 서비스가 설정한다고 알려져 있지 않습니다.</translation>
    </message>
    <message>
        <source>Cannot sign in with this address: it belongs to another user, %1.</source>
        <translation>이 주소로 로그인할 수 없음: 다른 사용자 %1의 것입니다.</translation>
    </message>
    <message>
        <source>In this pool an address is an alias, and an alias belongs to the one user who verified it. For this user it is not verified.</source>
        <translation>이 풀에서 주소는 별칭이며, 별칭은 이를 검증한 한 사용자에게만 속합니다. 이 사용자에게는 검증되지 않았습니다.</translation>
    </message>
    <message>
        <source>Sign in with the user name %1, or as the other user.</source>
        <translation>사용자 이름 %1(으)로 로그인하거나 다른 사용자로 로그인하세요.</translation>
    </message>
    <message>
        <source>Cannot sign in with this address: it is not verified.</source>
        <translation>이 주소로 로그인할 수 없음: 검증되지 않았습니다.</translation>
    </message>
    <message>
        <source>In this pool an address is an alias beside the user name, and an alias counts only once it is verified.</source>
        <translation>이 풀에서 주소는 사용자 이름과 별도의 별칭이며, 별칭은 검증된 뒤에만 유효합니다.</translation>
    </message>
    <message>
        <source>Until then the user name signs in: %1</source>
        <translation>그때까지는 사용자 이름으로 로그인합니다: %1</translation>
    </message>
    <message>
        <source>Cannot sign in with this: the user is called %1 here.</source>
        <translation>이것으로 로그인할 수 없음: 여기에서 사용자의 이름은 %1입니다.</translation>
    </message>
    <message>
        <source>A sub names the user in tokens; in this pool nobody signs in with it.</source>
        <translation>sub는 토큰에서 사용자를 가리킵니다. 이 풀에서는 아무도 sub로 로그인하지 않습니다.</translation>
    </message>
    <message>
        <source>This pool was made without this kind of alias, which cannot be changed later.</source>
        <translation>이 풀은 이런 종류의 별칭 없이 만들어졌으며, 나중에 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>Sign in with the user name %1.</source>
        <translation>사용자 이름 %1(으)로 로그인하세요.</translation>
    </message>
    <message>
        <source>Cannot sign in as %1: the name is written %2.</source>
        <translation>%1(으)로 로그인할 수 없음: 이름을 %2(으)로 써야 합니다.</translation>
    </message>
    <message>
        <source>This pool tells upper from lower case, which cannot be changed later.</source>
        <translation>이 풀은 대소문자를 구분하며, 나중에 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>Type the name exactly like that.</source>
        <translation>이름을 정확히 그대로 입력하세요.</translation>
    </message>
    <message>
        <source>Possibly cannot sign in as %1: the name is written %2.</source>
        <translation>%1(으)로 로그인할 수 없을 가능성이 있음: 이름을 %2(으)로 써야 합니다.</translation>
    </message>
    <message>
        <source>Some pools tell upper from lower case. Whether this one does could not be read.</source>
        <translation>일부 풀은 대소문자를 구분합니다. 이 풀이 그런지는 읽을 수 없었습니다.</translation>
    </message>
    <message>
        <source>Cannot sign in with a password: this app client allows no user to.</source>
        <translation>비밀번호로 로그인할 수 없음: 이 앱 클라이언트는 사용자의 비밀번호 로그인을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>It takes passwords only from a server with AWS credentials.</source>
        <translation>AWS 자격 증명이 있는 서버에서만 비밀번호를 받습니다.</translation>
    </message>
    <message>
        <source>None of the ways that take a password from the user is switched on.</source>
        <translation>사용자에게서 비밀번호를 받는 방법이 하나도 켜져 있지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing that can be seen keeps this user from signing in.</source>
        <translation>볼 수 있는 것 가운데 이 사용자의 로그인을 막는 것은 없습니다.</translation>
    </message>
    <message>
        <source>Nobody in this user pool has the name %1.</source>
        <translation>이 사용자 풀에는 %1(이)라는 이름의 사용자가 없습니다.</translation>
    </message>
    <message>
        <source>Check the spelling, and whether this is the right connection.</source>
        <translation>철자와 연결이 맞는지 확인하세요.</translation>
    </message>
    <message>
        <source>Perhaps one of those above is meant.</source>
        <translation>위 사용자 중 하나일 수 있습니다.</translation>
    </message>
    <message>
        <source>User and pool allow signing in; whether the app client does could not be read.</source>
        <translation>사용자와 풀은 로그인을 허용합니다. 앱 클라이언트도 허용하는지는 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>User and app client allow signing in; whether the pool does could not be read.</source>
        <translation>사용자와 앱 클라이언트는 로그인을 허용합니다. 풀도 허용하는지는 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>Cannot sign in with a password: the sign-up was never confirmed.</source>
        <translation>비밀번호로 로그인할 수 없음: 가입이 확인되지 않았습니다.</translation>
    </message>
    <message>
        <source>This pool and app client also allow signing in with a code that is sent, which confirms the user.</source>
        <translation>이 풀과 앱 클라이언트는 전송되는 코드로 로그인하는 것도 허용하며, 그렇게 하면 사용자가 확인됩니다.</translation>
    </message>
    <message>
        <source>If pool and app client allow signing in with a code that is sent, that confirms the user. Not all of their settings could be read.</source>
        <translation>풀과 앱 클라이언트가 전송되는 코드로 로그인하는 것을 허용하면 그 로그인으로 사용자가 확인됩니다. 설정을 모두 읽을 수는 없었습니다.</translation>
    </message>
    <message>
        <source>The user was invited, or an administrator set a temporary password: a new one has to be chosen at the next sign-in. “Forgot password” cannot help in this state.</source>
        <translation>사용자가 초대되었거나 관리자가 임시 비밀번호를 설정했습니다. 다음 로그인에서 새 비밀번호를 정해야 합니다. 이 상태에서는 “비밀번호 찾기”가 도움이 되지 않습니다.</translation>
    </message>
    <message>
        <source>Most likely cannot sign in: the temporary password expired on %1.</source>
        <translation>로그인할 수 없을 가능성이 큼: 임시 비밀번호가 %1에 만료되었습니다.</translation>
    </message>
    <message>
        <source>It is good until %1 at least. Where an invitation was sent it stands in that; otherwise whoever set it knows it.</source>
        <translation>적어도 %1까지 유효합니다. 초대를 보냈다면 초대에 적혀 있고, 그렇지 않다면 설정한 사람이 알고 있습니다.</translation>
    </message>
    <message>
        <source>The service does not tell when the password was set: on the day when the user was created, or later.</source>
        <translation>서비스는 비밀번호가 언제 설정되었는지 알려 주지 않습니다. 사용자가 만들어진 날이거나 그 뒤입니다.</translation>
    </message>
    <message>
        <source>How long temporary passwords last in this pool could not be read.</source>
        <translation>이 풀의 임시 비밀번호가 얼마 동안 유효한지는 읽을 수 없었습니다.</translation>
    </message>
    <message>
        <source>Possibly nobody in this user pool has the name %1.</source>
        <translation>이 사용자 풀에 %1(이)라는 이름의 사용자가 없을 가능성이 있습니다.</translation>
    </message>
    <message>
        <source>The service went on giving pages, and not all of them were read.</source>
        <translation>서비스가 페이지를 계속 보내 전부 읽지는 못했습니다.</translation>
    </message>
    <message>
        <source>Nobody was found who is written exactly %1.</source>
        <translation>정확히 %1(으)로 쓰인 사용자를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>In this pool upper and lower case make no difference at sign-in, but ListUsers tells them apart when it looks for a user name.</source>
        <translation>이 풀은 로그인할 때 대소문자를 구분하지 않지만, ListUsers는 사용자 이름을 찾을 때 구분합니다.</translation>
    </message>
    <message>
        <source>ListUsers tells upper and lower case apart when it looks for a user name. Whether this pool does at sign-in could not be read.</source>
        <translation>ListUsers는 사용자 이름을 찾을 때 대소문자를 구분합니다. 이 풀이 로그인할 때도 구분하는지는 읽을 수 없었습니다.</translation>
    </message>
    <message>
        <source>Or ask for whom the service takes this name.</source>
        <translation>또는 서비스가 이 이름을 누구로 보는지 물어보세요.</translation>
    </message>
    <message>
        <source>The app client hides a wrong name: the user hears of a wrong password, and “Forgot password” says that a code was sent although none was.</source>
        <translation>앱 클라이언트가 틀린 이름을 숨깁니다. 사용자에게는 비밀번호가 틀렸다고 나오고, “비밀번호 찾기”는 코드를 보내지 않고도 보냈다고 합니다.</translation>
    </message>
    <message>
        <source>The user&apos;s state allows signing in; whether pool and app client do could not be read.</source>
        <translation>사용자의 상태는 로그인을 허용합니다. 풀과 앱 클라이언트도 허용하는지는 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>Must sign in with the temporary password first, unless it was made to expire.</source>
        <translation>만료시키지 않았다면 먼저 임시 비밀번호로 로그인해야 합니다.</translation>
    </message>
    <message>
        <source>By its dates it is good until %1. Whether it was made to expire on demand is shown by “Expire” in the list of users.</source>
        <translation>날짜로 보면 %1까지 유효합니다. 일부러 만료시켰는지는 사용자 목록의 ‘만료’에서 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Where an invitation was sent it stands in that; otherwise whoever set it knows it.</source>
        <translation>초대를 보냈다면 그 안에 적혀 있고, 아니면 설정한 사람이 알고 있습니다.</translation>
    </message>
    <message>
        <source>Cannot sign in: the temporary password has expired.</source>
        <translation>로그인할 수 없습니다. 임시 비밀번호가 만료되었습니다.</translation>
    </message>
    <message>
        <source>From the fifth wrong password on, each locks the user out: for 1 second first, then twice as long each time, up to about 15 minutes. Until it is over even the right password is refused.</source>
        <translation>다섯 번째로 틀린 비밀번호부터는 틀릴 때마다 사용자가 잠깁니다. 처음에는 1초, 그다음부터는 매번 두 배로 늘어나 최대 약 15분까지입니다. 그때까지는 올바른 비밀번호도 거부됩니다.</translation>
    </message>
    <message>
        <source>Cannot sign in with a password until %1 by the sandbox&apos;s clock: too many were wrong.</source>
        <translation>샌드박스 시계로 %1까지 비밀번호로 로그인할 수 없습니다. 틀린 비밀번호를 너무 많이 입력했습니다.</translation>
    </message>
    <message>
        <source>Wait until then. In the sandbox it can also be ended at once.</source>
        <translation>그때까지 기다리세요. 샌드박스에서는 바로 끝낼 수도 있습니다.</translation>
    </message>
    <message>
        <source>Whoever can read their messages had better get a new code: it also verifies the address. Confirmed without one, the user signs in, but no code for a forgotten password reaches them until the address is verified.</source>
        <translation>메시지를 읽을 수 있는 사용자라면 새 코드를 보내는 편이 좋습니다. 코드는 주소도 검증합니다. 코드 없이 확인하면 로그인은 되지만, 주소가 검증될 때까지 비밀번호 재설정 코드를 받지 못합니다.</translation>
    </message>
    <message>
        <source>What remains is a wrong password, or something that cannot be seen from here.</source>
        <translation>남은 것은 잘못된 비밀번호이거나 여기서 볼 수 없는 것입니다.</translation>
    </message>
    <message>
        <source>User, pool and app client allow it. What remains is a wrong password, or something that cannot be seen from here.</source>
        <translation>사용자, 풀, 앱 클라이언트 모두 허용합니다. 남은 것은 잘못된 비밀번호이거나 여기서 볼 수 없는 것입니다.</translation>
    </message>
    <message>
        <source>Allow SRP for it, or use another app client.</source>
        <translation>이 앱 클라이언트에 SRP를 허용하거나 다른 앱 클라이언트를 사용하세요.</translation>
    </message>
</context>
</TS>
