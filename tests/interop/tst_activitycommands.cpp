#include "activity/commands.h"
#include "cognito/idpclient.h"
#include "model/cognitoidp.h"
#include "sandbox/sandbox.h"
#include "support/needs.h"
#include "support/signingkeys.h"
#include "transport/credentials.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;
using namespace Qt::StringLiterals;

// Requests as Activity gives them for a shell, run there against the sandbox that they were made to.
class TestActivityCommands final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void signsUp_data() { addPrograms(); }
    void signsUp();
    void asksWithAMapOfSecrets_data() { addPrograms(); }
    void asksWithAMapOfSecrets();
    void asksWithASignature_data() { addPrograms(); }
    void asksWithASignature();
    void stopsWithoutTheSecrets_data() { addPrograms(); }
    void stopsWithoutTheSecrets();
    void namesAreTheCliOnes();

private:
    using Variables = QMap<QString, QString>;

    void addPrograms();
    template<class Request>
    QString recorded(const Request &request); // as a command of the row's program
    bool run(const QString &command, const Variables &variables);
    bool isMissing() const;

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    sandbox::DemoPool m_pool;
    transport::ActivityLog m_log;
    transport::FixedCredentials m_keys{transport::SigningCredentials{
        .accessKeyId = u"AKIDEXAMPLE"_s, .secretAccessKey = u"example"_s, .sessionToken = {}}};
    std::unique_ptr<transport::AwsJsonChannel> m_channel;
    std::unique_ptr<cognito::IdpClient> m_client;
    QTemporaryDir m_folder;
    QString m_output;
};

