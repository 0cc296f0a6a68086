#include "credentials/statickeys.h"
#include "credentials/storedkeys.h"
#include "support/vectors.h"
#include "json/reader.h"

#include <QFile>
#include <QTest>

using namespace poolscope;
using namespace poolscope::credentials;
using namespace Qt::StringLiterals;
using transport::SigningCredentials;

namespace {

constexpr QLatin1StringView canary{"cAnArY/secret+key"};

AwsProfiles profilesOf(const json::Value &object)
{
    AwsProfiles profiles;
    for (const json::Member &profile : object.members()) {
        for (const json::Member &property : profile.value.members())
            profiles[profile.name].insert(property.name, property.value.toString());
        profiles[profile.name];
    }
    return profiles;
}

} // namespace

class StaticKeysTest final : public QObject
{
    Q_OBJECT

private slots:
    void vectors_data();
    void vectors();
    void profilesThatCannotBeUsed_data();
    void profilesThatCannotBeUsed();
    void usesKeysOfAProfile_data();
    void usesKeysOfAProfile();
    void environment_data();
    void environment();
    void judgesTypedKeys_data();
    void judgesTypedKeys();
    void keptKeysComeBack_data();
    void keptKeysComeBack();
    void foreignEntriesAreNoKeys_data();
    void foreignEntriesAreNoKeys();
};

// Of the chains, only a profile's own keys can be had here: everything else must be refused, and never sign with other keys.
void StaticKeysTest::vectors_data()
{
    POOLSCOPE_REQUIRE_VECTORS(folder, u"aws-config"_s);
    QTest::addColumn<json::Value>("test");
    QFile file(folder + u"/assume-role-tests.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto document = json::read(file.readAll());
    QVERIFY(document);
    QVERIFY(document->root.size() > 25);
    int number = 0;
    for (const json::Value &test : document->root.elements())
        QTest::addRow("%d %s", ++number, qPrintable(test.value(u"docs").toString())) << test;
}

void StaticKeysTest::vectors()
{
    QFETCH(json::Value, test);
    const json::Value input = test.value(u"input");
    const auto keys = keysOfProfile(profilesOf(input.value(u"profiles")), input.value(u"selected_profile").toString());
    const json::Value chain = test.value(u"output").value(u"ProfileChain");
    const json::Value own = chain.size() == 1 ? chain.elements().first().value(u"AccessKey") : json::Value();
    QCOMPARE(bool(keys), own.isObject());
    if (keys)
        QCOMPARE(keys->accessKeyId, own.value(u"access_key_id").toString());
    else
        QCOMPARE(keys.error().code, QString(missingCredentials));
}

void StaticKeysTest::profilesThatCannotBeUsed_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("said");
    const QByteArray id = "aws_access_key_id = AKIA1\n";
    const QByteArray both = id + "aws_secret_access_key = cAnArY/secret+key\n";
    const auto row = [](const char *name, const QByteArray &properties, const QString &said) {
        QTest::newRow(name) << "[profile dev]\n" + properties << said;
    };
    row("no keys", "region = eu-west-1\n", u"has no keys"_s);
    row("no secret", id, u"aws_secret_access_key"_s);
    row("an empty secret", id + "aws_secret_access_key =\n", u"aws_secret_access_key"_s);
    row("no id", "aws_secret_access_key = cAnArY/secret+key\n", u"aws_access_key_id"_s);
    row("a role", "role_arn = arn:aws:iam::1:role/x\nsource_profile = other\n", u"role_arn"_s);
    row("a role beside keys", both + "role_arn = arn:aws:iam::1:role/x\nsource_profile = other\n", u"role_arn"_s);
    row("sso", "sso_session = corp\n", u"IAM Identity Center"_s);
    row("sso beside keys", both + "sso_session = corp\nsso_account_id = 1\n", u"IAM Identity Center"_s);
    row("old sso beside keys", both + "sso_start_url = https://x.awsapps.com/start\nsso_role_name = r\n",
        u"IAM Identity Center"_s);
    row("keys of another profile", "source_profile = other\n", u"source_profile"_s);
    row("keys from elsewhere", "credential_source = Environment\n", u"credential_source"_s);
    row("a web identity beside keys", both + "web_identity_token_file = /t\n", u"web identity"_s);
    row("old sso", "sso_start_url = https://x.awsapps.com/start\n", u"IAM Identity Center"_s);
    row("a program", "credential_process = /bin/keys\n", u"asks a program"_s);
    row("console", "login_session = arn:aws:sts::1:x\n", u"console"_s);
    row("web identity", "web_identity_token_file = /t\n", u"web identity"_s);
    row("quoted", "aws_access_key_id = \"AKIA1\"\naws_secret_access_key = x\n", u"quotation marks"_s);
    row("a quoted secret", id + "aws_secret_access_key = \"cAnArY/secret+key\"\n", u"quotation marks"_s);
    row("a second header line", id + "aws_secret_access_key = x\naws_session_token = a\n X-Evil: cAnArY/secret+key\n",
        u"session token"_s);
    row("a slash in the id", "aws_access_key_id = AKIA/1\naws_secret_access_key = x\n", u"access key ID"_s);
    QTest::newRow("no such profile") << QByteArray("[profile other]\n" + both) << u"There is no profile dev"_s;
    QTest::newRow("not a profile of the config file") << QByteArray("[dev]\n" + both) << u"There is no profile dev"_s;
}

