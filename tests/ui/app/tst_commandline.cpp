#include "app/commandline.h"

#include <QProcess>
#include <QTest>

using namespace poolscope;
using namespace Qt::StringLiterals;

// What stands behind `poolscope` when it is started with its window.
class TestCommandLine final : public QObject
{
    Q_OBJECT

private slots:
    void ownOptions();
    void qtOptions_data();
    void qtOptions();
    void refused_data();
    void refused();
    void textsNeedNoDisplay_data();
    void textsNeedNoDisplay();
    void qtGetsItsOptions();

private:
    static void run(QProcess &program, const QStringList &arguments);
};

void TestCommandLine::ownOptions()
{
    const auto options = parseWindowOptions({u"poolscope"_s, u"--profile-dir"_s, u"/p"_s, u"--language=ko"_s,
                                             u"--theme"_s, u"dark"_s, u"--sandbox-port"_s, u"0"_s, u"--no-keychain"_s});
    QVERIFY(options);
    QCOMPARE(options->profileDir, u"/p"_s);
    QCOMPARE(options->language, u"ko"_s);
    QCOMPARE(options->theme, u"dark"_s);
    QCOMPARE(options->sandboxPort, quint16(0));
    QVERIFY(!options->keychain);
}

void TestCommandLine::qtOptions_data()
{
    QTest::addColumn<QStringList>("given");
    for (const char *name : {"platform", "platformpluginpath", "platformtheme", "plugin", "qwindowgeometry",
                             "qwindowicon", "qwindowtitle", "session", "style", "stylesheet", "display", "geometry"}) {
        for (const char *dashes : {"-", "--"}) {
            const QString option = QString::fromLatin1(dashes) + QLatin1StringView(name);
            QTest::newRow(qPrintable(option)) << QStringList{option, u"value"_s};
        }
    }
    QTest::newRow("-style=") << QStringList{u"-style=fusion"_s};
    QTest::newRow("-stylesheet=") << QStringList{u"-stylesheet=/a.qss"_s};
    QTest::newRow("-reverse") << QStringList{u"-reverse"_s};
    QTest::newRow("-widgetcount") << QStringList{u"-widgetcount"_s};
    QTest::newRow("a session manager's") << QStringList{u"-session"_s, u"10fa_17_6"_s, u"-reverse"_s};
}

void TestCommandLine::qtOptions()
{
    QFETCH(QStringList, given);
    const QStringList own{u"--theme"_s, u"light"_s};
    for (const QStringList &arguments : {given + own, own + given}) {
        const auto options = parseWindowOptions(QStringList{u"poolscope"_s} + arguments);
        QVERIFY2(options, options ? "" : qPrintable(options.error().text));
        QCOMPARE(options->theme, u"light"_s);
    }
}

void TestCommandLine::refused_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::newRow("unknown") << QStringList{u"--nonsense"_s};
    QTest::newRow("Qt's, but its value is missing") << QStringList{u"-platform"_s};
    QTest::newRow("Qt knows no such form") << QStringList{u"-platform=xcb"_s};
    QTest::newRow("almost Qt's") << QStringList{u"-platforms"_s, u"xcb"_s};
    QTest::newRow("a command that there is not") << QStringList{u"serve"_s};
    QTest::newRow("port") << QStringList{u"--sandbox-port"_s, u"70000"_s};
    QTest::newRow("language") << QStringList{u"--language"_s, u"de"_s};
    QTest::newRow("theme") << QStringList{u"-style"_s, u"fusion"_s, u"--theme"_s, u"pink"_s};
}

void TestCommandLine::refused()
{
    QFETCH(QStringList, given);
    const auto options = parseWindowOptions(QStringList{u"poolscope"_s} + given);
    QVERIFY(!options);
    QCOMPARE(options.error().exitCode, 2);
    QVERIFY(!options.error().text.isEmpty());
}

void TestCommandLine::run(QProcess &program, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"QT_LOGGING_RULES"_s})
        environment.remove(name);
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(POOLSCOPE_PROGRAM), arguments);
    QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 30'000);
}

void TestCommandLine::textsNeedNoDisplay_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("help") << QStringList{u"--help"_s} << 0;
    QTest::newRow("version, with an option of Qt's") << QStringList{u"-style"_s, u"fusion"_s, u"--version"_s} << 0;
    QTest::newRow("bad option") << QStringList{u"--nonsense"_s} << 2;
}

void TestCommandLine::textsNeedNoDisplay()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QProcess program;
    run(program, arguments);
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), exitCode);
    QVERIFY(!(exitCode == 0 ? program.readAllStandardOutput() : program.readAllStandardError()).isEmpty());
}

// A platform that there is not: it is Qt that says so.
void TestCommandLine::qtGetsItsOptions()
{
    QProcess program;
    run(program, {u"-platform"_s, u"no-such-platform"_s, u"--no-keychain"_s});
    QCOMPARE(program.exitStatus(), QProcess::CrashExit); // as Qt ends where it cannot show anything
    const QByteArray said = program.readAllStandardError();
    QVERIFY2(said.contains("no-such-platform"), said.constData());
    QVERIFY2(!said.contains("Unknown option"), said.constData());
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
