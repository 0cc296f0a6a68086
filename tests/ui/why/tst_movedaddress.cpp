#include "auth/userrepair.h"
#include "ui/screenbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using namespace Qt::StringLiterals;
using auth::Repair;
using auth::RepairProgress;
using auth::UserRepair;

namespace {

QByteArray userWith(const QByteArray &name, const QByteArray &email, const QByteArray &verified)
{
    return "{'Username':'" + name + "','UserAttributes':[{'Name':'email','Value':'" + email +
           "'},{'Name':'email_verified','Value':'" + verified + "'}]}";
}

const QByteArray owner = userWith("zoe", "sunny@example.com", "true");
const QByteArray wanting = userWith("aaron", "Sunny@example.com", "false");

} // namespace

// The repair of four requests: what it has done by the time that it fails, and what it does not do any more.
class TestMovedAddress final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void looksTakesAndGives();
    void nothingIsDoneToWhatHasChanged_data();
    void nothingIsDoneToWhatHasChanged();
    void saysHowFarItCame_data();
    void saysHowFarItCame();
    void cancelled_data();
    void cancelled();

private:
    void run();
    QString sent(qsizetype request) const;

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<UserRepair> m_repair;
};

void TestMovedAddress::init()
{
    m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Scripted);
    m_repair = std::make_unique<UserRepair>(&m_bench->access());
}

void TestMovedAddress::cleanup()
{
    m_repair.reset();
    m_bench.reset();
}

void TestMovedAddress::run()
{
    m_repair->run({.repair = Repair::MoveEmail,
                   .username = u"aaron"_s,
                   .password = {},
                   .other = u"zoe"_s,
                   .address = u"sunny@example.com"_s});
}

QString TestMovedAddress::sent(qsizetype request) const
{
    const QByteArray body = m_bench->body(request);
    return m_bench->operation(request) + (body.contains("\"zoe\"") ? u" zoe"_s : u" aaron"_s) +
           (body.contains("\"Value\":\"true\"")    ? u" true"_s
            : body.contains("\"Value\":\"false\"") ? u" false"_s
                                                   : QString());
}

void TestMovedAddress::looksTakesAndGives()
{
    for (const QByteArray &answer : {owner, wanting, QByteArray("{}"), QByteArray("{}")})
        m_bench->answer(answer);
    const QSignalSpy done(m_repair.get(), &UserRepair::done);
    QSignalSpy busy(m_repair.get(), &UserRepair::busyChanged);
    run();
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(m_bench->server().requests().size(), 4);
    QCOMPARE(sent(0), u"AdminGetUser zoe"_s);
    QCOMPARE(sent(1), u"AdminGetUser aaron"_s);
    QCOMPARE(sent(2), u"AdminUpdateUserAttributes zoe false"_s);
    QCOMPARE(sent(3), u"AdminUpdateUserAttributes aaron true"_s);
    QCOMPARE(busy.size(), 2); // one repair, not four
}

void TestMovedAddress::nothingIsDoneToWhatHasChanged_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::newRow("another address") << userWith("zoe", "zoe@example.com", "true") << QByteArray();
    QTest::newRow("not verified any more") << userWith("zoe", "sunny@example.com", "false") << QByteArray();
    QTest::newRow("no attributes") << QByteArray("{'Username':'zoe'}") << QByteArray();
    QTest::newRow("the other one has another") << owner << userWith("aaron", "aaron@example.com", "false");
    QTest::newRow("the other one has it already") << owner << userWith("aaron", "sunny@example.com", "true");
}

void TestMovedAddress::nothingIsDoneToWhatHasChanged()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    m_bench->answer(first);
    m_bench->answer(second.isEmpty() ? QByteArray("{}") : second);
    QSignalSpy failed(m_repair.get(), &UserRepair::failed);
    run();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().code, u"AddressChanged"_s);
    QCOMPARE(failed[0][1].value<RepairProgress>(), RepairProgress::NothingChanged);
    QCOMPARE(m_bench->server().requests().size(), second.isEmpty() ? 1 : 2);
    QVERIFY(!m_repair->isBusy());
}

void TestMovedAddress::saysHowFarItCame_data()
{
    QTest::addColumn<int>("answers");  // before the one that fails
    QTest::addColumn<bool>("refused"); // or cut off, and nobody knows
    QTest::addColumn<RepairProgress>("progress");
    QTest::newRow("looking") << 0 << true << RepairProgress::NothingChanged;
    QTest::newRow("taking, refused") << 2 << true << RepairProgress::NothingChanged;
    QTest::newRow("taking, cut off") << 2 << false << RepairProgress::AddressMayBeTaken;
    QTest::newRow("giving, refused") << 3 << true << RepairProgress::AddressTaken;
    QTest::newRow("giving, cut off") << 3 << false << RepairProgress::AddressMayHaveMoved;
}

void TestMovedAddress::saysHowFarItCame()
{
    QFETCH(int, answers);
    QFETCH(bool, refused);
    const QList<QByteArray> all{owner, wanting, "{}"};
    for (int i = 0; i < answers; ++i)
        m_bench->answer(all[i]);
    if (refused)
        m_bench->server().addError("NotAuthorizedException", "Not now.");
    else
        m_bench->server().addClose();
    QSignalSpy failed(m_repair.get(), &UserRepair::failed);
    run();
    QTRY_COMPARE(failed.size(), 1);
    QTEST(failed[0][1].value<RepairProgress>(), "progress");
}

void TestMovedAddress::cancelled_data()
{
    QTest::addColumn<int>("answers");
    QTest::addColumn<RepairProgress>("progress");
    QTest::newRow("looking") << 1 << RepairProgress::NothingChanged;
    QTest::newRow("taking") << 2 << RepairProgress::AddressMayBeTaken;
    QTest::newRow("giving") << 3 << RepairProgress::AddressMayHaveMoved;
}

void TestMovedAddress::cancelled()
{
    QFETCH(int, answers);
    const QList<QByteArray> all{owner, wanting, "{}"};
    for (int i = 0; i < answers; ++i)
        m_bench->answer(all[i]);
    m_bench->server().addSilence();
    const QSignalSpy failed(m_repair.get(), &UserRepair::failed);
    run();
    QTRY_COMPARE(m_bench->server().requests().size(), answers + 1);
    QVERIFY(m_repair->isBusy());
    QTEST(m_repair->cancel(), "progress");
    QVERIFY(!m_repair->isBusy());
    QCOMPARE(m_repair->cancel(), RepairProgress::NothingChanged); // of nothing
    QCOMPARE(failed.size(), 0);
}

QTEST_MAIN(TestMovedAddress)
#include "tst_movedaddress.moc"
