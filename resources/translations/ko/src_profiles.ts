<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>ConnectionImport</name>
    <message>
        <source>The file is not the JSON that was expected: %1</source>
        <translation>파일이 예상한 JSON이 아닙니다: %1</translation>
    </message>
    <message>
        <source>The file could not be read: a bracket, a string or a comment is not closed.</source>
        <translation>파일을 읽지 못했습니다. 괄호, 문자열 또는 주석이 닫혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>The AWS keys in the file were not taken.</source>
        <translation>파일에 있는 AWS 키는 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>The file names no app client for the pool.</source>
        <translation>파일에 이 풀의 앱 클라이언트가 없습니다.</translation>
    </message>
    <message>
        <source>Secrets are not in the file: they have to be entered here.</source>
        <translation>파일에는 시크릿이 없으므로 여기에 입력해야 합니다.</translation>
    </message>
    <message>
        <source>The file is larger than 1 MB.</source>
        <translation>파일이 1 MB보다 큽니다.</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8.</source>
        <translation>파일이 UTF-8 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>No user pool was found in the file.</source>
        <translation>파일에서 사용자 풀을 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1은(는) 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>The file could not be read: %1</source>
        <translation>파일을 읽지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The file names an endpoint: requests go to %1.</source>
        <translation>파일에 엔드포인트가 지정되어 있습니다. 요청은 %1(으)로 갑니다.</translation>
    </message>
    <message>
        <source>The file names more than %1 user pools: the others were not taken.</source>
        <translation>파일에 사용자 풀이 %1개보다 많이 들어 있습니다. 나머지는 가져오지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>A region looks like us-east-1.</source>
        <translation>리전은 us-east-1과 같은 형식입니다.</translation>
    </message>
    <message>
        <source>The user pool lives in %1, but the region here is %2.</source>
        <translation>사용자 풀은 %1에 있지만 여기의 리전은 %2입니다.</translation>
    </message>
    <message>
        <source>Enter the user pool ID. It looks like us-east-1_AbCdEf123.</source>
        <translation>사용자 풀 ID를 입력하세요. us-east-1_AbCdEf123과 같은 형식입니다.</translation>
    </message>
    <message>
        <source>This is not a user pool ID. It looks like us-east-1_AbCdEf123.</source>
        <translation>사용자 풀 ID가 아닙니다. us-east-1_AbCdEf123과 같은 형식입니다.</translation>
    </message>
    <message>
        <source>Enter the app client ID.</source>
        <translation>앱 클라이언트 ID를 입력하세요.</translation>
    </message>
    <message>
        <source>This is not an app client ID: only letters, digits, _ and + are possible.</source>
        <translation>앱 클라이언트 ID가 아닙니다. 영문자, 숫자, _, +만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Enter the endpoint&apos;s address, such as http://localhost:9229.</source>
        <translation>http://localhost:9229와 같은 엔드포인트 주소를 입력하세요.</translation>
    </message>
    <message>
        <source>This is not a web address. It looks like http://localhost:9229.</source>
        <translation>웹 주소가 아닙니다. http://localhost:9229와 같은 형식입니다.</translation>
    </message>
    <message>
        <source>The address must not hold a user name or password.</source>
        <translation>주소에 사용자 이름이나 비밀번호를 넣을 수 없습니다.</translation>
    </message>
    <message>
        <source>Use https: only this computer may be reached without encryption.</source>
        <translation>https를 사용하세요. 암호화 없이는 이 컴퓨터에만 접속할 수 있습니다.</translation>
    </message>
    <message>
        <source>Give the connection a name.</source>
        <translation>연결의 이름을 정하세요.</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>샌드박스</translation>
    </message>
    <message>
        <source>This connection does not exist any more.</source>
        <translation>이 연결은 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>The connections could not be read (%1). They are left as they are.</source>
        <translation>연결을 읽을 수 없습니다(%1). 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The connections were written by a later version of Poolscope. Changes will not be saved.</source>
        <translation>연결이 더 최신 버전의 Poolscope에서 기록되었습니다. 변경 사항은 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>The connections could not be read. The damaged file was kept as %1.</source>
        <translation>연결을 읽을 수 없습니다. 손상된 파일은 %1(으)로 보관했습니다.</translation>
    </message>
    <message>
        <source>The connections could not be read, and the damaged file could not be moved. Changes will not be saved.</source>
        <translation>연결을 읽을 수 없고, 손상된 파일을 옮길 수 없습니다. 변경 사항은 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>The sandbox cannot be removed.</source>
        <translation>샌드박스는 제거할 수 없습니다.</translation>
    </message>
    <message>
        <source>The connections could not be saved: %1.</source>
        <translation>연결을 저장할 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>Choose the profile whose keys sign the requests.</source>
        <translation>요청에 서명할 키가 있는 프로필을 선택하세요.</translation>
    </message>
    <message>
        <source>Only scheme, host and port are used: leave out what stands behind them.</source>
        <translation>스킴, 호스트, 포트만 사용됩니다. 그 뒤에 오는 것은 빼세요.</translation>
    </message>
</context>
</TS>
