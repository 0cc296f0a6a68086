#include "sandbox/control/clockcontrol.h"
#include "sandbox/control/controls.h"
#include "sandbox/control/faults.h"
#include "sandbox/rules/signaturedate.h"

#include "json/reader.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace poolscope;
using namespace poolscope::sandbox;

namespace {

constexpr qint64 realMs = 1'767'225'600'000; // 2026-01-01
constexpr qint64 dayMs = 86'400'000;

json::Value parsed(const QByteArray &text)
{
    const auto document = json::read(text);
    return document ? document->root : json::Value();
}

Fault fault(Fault::Kind kind, const QStringList &operations = {}, std::optional<int> times = {})
{
    return {.kind = kind, .operations = operations, .times = times};
}

} // namespace

// What testers turn, without a sandbox.
class TestControls final : public QObject
{
    Q_OBJECT

private slots:
    void movesTheClock_data();
    void movesTheClock();
    void nobodyMovesTheClockInBetween();
    void refusesClockCommands_data();
    void refusesClockCommands();
    void tellsWhereTheClockStands();
    void readsFaults_data();
    void readsFaults();
    void refusesFaults_data();
    void refusesFaults();
    void refusesListsOfFaults_data();
    void refusesListsOfFaults();
    void statesComeBack();
    void theFirstFaultThatFitsIsTaken();
    void faultsGoWithTheirLastTime();
    void changesAreTold();
    void thereCannotBeTooMany();
    void judgesSignatureDates_data();
    void judgesSignatureDates();
};

void TestControls::movesTheClock_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<qint64>("offset"); // before: one day
    QTest::newRow("advance") << QByteArray(R"({"advance": 3600})") << dayMs + 3'600'000;
    QTest::newRow("advance back") << QByteArray(R"({"advance": -3600})") << dayMs - 3'600'000;
    QTest::newRow("advance by a fraction") << QByteArray(R"({"advance": 0.25})") << dayMs + 250;
    QTest::newRow("offset") << QByteArray(R"({"offset": 60})") << qint64(60'000);
    QTest::newRow("offset behind real time") << QByteArray(R"({"offset": -1200})") << qint64(-1'200'000);
    QTest::newRow("to") << QByteArray(R"({"to": "2026-01-02T12:00:00Z"})") << dayMs + dayMs / 2;
    QTest::newRow("to without seconds") << QByteArray(R"({"to": "2026-01-02T12:00Z"})") << dayMs + dayMs / 2;
    QTest::newRow("to with a zone") << QByteArray(R"({"to": "2026-01-02T21:00:00.5+09:00"})")
                                    << dayMs + dayMs / 2 + 500;
    QTest::newRow("to in seconds") << QByteArray(R"({"to": 1767225601})") << qint64(1000);
    QTest::newRow("earliest") << QByteArray(R"({"to": "2000-01-01T00:00:00Z"})") << earliestClockMs - realMs;
    QTest::newRow("latest") << QByteArray(R"({"to": "2199-12-31T23:59:59.999Z"})") << latestClockMs - realMs;
    QTest::newRow("after 2038") << QByteArray(R"({"to": "2038-01-19T03:14:08Z"})") << 2'147'483'648'000 - realMs;
    QTest::newRow("reset") << QByteArray(R"({"reset": true})") << qint64(0);
}

void TestControls::movesTheClock()
{
    QFETCH(QByteArray, command);
    QFETCH(qint64, offset);
    const auto read = readClockCommand(parsed(command), dayMs, realMs);
    QVERIFY2(read, read ? "" : qPrintable(read.error()));
    QCOMPARE(*read, offset);
}

