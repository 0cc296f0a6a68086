#include "credentials/keysources.h"
#include "credentials/statickeys.h"
#include "credentials/storedkeys.h"
#include "model/descriptor.h"
#include "secrets/memorystore.h"
#include "support/scriptedserver.h"
#include "transport/activitylog.h"
#include "transport/awsjsonchannel.h"
#include "json/writer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;
using namespace poolscope::credentials;
using namespace Qt::StringLiterals;
using Kind = profiles::KeySource::Kind;
using Keys = std::optional<Result<transport::SigningCredentials>>;

namespace {

// A store that fails, and counts how often it was asked.
class CountingStore final : public secrets::SecretStore
{
public:
    void read(const QString &key, QObject *context, ReadHandler handler) override
    {
        ++reads;
        const Result<std::optional<QByteArray>> answer =
            isLocked ? Result<std::optional<QByteArray>>(
                           failure(Error::storage(QString(secrets::codes::Locked), u"The keychain is locked."_s)))
                     : Result<std::optional<QByteArray>>(entries.contains(key) ? std::optional(entries.value(key))
                                                                               : std::nullopt);
        QMetaObject::invokeMethod(
            context, [answer, handler] { handler(answer); }, Qt::QueuedConnection);
    }
    void write(const QString &, const QByteArray &, QObject *, DoneHandler) override {}
    void remove(const QString &, QObject *, DoneHandler) override {}
    QString backendName() const override { return u"Test"_s; }
    bool isPersistent() const override { return true; }

    QHash<QString, QByteArray> entries;
    bool isLocked = false;
    int reads = 0;
};

} // namespace

class KeySourcesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void noneIsNoSource();
    void fromTheEnvironment();
    void profileIsReadAnew();
    void brokenFilesAreSaid();
    void keychainIsAskedOnceItAnswers();
    void keychainThatHasNone();
    void contextThatGoesHearsNothing_data();
    void contextThatGoesHearsNothing();
    void signsWithThem();
    void saysWhatIsMissingAndSendsNothing();

private:
    std::unique_ptr<transport::CredentialsSource> sourceOf(Kind kind);
    void put(const QByteArray &credentials);
    Result<transport::SigningCredentials> ask(transport::CredentialsSource &source);

    std::unique_ptr<QTemporaryDir> m_folder;
    CountingStore m_store;
    QProcessEnvironment m_environment;
    QObject m_context;
};

void KeySourcesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store.entries.clear();
    m_store.isLocked = false;
    m_store.reads = 0;
    m_environment.clear();
    m_environment.insert(u"AWS_ACCESS_KEY_ID"_s, u"AKIAENV"_s);
    m_environment.insert(u"AWS_SECRET_ACCESS_KEY"_s, u"env-secret"_s);
}

std::unique_ptr<transport::CredentialsSource> KeySourcesTest::sourceOf(Kind kind)
{
    profiles::Connection connection{.id = u"c1"_s};
    connection.keys = {kind, kind == Kind::Profile ? u"dev"_s : QString()};
    const AwsFiles files{m_folder->filePath(u"config"_s), m_folder->filePath(u"credentials"_s)};
    return makeKeySource(connection, {m_environment, files, &m_store});
}

