#include "activity/activitymodel.h"
#include "channelfixture.h"

#include <QTest>

using namespace poolscope;
using activity::ActivityModel;
using namespace poolscope::tests;
using namespace poolscope::transport;

// What testers asked a sandbox for stands in Activity as that, and not as a failure of its own.
class TestDemandedFaults final : public QObject
{
    Q_OBJECT

private slots:
    void labelled_data();
    void labelled();
    void longLabelsAreCut();
};

void TestDemandedFaults::labelled_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QString>("result");
    QTest::newRow("delay") << 200 << QByteArray("delay 500 ms") << "200 (fault on demand)";
    QTest::newRow("internal error") << 500 << QByteArray("InternalErrorException")
                                    << "500 InternalErrorException (fault on demand)";
    QTest::newRow("by itself") << 500 << QByteArray() << "500 InternalErrorException";
}

void TestDemandedFaults::labelled()
{
    QFETCH(int, status);
    QFETCH(QByteArray, label);
    QFETCH(QString, result);
    ChannelFixture fixture;
    const QByteArray body = status == 200 ? R"({"UserConfirmed":false,"UserSub":"s"})"
                                          : R"({"__type":"InternalErrorException","message":"No."})";
    QList<QByteArray> headers;
    if (!label.isEmpty())
        headers << "x-poolscope-fault: " + label;
    fixture.server.addAnswer(status, body, headers);
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QCOMPARE(fixture.log.entries().constFirst().fault, QString::fromLatin1(label));
    const ActivityModel model(fixture.log);
    const QModelIndex cell = model.index(0, ActivityModel::ResultColumn);
    QCOMPARE(cell.data().toString(), result);
    const QString toolTip = cell.data(Qt::ToolTipRole).toString();
    QCOMPARE(toolTip.contains(u"Fault on demand: "), !label.isEmpty());
    QVERIFY(toolTip.contains(QString::fromLatin1(label)));
    QCOMPARE(toolTip.contains(u"No."), status == 500); // the error's own words stay
}

void TestDemandedFaults::longLabelsAreCut()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(500, R"({"__type":"InternalErrorException"})",
                             {"x-poolscope-fault: " + QByteArray(5000, 'x')});
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QCOMPARE(fixture.log.entries().constFirst().fault.size(), 100);
}

QTEST_GUILESS_MAIN(TestDemandedFaults)
#include "tst_demandedfaults.moc"