void TestControls::nobodyMovesTheClockInBetween()
{
    std::atomic_int told = 0;
    Controls controls([&] { ++told; }, [] {});
    const auto advance = [&controls] {
        for (int i = 0; i < 20'000; ++i)
            controls.moveClockFrom([](qint64 offsetMs) { return std::optional(offsetMs + 1); });
    };
    std::thread other(advance);
    advance();
    other.join();
    QCOMPARE(controls.clock().offsetMs(), 40'000);
    QCOMPARE(told.load(), 40'000);
    controls.moveClockFrom([](qint64) { return std::optional<qint64>(); });
    controls.moveClock(40'000);
    QCOMPARE(told.load(), 40'000);
}

void TestControls::refusesClockCommands_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QString>("part"); // of the sentence
    const auto row = [](const char *name, const char *command, const char *part) {
        QTest::newRow(name) << QByteArray(command) << QString::fromLatin1(part);
    };
    row("nothing", "{}", "exactly one");
    row("two", R"({"advance": 1, "reset": true})", "exactly one");
    row("a list", R"(["advance"])", "exactly one");
    row("null", "null", "exactly one");
    row("unknown member", R"({"forward": 1})", "\"forward\"");
    row("another case", R"({"Advance": 1})", "\"Advance\"");
    row("text for a number", R"({"advance": "3600"})", "number of seconds");
    row("null for a number", R"({"advance": null})", "number of seconds");
    row("beyond doubles", R"({"advance": 1e400})", "number of seconds");
    row("huge", R"({"advance": 1e18})", "number of seconds");
    row("too far", R"({"advance": 9000000000})", "2000 to 2199");
    row("too early", R"({"to": "1999-12-31T23:59:59Z"})", "2000 to 2199");
    row("too late", R"({"to": "2200-01-01T00:00:00Z"})", "2000 to 2199");
    row("no zone", R"({"to": "2026-01-02T12:00:00"})", "zone");
    row("a date only", R"({"to": "2026-01-02"})", "zone");
    row("no such day", R"({"to": "2026-02-30T12:00:00Z"})", "zone");
    row("no such hour", R"({"to": "2026-01-02T25:00:00Z"})", "zone");
    row("words", R"({"to": "tomorrow"})", "zone");
    row("with blanks", R"({"to": " 2026-01-02T12:00:00Z"})", "zone");
    row("a truth", R"({"to": true})", "zone");
    row("reset by false", R"({"reset": false})", "takes true");
    row("reset by one", R"({"reset": 1})", "takes true");
}

void TestControls::refusesClockCommands()
{
    QFETCH(QByteArray, command);
    QFETCH(QString, part);
    const auto read = readClockCommand(parsed(command), 0, realMs);
    QVERIFY(!read);
    QVERIFY2(read.error().contains(part), qPrintable(read.error()));
}

void TestControls::tellsWhereTheClockStands()
{
    const json::Value state = clockState(dayMs + 250, realMs);
    QCOMPARE(state.value(u"time").numberText(), QByteArray("1767312000.250"));
    QCOMPARE(state.value(u"utc").toString(), QStringLiteral("2026-01-02T00:00:00.250Z"));
    QCOMPARE(state.value(u"realTime").numberText(), QByteArray("1767225600.000"));
    QCOMPARE(state.value(u"offset").numberText(), QByteArray("86400.250"));
    QCOMPARE(state.value(u"isReal"), json::Value(false));
    QCOMPARE(clockState(0, realMs).value(u"isReal"), json::Value(true));
}

void TestControls::readsFaults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Fault>("wanted");
    QTest::newRow("delay") << QByteArray(R"({"fault": "delay", "delayMs": 1})")
                           << Fault{.kind = Fault::Kind::Delay, .delayMs = 1};
    QTest::newRow("throttled") << QByteArray(R"({"fault": "TooManyRequestsException", "times": 3})")
                               << fault(Fault::Kind::TooManyRequests, {}, 3);
    QTest::newRow("internal error") << QByteArray(R"({"fault": "InternalErrorException", "operations": []})")
                                    << fault(Fault::Kind::InternalError);
    QTest::newRow("cut") << QByteArray(R"({"fault": "cut", "operations": ["SignUp", "GetUser", "SignUp"]})")
                         << fault(Fault::Kind::Cut, {QStringLiteral("SignUp"), QStringLiteral("GetUser")});
    QTest::newRow("lost answer, late") << QByteArray(R"({"fault": "lost-answer", "delayMs": 120000})")
                                       << Fault{.kind = Fault::Kind::LostAnswer, .delayMs = 120'000};
}

void TestControls::readsFaults()
{
    QFETCH(QByteArray, text);
    QFETCH(Fault, wanted);
    const auto read = readFault(parsed(text));
    QVERIFY2(read, read ? "" : qPrintable(read.error()));
    QCOMPARE(*read, wanted);
}

void TestControls::refusesFaults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const char *text, const char *part) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(part);
    };
    row("no object", R"("delay")", "object");
    row("no fault", R"({"delayMs": 5})", "\"fault\"");
    row("unknown fault", R"({"fault": "explode"})", "one of delay, TooManyRequestsException");
    row("fault as a number", R"({"fault": 1})", "one of delay");
    row("delay without time", R"({"fault": "delay"})", "at least 1");
    row("delay of nothing", R"({"fault": "delay", "delayMs": 0})", "at least 1");
    row("negative delay", R"({"fault": "delay", "delayMs": -1})", "from 0 to 120000");
    row("long delay", R"({"fault": "delay", "delayMs": 120001})", "from 0 to 120000");
    row("fraction of a delay", R"({"fault": "delay", "delayMs": 1.5})", "whole number");
    row("delay as text", R"({"fault": "delay", "delayMs": "5"})", "whole number");
    row("never", R"({"fault": "cut", "times": 0})", "from 1 to");
    row("too often", R"({"fault": "cut", "times": 1000001})", "from 1 to");
    row("times as null", R"({"fault": "cut", "times": null})", "whole number");
    row("unknown operation", R"({"fault": "cut", "operations": ["MakeCoffee"]})", "\"MakeCoffee\"");
    row("operation as a number", R"({"fault": "cut", "operations": [1]})", "no operation");
    row("operations as text", R"({"fault": "cut", "operations": "SignUp"})", "list of names");
    row("unknown member", R"({"fault": "cut", "status": 500})", "\"status\"");
}

void TestControls::refusesFaults()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, part);
    const auto read = readFault(parsed(text));
    QVERIFY(!read);
    QVERIFY2(read.error().contains(part), qPrintable(read.error()));
}

