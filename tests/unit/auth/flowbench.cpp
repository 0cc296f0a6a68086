#include "flowbench.h"

#include "json/reader.h"

namespace poolscope::tests {

namespace {

const QString poolId = QStringLiteral("us-east-1_Test12345");
const QString clientId = QStringLiteral("testclient");
const QString clientSecret = QStringLiteral("testsecret");

void send(QTcpSocket *socket, int status, const QByteArray &body)
{
    socket->write("HTTP/1.1 " + QByteArray::number(status) + (status == 200 ? " OK" : " Bad Request") +
                  "\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: " + QByteArray::number(body.size()) +
                  "\r\n\r\n" + body);
}

QString parameterIn(const json::Value &body, QStringView name)
{
    const QStringView member = body.contains(u"AuthParameters") ? u"AuthParameters" : u"ChallengeResponses";
    return body.value(member).value(name).toString();
}

} // namespace

QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

QString fakeToken(const QByteArray &payload)
{
    const auto part = [](const QByteArray &bytes) {
        return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return QString::fromLatin1(part(quoted("{'kid':'k','alg':'RS256'}")) + '.' + part(payload) + '.' +
                               part("signature"));
}

QString accessToken(const QString &username, qint64 expSeconds)
{
    return fakeToken(quoted("{'token_use':'access','username':'" + username.toUtf8() +
                            "','exp':" + QByteArray::number(expSeconds) + "}"));
}

QByteArray tokensJson(const QString &username, qint64 nowSeconds, qint64 lifetimeSeconds, const QString &refreshToken)
{
    const QString id = fakeToken(quoted("{'token_use':'id','email':'" + username.toUtf8() + "@example.com'}"));
    QByteArray json = "{'ChallengeParameters':{},'AuthenticationResult':{'AccessToken':'" +
                      accessToken(username, nowSeconds + lifetimeSeconds).toLatin1() + "','IdToken':'" + id.toLatin1() +
                      "','ExpiresIn':" + QByteArray::number(lifetimeSeconds) + ",'TokenType':'Bearer'";
    if (!refreshToken.isEmpty())
        json += ",'RefreshToken':'" + refreshToken.toLatin1() + "'";
    return quoted(json + "}}");
}

FlowBench::FlowBench(bool withSecret)
{
    connection = {.id = QStringLiteral("c1"),
                  .name = QStringLiteral("Test"),
                  .kind = profiles::Connection::Kind::Endpoint,
                  .userPoolId = poolId,
                  .clientId = clientId,
                  .endpoint = server.url(),
                  .hasClientSecret = withSecret};
    if (withSecret)
        store.write(profiles::clientSecretKey(connection.id), clientSecret.toUtf8(), &server, [](const auto &) {});
    restart();
}

void FlowBench::restart()
{
    sessions.reset();
    access = std::make_unique<auth::UserPoolAccess>(
        connection, server.url(),
        auth::AccessParts{.channel = &channel, .secrets = &store, .clock = &clock, .random = &random});
    sessions = std::make_unique<auth::SessionManager>(access.get());
}

QString FlowBench::operation(qsizetype request) const
{
    return QString::fromLatin1(server.requests().value(request).header("X-Amz-Target").split('.').value(1));
}

json::Value FlowBench::body(qsizetype request) const
{
    const auto document = json::read(server.requests().value(request).body);
    return document ? document->root : json::Value();
}

QString FlowBench::parameter(qsizetype request, QStringView name) const
{
    return parameterIn(body(request), name);
}

void FlowBench::answerTokens(const QString &username, qint64 lifetimeSeconds, const QString &refreshToken)
{
    server.addOk(tokensJson(username, clock.nowSeconds(), lifetimeSeconds, refreshToken));
}

SrpService::SrpService(FlowBench &bench, const QString &userId, const QString &password)
    : m_bench(bench)
    , m_userId(userId)
    , m_verifier(crypto::makeVerifier(crypto::poolNameOf(poolId), userId, password, bench.random))
    , m_server(std::make_shared<crypto::SrpServer>(m_verifier, bench.random))
    , m_secretBlock(bench.random.bytes(80))
{
}

void SrpService::addChallenge(const QByteArray &session)
{
    QByteArray json = "{'ChallengeName':'PASSWORD_VERIFIER','ChallengeParameters':{'SALT':'" +
                      m_verifier.saltHex.toLatin1() + "','SRP_B':'" + m_server->publicValueHex().toLatin1() +
                      "','SECRET_BLOCK':'" + m_secretBlock.toBase64() + "','USERNAME':'" + m_userId.toLatin1() +
                      "','USER_ID_FOR_SRP':'" + m_userId.toLatin1() + "'}";
    if (!session.isEmpty())
        json += ",'Session':'" + session + "'";
    json = quoted(json + "}");
    m_bench.server.add([srpA = m_srpA, json](QTcpSocket *socket, const ReceivedRequest &request) {
        *srpA = parameterIn(json::read(request.body)->root, u"SRP_A");
        send(socket, 200, json);
    });
}

void SrpService::addVerdict(const QByteArray &right)
{
    m_bench.server.add([server = m_server, right, srpA = m_srpA, user = m_userId,
                        block = m_secretBlock](QTcpSocket *socket, const ReceivedRequest &request) {
        const json::Value body = json::read(request.body)->root;
        const bool proved =
            server->checkClaim(crypto::poolNameOf(poolId), user, *srpA, block, parameterIn(body, u"TIMESTAMP"),
                               parameterIn(body, u"PASSWORD_CLAIM_SIGNATURE"));
        if (proved)
            send(socket, 200, right);
        else
            send(socket, 400,
                 quoted("{'__type':'NotAuthorizedException','message':'Incorrect username or password.'}"));
    });
}

} // namespace poolscope::tests
