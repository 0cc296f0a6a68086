#include "crypto/srp.h"

#include "crypto/secrethash.h"
#include "crypto/srpmath.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace poolscope;
using namespace poolscope::crypto;

namespace {

const QString salt = QStringLiteral("27c36b72d5b95f8a7a6956ae454627b0");
const QString secretBlock = QStringLiteral("c2VjcmV0c3NlY3Jlc3Rzc2VjcmV0cw==");
const QDateTime someTime(QDate(2026, 1, 15), QTime(12, 34, 56), Qt::UTC);

QJsonObject vectors()
{
    QFile file(QStringLiteral(POOLSCOPE_TEST_DATA "/srp-vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("srp-vectors.json is missing");
    return QJsonDocument::fromJson(file.readAll()).object();
}

void addRows(const QString &list)
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray rows = vectors().value(list).toArray();
    for (const auto &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("id")].toString())) << row.toObject();
}

QString text(const QJsonObject &vector, QLatin1StringView group, QLatin1StringView name)
{
    return vector.value(group).toObject().value(name).toString();
}

constexpr QLatin1StringView inputs("inputs");
constexpr QLatin1StringView outputs("outputs");
constexpr QLatin1StringView intermediates("intermediates");

// A device signs in with the random password it kept.
QString passwordOf(const QJsonObject &vector)
{
    const QJsonObject in = vector.value(inputs).toObject();
    const QJsonValue device = in.value(QLatin1StringView("device"));
    return device.isObject() ? device[QLatin1StringView("RandomPassword")].toString()
                             : in.value(QLatin1StringView("password")).toString();
}

QString primeHex()
{
    return srp::toHex(srp::group().prime.get());
}

} // namespace

class TestSrp final : public QObject
{
    Q_OBJECT

private slots:
    void constants();
    void generatorPower_data();
    void generatorPower();
    void generated_data();
    void generated();
    void serverAgrees_data();
    void serverAgrees();
    void confirmDevice_data();
    void confirmDevice();
    void published_data();
    void published();
    void timestamp_data();
    void timestamp();
    void refusesChallenge_data();
    void refusesChallenge();
    void leadingZerosAndOddDigitsAreTheSameNumber();
    void wrongPrivateValueIsAnError();
    void clientAndServerMeet();
    void deviceMeets();
    void serverRefuses_data();
    void serverRefuses();
    void serverWithBrokenVerifierAcceptsNothing();
    void clientsDiffer();
};

void TestSrp::constants()
{
    const QJsonObject constants = vectors().value(QLatin1StringView("constants")).toObject();
    QCOMPARE(primeHex(), constants.value(QLatin1StringView("N_hex")).toString().toLower());
    QCOMPARE(srp::toHex(srp::group().multiplier.get()), constants.value(QLatin1StringView("k_hex")).toString());
    QCOMPARE(srp::signedBytes(srp::group().prime.get()).size(), 385);
}

void TestSrp::generatorPower_data()
{
    QTest::addColumn<QString>("exponent");
    QTest::newRow("zero") << QStringLiteral("0");
    QTest::newRow("one") << QStringLiteral("1");
    QTest::newRow("the last of the first window") << QStringLiteral("f");
    QTest::newRow("the first of the second window") << QStringLiteral("10");
    QTest::newRow("every digit") << QStringLiteral("fedcba98765432100123456789abcdef");
    QTest::newRow("zeros within") << QStringLiteral("8000000000000000000000000000000000000000000000000000000000000001");
    QTest::newRow("the longest of the table") << QString(64, u'f');
    QTest::newRow("longer than the table") << QString(u'1' + QString(64, u'0'));
    QTest::newRow("as long as the prime") << primeHex();
    SystemRandom random;
    for (int i = 0; i < 20; ++i)
        QTest::addRow("random %d", i) << QString::fromLatin1(random.bytes(32).toHex());
}

void TestSrp::generatorPower()
{
    QFETCH(QString, exponent);
    const BigNumberContext context(BN_CTX_new());
    const BigNumber number = srp::fromHex(exponent);
    const BigNumber any = srp::power(srp::group().generator.get(), number.get(), context.get());
    QCOMPARE(srp::toHex(srp::generatorPower(number.get(), context.get()).get()), srp::toHex(any.get()));
}

void TestSrp::generated_data()
{
    addRows(QStringLiteral("vectors"));
}

