#include "activity/commands.h"
#include "core/redaction.h"
#include "entries.h"
#include "json/reader.h"
#include "json/writer.h"

#include <QProcess>
#include <QTest>

using namespace poolscope;
using namespace poolscope::activity;
using transport::ActivityEntry;

namespace {

// The words that the program gets when a shell runs that.
QStringList wordsOf(const QString &command, const QStringList &environment = {})
{
    QProcessEnvironment variables;
    for (const QString &one : environment)
        variables.insert(one.section(u'=', 0, 0), one.section(u'=', 1));
    QProcess shell;
    shell.setProcessEnvironment(variables);
    const QString script = QStringLiteral("aws() { printf '%s\\0' \"$@\"; }\ncurl() { printf '%s\\0' \"$@\"; }\n");
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), script + command});
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        return {QString::fromUtf8(shell.readAllStandardError())};
    QStringList words = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(u'\0'));
    words.removeLast();
    return words;
}

// The word after that one; empty where there is none.
QString after(const QStringList &words, const char *word)
{
    const qsizetype place = words.indexOf(QString::fromLatin1(word));
    return place < 0 ? QString() : words.value(place + 1);
}

// With double quotes in place of single ones.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

json::Value jsonOf(const QString &text)
{
    const auto document = json::read(text.toUtf8());
    return document ? document->root : json::Value();
}

ActivityEntry signUp()
{
    ActivityEntry entry = succeeded(entryOf(QStringLiteral("SignUp")));
    const auto read = json::read(quoted("{'ClientId':'3k9f','UserAttributes':[{'Name':'email'}]}"));
    entry.request = read->root;
    entry.request.set(QStringLiteral("Username"), QStringLiteral("it's me"));
    entry.request.set(QStringLiteral("Password"), redactedMark());
    return entry;
}

ActivityEntry listUsers()
{
    ActivityEntry entry = succeeded(entryOf(QStringLiteral("ListUsers")));
    entry.request.set(QStringLiteral("UserPoolId"), QStringLiteral("us-east-1_Ab3"));
    entry.request.set(QStringLiteral("Limit"), 60);
    return entry;
}

} // namespace

class TestCommands final : public QObject
{
    Q_OBJECT

private slots:
    void cliOfAnUnsignedCall();
    void cliOfASignedCall();
    void cliAtTheUsualEndpoint();
    void cliOptions_data();
    void cliOptions();
    void cliMembersThatAreNoOptions();
    void curlOfAnUnsignedCall();
    void curlOfASignedCall();
    void curlOfAnyAddress();
    void noneWithoutTheBody();
    void controlCharactersStandInJson_data();
    void controlCharactersStandInJson();
    void whoseKeysTheyAre();
    void noneForAnUnknownForm();
};

void TestCommands::cliOfAnUnsignedCall()
{
    const auto command = awsCliCommand(signUp());
    QVERIFY(command);
    QCOMPARE(command->variables, QStringList{QStringLiteral("COGNITO_PASSWORD")});
    QCOMPARE(command->jsonVariables, QStringList());
    const QStringList words = wordsOf(command->text, {QStringLiteral("COGNITO_PASSWORD=-a \"b\" $c")});
    QCOMPARE(words.mid(0, 2), QStringList({QStringLiteral("cognito-idp"), QStringLiteral("sign-up")}));
    QCOMPARE(after(words, "--endpoint-url"), QStringLiteral("http://127.0.0.1:9229"));
    QCOMPARE(after(words, "--region"), QStringLiteral("us-east-1"));
    QVERIFY(words.contains(QStringLiteral("--client-id=3k9f")));
    QVERIFY(words.contains(QStringLiteral("--username=it's me")));
    QVERIFY(words.contains(QStringLiteral("--password=-a \"b\" $c")));
    QCOMPARE(jsonOf(after(words, "--user-attributes")), signUp().request.value(QStringLiteral("UserAttributes")));
    QVERIFY(words.contains(QStringLiteral("--no-sign-request")));
    QVERIFY(!words.contains(QStringLiteral("--no-paginate")));
    QVERIFY(wordsOf(command->text).constFirst().contains(QStringLiteral("COGNITO_PASSWORD")));
}

void TestCommands::cliOfASignedCall()
{
    const QStringList words = wordsOf(awsCliCommand(listUsers())->text);
    QCOMPARE(words.value(1), QStringLiteral("list-users"));
    QCOMPARE(after(words, "--limit"), QStringLiteral("60"));
    QVERIFY(words.contains(QStringLiteral("--no-paginate")));
    QVERIFY(!words.contains(QStringLiteral("--no-sign-request")));
}

