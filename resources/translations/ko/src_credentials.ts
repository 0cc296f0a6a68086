<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AwsFiles</name>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1을(를) 읽지 못했습니다: %2</translation>
    </message>
    <message>
        <source>it is not a file.</source>
        <translation>파일이 아닙니다.</translation>
    </message>
    <message>
        <source>it is larger than 4 MB.</source>
        <translation>4 MB보다 큽니다.</translation>
    </message>
    <message>
        <source>it is not text in UTF-8</source>
        <translation>UTF-8 텍스트가 아닙니다</translation>
    </message>
    <message>
        <source>the closing bracket of the section is missing</source>
        <translation>섹션의 닫는 대괄호가 없습니다</translation>
    </message>
    <message>
        <source>a section such as [default] must stand before it</source>
        <translation>그 앞에 [default]와 같은 섹션이 있어야 합니다</translation>
    </message>
    <message>
        <source>it is indented, but continues nothing</source>
        <translation>들여 썼지만 이어지는 내용이 없습니다</translation>
    </message>
    <message>
        <source>the equals sign is missing</source>
        <translation>등호가 없습니다</translation>
    </message>
    <message>
        <source>there is no name before the equals sign</source>
        <translation>등호 앞에 이름이 없습니다</translation>
    </message>
    <message>
        <source>Line %1 of the AWS config file cannot be read: %2.</source>
        <translation>AWS config 파일의 %1번째 줄을 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>Line %1 of the AWS credentials file cannot be read: %2.</source>
        <translation>AWS credentials 파일의 %1번째 줄을 읽을 수 없습니다: %2.</translation>
    </message>
</context>
<context>
    <name>AwsKeys</name>
    <message>
        <source>The keychain has no AWS keys for this connection. Enter them once more.</source>
        <translation>키체인에 이 연결의 AWS 키가 없습니다. 다시 입력하세요.</translation>
    </message>
    <message>
        <source>The profile %1 takes on a role (%2), which this version of Poolscope does not do. Choose a profile that has keys itself.</source>
        <translation>프로필 %1은(는) 역할을 맡는데(%2), 이 버전의 Poolscope는 이를 지원하지 않습니다. 키가 직접 들어 있는 프로필을 선택하세요.</translation>
    </message>
    <message>
        <source>The profile %1 uses the keys of another one (%2), which this version of Poolscope does not do. Choose a profile that has keys itself.</source>
        <translation>프로필 %1은(는) 다른 프로필의 키를 사용하는데(%2), 이 버전의 Poolscope는 이를 지원하지 않습니다. 키가 직접 들어 있는 프로필을 선택하세요.</translation>
    </message>
    <message>
        <source>The profile %1 takes its keys from elsewhere (%2), which this version of Poolscope does not do. Choose a profile that has keys itself.</source>
        <translation>프로필 %1은(는) 키를 다른 곳에서 가져오는데(%2), 이 버전의 Poolscope는 이를 지원하지 않습니다. 키가 직접 들어 있는 프로필을 선택하세요.</translation>
    </message>
    <message>
        <source>The profile %1 uses a web identity (%2), which this version of Poolscope does not do. Choose a profile that has keys itself.</source>
        <translation>프로필 %1은(는) 웹 자격 증명을 사용하는데(%2), 이 버전의 Poolscope는 이를 지원하지 않습니다. 키가 직접 들어 있는 프로필을 선택하세요.</translation>
    </message>
    <message>
        <source>The profile %1 signs in through IAM Identity Center (%2), which this version of Poolscope does not do. Choose a profile that has keys itself.</source>
        <translation>프로필 %1은(는) IAM Identity Center로 로그인하는데(%2), 이 버전의 Poolscope는 이를 지원하지 않습니다. 키가 직접 들어 있는 프로필을 선택하세요.</translation>
    </message>
    <message>
        <source>The profile %1 signs in through the console (%2), which this version of Poolscope does not do. Choose a profile that has keys itself.</source>
        <translation>프로필 %1은(는) 콘솔로 로그인하는데(%2), 이 버전의 Poolscope는 이를 지원하지 않습니다. 키가 직접 들어 있는 프로필을 선택하세요.</translation>
    </message>
    <message>
        <source>The profile %1 asks a program for its keys (%2), which this version of Poolscope does not do. Choose a profile that has keys itself.</source>
        <translation>프로필 %1은(는) 다른 프로그램에서 키를 받는데(%2), 이 버전의 Poolscope는 이를 지원하지 않습니다. 키가 직접 들어 있는 프로필을 선택하세요.</translation>
    </message>
    <message>
        <source>The access key ID holds characters that none has, such as quotation marks or blanks.</source>
        <translation>액세스 키 ID에 따옴표나 공백처럼 쓰일 수 없는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>The secret access key holds characters that none has, such as quotation marks or blanks.</source>
        <translation>시크릿 액세스 키에 따옴표나 공백처럼 쓰일 수 없는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>The session token holds characters that none has, such as quotation marks or blanks.</source>
        <translation>세션 토큰에 따옴표나 공백처럼 쓰일 수 없는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>The environment variable %1 is not set where Poolscope was started.</source>
        <translation>Poolscope를 시작한 환경에 환경 변수 %1이(가) 설정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>There is no profile %1 in the AWS configuration files.</source>
        <translation>AWS 설정 파일에 프로필 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The profile %1 has no keys.</source>
        <translation>프로필 %1에 키가 없습니다.</translation>
    </message>
    <message>
        <source>The profile %1 has no aws_access_key_id.</source>
        <translation>프로필 %1에 aws_access_key_id가 없습니다.</translation>
    </message>
    <message>
        <source>The profile %1 has no aws_secret_access_key.</source>
        <translation>프로필 %1에 aws_secret_access_key가 없습니다.</translation>
    </message>
    <message>
        <source>Enter the access key ID.</source>
        <translation>액세스 키 ID를 입력하세요.</translation>
    </message>
    <message>
        <source>Enter the secret access key.</source>
        <translation>시크릿 액세스 키를 입력하세요.</translation>
    </message>
    <message>
        <source>This is a temporary access key: it needs its session token.</source>
        <translation>임시 액세스 키입니다. 세션 토큰이 필요합니다.</translation>
    </message>
</context>
</TS>