void TestSrp::generated()
{
    QFETCH(QJsonObject, vector);
    const auto in = [&](const char *name) { return text(vector, inputs, QLatin1StringView(name)); };
    const auto middle = [&](const char *name) { return text(vector, intermediates, QLatin1StringView(name)); };
    const auto out = [&](const char *name) { return text(vector, outputs, QLatin1StringView(name)); };

    const SrpClient client(in("a_hex").toLatin1());
    QCOMPARE(client.publicValueHex(), out("SRP_A"));

    const QString prefix = middle("identity_prefix");
    const QString user = middle("identity_user");
    const BigNumber saltNumber = srp::fromHex(in("SALT"));
    QCOMPARE(srp::signedBytes(saltNumber.get()).toHex(), middle("salt_signed_bytes_hex").toLatin1());
    const BigNumber x = srp::passwordNumber(saltNumber.get(), prefix, user, passwordOf(vector));
    QCOMPARE(srp::toHex(x.get()), middle("x_hex"));
    const BigNumber u = srp::scrambler(srp::fromHex(client.publicValueHex()).get(), srp::fromHex(in("SRP_B")).get());
    QCOMPARE(srp::toHex(u.get()), middle("u_hex"));
    QCOMPARE(srp::signedBytes(u.get()).toHex(), middle("u_signed_bytes_hex").toLatin1());
    const auto key = client.sessionKey(prefix, user, passwordOf(vector), in("SALT"), in("SRP_B"));
    QVERIFY(key.has_value());
    QCOMPARE(key->toHex(), middle("hkdf_key_hex").toLatin1());

    const SrpChallenge challenge{in("SALT"), in("SRP_B"), in("SECRET_BLOCK")};
    const qint64 seconds =
        vector.value(inputs).toObject().value(QLatin1StringView("timestampEpochSeconds")).toInteger();
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    const auto claim =
        vector.value(QLatin1StringView("kind")).toString() == QLatin1StringView("device")
            ? client.deviceClaim(prefix, user, passwordOf(vector), challenge, time)
            : client.passwordClaim(in("UserPoolId"), in("USER_ID_FOR_SRP"), passwordOf(vector), challenge, time);
    QVERIFY(claim.has_value());
    QCOMPARE(claim->timestamp, out("TIMESTAMP"));
    QCOMPARE(claim->signatureBase64, out("PASSWORD_CLAIM_SIGNATURE"));
    if (!out("SECRET_HASH_InitiateAuth").isEmpty()) {
        QCOMPARE(secretHash(in("usernameTyped"), in("ClientId"), in("ClientSecret")), out("SECRET_HASH_InitiateAuth"));
        QCOMPARE(secretHash(in("USER_ID_FOR_SRP"), in("ClientId"), in("ClientSecret")),
                 out("SECRET_HASH_RespondToAuthChallenge"));
    }
}

void TestSrp::serverAgrees_data()
{
    addRows(QStringLiteral("vectors"));
}

void TestSrp::serverAgrees()
{
    QFETCH(QJsonObject, vector);
    const auto in = [&](const char *name) { return text(vector, inputs, QLatin1StringView(name)); };
    const auto middle = [&](const char *name) { return text(vector, intermediates, QLatin1StringView(name)); };
    const auto out = [&](const char *name) { return text(vector, outputs, QLatin1StringView(name)); };

    const auto verifier =
        makeVerifier(middle("identity_prefix"), middle("identity_user"), passwordOf(vector), in("SALT"));
    QVERIFY(verifier.has_value());
    QCOMPARE(verifier->verifierHex, middle("verifier_hex"));
    const SrpServer server(*verifier, in("b_hex_server_private").toLatin1());
    QVERIFY(server.isValid());
    QCOMPARE(server.publicValueHex(), in("SRP_B"));
    QCOMPARE(QString::fromLatin1(server.privateHex()), in("b_hex_server_private"));
    const QByteArray block = QByteArray::fromBase64(in("SECRET_BLOCK").toLatin1());
    QVERIFY(server.checkClaim(middle("identity_prefix"), middle("identity_user"), out("SRP_A"), block, out("TIMESTAMP"),
                              out("PASSWORD_CLAIM_SIGNATURE")));
}

void TestSrp::confirmDevice_data()
{
    addRows(QStringLiteral("confirmDevice"));
}

