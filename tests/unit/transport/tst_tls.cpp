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

#include <memory>
#include <utility>

using namespace poolscope;
using namespace poolscope::tests;

// Servers whose certificate is accepted, or has one fault: those are refused, and not a byte of the request leaves.
class TestTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void accepted();
    void refused_data();
    void refused();
    void oldProtocol();

private:
    QSslConfiguration m_before;
};

namespace {

struct Identity
{
    QSslKey key;
    QSslCertificate certificate;
};

struct FreeOpenssl
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeOpenssl>;
using Certificate = std::unique_ptr<X509, FreeOpenssl>;

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

QSslCertificate toQt(const Certificate &certificate)
{
    return QSslCertificate(pem([&](BIO *bio) { PEM_write_bio_X509(bio, certificate.get()); }));
}

struct Wanted
{
    const char *name;
    std::pair<int, const char *> extension; // its identifier, and its value
    long from;                              // seconds from now
    long to;
};

// Not signed yet.
Certificate unsignedCertificate(const Wanted &wanted, const Key &key)
{
    static int serial = 0;
    Certificate made(X509_new());
    X509_set_version(made.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), wanted.from);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), wanted.to);
    X509_set_pubkey(made.get(), key.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(made.get()), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>(wanted.name), -1, -1, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, wanted.extension.first, wanted.extension.second);
    X509_add_ext(made.get(), extension, -1);
    X509_EXTENSION_free(extension);
    return made;
}

// A certification authority of these tests.
class Authority
{
public:
    explicit Authority(const char *name)
        : m_key(EVP_RSA_gen(2048))
        , m_certificate(unsignedCertificate({name, {NID_basic_constraints, "critical,CA:TRUE"}, -day, day}, m_key))
    {
        sign(m_certificate);
    }

    void sign(const Certificate &certificate) const
    {
        X509_set_issuer_name(certificate.get(), X509_get_subject_name(m_certificate.get()));
        X509_sign(certificate.get(), m_key.get(), EVP_sha256());
    }
    QSslCertificate certificate() const { return toQt(m_certificate); }

    static constexpr int day = 24 * 60 * 60;

private:
    Key m_key;
    Certificate m_certificate;
};

constexpr int day = Authority::day;

const Authority &trusted()
{
    static const Authority authority("Authority of these tests");
    return authority;
}

// By the authority; by itself where there is none.
Identity identity(const Wanted &wanted, const Authority *by)
{
    const Key key(EVP_RSA_gen(2048));
    const Certificate certificate = unsignedCertificate(wanted, key);
    if (by) {
        by->sign(certificate);
    } else {
        X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
        X509_sign(certificate.get(), key.get(), EVP_sha256());
    }
    const QByteArray text =
        pem([&](BIO *bio) { PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    return {QSslKey(text, QSsl::Rsa), toQt(certificate)};
}

constexpr std::pair<int, const char *> thisHost{NID_subject_alt_name, "IP:127.0.0.1"};
constexpr std::pair<int, const char *> otherHost{NID_subject_alt_name, "DNS:pool.example"};

// Answers every request with an empty object.
class TlsServer
{
public:
    explicit TlsServer(const Identity &identity)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setPrivateKey(identity.key);
        configuration.setLocalCertificate(identity.certificate);
        m_server.setSslConfiguration(configuration);
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QSslServer::pendingConnectionAvailable, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket] {
                received += socket->readAll();
                if (received.endsWith('}'))
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            });
        });
    }

    QUrl url() const { return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_server.serverPort())); }

    QByteArray received;

private:
    QSslServer m_server;
};

} // namespace

void TestTls::initTestCase()
{
    m_before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration configuration = m_before;
    configuration.setCaCertificates({trusted().certificate()});
    QSslConfiguration::setDefaultConfiguration(configuration);
}

void TestTls::cleanupTestCase()
{
    QSslConfiguration::setDefaultConfiguration(m_before);
}

// Otherwise what is refused would be refused for a fault that all of them have.
void TestTls::accepted()
{
    TlsServer server(identity({"127.0.0.1", thisHost, -day, day}, &trusted()));
    ChannelFixture fixture(server.url());
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY2(*fixture.outcome, qPrintable(fixture.error().message));
    QVERIFY(server.received.contains("ClientId"));
}

void TestTls::refused_data()
{
    static const Authority stranger("Authority that nobody knows");
    QTest::addColumn<Identity>("shown");
    QTest::addColumn<QString>("reason"); // as Qt words it
    QTest::newRow("signed by itself") << identity({"127.0.0.1", thisHost, -day, day}, nullptr)
                                      << QStringLiteral("self-signed");
    QTest::newRow("signed by a stranger")
        << identity({"127.0.0.1", thisHost, -day, day}, &stranger) << QStringLiteral("issuer certificate");
    QTest::newRow("expired") << identity({"127.0.0.1", thisHost, -2 * day, -day}, &trusted())
                             << QStringLiteral("has expired");
    QTest::newRow("not valid yet") << identity({"127.0.0.1", thisHost, day, 2 * day}, &trusted())
                                   << QStringLiteral("not yet valid");
    QTest::newRow("for another host") << identity({"pool.example", otherHost, -day, day}, &trusted())
                                      << QStringLiteral("host name did not match");
}

void TestTls::refused()
{
    QFETCH(Identity, shown);
    QFETCH(QString, reason);
    QVERIFY(!shown.key.isNull());
    QVERIFY(!shown.certificate.isNull());
    TlsServer server(shown);
    ChannelFixture fixture(server.url());
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Transport, QStringLiteral("TlsFailed"), false);
    QVERIFY(!fixture.error().retryable);
    QVERIFY2(fixture.error().message.contains(reason), qPrintable(fixture.error().message));
    QVERIFY(server.received.isEmpty());
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
