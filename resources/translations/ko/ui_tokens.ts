<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>TokenReader</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1을(를) 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 파일이 비어 있습니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::ClaimsView</name>
    <message>
        <source>Payload</source>
        <translation>페이로드</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>클레임</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>값 복사</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::TokenBytesView</name>
    <message>
        <source>Copy the token</source>
        <translation>토큰 복사</translation>
    </message>
    <message>
        <source>The token&apos;s own characters</source>
        <translation>토큰의 문자 그대로</translation>
    </message>
    <message>
        <source>Token · %1 bytes</source>
        <translation>토큰 · %1바이트</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::TokensPage</name>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>액세스</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>붙여넣음</translation>
    </message>
    <message>
        <source>Paste a token</source>
        <translation>토큰 붙여넣기</translation>
    </message>
    <message>
        <source>From the clipboard (Ctrl+V), or drop a file. Nothing is sent anywhere.</source>
        <translation>클립보드에서 붙여넣거나(Ctrl+V) 파일을 놓으세요. 어디로도 전송되지 않습니다.</translation>
    </message>
    <message>
        <source>Refresh tokens</source>
        <translation>토큰 갱신</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>로그인한 사용자가 없습니다</translation>
    </message>
    <message>
        <source>Sign in to see the tokens of a user, or paste any token to take it apart.</source>
        <translation>로그인하여 사용자의 토큰을 보거나, 아무 토큰이나 붙여넣어 분석하세요.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Only the service can read this token</source>
        <translation>서비스만 이 토큰을 읽을 수 있습니다</translation>
    </message>
    <message>
        <source>A refresh token is encrypted for the user pool. It is exchanged for new tokens, and can be revoked; there is nothing in it for an app to look at.</source>
        <translation>갱신 토큰은 사용자 풀을 위해 암호화되어 있습니다. 새 토큰으로 교환하거나 폐기할 수 있으며, 앱이 볼 내용은 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The pool&apos;s keys could not be fetched, so the signature is not checked.</source>
        <translation>풀의 키를 가져올 수 없어 서명을 검사하지 않습니다.</translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>클립보드에 텍스트가 없습니다.</translation>
    </message>
    <message>
        <source>Copy a token or an Authorization header first, or drop a file here.</source>
        <translation>먼저 토큰이나 Authorization 헤더를 복사하거나, 여기에 파일을 놓으세요.</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>파일을 읽는 중…</translation>
    </message>
    <message>
        <source>The dropped file gave no token</source>
        <translation>끌어다 놓은 파일에서 토큰을 얻지 못했습니다</translation>
    </message>
    <message>
        <source>What was dropped holds no text</source>
        <translation>끌어다 놓은 것에 텍스트가 없습니다</translation>
    </message>
    <message>
        <source>Only the service knows what this token stands for</source>
        <translation>이 토큰이 무엇을 뜻하는지는 서비스만 압니다</translation>
    </message>
    <message>
        <source>This refresh token is an opaque text, where Amazon Cognito&apos;s are encrypted JSON web tokens. It is exchanged for new tokens; there is nothing in it for an app to look at.</source>
        <translation>이 갱신 토큰은 내용을 알 수 없는 텍스트입니다. Amazon Cognito의 갱신 토큰은 암호화된 JSON 웹 토큰입니다. 새 토큰으로 교환할 때 쓰며, 앱이 들여다볼 내용은 없습니다.</translation>
    </message>
    <message>
        <source>A refresh token is for its service alone, so it is not checked here.</source>
        <translation>갱신 토큰은 서비스만을 위한 것이므로 여기서 검사하지 않습니다.</translation>
    </message>
    <message>
        <source>This service made it as a signed token that can be read, where Amazon Cognito&apos;s are encrypted. What stands in it means something to the service only.</source>
        <translation>이 서비스는 갱신 토큰을 읽을 수 있는 서명된 토큰으로 만들었습니다. Amazon Cognito의 갱신 토큰은 암호화되어 있습니다. 그 내용은 서비스에만 의미가 있습니다.</translation>
    </message>
</context>
<context>
    <name>poolscope::ui::VerdictBar</name>
    <message>
        <source>Valid</source>
        <translation>유효함</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>유효하지 않음</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>검증되지 않음</translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation>%1 만료</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>%1 만료됨</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>자세히(&amp;D)</translation>
    </message>
    <message>
        <source>What each check found</source>
        <translation>각 검사에서 확인한 내용</translation>
    </message>
</context>
</TS>