void TestSrp::confirmDevice()
{
    QFETCH(QJsonObject, vector);
    const auto in = [&](const char *name) { return text(vector, inputs, QLatin1StringView(name)); };
    const auto made = makeDeviceVerifier(in("DeviceGroupKey"), in("DeviceKey"), in("RandomPassword"),
                                         QByteArray::fromHex(in("saltBytes_hex").toLatin1()));
    QCOMPARE(made.saltBase64, text(vector, outputs, QLatin1StringView("Salt")));
    QCOMPARE(made.passwordVerifierBase64, text(vector, outputs, QLatin1StringView("PasswordVerifier")));
}

void TestSrp::published_data()
{
    addRows(QStringLiteral("published"));
}

void TestSrp::published()
{
    QFETCH(QJsonObject, vector);
    const auto in = [&](const char *name) { return text(vector, inputs, QLatin1StringView(name)); };
    const auto out = [&](const char *name) { return text(vector, outputs, QLatin1StringView(name)); };
    if (!out("u_hex").isEmpty()) {
        const BigNumber u = srp::scrambler(srp::fromHex(in("SRP_A")).get(), srp::fromHex(in("SRP_B")).get());
        QCOMPARE(srp::toHex(u.get()), out("u_hex"));
    } else if (!out("PasswordVerifier").isEmpty()) {
        confirmDevice();
    } else {
        const SrpClient client(in("a_hex").toLatin1());
        QCOMPARE(client.publicValueHex(), out("SRP_A"));
        const QString pool = poolNameOf(in("UserPoolId"));
        const auto key = client.sessionKey(pool, in("USER_ID_FOR_SRP"), in("password"), in("SALT"), in("SRP_B"));
        QVERIFY(key.has_value());
        QCOMPARE(key->toHex(), out("hkdf_key_hex").toLatin1());
        const QByteArray block = QByteArray::fromBase64(in("SECRET_BLOCK").toLatin1());
        const QByteArray signature = srp::claimSignature(*key, pool, in("USER_ID_FOR_SRP"), block, in("TIMESTAMP"));
        QCOMPARE(QString::fromLatin1(signature.toBase64()), out("PASSWORD_CLAIM_SIGNATURE"));
        const QString typed = in("usernameTyped").isEmpty() ? in("USER_ID_FOR_SRP") : in("usernameTyped");
        const QSet<QString> hashes{secretHash(typed, in("ClientId"), in("ClientSecret")),
                                   secretHash(in("USER_ID_FOR_SRP"), in("ClientId"), in("ClientSecret"))};
        QVERIFY(hashes.contains(out("SECRET_HASH")));
    }
}

void TestSrp::timestamp_data()
{
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<QString>("expected");
    const auto utc = [](int year, int month, int day, int hour, int minute, int second) {
        return QDateTime(QDate(year, month, day), QTime(hour, minute, second), Qt::UTC);
    };
    QTest::newRow("day of one digit") << utc(2023, 9, 3, 9, 7, 5) << QStringLiteral("Sun Sep 3 09:07:05 UTC 2023");
    QTest::newRow("afternoon") << utc(2026, 1, 15, 15, 0, 0) << QStringLiteral("Thu Jan 15 15:00:00 UTC 2026");
    QTest::newRow("midnight") << utc(2024, 2, 29, 0, 0, 0) << QStringLiteral("Thu Feb 29 00:00:00 UTC 2024");
    QTest::newRow("another zone's new year") << QDateTime(QDate(2027, 1, 1), QTime(3, 0), Qt::OffsetFromUTC, 9 * 3600)
                                             << QStringLiteral("Thu Dec 31 18:00:00 UTC 2026");
}

void TestSrp::timestamp()
{
    QFETCH(QDateTime, time);
    QFETCH(QString, expected);
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::Korean));
    const QString made = srpTimestamp(time);
    QLocale::setDefault(before);
    QCOMPARE(made, expected);
}