void TestCommands::cliAtTheUsualEndpoint()
{
    ActivityEntry entry = listUsers();
    entry.region = QStringLiteral("eu-west-1");
    entry.url = QUrl(QStringLiteral("https://cognito-idp.eu-west-1.amazonaws.com/"));
    QVERIFY(!awsCliCommand(entry)->text.contains(QStringLiteral("--endpoint-url")));
    entry.region = QStringLiteral("eu-west-2");
    QVERIFY(awsCliCommand(entry)->text.contains(QStringLiteral("--endpoint-url")));
}

void TestCommands::cliOptions_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const char *operation, const char *request, const QString &words) {
        QTest::newRow(name) << QString::fromLatin1(operation) << quoted(request) << words.split(u'|');
    };
    row("hyphen first", "SignUp", "{'Username':'-v'}", QStringLiteral("--username=-v"));
    row("true", "CreateUserPoolClient", "{'GenerateSecret':true}", QStringLiteral("--generate-secret"));
    row("false", "CreateUserPoolClient", "{'GenerateSecret':false}", QStringLiteral("--no-generate-secret"));
    row("map", "InitiateAuth", "{'ClientMetadata':{'a':'b c'}}", QStringLiteral("--client-metadata|{\"a\":\"b c\"}"));
    row("empty", "SignUp", "{'Username':''}", QStringLiteral("--username="));
}

void TestCommands::cliOptions()
{
    QFETCH(QString, operation);
    QFETCH(QByteArray, request);
    QFETCH(QStringList, words);
    ActivityEntry entry = succeeded(entryOf(operation));
    entry.request = json::read(request)->root;
    const QStringList all = wordsOf(awsCliCommand(entry)->text);
    QCOMPARE(all.mid(all.size() - words.size()), words);
}

// The CLI would read a file of that name, or knows no such option.
void TestCommands::cliMembersThatAreNoOptions()
{
    ActivityEntry entry = signUp();
    entry.request.set(QStringLiteral("Username"), QStringLiteral("file:///etc/hostname"));
    entry.request.set(QStringLiteral("Tomorrow"), redactedMark());
    const auto command = awsCliCommand(entry);
    QCOMPARE(command->variables, QStringList{QStringLiteral("COGNITO_PASSWORD")});
    QCOMPARE(command->jsonVariables, QStringList{QStringLiteral("COGNITO_TOMORROW")});
    const QStringList words =
        wordsOf(command->text, {QStringLiteral("COGNITO_PASSWORD=p"), QStringLiteral("COGNITO_TOMORROW=t")});
    QVERIFY(words.filter(QStringLiteral("--username")).isEmpty());
    QCOMPARE(jsonOf(after(words, "--cli-input-json")),
             jsonOf(QString::fromUtf8(quoted("{'Username':'file:///etc/hostname','Tomorrow':'t'}"))));
}

void TestCommands::curlOfAnUnsignedCall()
{
    const auto command = curlCommand(signUp());
    QVERIFY(command);
    QCOMPARE(command->variables, QStringList());
    QCOMPARE(command->jsonVariables, QStringList{QStringLiteral("COGNITO_PASSWORD")}); // it stands in the body
    const QStringList words = wordsOf(command->text, {QStringLiteral("COGNITO_PASSWORD=secret")});
    QVERIFY(words.contains(QStringLiteral("http://127.0.0.1:9229/")));
    QVERIFY(words.contains(QStringLiteral("Content-Type: application/x-amz-json-1.1")));
    QVERIFY(words.contains(QStringLiteral("X-Amz-Target: AWSCognitoIdentityProviderService.SignUp")));
    json::Value sent = signUp().request;
    sent.set(QStringLiteral("Password"), QStringLiteral("secret"));
    QCOMPARE(jsonOf(after(words, "--data-raw")), sent);
    QVERIFY(!words.contains(QStringLiteral("--user")));
}

void TestCommands::curlOfASignedCall()
{
    const auto command = curlCommand(listUsers());
    QCOMPARE(command->variables,
             QStringList({QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("AWS_SECRET_ACCESS_KEY")}));
    QCOMPARE(command->jsonVariables, QStringList());
    QStringList keys{QStringLiteral("AWS_ACCESS_KEY_ID=id"), QStringLiteral("AWS_SECRET_ACCESS_KEY=se cret")};
    QStringList words = wordsOf(command->text, keys);
    QCOMPARE(after(words, "--aws-sigv4"), QStringLiteral("aws:amz:us-east-1:cognito-idp"));
    QCOMPARE(after(words, "--user"), QStringLiteral("id:se cret"));
    QCOMPARE(words.filter(QStringLiteral("Security-Token")), QStringList());
    keys += QStringLiteral("AWS_SESSION_TOKEN=to ken");
    words = wordsOf(command->text, keys);
    QVERIFY(words.contains(QStringLiteral("-HX-Amz-Security-Token: to ken")));
    QVERIFY(wordsOf(command->text).constFirst().contains(QStringLiteral("AWS_ACCESS_KEY_ID")));
}

