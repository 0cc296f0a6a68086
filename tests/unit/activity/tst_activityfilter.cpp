#include "activity/activityfilter.h"
#include "core/redaction.h"
#include "entries.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::activity;
using transport::ActivityEntry;
using transport::UserAction;

namespace {

ActivityEntry refusedSignIn()
{
    ActivityEntry entry = failed(entryOf(QStringLiteral("InitiateAuth"), UserAction(QStringLiteral("Enter the house"))),
                                 QStringLiteral("NotAuthorizedException"));
    entry.errorMessage = QStringLiteral("Incorrect username or password.");
    entry.requestId = QStringLiteral("a71e6c7e-0d");
    json::Value parameters = json::Value::object();
    parameters.set(QStringLiteral("USERNAME"), QStringLiteral("Mira@example.com"));
    parameters.set(QStringLiteral("PASSWORD"), redactedMark());
    entry.request.set(QStringLiteral("AuthParameters"), parameters);
    entry.response.set(QStringLiteral("Attempts"), json::Value(QList<json::Value>{3, 61}));
    return entry;
}

} // namespace

class TestActivityFilter final : public QObject
{
    Q_OBJECT

private slots:
    void words_data();
    void words();
    void outcomes_data();
    void outcomes();
    void operationAndAction();
    void emptyLetsAllPass();
};

void TestActivityFilter::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("passes");
    const auto row = [](const char *name, const char *text, bool passes) {
        QTest::newRow(name) << QString::fromUtf8(text) << passes;
    };
    row("operation", "InitiateAuth", true);
    row("a part of it, in lower case", "iateau", true);
    row("action", "house", true);
    row("error code", "notauthorized", true);
    row("message", "incorrect password", true);
    row("status", "400", true);
    row("request id", "a71e6c7e", true);
    row("host", "9229", true);
    row("a member's name", "authparameters", true);
    row("a value, in another case", "mira@EXAMPLE", true);
    row("a number in a list", "61", true);
    row("words of different places", "  mira   400 ", true);
    row("one word that is nowhere", "mira 404", false);
    row("nothing of it", "SignUp", false);
    row("blanks only", "   ", true);
}

void TestActivityFilter::words()
{
    QFETCH(QString, text);
    QFETCH(bool, passes);
    QCOMPARE(matches({.text = text}, refusedSignIn()), passes);
}

void TestActivityFilter::outcomes_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("asSucceeded");
    QTest::addColumn<bool>("asFailed");
    using State = ActivityEntry::State;
    QTest::newRow("waiting") << int(State::Pending) << false << false;
    QTest::newRow("succeeded") << int(State::Succeeded) << true << false;
    QTest::newRow("failed") << int(State::Failed) << false << true;
    QTest::newRow("cancelled") << int(State::Cancelled) << false << true;
}

void TestActivityFilter::outcomes()
{
    QFETCH(int, state);
    ActivityEntry entry = refusedSignIn();
    entry.state = ActivityEntry::State(state);
    QVERIFY(matches({}, entry));
    QTEST(matches({.outcome = ActivityFilter::Outcome::Succeeded}, entry), "asSucceeded");
    QTEST(matches({.outcome = ActivityFilter::Outcome::Failed}, entry), "asFailed");
}

void TestActivityFilter::operationAndAction()
{
    const ActivityEntry entry = refusedSignIn();
    QVERIFY(matches({.operation = QStringLiteral("InitiateAuth")}, entry));
    QVERIFY(!matches({.operation = QStringLiteral("Initiate")}, entry));
    QVERIFY(matches({.action = entry.action}, entry));
    QVERIFY(!matches({.action = UserAction(entry.action.title())}, entry)); // the same words, another time
    QVERIFY(!matches({.text = QStringLiteral("400"), .operation = QStringLiteral("SignUp")}, entry));
}

void TestActivityFilter::emptyLetsAllPass()
{
    QVERIFY(ActivityFilter().isEmpty());
    QVERIFY(!ActivityFilter{.operation = QStringLiteral("SignUp")}.isEmpty());
    QVERIFY(matches({}, entryOf(QStringLiteral("SignUp"))));
}

QTEST_GUILESS_MAIN(TestActivityFilter)
#include "tst_activityfilter.moc"