void TestControls::refusesListsOfFaults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a list by itself") << QByteArray(R"([{"fault": "cut"}])");
    QTest::newRow("no list") << QByteArray(R"({"faults": {"fault": "cut"}})");
    QTest::newRow("something beside it") << QByteArray(R"({"faults": [], "more": 1})");
    QTest::newRow("a wrong one in it") << QByteArray(R"({"faults": [{"fault": "cut"}, {"fault": "?"}]})");
    QByteArray many = R"({"faults": [{"fault": "cut"})";
    for (int i = 0; i < FaultBoard::maximumFaults; ++i)
        many += R"(,{"fault": "cut"})";
    QTest::newRow("too many") << many + "]}";
}

void TestControls::refusesListsOfFaults()
{
    QFETCH(QByteArray, text);
    QVERIFY(!readFaults(parsed(text)));
}

void TestControls::statesComeBack()
{
    const QList<Fault> faults{
        {.kind = Fault::Kind::LostAnswer, .delayMs = 20, .operations = {QStringLiteral("SignUp")}, .times = 2},
        fault(Fault::Kind::Cut)};
    json::Value state = faultsState(faults);
    QCOMPARE(state.value(u"faults").elements().first().value(u"taken"), json::Value(0));
    json::Value without = json::Value::array();
    for (json::Value one : state.value(u"faults").elements()) {
        one.remove(u"taken");
        without.append(one);
    }
    state.set(QStringLiteral("faults"), without);
    const auto read = readFaults(state);
    QVERIFY(read);
    QCOMPARE(*read, faults);
}