void TestCommands::curlOfAnyAddress()
{
    ActivityEntry entry = succeeded(entryOf(QStringLiteral("GET jwks.json")));
    entry.url = QUrl(QStringLiteral("http://127.0.0.1:9229/us-east-1_Ab3/.well-known/jwks.json"));
    const auto command = curlCommand(entry);
    QVERIFY(command);
    QCOMPARE(wordsOf(command->text).last(), entry.url.toString());
    QVERIFY(!awsCliCommand(entry));
}

void TestCommands::noneWithoutTheBody()
{
    ActivityEntry entry = signUp();
    entry.bodiesDropped = true;
    QVERIFY(!awsCliCommand(entry));
    QVERIFY(!curlCommand(entry));
    entry = signUp();
    entry.url.clear();
    QVERIFY(!curlCommand(entry));
}

// A terminal that the command is pasted into would take them for keys.
void TestCommands::controlCharactersStandInJson_data()
{
    QTest::addColumn<QString>("character");
    for (const char16_t code : {u'\t', u'\n', u'\x1b', u'\x7f', u'\x9b'})
        QTest::addRow("%x", int(code)) << QString(QChar(code));
}

void TestCommands::controlCharactersStandInJson()
{
    QFETCH(QString, character);
    ActivityEntry entry = signUp();
    const QString value = QStringLiteral("a%1b").arg(character);
    entry.request.set(QStringLiteral("ClientId"), value);
    const auto attributes = json::read(quoted("[{'Name':'email'}]"));
    json::Value attribute = attributes->root.elements().constFirst();
    attribute.set(QStringLiteral("Name"), value);
    entry.request.set(QStringLiteral("UserAttributes"), QList<json::Value>{attribute});
    const auto command = awsCliCommand(entry);
    QVERIFY(command);
    QVERIFY(!QString(command->text).remove(QStringLiteral(" \\\n  ")).contains(character));
    const QStringList words = wordsOf(command->text, {QStringLiteral("COGNITO_PASSWORD=p")});
    QVERIFY(words.filter(QStringLiteral("--client-id")).isEmpty());
    QCOMPARE(jsonOf(after(words, "--cli-input-json")).value(u"ClientId").toString(), value);
    QCOMPARE(jsonOf(after(words, "--user-attributes")).elements().constFirst().value(u"Name").toString(), value);
    const auto curl = curlCommand(entry);
    QVERIFY(!QString(curl->text).remove(QStringLiteral(" \\\n  ")).contains(character));
}

void TestCommands::whoseKeysTheyAre()
{
    ActivityEntry entry = succeeded(entryOf(QStringLiteral("GetCallerIdentity")));
    entry.service = QStringLiteral("sts");
    entry.region = QStringLiteral("eu-west-1");
    entry.url = QUrl(QStringLiteral("https://sts.eu-west-1.amazonaws.com/"));
    QVERIFY(hasAwsCliCommand(entry));
    QVERIFY(hasCurlCommand(entry));
    QStringList words = wordsOf(awsCliCommand(entry)->text);
    QCOMPARE(words, QStringList({QStringLiteral("sts"), QStringLiteral("get-caller-identity"),
                                 QStringLiteral("--region"), QStringLiteral("eu-west-1")}));
    const auto curl = curlCommand(entry);
    words =
        wordsOf(curl->text, {QStringLiteral("AWS_ACCESS_KEY_ID=id"), QStringLiteral("AWS_SECRET_ACCESS_KEY=secret")});
    QCOMPARE(after(words, "--aws-sigv4"), QStringLiteral("aws:amz:eu-west-1:sts"));
    QCOMPARE(after(words, "--data-raw"), QStringLiteral("Action=GetCallerIdentity&Version=2011-06-15"));
    entry.url = QUrl(QStringLiteral("http://127.0.0.1:9229/"));
    QCOMPARE(after(wordsOf(awsCliCommand(entry)->text), "--endpoint-url"), QStringLiteral("http://127.0.0.1:9229"));
}

void TestCommands::noneForAnUnknownForm()
{
    ActivityEntry entry = succeeded(entryOf(QStringLiteral("AssumeRole")));
    entry.service = QStringLiteral("sts");
    QVERIFY(!hasAwsCliCommand(entry));
    QVERIFY(!hasCurlCommand(entry));
    QVERIFY(!awsCliCommand(entry));
    QVERIFY(!curlCommand(entry));
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