void TestSrp::refusesChallenge_data()
{
    QTest::addColumn<QString>("saltHex");
    QTest::addColumn<QString>("publicB");
    QTest::addColumn<QString>("block");
    QTest::addColumn<QString>("code");
    const QString notANumber = QStringLiteral("SrpNotANumber");
    const QString forbidden = QStringLiteral("SrpForbiddenValue");
    const QString one = QStringLiteral("1234");
    QTest::newRow("B is 0") << salt << QStringLiteral("0") << secretBlock << forbidden;
    QTest::newRow("B is many zeros") << salt << QStringLiteral("000000") << secretBlock << forbidden;
    QTest::newRow("B is N") << salt << primeHex() << secretBlock << forbidden;
    const BigNumber twice(BN_dup(srp::group().prime.get()));
    BN_lshift1(twice.get(), twice.get());
    QTest::newRow("B is 2 N") << salt << srp::toHex(twice.get()) << secretBlock << forbidden;
    QTest::newRow("B is empty") << salt << QString() << secretBlock << notANumber;
    QTest::newRow("B is no hex") << salt << QStringLiteral("12g4") << secretBlock << notANumber;
    QTest::newRow("B has a sign") << salt << QStringLiteral("-12") << secretBlock << notANumber;
    QTest::newRow("B has a prefix") << salt << QStringLiteral("0x12") << secretBlock << notANumber;
    QTest::newRow("B has full-width digits") << salt << QStringLiteral("１２") << secretBlock << notANumber;
    QTest::newRow("B is endless") << salt << QString(1'000'000, u'f') << secretBlock << notANumber;
    QTest::newRow("salt is empty") << QString() << one << secretBlock << notANumber;
    QTest::newRow("salt is no hex") << QStringLiteral("zz") << one << secretBlock << notANumber;
    QTest::newRow("block is no base64") << salt << one << QStringLiteral("???") << QStringLiteral("SrpSecretBlock");
    QTest::newRow("block is empty") << salt << one << QString() << QStringLiteral("SrpSecretBlock");
}

void TestSrp::refusesChallenge()
{
    QFETCH(QString, saltHex);
    QFETCH(QString, publicB);
    QFETCH(QString, block);
    const SrpClient client("1234567890abcdef");
    const auto claim = client.passwordClaim(QStringLiteral("us-east-1_Pool"), QStringLiteral("user"),
                                            QStringLiteral("password"), saltHex, publicB, block, someTime);
    QVERIFY(!claim.has_value());
    QVERIFY(claim.error().kind == Error::Kind::Protocol);
    QTEST(claim.error().code, "code");
    QVERIFY(!claim.error().message.isEmpty());
}

void TestSrp::leadingZerosAndOddDigitsAreTheSameNumber()
{
    const SrpClient client("1234567890abcdef");
    const auto keyFor = [&](const char *saltHex, const char *publicB) {
        return client.sessionKey(QStringLiteral("Pool"), QStringLiteral("user"), QStringLiteral("password"),
                                 QString::fromLatin1(saltHex), QString::fromLatin1(publicB));
    };
    const auto key = keyFor("abc", "fed");
    QVERIFY(key.has_value());
    QCOMPARE(key->size(), 16);
    QCOMPARE(keyFor("0abc", "0fed").value(), *key);
    QCOMPARE(keyFor("000abc", "00000fed").value(), *key);
    QCOMPARE(keyFor("ABC", "FED").value(), *key);
    QVERIFY(keyFor("abc", "fee").value() != *key);
}

void TestSrp::wrongPrivateValueIsAnError()
{
    const SrpClient client(QByteArray("not hex"));
    QVERIFY(client.publicValueHex().isEmpty());
    QVERIFY(
        !client.sessionKey(QStringLiteral("p"), QStringLiteral("u"), QStringLiteral("w"), salt, QStringLiteral("12")));
}

void TestSrp::clientAndServerMeet()
{
    SystemRandom random;
    const QString user = QStringLiteral("홍길동");
    const QString password = QStringLiteral("pässwörd 😀");
    const SrpVerifier verifier = makeVerifier(QStringLiteral("Pool"), user, password, random);
    for (int round = 0; round < 5; ++round) {
        const SrpClient client(random);
        const SrpServer first(verifier, random);
        const SrpServer server(verifier, first.privateHex()); // another request, with what was kept
        QCOMPARE(server.publicValueHex(), first.publicValueHex());
        const auto claim = client.passwordClaim(QStringLiteral("eu-west-1_Pool"), user, password, verifier.saltHex,
                                                server.publicValueHex(), secretBlock, someTime);
        QVERIFY(claim.has_value());
        const QByteArray block = QByteArray::fromBase64(secretBlock.toLatin1());
        QVERIFY(server.checkClaim(QStringLiteral("Pool"), user, client.publicValueHex(), block, claim->timestamp,
                                  claim->signatureBase64));
        QVERIFY(!server.checkClaim(QStringLiteral("Pool"), user, client.publicValueHex(), block,
                                   QStringLiteral("Thu Jan 15 12:34:57 UTC 2026"), claim->signatureBase64));
        const auto wrong = client.passwordClaim(QStringLiteral("eu-west-1_Pool"), user, QStringLiteral("wrong"),
                                                verifier.saltHex, server.publicValueHex(), secretBlock, someTime);
        QVERIFY(!server.checkClaim(QStringLiteral("Pool"), user, client.publicValueHex(), block, wrong->timestamp,
                                   wrong->signatureBase64));
    }
}

