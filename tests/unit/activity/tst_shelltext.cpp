#include "activity/shelltext.h"
#include "core/redaction.h"
#include "json/writer.h"

#include <QProcess>
#include <QTest>

using namespace poolscope;
using namespace poolscope::activity;

namespace {

// What a shell makes of one word.
QByteArray shellWord(const QString &word, const QStringList &environment = {})
{
    QProcess shell;
    QProcessEnvironment variables;
    for (const QString &one : environment)
        variables.insert(one.section(u'=', 0, 0), one.section(u'=', 1));
    shell.setProcessEnvironment(variables);
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QStringLiteral("printf %s ") + word});
    return shell.waitForFinished() && shell.exitCode() == 0 ? shell.readAllStandardOutput() : QByteArray("failed");
}

} // namespace

class TestShellText final : public QObject
{
    Q_OBJECT

private slots:
    void quotes_data();
    void quotes();
    void plainWordsStayAsTheyAre();
    void kebab_data();
    void kebab();
    void namesVariables();
    void putsVariablesIn();
    void stopsWhereAVariableIsMissing();
};

void TestShellText::quotes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << "";
    QTest::newRow("plain") << "us-east-1_Ab3";
    QTest::newRow("blanks") << "  two  words ";
    QTest::newRow("apostrophes") << "it's ''quoted'";
    QTest::newRow("everything a shell knows") << "$HOME `id` $(id) \\ \" ! * ? [a] {b} ~ # & ; | < > ( )";
    QTest::newRow("lines") << "one\ntwo\\\nthree\n";
    QTest::newRow("other scripts") << "한국어 😀";
}

void TestShellText::quotes()
{
    QFETCH(QString, text);
    // A shell drops the last line breaks of a command, not of a word.
    QCOMPARE(QString::fromUtf8(shellWord(shellQuoted(text))), text);
}

void TestShellText::plainWordsStayAsTheyAre()
{
    QCOMPARE(shellQuoted(QStringLiteral("http://127.0.0.1:9229")), QStringLiteral("http://127.0.0.1:9229"));
    QCOMPARE(shellQuoted(QStringLiteral("a b")), QStringLiteral("'a b'"));
}

void TestShellText::kebab_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kebab");
    const auto row = [](const char *name, const char *kebab) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(kebab);
    };
    row("SignUp", "sign-up");
    row("UserPoolId", "user-pool-id");
    row("SetUserPoolMfaConfig", "set-user-pool-mfa-config");
    row("GetCSVHeader", "get-csv-header");
    row("GetUICustomization", "get-ui-customization");
    row("CallbackURLs", "callback-urls");
    row("SMSMfaSettings", "sms-mfa-settings");
    row("ImageFile", "image-file");
}

void TestShellText::kebab()
{
    QFETCH(QString, name);
    QTEST(kebabCase(name), "kebab");
}

void TestShellText::namesVariables()
{
    json::Value keys = json::Value::object();
    keys.set(QStringLiteral("SMS_MFA_CODE"), redactedMark());
    keys.set(QStringLiteral("shown"), QStringLiteral("as it is"));
    json::Value request;
    request.set(QStringLiteral("ProposedPassword"), redactedMark());
    request.set(QStringLiteral("ChallengeResponses"), keys);
    request.set(QStringLiteral("Secrets"), json::Value(QList<json::Value>{redactedMark(), redactedMark()}));
    request.set(QStringLiteral("custom:pin"), redactedMark());
    ShellVariables variables;
    const json::Value marked = variables.marked(request);
    QCOMPARE(variables.names(),
             QStringList({QStringLiteral("COGNITO_PROPOSED_PASSWORD"), QStringLiteral("COGNITO_SMS_MFA_CODE"),
                          QStringLiteral("COGNITO_SECRETS"), QStringLiteral("COGNITO_SECRETS_2"),
                          QStringLiteral("COGNITO_CUSTOM_PIN")}));
    QCOMPARE(marked.value(QStringLiteral("ChallengeResponses")).value(QStringLiteral("shown")).toString(),
             QStringLiteral("as it is"));
    QVERIFY(!json::write(marked).contains(redactedMark().toUtf8()));
}

void TestShellText::putsVariablesIn()
{
    json::Value request;
    request.set(QStringLiteral("Name"), QStringLiteral("it's"));
    request.set(QStringLiteral("Password"), redactedMark());
    ShellVariables variables;
    const QString word = variables.quoted(QString::fromUtf8(json::write(variables.marked(request))));
    QCOMPARE(shellWord(word, {QStringLiteral("COGNITO_PASSWORD=$(id) `x` * '")}),
             QByteArray("{\"Name\":\"it's\",\"Password\":\"$(id) `x` * '\"}"));
}

void TestShellText::stopsWhereAVariableIsMissing()
{
    ShellVariables variables;
    const json::Value marked = variables.marked(json::Value(redactedMark()), QStringLiteral("Code"));
    QCOMPARE(variables.quoted(marked.toString()), QStringLiteral("\"${COGNITO_CODE:?}\""));
    QCOMPARE(shellWord(variables.quoted(marked.toString())), QByteArray("failed"));
}

QTEST_GUILESS_MAIN(TestShellText)
#include "tst_shelltext.moc"
