#include "sandbox/connectsnippets.h"
#include "sandbox/sandbox.h"
#include "support/needs.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace Qt::StringLiterals;

// What "Connect your app" shows, run as it stands against a sandbox.
class TestSnippets final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_sandbox.reset(); }
    void allAreFilledIn();
    void amplifyIsJavaScript();
    void javaScriptRuns();
    void pythonRuns();
    void cliRuns();

private:
    QString snippet(const QString &id) const;
    QString saved(const QString &name, const QString &text) const;
    bool run(const QString &program, const QStringList &arguments);

    std::unique_ptr<Sandbox> m_sandbox;
    ConnectFacts m_facts;
    QTemporaryDir m_folder;
    QString m_output;
};

void TestSnippets::initTestCase()
{
    // The strictest, so that also the keys that stand there are right.
    m_sandbox = std::make_unique<Sandbox>(Options{.choices = {{u"check-signatures"_s, u"verified"_s}}});
    QSignalSpy started(m_sandbox.get(), &Sandbox::started);
    m_sandbox->start();
    QVERIFY(started.wait(60'000));
    m_sandbox->demoPool(this, [this](const Result<DemoPool> &demo) {
        m_facts = {m_sandbox->endpoint().toString(), u"us-east-1"_s, demo->userPoolId, demo->clientId};
    });
    QTRY_VERIFY(!m_facts.clientId.isEmpty());
}

QString TestSnippets::snippet(const QString &id) const
{
    for (const ConnectSnippet &one : connectSnippets(m_facts)) {
        if (one.id == id)
            return one.text;
    }
    return {};
}

QString TestSnippets::saved(const QString &name, const QString &text) const
{
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(text.toUtf8());
    return file.fileName();
}

// Whether it ended well; what it said stands in m_output.
bool TestSnippets::run(const QString &program, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_folder.path()); // no configuration of whoever runs the test
    environment.insert(u"NO_PROXY"_s, u"127.0.0.1"_s);
    environment.insert(u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s);
    for (const char *name : {"AWS_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL"})
        environment.remove(QString::fromLatin1(name));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    (void)QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 120'000);
    m_output = QString::fromUtf8(process.readAll());
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

void TestSnippets::allAreFilledIn()
{
    static const QRegularExpression blank(u"\\{\\w+\\}"_s);
    const QList<ConnectSnippet> all = connectSnippets(m_facts);
    QCOMPARE(all.size(), 5);
    for (const ConnectSnippet &one : all) {
        for (const QString &fact : {m_facts.endpoint, m_facts.userPoolId, m_facts.clientId})
            QVERIFY2(one.text.contains(fact), qPrintable(one.id + u' ' + fact));
        QVERIFY2(!blank.match(one.text).hasMatch(), qPrintable(one.text));
        QVERIFY(one.text.endsWith(u'\n'));
    }
}

void TestSnippets::amplifyIsJavaScript()
{
    POOLSCOPE_NEEDS(!QStringLiteral(POOLSCOPE_NODE).isEmpty(), "Node.js is not installed.");
    // In the library's place one that shows what it was given.
    QString text = snippet(u"amplify"_s);
    text.replace(u"import { Amplify } from 'aws-amplify';"_s,
                 u"const Amplify = { configure: (given) => console.log(JSON.stringify(given)) };"_s);
    QVERIFY2(run(QStringLiteral(POOLSCOPE_NODE), {saved(u"amplify.mjs"_s, text)}), qPrintable(m_output));
    QCOMPARE(m_output.trimmed(),
             u"{\"Auth\":{\"Cognito\":{\"userPoolId\":\"%1\",\"userPoolClientId\":\"%2\","
             "\"userPoolEndpoint\":\"%3\"}}}"_s.arg(m_facts.userPoolId, m_facts.clientId, m_facts.endpoint));
}

void TestSnippets::javaScriptRuns()
{
    const QString modules = qEnvironmentVariable("POOLSCOPE_NPM", QStringLiteral(POOLSCOPE_NODE_MODULES));
    POOLSCOPE_NEEDS(!QStringLiteral(POOLSCOPE_NODE).isEmpty(), "Node.js is not installed.");
    POOLSCOPE_NEEDS(QFile::exists(modules + u"/@aws-sdk/client-cognito-identity-provider"_s),
                    "The AWS SDK for JavaScript is not installed.");
    QFile::link(modules, m_folder.filePath(u"node_modules"_s));
    QVERIFY2(run(QStringLiteral(POOLSCOPE_NODE), {saved(u"js.mjs"_s, snippet(u"js"_s))}), qPrintable(m_output));
    const QString last = m_output.trimmed().section(u'\n', -1); // the SDK also says which Node.js it wants
    QCOMPARE(last, m_facts.clientId + u" []"_s);
}

void TestSnippets::pythonRuns()
{
    // boto3's client() is botocore's create_client(), which is what Debian's AWS CLI brings along.
    saved(u"boto3.py"_s, u"import botocore.session\nclient = botocore.session.get_session().create_client\n"_s);
    POOLSCOPE_NEEDS(run(QStringLiteral(POOLSCOPE_PYTHON), {u"-c"_s, u"import botocore"_s}),
                    "botocore is not installed.");
    QVERIFY2(run(QStringLiteral(POOLSCOPE_PYTHON), {saved(u"snippet.py"_s, snippet(u"python"_s))}),
             qPrintable(m_output));
    QCOMPARE(m_output.trimmed(), m_facts.clientId + u" []"_s);
}

void TestSnippets::cliRuns()
{
    POOLSCOPE_NEEDS(!QStringLiteral(POOLSCOPE_AWS).isEmpty(), "The AWS CLI is not installed.");
    QVERIFY2(run(u"/bin/sh"_s, {u"-e"_s, saved(u"cli.sh"_s, snippet(u"cli"_s))}), qPrintable(m_output));
    QVERIFY2(m_output.contains(u"\"Users\": []"_s), qPrintable(m_output));
    QVERIFY2(m_output.contains(u"\"ClientId\": \"%1\""_s.arg(m_facts.clientId)), qPrintable(m_output));
}

QTEST_GUILESS_MAIN(TestSnippets)
#include "tst_snippets.moc"