void TestSrp::deviceMeets()
{
    SystemRandom random;
    const QString group = QStringLiteral("-AbCdEfGh");
    const QString device = QStringLiteral("us-east-1_5f9e8f5a-7c1d-4b1f-9d0a-3f6d6d3c7a11");
    const DeviceVerifier made = makeDeviceVerifier(group, device, random);
    QCOMPARE(QByteArray::fromBase64(made.devicePassword.toLatin1()).size(), 40);
    const auto verifier = verifierOfDevice(made.saltBase64, made.passwordVerifierBase64);
    QVERIFY(verifier.has_value());
    const SrpClient client(random);
    const SrpServer server(*verifier, random);
    const auto claim = client.deviceClaim(group, device, made.devicePassword,
                                          {verifier->saltHex, server.publicValueHex(), secretBlock}, someTime);
    QVERIFY(claim.has_value());
    QVERIFY(server.checkClaim(group, device, client.publicValueHex(), QByteArray::fromBase64(secretBlock.toLatin1()),
                              claim->timestamp, claim->signatureBase64));
    QVERIFY(!verifierOfDevice(QStringLiteral("?"), made.passwordVerifierBase64).has_value());
}

void TestSrp::serverRefuses_data()
{
    QTest::addColumn<QString>("publicA");
    QTest::addColumn<bool>("acceptable");
    QTest::newRow("A is 0") << QStringLiteral("0") << false;
    QTest::newRow("A is N") << primeHex() << false;
    QTest::newRow("A is no hex") << QStringLiteral("xyz") << false;
    QTest::newRow("A is empty") << QString() << false;
    QTest::newRow("A is another number") << QStringLiteral("abc") << true;
}

void TestSrp::serverRefuses()
{
    QFETCH(QString, publicA);
    QTEST(SrpServer::acceptsPublicValue(publicA), "acceptable");
    SystemRandom random;
    const SrpServer server(makeVerifier(QStringLiteral("P"), QStringLiteral("u"), QStringLiteral("w"), random), random);
    // What a client that knows no password could compute when A is 0: S = 0.
    const BigNumber zero = srp::fromHex(u"0");
    const BigNumber number = srp::fromHex(publicA);
    const BigNumber u = srp::scrambler(number ? number.get() : zero.get(), srp::fromHex(server.publicValueHex()).get());
    const QByteArray key = srp::derivedKey(u.get(), zero.get());
    const QString time = srpTimestamp(someTime);
    const QByteArray forged = srp::claimSignature(key, QStringLiteral("P"), QStringLiteral("u"), "block", time);
    QVERIFY(!server.checkClaim(QStringLiteral("P"), QStringLiteral("u"), publicA, "block", time,
                               QString::fromLatin1(forged.toBase64())));
    QVERIFY(!server.checkClaim(QStringLiteral("P"), QStringLiteral("u"), publicA, "block", time, QStringLiteral("%%")));
    QVERIFY(!server.checkClaim(QStringLiteral("P"), QStringLiteral("u"), publicA, "block", time, QString()));
}

void TestSrp::serverWithBrokenVerifierAcceptsNothing()
{
    SystemRandom random;
    for (const QString &hex : {QString(), QStringLiteral("no"), QStringLiteral("0"), primeHex()}) {
        const SrpServer server({salt, hex}, random);
        QVERIFY(!server.isValid());
        QVERIFY(server.publicValueHex().isEmpty());
        QVERIFY(!server.checkClaim(QString(), QString(), QStringLiteral("12"), "b", QString(), QString()));
    }
    QVERIFY(!SrpServer({salt, QStringLiteral("12")}, QByteArray("no")).isValid());
}

void TestSrp::clientsDiffer()
{
    SystemRandom random;
    const SrpClient first(random);
    const SrpClient second(random);
    QVERIFY(first.publicValueHex() != second.publicValueHex());
    QVERIFY(first.publicValueHex().size() > 700);
}

QTEST_APPLESS_MAIN(TestSrp)
#include "tst_srp.moc"