void KeySourcesTest::put(const QByteArray &credentials)
{
    QFile file(m_folder->filePath(u"credentials"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(credentials);
}

Result<transport::SigningCredentials> KeySourcesTest::ask(transport::CredentialsSource &source)
{
    Keys answer;
    bool isInside = true;
    source.credentials(&m_context, [&](Result<transport::SigningCredentials> keys) {
        QVERIFY(!isInside);
        QVERIFY(!answer);
        answer = std::move(keys);
    });
    isInside = false;
    if (!QTest::qWaitFor([&] { return answer.has_value(); }))
        return failure(Error::cancelled());
    return *answer;
}

void KeySourcesTest::noneIsNoSource()
{
    QVERIFY(!sourceOf(Kind::None));
}

void KeySourcesTest::fromTheEnvironment()
{
    const auto source = sourceOf(Kind::Environment);
    QCOMPARE(ask(*source).value().accessKeyId, u"AKIAENV"_s);
}

void KeySourcesTest::profileIsReadAnew()
{
    const auto source = sourceOf(Kind::Profile);
    QVERIFY(ask(*source).error().message.contains(u"There is no profile dev"_s));
    put("[dev]\naws_access_key_id = A1\naws_secret_access_key = s\n");
    QCOMPARE(ask(*source).value().accessKeyId, u"A1"_s);
    put("[dev]\naws_access_key_id = A2\naws_secret_access_key = s\naws_session_token = t\n");
    QCOMPARE(ask(*source).value().accessKeyId, u"A2"_s);
    QCOMPARE(ask(*source).value().sessionToken, u"t"_s);
}

void KeySourcesTest::brokenFilesAreSaid()
{
    const auto source = sourceOf(Kind::Profile);
    put("[dev\naws_secret_access_key = cAnArY\n");
    const auto keys = ask(*source);
    QVERIFY(!keys);
    QCOMPARE(keys.error().code, u"AwsFilesInvalid"_s);
    QVERIFY(keys.error().message.contains(u"Line 1"_s));
    QVERIFY(!keys.error().message.contains(u"cAnArY"_s));
}

void KeySourcesTest::keychainIsAskedOnceItAnswers()
{
    const auto source = sourceOf(Kind::Kept);
    m_store.isLocked = true;
    QCOMPARE(ask(*source).error().code, QString(secrets::codes::Locked));
    m_store.isLocked = false;
    m_store.entries.insert(profiles::awsKeysKey(u"c1"_s), storedKeys({u"AKIAKEPT"_s, u"s"_s, u"t"_s}));
    QCOMPARE(ask(*source).value().accessKeyId, u"AKIAKEPT"_s);
    QCOMPARE(ask(*source).value().sessionToken, u"t"_s);
    QCOMPARE(m_store.reads, 2);
}

void KeySourcesTest::keychainThatHasNone()
{
    const auto source = sourceOf(Kind::Kept);
    QCOMPARE(ask(*source).error().code, QString(missingCredentials));
    m_store.entries.insert(profiles::awsKeysKey(u"c1"_s), "garbage");
    QCOMPARE(ask(*source).error().code, QString(missingCredentials));
}

void KeySourcesTest::contextThatGoesHearsNothing_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("environment") << Kind::Environment;
    QTest::newRow("profile") << Kind::Profile;
    QTest::newRow("keychain") << Kind::Kept;
}

void KeySourcesTest::contextThatGoesHearsNothing()
{
    QFETCH(Kind, kind);
    put("[dev]\naws_access_key_id = A1\naws_secret_access_key = s\n");
    auto source = sourceOf(kind);
    bool called = false;
    auto context = std::make_unique<QObject>();
    source->credentials(context.get(), [&called](const auto &) { called = true; });
    context.reset();
    source.reset();
    QVERIFY(ask(*sourceOf(kind)) || kind == Kind::Kept); // by now the first would have been answered
    QVERIFY(!called);
}

void KeySourcesTest::signsWithThem()
{
    put("[dev]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = s\naws_session_token = tok\n");
    tests::ScriptedServer server;
    server.addOk("{}");
    const auto source = sourceOf(Kind::Profile);
    transport::ActivityLog log;
    transport::AwsJsonChannel channel(
        {.endpoint = server.url(), .region = u"eu-west-1"_s, .credentials = source.get(), .log = &log});
    std::optional<Result<json::Value>> answer;
    channel.send(*model::findOperation(model::cognitoIdp(), u"ListUserPools"), json::Value::object(), &m_context,
                 [&answer](Result<json::Value> result) { answer = std::move(result); });
    QTRY_VERIFY(answer);
    QCOMPARE(server.requests().size(), 1);
    const tests::ReceivedRequest request = server.requests().constFirst();
    QVERIFY(request.header("Authorization").startsWith("AWS4-HMAC-SHA256 Credential=AKIAPROFILE/"));
    QVERIFY(request.header("Authorization").contains("/eu-west-1/cognito-idp/aws4_request"));
    QCOMPARE(request.header("X-Amz-Security-Token"), QByteArray("tok"));
    QVERIFY(!json::write(log.entries().constFirst().request).contains("tok"));
}

void KeySourcesTest::saysWhatIsMissingAndSendsNothing()
{
    put("[dev]\naws_access_key_id = AKIAPROFILE\n");
    tests::ScriptedServer server;
    server.addOk("{}");
    const auto source = sourceOf(Kind::Profile);
    transport::AwsJsonChannel channel(
        {.endpoint = server.url(), .region = u"eu-west-1"_s, .credentials = source.get()});
    std::optional<Result<json::Value>> answer;
    channel.send(*model::findOperation(model::cognitoIdp(), u"ListUserPools"), json::Value::object(), &m_context,
                 [&answer](Result<json::Value> result) { answer = std::move(result); });
    QTRY_VERIFY(answer);
    QVERIFY(!*answer);
    QCOMPARE(answer->error().code, QString(missingCredentials));
    QVERIFY(answer->error().message.contains(u"aws_secret_access_key"_s));
    QCOMPARE(server.connectionCount(), 0);
}

QTEST_GUILESS_MAIN(KeySourcesTest)
#include "tst_keysources.moc"
