<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>PublicKey</name>
    <message>
        <source>The RSA key is larger than 16,384 bits.</source>
        <translation>RSA 키가 16,384비트보다 큽니다.</translation>
    </message>
    <message>
        <source>The RSA key is smaller than 512 bits.</source>
        <translation>RSA 키가 512비트보다 작습니다.</translation>
    </message>
    <message>
        <source>The RSA modulus is even, so it is not a key.</source>
        <translation>RSA 모듈러스가 짝수이므로 키가 아닙니다.</translation>
    </message>
    <message>
        <source>The RSA exponent is even or below 3, so it is not a key.</source>
        <translation>RSA 지수가 짝수이거나 3보다 작으므로 키가 아닙니다.</translation>
    </message>
    <message>
        <source>The RSA exponent is larger than 64 bits.</source>
        <translation>RSA 지수가 64비트보다 큽니다.</translation>
    </message>
    <message>
        <source>The RSA key could not be loaded.</source>
        <translation>RSA 키를 불러올 수 없습니다.</translation>
    </message>
    <message>
        <source>The coordinates do not have the length of the curve.</source>
        <translation>좌표의 길이가 곡선의 길이와 다릅니다.</translation>
    </message>
    <message>
        <source>The point is not on the curve.</source>
        <translation>점이 곡선 위에 있지 않습니다.</translation>
    </message>
</context>
<context>
    <name>Srp</name>
    <message>
        <source>%1 is not a hexadecimal number.</source>
        <translation>%1이(가) 16진수가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is zero modulo N, which the protocol forbids.</source>
        <translation>%1이(가) N으로 나눈 나머지가 0이며, 프로토콜에서 금지된 값입니다.</translation>
    </message>
    <message>
        <source>SECRET_BLOCK is not base64.</source>
        <translation>SECRET_BLOCK이 base64 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>The device verifier is not base64.</source>
        <translation>기기 검증자가 base64 형식이 아닙니다.</translation>
    </message>
</context>
</TS>
