#include "credentials/awsfiles.h"
#include "credentials/awsprofiles.h"
#include "support/vectors.h"
#include "json/reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>

#include <sys/stat.h>

using namespace poolscope;
using namespace poolscope::credentials;
using namespace Qt::StringLiterals;
using File = AwsSyntaxError::File;
using Reason = AwsSyntaxError::Reason;

namespace {

// In the words of the vectors' specification.
QString wordsOf(Reason reason)
{
    static const std::map<Reason, QString> words{
        {Reason::NoBracket, u"Profile definition must end with ']'"_s},
        {Reason::NoSection, u"Expected a profile definition"_s},
        {Reason::NoProperty, u"Expected a property definition, found continuation"_s},
        {Reason::NoEqualsSign, u"Expected an '=' sign defining a property"_s},
        {Reason::NoName, u"Property did not have a name"_s},
        {Reason::NoNestedEqualsSign, u"Expected an '=' sign defining a sub-property"_s},
        {Reason::NoNestedName, u"Sub-property did not have a name"_s},
    };
    const auto found = words.find(reason);
    return found == words.end() ? QString() : found->second;
}

AwsProfiles expectedIn(const json::Value &profiles)
{
    AwsProfiles expected;
    for (const json::Member &profile : profiles.members()) {
        AwsProfile properties;
        for (const json::Member &property : profile.value.members())
            properties.insert(property.name, property.value.toString());
        expected.insert(profile.name, properties);
    }
    return expected;
}

AwsProfile keysOf(const AwsProfiles &profiles)
{
    return profiles.value(u"dev"_s);
}

} // namespace

class AwsProfilesTest final : public QObject
{
    Q_OBJECT

private slots:
    void vectors_data();
    void vectors();
    void reads_data();
    void reads();
    void saysWhereItBreaks_data();
    void saysWhereItBreaks();
    void aLargeFileIsReadWhole();
    void filesThatCannotBeRead_data();
    void filesThatCannotBeRead();
    void missingFilesAreEmpty();
    void placesComeFromTheEnvironment();
};

void AwsProfilesTest::vectors_data()
{
    POOLSCOPE_REQUIRE_VECTORS(folder, u"aws-config"_s);
    QTest::addColumn<json::Value>("test");
    QFile file(folder + u"/profile-parser-tests.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto document = json::read(file.readAll());
    QVERIFY(document);
    const json::Value tests = document->root.value(u"tests");
    QCOMPARE(tests.size(), 65);
    int number = 0;
    for (const json::Value &test : tests.elements())
        QTest::addRow("%d %s", ++number, qPrintable(test.value(u"name").toString())) << test;
}

void AwsProfilesTest::vectors()
{
    QFETCH(json::Value, test);
    const json::Value input = test.value(u"input");
    const auto profiles = parseAwsFiles(input.value(u"configFile").toString().toUtf8(),
                                        input.value(u"credentialsFile").toString().toUtf8());
    const json::Value output = test.value(u"output");
    const QString error = output.value(u"errorContaining").toString();
    QCOMPARE(!profiles, !error.isEmpty());
    if (profiles)
        QCOMPARE(*profiles, expectedIn(output.value(u"config").value(u"profiles")));
    else
        QVERIFY2(wordsOf(profiles.error().reason).contains(error), qPrintable(wordsOf(profiles.error().reason)));
}

void AwsProfilesTest::reads_data()
{
    QTest::addColumn<QByteArray>("credentials");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("secret");
    const auto row = [](const char *name, const QByteArray &file, const QString &id, const QString &secret) {
        QTest::newRow(name) << file << id << secret;
    };
    const QByteArray plain = "[dev]\naws_access_key_id = AKIA1\naws_secret_access_key = s/e+c=\n";
    row("plain", plain, u"AKIA1"_s, u"s/e+c="_s);
    row("with a BOM", "\xef\xbb\xbf" + plain, u"AKIA1"_s, u"s/e+c="_s);
    row("CRLF", QByteArray(plain).replace("\n", "\r\n"), u"AKIA1"_s, u"s/e+c="_s);
    row("BOM and CRLF", "\xef\xbb\xbf" + QByteArray(plain).replace("\n", "\r\n"), u"AKIA1"_s, u"s/e+c="_s);
    row("without the last line break", plain.chopped(1), u"AKIA1"_s, u"s/e+c="_s);
    row("the section twice", plain + "[other]\na = b\n[dev]\naws_secret_access_key = later\n", u"AKIA1"_s, u"later"_s);
    row("quotation marks stay", "[dev]\naws_access_key_id = \"AKIA1\"\n", u"\"AKIA1\""_s, QString());
    row("a comment in between", "[dev]\n# c\n\taws = 1\n", QString(), QString());
    row("an indented comment", "[dev]\naws_access_key_id = AKIA1\n  # c\naws_secret_access_key = s\n", u"AKIA1"_s,
        u"s"_s);
    row("an octothorpe in a secret", "[dev]\naws_access_key_id = AKIA1\naws_secret_access_key = a#b;c\n", u"AKIA1"_s,
        u"a#b;c"_s);
    row("a comment behind it", "[dev]\naws_access_key_id = AKIA1 # mine\n", u"AKIA1"_s, QString());
    row("upper case", "[dev]\nAWS_ACCESS_KEY_ID = AKIA1\n", u"AKIA1"_s, QString());
    row("another profile", "[prod]\naws_access_key_id = AKIA1\n", QString(), QString());
    row("nothing but a BOM", "\xef\xbb\xbf", QString(), QString());
    row("nothing", QByteArray(), QString(), QString());
}

void AwsProfilesTest::reads()
{
    QFETCH(QByteArray, credentials);
    QFETCH(QString, id);
    QFETCH(QString, secret);
    const auto profiles = parseAwsFiles({}, credentials);
    if (QLatin1StringView(QTest::currentDataTag()) == "a comment in between"_L1) {
        QVERIFY(!profiles); // what is indented continues nothing
        return;
    }
    QVERIFY(profiles);
    QCOMPARE(keysOf(*profiles).value(u"aws_access_key_id"_s), id);
    QCOMPARE(keysOf(*profiles).value(u"aws_secret_access_key"_s), secret);
}

void AwsProfilesTest::saysWhereItBreaks_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("credentials");
    QTest::addColumn<int>("line");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("not UTF-8") << QByteArray("[default]\na = b\nc = \xff\xfe\n") << QByteArray() << 3
                               << Reason::NotUtf8;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe[\0d\0", 6) << QByteArray() << 1 << Reason::NotUtf8;
    QTest::newRow("cut off") << QByteArray() << QByteArray("[dev]\naws_access_key_id = A\naws_secret") << 3
                             << Reason::NoEqualsSign;
    QTest::newRow("a head cut off") << QByteArray() << QByteArray("[a]\nb = c\n[de") << 3 << Reason::NoBracket;
    QTest::newRow("only a bracket") << QByteArray("[") << QByteArray() << 1 << Reason::NoBracket;
    QTest::newRow("JSON") << QByteArray("{\"a\": 1}") << QByteArray() << 1 << Reason::NoSection;
}

void AwsProfilesTest::saysWhereItBreaks()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, credentials);
    QFETCH(int, line);
    QFETCH(Reason, reason);
    const auto profiles = parseAwsFiles(config, credentials);
    QVERIFY(!profiles);
    QCOMPARE(profiles.error().line, line);
    QCOMPARE(profiles.error().reason, reason);
    QCOMPARE(profiles.error().file, config.isEmpty() ? File::Credentials : File::Config);
    QVERIFY(describe(profiles.error()).contains(QString::number(line)));
    QVERIFY(!describe(profiles.error()).contains(u"aws_secret"_s));
}