void StaticKeysTest::profilesThatCannotBeUsed()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, said);
    const auto profiles = parseAwsFiles(config, {});
    QVERIFY(profiles);
    const auto keys = keysOfProfile(*profiles, u"dev"_s);
    QVERIFY(!keys);
    QVERIFY(keys.error().kind == Error::Kind::Validation);
    QCOMPARE(keys.error().code, QString(missingCredentials));
    QVERIFY2(keys.error().message.contains(said), qPrintable(keys.error().message));
    QVERIFY(!keys.error().message.contains(canary));
    for (const ProfileChoice &choice : profileChoices(*profiles)) {
        if (choice.name == u"dev")
            QCOMPARE(choice.problem, keys.error().message);
    }
}

void StaticKeysTest::usesKeysOfAProfile_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("credentials");
    QTest::addColumn<QString>("token");
    const QByteArray keys = "aws_access_key_id = AKIA1\naws_secret_access_key = cAnArY/secret+key\n";
    QTest::newRow("in the config file") << "[profile dev]\n" + keys << QByteArray() << QString();
    QTest::newRow("in the credentials file") << QByteArray() << "[dev]\n" + keys << QString();
    QTest::newRow("with a token") << QByteArray() << "[dev]\n" + keys + "aws_session_token = t/o+k=\n" << u"t/o+k="_s;
    QTest::newRow("with a region in the other file")
        << QByteArray("[profile dev]\nregion = eu-west-1\n") << "[dev]\n" + keys << QString();
    // As botocore has it: without a role, and without an account or a role name, these belong to other profiles.
    for (const char *property : {"source_profile = other", "credential_source = Environment", "sso_session = corp",
                                 "sso_start_url = https://x.awsapps.com/start", "sso_region = eu-west-1"})
        QTest::newRow(property) << "[profile dev]\n" + QByteArray(property) + '\n' + keys << QByteArray() << QString();
    QTest::newRow("over a program") << QByteArray("[profile dev]\ncredential_process = /bin/keys\n") << "[dev]\n" + keys
                                    << QString();
}

void StaticKeysTest::usesKeysOfAProfile()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, credentials);
    QFETCH(QString, token);
    const auto profiles = parseAwsFiles(config, credentials);
    QVERIFY(profiles);
    const auto keys = keysOfProfile(*profiles, u"dev"_s);
    QVERIFY(keys);
    QCOMPARE(keys->accessKeyId, u"AKIA1"_s);
    QCOMPARE(keys->secretAccessKey, QString(canary));
    QCOMPARE(keys->sessionToken, token);
    QCOMPARE(profileChoices(*profiles).size(), 1);
    QVERIFY(profileChoices(*profiles).first().problem.isEmpty());
}

