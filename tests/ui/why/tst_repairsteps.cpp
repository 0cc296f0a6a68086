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

// Repairs of several requests: what one has done by the time that it fails, and what it does not do any more.
class TestRepairSteps final : public QObject
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
    void settingsAreReadAgainWhereTheyMayHaveChanged();
    void settingsOnTheirWayAreReadOnceMore();
    void cancelled_data();
    void cancelled();

private:
    void run();
    QString sent(qsizetype request) const;

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<UserRepair> m_repair;
};

void TestRepairSteps::init()
{
    m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Scripted);
    m_repair = std::make_unique<UserRepair>(&m_bench->access());
}

void TestRepairSteps::cleanup()
{
    m_repair.reset();
    m_bench.reset();
}

void TestRepairSteps::run()
{
    m_repair->run({.repair = Repair::MoveEmail,
                   .username = u"aaron"_s,
                   .password = {},
                   .other = u"zoe"_s,
                   .address = u"sunny@example.com"_s});
}

QString TestRepairSteps::sent(qsizetype request) const
{
    const QByteArray body = m_bench->body(request);
    return m_bench->operation(request) + (body.contains("\"zoe\"") ? u" zoe"_s : u" aaron"_s) +
           (body.contains("\"Value\":\"true\"")    ? u" true"_s
            : body.contains("\"Value\":\"false\"") ? u" false"_s
                                                   : QString());
}

void TestRepairSteps::looksTakesAndGives()
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

void TestRepairSteps::nothingIsDoneToWhatHasChanged_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::newRow("another address") << userWith("zoe", "zoe@example.com", "true") << QByteArray();
    QTest::newRow("not verified any more") << userWith("zoe", "sunny@example.com", "false") << QByteArray();
    QTest::newRow("no attributes") << QByteArray("{'Username':'zoe'}") << QByteArray();
    QTest::newRow("the other one has another") << owner << userWith("aaron", "aaron@example.com", "false");
    QTest::newRow("the other one has it already") << owner << userWith("aaron", "sunny@example.com", "true");
}

void TestRepairSteps::nothingIsDoneToWhatHasChanged()
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

void TestRepairSteps::saysHowFarItCame_data()
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

void TestRepairSteps::saysHowFarItCame()
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

void TestRepairSteps::settingsAreReadAgainWhereTheyMayHaveChanged()
{
    m_bench->answer("{'UserPoolClient':{'ClientId':'c','ExplicitAuthFlows':['ALLOW_REFRESH_TOKEN_AUTH']}}");
    m_bench->server().addClose(); // the update: nobody knows
    const QSignalSpy failed(m_repair.get(), &UserRepair::failed);
    m_repair->run({.repair = Repair::AllowSrp});
    QTRY_COMPARE(failed.size(), 1);
    QTRY_COMPARE(m_bench->server().requests().size(), 3);
    QCOMPARE(m_bench->operation(1), u"UpdateUserPoolClient"_s);
    QCOMPARE(m_bench->operation(2), u"DescribeUserPool"_s);
}

void TestRepairSteps::settingsOnTheirWayAreReadOnceMore()
{
    const QByteArray pool = "{'UserPool':{'Id':'p'}}";
    for (const QByteArray &name : {QByteArray("before"), QByteArray("after")}) {
        m_bench->answer(pool);
        m_bench->answer("{'UserPoolClient':{'ClientId':'c','ClientName':'" + name + "'}}");
    }
    auth::UserPoolAccess &access = m_bench->access();
    access.loadSettings();
    access.reloadSettings(); // what is asked for may be answered as it was
    QTRY_COMPARE(access.settings().state, auth::PoolSettings::State::Known);
    QCOMPARE(access.settings().client->clientName, u"after"_s);
    QCOMPARE(m_bench->server().requests().size(), 4);
}

void TestRepairSteps::cancelled_data()
{
    QTest::addColumn<int>("answers");
    QTest::addColumn<RepairProgress>("progress");
    QTest::newRow("looking") << 1 << RepairProgress::NothingChanged;
    QTest::newRow("taking") << 2 << RepairProgress::AddressMayBeTaken;
    QTest::newRow("giving") << 3 << RepairProgress::AddressMayHaveMoved;
}

void TestRepairSteps::cancelled()
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

QTEST_MAIN(TestRepairSteps)
#include "tst_repairsteps.moc"