void TestControls::theFirstFaultThatFitsIsTaken()
{
    FaultBoard board;
    board.add(fault(Fault::Kind::Cut, {QStringLiteral("SignUp")}));
    board.add(fault(Fault::Kind::InternalError));
    QCOMPARE(board.take(QStringLiteral("SignUp"))->kind, Fault::Kind::Cut);
    QCOMPARE(board.take(QStringLiteral("GetUser"))->kind, Fault::Kind::InternalError);
    QCOMPARE(board.take(QStringLiteral("GetUser"))->kind, Fault::Kind::InternalError);
    QCOMPARE(board.faults().at(0).taken, 1);
    QCOMPARE(board.faults().at(1).taken, 2);
}

void TestControls::faultsGoWithTheirLastTime()
{
    FaultBoard board;
    board.add(fault(Fault::Kind::Cut, {QStringLiteral("SignUp")}, 2));
    QVERIFY(!board.take(QStringLiteral("GetUser"))); // does not count
    QVERIFY(board.take(QStringLiteral("SignUp")));
    QCOMPARE(board.faults().at(0).times.value(), 1);
    QVERIFY(board.take(QStringLiteral("SignUp")));
    QVERIFY(board.faults().isEmpty());
    QVERIFY(!board.take(QStringLiteral("SignUp")));
}

void TestControls::changesAreTold()
{
    int changes = 0;
    FaultBoard board([&] { ++changes; });
    board.clear(); // nothing was on
    QCOMPARE(changes, 0);
    board.add(fault(Fault::Kind::Cut));
    QCOMPARE(changes, 1);
    (void)board.take(QStringLiteral("SignUp"));
    QCOMPARE(changes, 2);
    board.clear();
    QCOMPARE(changes, 3);
    (void)board.take(QStringLiteral("SignUp"));
    QCOMPARE(changes, 3);
}

void TestControls::thereCannotBeTooMany()
{
    FaultBoard board;
    for (qsizetype i = 0; i < FaultBoard::maximumFaults; ++i)
        QVERIFY(board.add(fault(Fault::Kind::Cut)));
    QVERIFY(!board.add(fault(Fault::Kind::Cut)));
    QCOMPARE(board.faults().size(), FaultBoard::maximumFaults);
}

void TestControls::judgesSignatureDates_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QString>("message"); // empty: it holds
    // The sandbox's clock stands at 2026-01-02.
    QTest::newRow("by the clock") << QByteArray("20260102T000000Z") << QString();
    QTest::newRow("by real time") << QByteArray("20260101T000000Z") << QString();
    QTest::newRow("just in time") << QByteArray("20260102T000500Z") << QString();
    QTest::newRow("just in real time") << QByteArray("20251231T235500Z") << QString();
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("no date") << QByteArray("yesterday") << QString();
    QTest::newRow("between") << QByteArray("20260101T120000Z")
                             << "Signature expired: 20260101T120000Z is now earlier than 20260101T235500Z "
                                "(20260102T000000Z - 5 min.)";
    QTest::newRow("too early") << QByteArray("20251231T235459Z")
                               << "Signature expired: 20251231T235459Z is now earlier than 20260101T235500Z "
                                  "(20260102T000000Z - 5 min.)";
    QTest::newRow("too late") << QByteArray("20260102T000501Z")
                              << "Signature not yet current: 20260102T000501Z is still later than 20260102T000500Z "
                                 "(20260102T000000Z + 5 min.)";
}

void TestControls::judgesSignatureDates()
{
    QFETCH(QByteArray, date);
    QFETCH(QString, message);
    const auto problem = signatureDateProblem(date, realMs + dayMs, realMs, 300'000);
    QCOMPARE(problem ? problem->message : QString(), message);
    if (problem)
        QCOMPARE(problem->code, QStringLiteral("InvalidSignatureException"));
}

QTEST_GUILESS_MAIN(TestControls)
#include "tst_controls.moc"