void TestActivityCommands::initTestCase()
{
    m_sandbox = std::make_unique<sandbox::Sandbox>(sandbox::Options{.makeKey = poolscope::tests::sharedSigningKey});
    QSignalSpy started(m_sandbox.get(), &sandbox::Sandbox::started);
    m_sandbox->start();
    QVERIFY(started.wait(60'000));
    m_sandbox->demoPool(this, [this](const Result<sandbox::DemoPool> &demo) { m_pool = *demo; });
    QTRY_VERIFY(!m_pool.clientId.isEmpty());
    m_channel = std::make_unique<transport::AwsJsonChannel>(transport::ChannelSettings{
        .endpoint = m_sandbox->endpoint(), .region = u"us-east-1"_s, .credentials = &m_keys, .log = &m_log});
    m_client = std::make_unique<cognito::IdpClient>(m_channel.get());
}

void TestActivityCommands::cleanupTestCase()
{
    m_client.reset();
    m_channel.reset();
    m_sandbox.reset();
}

void TestActivityCommands::addPrograms()
{
    QTest::addColumn<bool>("isCurl");
    QTest::newRow("AWS CLI") << false;
    QTest::newRow("curl") << true;
}

bool TestActivityCommands::isMissing() const
{
    QFETCH(bool, isCurl);
    return isCurl ? QStringLiteral(POOLSCOPE_CURL).isEmpty() : QStringLiteral(POOLSCOPE_AWS).isEmpty();
}

template<class Request>
QString TestActivityCommands::recorded(const Request &request)
{
    QFETCH(bool, isCurl);
    bool done = false;
    m_client->call(request, this, [&done](const Result<typename Request::Response> &) { done = true; });
    if (!QTest::qWaitFor([&done] { return done; }, 30'000))
        return {};
    const transport::ActivityEntry &entry = m_log.entries().constLast();
    const auto command = isCurl ? activity::curlCommand(entry) : activity::awsCliCommand(entry);
    return command ? command->text : QString();
}

// Whether it ended well; what it said stands in m_output.
bool TestActivityCommands::run(const QString &command, const Variables &variables)
{
    QProcessEnvironment environment;
    const QStringList folders{QFileInfo(QStringLiteral(POOLSCOPE_AWS)).path(), u"/usr/bin"_s, u"/bin"_s};
    environment.insert(u"PATH"_s, folders.join(u':'));
    environment.insert(u"HOME"_s, m_folder.path()); // no configuration of whoever runs the test
    environment.insert(u"NO_PROXY"_s, u"127.0.0.1"_s);
    environment.insert(u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s);
    environment.insert(u"AWS_EC2_METADATA_DISABLED"_s, u"true"_s);
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    QProcess shell;
    shell.setProcessEnvironment(environment);
    shell.setWorkingDirectory(m_folder.path());
    shell.setProcessChannelMode(QProcess::MergedChannels);
    QSignalSpy finished(&shell, &QProcess::finished);
    shell.start(u"/bin/sh"_s, {u"-c"_s, command});
    const bool ended = !finished.isEmpty() || finished.wait(60'000);
    m_output = QString::fromUtf8(shell.readAll());
    return ended && shell.exitCode() == 0;
}

void TestActivityCommands::signsUp()
{
    POOLSCOPE_NEEDS(!isMissing(), "The program is not installed.");
    QFETCH(bool, isCurl);
    const QString command = recorded(idp::SignUpRequest{
        .clientId = m_pool.clientId,
        .username = u"nobody"_s,
        .password = u"short"_s,
        .userAttributes = QList<idp::AttributeType>{{.name = u"email"_s, .value = u"nobody@example.com"_s}}});
    QVERIFY(!command.contains(u"short"_s));
    const QString name = isCurl ? u"mira@example.com"_s : u"jo@example.com"_s;
    // All that shells, options and JSON take for something of their own but may stand in JSON as it is.
    Variables variables{{u"COGNITO_CLIENT_ID"_s, m_pool.clientId},
                        {u"COGNITO_USERNAME"_s, name},
                        {u"COGNITO_VALUE"_s, name},
                        {u"COGNITO_PASSWORD"_s, u"-It's $HOME `id` & Co! 7"_s}};
    QVERIFY2(run(command, variables), qPrintable(command + u'\n' + m_output));
    QVERIFY2(m_output.contains(u"UserSub"_s), qPrintable(m_output));
}

void TestActivityCommands::asksWithAMapOfSecrets()
{
    POOLSCOPE_NEEDS(!isMissing(), "The program is not installed.");
    const QString command = recorded(idp::InitiateAuthRequest{
        .authFlow = u"USER_PASSWORD_AUTH"_s,
        .authParameters = QMap<QString, QString>{{u"USERNAME"_s, u"nobody"_s}, {u"PASSWORD"_s, u"canary-password"_s}},
        .clientId = m_pool.clientId});
    QVERIFY(!command.contains(u"canary-password"_s));
    run(command, {{u"COGNITO_CLIENT_ID"_s, m_pool.clientId},
                  {u"COGNITO_USERNAME"_s, u"nobody"_s},
                  {u"COGNITO_PASSWORD"_s, u"$x 'y' z"_s}});
    const bool isAnswered =
        m_output.contains(u"NotAuthorizedException"_s) || m_output.contains(u"UserNotFoundException"_s);
    QVERIFY2(isAnswered, qPrintable(command + u'\n' + m_output));
}

void TestActivityCommands::asksWithASignature()
{
    POOLSCOPE_NEEDS(!isMissing(), "The program is not installed.");
    const QString command = recorded(idp::ListUsersRequest{.userPoolId = m_pool.userPoolId, .limit = 3});
    QVERIFY2(run(command, {{u"AWS_ACCESS_KEY_ID"_s, u"AKIDEXAMPLE"_s}, {u"AWS_SECRET_ACCESS_KEY"_s, u"example"_s}}),
             qPrintable(command + u'\n' + m_output));
    QVERIFY2(m_output.contains(u"\"Users\""_s), qPrintable(m_output));
}

void TestActivityCommands::stopsWithoutTheSecrets()
{
    POOLSCOPE_NEEDS(!isMissing(), "The program is not installed.");
    const QString command = recorded(idp::GetUserRequest{.accessToken = u"canary-token"_s});
    QVERIFY(!command.contains(u"canary"_s));
    QVERIFY(!run(command, {}));
    QVERIFY2(m_output.contains(u"COGNITO_ACCESS_TOKEN"_s), qPrintable(m_output));
}

// By the function that the CLI itself goes by.
void TestActivityCommands::namesAreTheCliOnes()
{
    QStringList names;
    for (const model::ServiceDescriptor *service : {&model::cognitoIdp(), &model::cognitoIdentity()}) {
        for (const model::OperationDescriptor *operation : service->operations) {
            names += QString(operation->name);
            for (const model::MemberDescriptor &member : operation->input->members)
                names += QString(member.name);
        }
    }
    const QString script = u"import sys\n"
                           "try:\n"
                           "    from botocore import xform_name\n"
                           "except ImportError:\n"
                           "    sys.exit(77)\n"
                           "print(*[xform_name(name, '-') for name in sys.argv[1:]])"_s;
    QProcess python;
    python.start(u"/usr/bin/python3"_s, QStringList{u"-B"_s, u"-c"_s, script} + names);
    QVERIFY(python.waitForFinished());
    POOLSCOPE_NEEDS(python.exitCode() != 77, "botocore is not installed.");
    const QStringList expected = QString::fromUtf8(python.readAll()).trimmed().split(u' ');
    QCOMPARE(expected.size(), names.size());
    for (qsizetype i = 0; i < names.size(); ++i)
        QCOMPARE(activity::kebabCase(names.at(i)), expected.at(i));
}

QTEST_GUILESS_MAIN(TestActivityCommands)
#include "tst_activitycommands.moc"
