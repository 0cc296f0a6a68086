#include "channelfixture.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

using namespace poolscope;
using namespace poolscope::tests;

// Servers whose certificate nobody vouches for: refused, and not a byte of the request leaves.
class TestTls : public QObject
{
    Q_OBJECT

private slots:
    void refused_data();
    void refused();
    void oldProtocol();
};

namespace {

struct Identity
{
    QSslKey key;
    QSslCertificate certificate;
};

template<class Write>
QByteArray pem(Write &&write)
{
    BIO *memory = BIO_new(BIO_s_mem());
    write(memory);
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    const QByteArray text(data, size);
    BIO_free(memory);
    return text;
}

// A certificate signed by itself for `host`, valid between the two, in seconds from now.
Identity selfSigned(const char *host, long from, long to)
{
    EVP_PKEY *key = EVP_RSA_gen(2048);
    X509 *certificate = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), from);
    X509_gmtime_adj(X509_getm_notAfter(certificate), to);
    X509_set_pubkey(certificate, key);
    X509_NAME *name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>(host), -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());

    Identity identity;
    identity.key = QSslKey(
        pem([key](BIO *bio) { PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr); }), QSsl::Rsa);
    identity.certificate = QSslCertificate(pem([certificate](BIO *bio) { PEM_write_bio_X509(bio, certificate); }));
    X509_free(certificate);
    EVP_PKEY_free(key);
    return identity;
}

} // namespace

void TestTls::refused_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    const int day = 24 * 60 * 60;
    QTest::newRow("signed by itself") << QByteArray("127.0.0.1") << -day << day;
    QTest::newRow("expired") << QByteArray("127.0.0.1") << -2 * day << -day;
    QTest::newRow("not valid yet") << QByteArray("127.0.0.1") << day << 2 * day;
    QTest::newRow("for another host") << QByteArray("pool.example") << -day << day;
}

void TestTls::refused()
{
    QFETCH(QByteArray, host);
    QFETCH(int, from);
    QFETCH(int, to);
    const Identity identity = selfSigned(host.constData(), from, to);
    QVERIFY(!identity.key.isNull());
    QVERIFY(!identity.certificate.isNull());

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPrivateKey(identity.key);
    configuration.setLocalCertificate(identity.certificate);
    QSslServer server;
    server.setSslConfiguration(configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray received;
    connect(&server, &QSslServer::pendingConnectionAvailable, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&received, socket] { received += socket->readAll(); });
    });

    ChannelFixture fixture(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort())));
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Transport, QStringLiteral("TlsFailed"), false);
    QVERIFY(!fixture.error().retryable);
    QVERIFY(received.isEmpty());
}

// A server that knows nothing later than TLS 1.0: it is left before it can show a certificate.
void TestTls::oldProtocol()
{
    const QByteArray random(32, 'r');
    const QByteArray hello = QByteArray::fromHex("0301") + random + QByteArray::fromHex("00002f00");
    const QByteArray handshake = QByteArray::fromHex("020000") + char(hello.size()) + hello;
    const QByteArray record = QByteArray::fromHex("16030100") + char(handshake.size()) + handshake;
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray received;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&received, socket, record] {
            if (received.isEmpty())
                socket->write(record);
            received += socket->readAll();
        });
    });

    ChannelFixture fixture(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort())));
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Transport, QStringLiteral("TlsFailed"), false);
    // Not for want of a certificate.
    QVERIFY2(fixture.error().message.contains(QStringLiteral("protocol")), qPrintable(fixture.error().message));
    QVERIFY(!received.contains("ClientId"));
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
