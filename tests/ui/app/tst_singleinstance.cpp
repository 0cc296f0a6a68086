#include "app/singleinstance.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;
using Claim = SingleInstance::Claim;

// A second start of the program.
class TestSingleInstance final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8()); }
    void callsTheFirst();
    void isFirstAfterTheFirst();
    void otherProfilesAreApart();
    void takesOverWhatAKilledOneLeft();
    void saysThatNobodyAnswers();
    void goesOnWhereNothingCanBeLocked();
    void withoutASessionsFolderItIsTheProfiles();
    void longProfilesAreCalledToo();
    void saysThatItCannotListen();

private:
    QTemporaryDir m_runtime;
};

void TestSingleInstance::initTestCase()
{
    QVERIFY(m_runtime.isValid());
}

void TestSingleInstance::callsTheFirst()
{
    const QTemporaryDir profile;
    SingleInstance first(profile.path());
    QSignalSpy called(&first, &SingleInstance::called);
    QCOMPARE(first.claim(), Claim::First);
    for (int start = 1; start <= 3; ++start) {
        SingleInstance second(profile.path() + QStringLiteral("/../") + QDir(profile.path()).dirName());
        QCOMPARE(second.claim(), Claim::Called);
        QTRY_COMPARE(called.size(), start);
    }
}

void TestSingleInstance::isFirstAfterTheFirst()
{
    const QTemporaryDir profile;
    for (int start = 0; start < 2; ++start) {
        SingleInstance one(profile.path());
        QCOMPARE(one.claim(), Claim::First);
    }
}

void TestSingleInstance::otherProfilesAreApart()
{
    const QTemporaryDir here;
    const QTemporaryDir there;
    SingleInstance first(here.path());
    SingleInstance second(there.path() + QStringLiteral("/not/made/yet"));
    QSignalSpy called(&first, &SingleInstance::called);
    QCOMPARE(first.claim(), Claim::First);
    QCOMPARE(second.claim(), Claim::First);
    QVERIFY(called.isEmpty());
}

// The lock went with it; its files stay, and the socket's leads nowhere.
void TestSingleInstance::takesOverWhatAKilledOneLeft()
{
    const QTemporaryDir profile;
    QString socket;
    {
        SingleInstance killed(profile.path());
        QCOMPARE(killed.claim(), Claim::First);
        const QStringList made = QDir(m_runtime.path()).entryList(QDir::System);
        QCOMPARE(made.size(), 1);
        socket = m_runtime.filePath(made.first());
    }
    QVERIFY(QFile::exists(profile.filePath(QStringLiteral("window.lock"))));
    QFile left(socket);
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    SingleInstance next(profile.path());
    QSignalSpy called(&next, &SingleInstance::called);
    QCOMPARE(next.claim(), Claim::First);
    SingleInstance second(profile.path());
    QCOMPARE(second.claim(), Claim::Called);
    QTRY_COMPARE(called.size(), 1);
}

void TestSingleInstance::saysThatNobodyAnswers()
{
    const QTemporaryDir profile;
    SingleInstance first(profile.path());
    QCOMPARE(first.claim(), Claim::First);
    const QStringList sockets = QDir(m_runtime.path()).entryList(QDir::System);
    for (const QString &name : sockets)
        QVERIFY(QFile::remove(m_runtime.filePath(name)));
    SingleInstance second(profile.path());
    QCOMPARE(second.claim(), Claim::NoAnswer);
}

// A profile of another user, or on a disk that takes nothing: it is no reason not to start.
void TestSingleInstance::goesOnWhereNothingCanBeLocked()
{
    SingleInstance one(QStringLiteral("/proc/poolscope"));
    QCOMPARE(one.claim(), Claim::First);
}

// In the common temporary folder anybody could have put something in its place.
void TestSingleInstance::withoutASessionsFolderItIsTheProfiles()
{
    qunsetenv("XDG_RUNTIME_DIR");
    const QTemporaryDir profile;
    SingleInstance first(profile.path());
    QCOMPARE(first.claim(), Claim::First);
    QCOMPARE(QDir(profile.path()).entryList(QDir::System), QStringList{QStringLiteral("window.socket")});
    SingleInstance second(profile.path());
    QCOMPARE(second.claim(), Claim::Called);
}

// The name of a socket has room for a hundred bytes.
void TestSingleInstance::longProfilesAreCalledToo()
{
    qunsetenv("XDG_RUNTIME_DIR");
    const QTemporaryDir folder;
    const QString profile = folder.filePath(QString(120, u'x'));
    SingleInstance first(profile);
    QCOMPARE(first.claim(), Claim::First);
    QCOMPARE(QDir(profile).entryList(QDir::System), QStringList());
    SingleInstance second(profile);
    QCOMPARE(second.claim(), Claim::Called);
}

void TestSingleInstance::saysThatItCannotListen()
{
    qputenv("XDG_RUNTIME_DIR", "/nowhere/at/all");
    const QTemporaryDir profile;
    SingleInstance first(profile.path());
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("^A second start cannot show this window: /nowhere")));
    QCOMPARE(first.claim(), Claim::First);
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