void StaticKeysTest::environment_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("missing");
    const QString id = u"AWS_ACCESS_KEY_ID=AKIA1"_s;
    const QString secret = u"AWS_SECRET_ACCESS_KEY=cAnArY/secret+key"_s;
    QTest::newRow("both") << QStringList{id, secret} << QString();
    QTest::newRow("with a token") << QStringList{id, secret, u"AWS_SESSION_TOKEN=tok"_s} << QString();
    QTest::newRow("neither") << QStringList{} << u"AWS_ACCESS_KEY_ID"_s;
    QTest::newRow("no secret") << QStringList{id} << u"AWS_SECRET_ACCESS_KEY"_s;
    QTest::newRow("no id") << QStringList{secret} << u"AWS_ACCESS_KEY_ID"_s;
    QTest::newRow("an empty secret") << QStringList{id, u"AWS_SECRET_ACCESS_KEY="_s} << u"AWS_SECRET_ACCESS_KEY"_s;
    QTest::newRow("a blank in it") << QStringList{u"AWS_ACCESS_KEY_ID=AK IA"_s, secret} << u"access key ID"_s;
}

void StaticKeysTest::environment()
{
    QFETCH(QStringList, variables);
    QFETCH(QString, missing);
    QProcessEnvironment environment;
    for (const QString &variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    const auto keys = keysOfEnvironment(environment);
    QCOMPARE(bool(keys), missing.isEmpty());
    if (keys) {
        QCOMPARE(keys->accessKeyId, u"AKIA1"_s);
        QCOMPARE(keys->secretAccessKey, QString(canary));
        QCOMPARE(keys->sessionToken, environment.value(u"AWS_SESSION_TOKEN"_s));
    } else {
        QVERIFY(keys.error().message.contains(missing));
        QVERIFY(!keys.error().message.contains(canary));
    }
}

void StaticKeysTest::judgesTypedKeys_data()
{
    QTest::addColumn<QStringList>("typed");
    QTest::addColumn<QList<int>>("parts");
    const QList<int> fine;
    QTest::newRow("long-lived") << QStringList{u"AKIA1"_s, u"s"_s, QString()} << fine;
    QTest::newRow("temporary") << QStringList{u"ASIA1"_s, u"s"_s, u"t"_s} << fine;
    QTest::newRow("temporary without its token") << QStringList{u"ASIA1"_s, u"s"_s, QString()} << QList<int>{2};
    QTest::newRow("nothing") << QStringList{QString(), QString(), QString()} << QList<int>{0, 1};
    QTest::newRow("a line break") << QStringList{u"AKIA1"_s, u"s\nX: y"_s, QString()} << QList<int>{1};
    QTest::newRow("not ASCII") << QStringList{u"\u0410KIA"_s, u"s"_s, u"\u00e9"_s} << QList<int>{0, 2};
}

void StaticKeysTest::judgesTypedKeys()
{
    QFETCH(QStringList, typed);
    QFETCH(QList<int>, parts);
    QList<int> found;
    const auto problems = judgeKeys({typed.at(0), typed.at(1), typed.at(2)});
    for (const KeyProblem &problem : problems) {
        found.append(int(problem.part));
        QVERIFY(!problem.text.isEmpty());
    }
    QCOMPARE(found, parts);
}

void StaticKeysTest::keptKeysComeBack_data()
{
    QTest::addColumn<QString>("token");
    QTest::newRow("without a token") << QString();
    QTest::newRow("with a token") << u"tok\"en"_s;
    QTest::newRow("a long token") << QString(20'000, u'x');
}

void StaticKeysTest::keptKeysComeBack()
{
    QFETCH(QString, token);
    const auto keys = keysFromStored(storedKeys({u"AKIA1"_s, QString(canary), token}));
    QVERIFY(keys);
    QCOMPARE(keys->accessKeyId, u"AKIA1"_s);
    QCOMPARE(keys->secretAccessKey, QString(canary));
    QCOMPARE(keys->sessionToken, token);
}

void StaticKeysTest::foreignEntriesAreNoKeys_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a client secret") << QByteArray("1abcdef");
    QTest::newRow("half of them") << QByteArray("{'accessKeyId':'A'}").replace('\'', '"');
    QTest::newRow("numbers") << QByteArray("{'accessKeyId':1,'secretAccessKey':2}").replace('\'', '"');
    QTest::newRow("an array") << QByteArray("[]");
}

void StaticKeysTest::foreignEntriesAreNoKeys()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!keysFromStored(bytes));
}

QTEST_GUILESS_MAIN(StaticKeysTest)
#include "tst_statickeys.moc"