void AwsProfilesTest::aLargeFileIsReadWhole()
{
    QByteArray file;
    int sections = 0;
    while (file.size() < 1024 * 1024)
        file += "[p" + QByteArray::number(++sections) + "]\naws_access_key_id = AKIA\n";
    file += "[dev]\naws_access_key_id = LAST\n";
    const auto profiles = parseAwsFiles({}, file);
    QVERIFY(profiles);
    QCOMPARE(profiles->size(), sections + 1);
    QCOMPARE(keysOf(*profiles).value(u"aws_access_key_id"_s), u"LAST"_s);
    // One line of a megabyte.
    const auto longLine = parseAwsFiles({}, "[dev]\naws_access_key_id = " + QByteArray(1024 * 1024, 'x'));
    QVERIFY(longLine);
    QCOMPARE(keysOf(*longLine).value(u"aws_access_key_id"_s).size(), 1024 * 1024);
}

void AwsProfilesTest::filesThatCannotBeRead_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    for (const char *what : {"folder", "pipe", "too large"})
        QTest::newRow(what) << QString::fromLatin1(what) << u"AwsFilesUnreadable"_s;
    QTest::newRow("invalid") << u"invalid"_s << u"AwsFilesInvalid"_s;
}

void AwsProfilesTest::filesThatCannotBeRead()
{
    QFETCH(QString, what);
    QFETCH(QString, code);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"credentials"_s);
    if (what == u"folder") {
        QVERIFY(QDir(folder.path()).mkdir(u"credentials"_s));
    } else if (what == u"pipe") {
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    } else {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(what == u"invalid" ? QByteArray("secret") : QByteArray(awsFileLimit + 1, '#'));
    }
    const auto profiles = readAwsFiles({folder.filePath(u"config"_s), path});
    QVERIFY(!profiles);
    QCOMPARE(profiles.error().code, code);
    QVERIFY(!profiles.error().message.isEmpty());
}

void AwsProfilesTest::missingFilesAreEmpty()
{
    const QTemporaryDir folder;
    const auto profiles = readAwsFiles({folder.filePath(u"config"_s), folder.filePath(u"credentials"_s)});
    QVERIFY(profiles);
    QVERIFY(profiles->isEmpty());
}

void AwsProfilesTest::placesComeFromTheEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"HOME"_s, u"/people/mira"_s);
    QCOMPARE(AwsFiles::in(environment).config, u"/people/mira/.aws/config"_s);
    QCOMPARE(AwsFiles::in(environment).credentials, u"/people/mira/.aws/credentials"_s);
    environment.insert(u"AWS_CONFIG_FILE"_s, u"~/elsewhere"_s);
    environment.insert(u"AWS_SHARED_CREDENTIALS_FILE"_s, u"/etc/keys"_s);
    QCOMPARE(AwsFiles::in(environment).config, u"/people/mira/elsewhere"_s);
    QCOMPARE(AwsFiles::in(environment).credentials, u"/etc/keys"_s);
}

QTEST_GUILESS_MAIN(AwsProfilesTest)
#include "tst_awsprofiles.moc"
