#include "app/bannerids.h"
#include "applicationbench.h"
#include "ui/common/callout.h"
#include "ui/keyboard.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using namespace Qt::StringLiterals;

// The banners of the program's own window: what brings them, what they offer, and what takes them away.
class TestBanners final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_bench = std::make_unique<ApplicationBench>(); }
    void cleanup() { m_bench.reset(); }
    void noBannerWhereAllIsWell();
    void demoPoolWithoutAClient();
    void damagedSandboxData();
    void damagedConnections();
    void unsavedConnections();

private:
    void close(const QString &id);
    bool isOpened();

    std::unique_ptr<ApplicationBench> m_bench;
};

void TestBanners::close(const QString &id)
{
    auto *button = m_bench->banner(id)->findChild<QAbstractButton *>(u"calloutClose"_s);
    QVERIFY(button && button->isVisible());
    button->click();
    QVERIFY(!m_bench->banner(id));
    QVERIFY(!find(m_bench->window(), u"banners"_s)->isVisible()); // nor the room it took
}

// A page stands in the window, and not the word that it is being opened.
bool TestBanners::isOpened()
{
    return QTest::qWaitFor(
        [this] {
            m_bench->window()->showPage(u"tokens"_s);
            return m_bench->window()->findChild<QWidget *>(u"tokens.paste"_s) != nullptr;
        },
        60'000);
}

void TestBanners::noBannerWhereAllIsWell()
{
    m_bench->start();
    QVERIFY(isOpened());
    QVERIFY(!find(m_bench->window(), u"banners"_s)->isVisible());
}

void TestBanners::demoPoolWithoutAClient()
{
    QVERIFY(m_bench->makeSandbox());
    QVERIFY(m_bench->change(
        {u"PRAGMA foreign_keys = ON"_s, u"DELETE FROM pools"_s, u"DELETE FROM settings WHERE name = 'demoPool'"_s,
         u"CREATE TRIGGER broken BEFORE INSERT ON clients BEGIN SELECT RAISE(ABORT, 'no space left'); END"_s}));
    m_bench->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->banner(bannerids::DemoPool), 60'000);
    const Callout::Content content = m_bench->banner(bannerids::DemoPool)->content();
    QCOMPARE(content.title, u"The sandbox's demo pool could not be made."_s);
    QVERIFY2(content.body.contains(u"no space left"), qPrintable(content.body));
    QVERIFY(!content.canBeClosed); // nothing can be done here until it is mended

    auto *retry = find<QAbstractButton>(m_bench->banner(bannerids::DemoPool), u"calloutAction.retry"_s);
    QVERIFY(retry);
    retry->click(); // still broken: said again, and not only gone
    QTRY_VERIFY(m_bench->banner(bannerids::DemoPool));
    QVERIFY(m_bench->change({u"DROP TRIGGER broken"_s}));
    find<QAbstractButton>(m_bench->banner(bannerids::DemoPool), u"calloutAction.retry"_s)->click();
    QVERIFY(isOpened());
    QVERIFY(!m_bench->banner(bannerids::DemoPool));
}

void TestBanners::damagedSandboxData()
{
    QVERIFY(m_bench->write(u"sandbox/sandbox.db"_s, QByteArray(9000, 'x')));
    m_bench->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->banner(bannerids::Damage), 60'000);
    const QString body = m_bench->banner(bannerids::Damage)->content().body;
    const QStringList aside = QDir(m_bench->path(u"sandbox"_s)).entryList({u"sandbox.db.damaged-*"_s});
    QCOMPARE(aside.size(), 1);
    QVERIFY2(body.contains(aside.first()), qPrintable(body));
    QVERIFY(isOpened());
    close(bannerids::Damage);
}

void TestBanners::damagedConnections()
{
    QVERIFY(m_bench->write(u"connections.json"_s, "{\"connections\":["));
    m_bench->start();
    QVERIFY(m_bench->banner(bannerids::Connections));
    QVERIFY(m_bench->banner(bannerids::Connections)->content().title.contains(u"connections.json.damaged-"));
    QVERIFY(isOpened()); // which saves the sandbox's pool: that mends nothing
    QTRY_VERIFY(QFile::exists(m_bench->path(u"connections.json"_s)));
    QVERIFY(m_bench->banner(bannerids::Connections));
    close(bannerids::Connections);
}

void TestBanners::unsavedConnections()
{
    const QByteArray connections = "{'format':1,'connections':[{'id':'x','name':'X','kind':'endpoint',"
                                   "'environment':'development','userPoolId':'eu-west-1_A1','clientId':'c',"
                                   "'endpoint':'http://127.0.0.1:9'}]}";
    QVERIFY(m_bench->write(u"connections.json"_s, QByteArray(connections).replace('\'', '"')));
    m_bench->start();
    QVERIFY(isOpened());
    QVERIFY(!m_bench->banner(bannerids::UnsavedConnections));
    const QString file = m_bench->path(u"connections.json"_s);
    QVERIFY(QFile::remove(file));
    QVERIFY(QDir().mkdir(file)); // so that nothing can be written there
    emit m_bench->window()->connectionChosen(u"x"_s);
    QVERIFY(m_bench->banner(bannerids::UnsavedConnections));
    QVERIFY(m_bench->banner(bannerids::UnsavedConnections)->content().canBeClosed);
    QVERIFY(m_bench->banner(bannerids::UnsavedConnections)->content().title.contains(u"could not be saved"));

    QVERIFY(QDir().rmdir(file));
    emit m_bench->window()->connectionChosen(u"sandbox"_s); // what is open already is not opened again
    emit m_bench->window()->connectionChosen(u"x"_s);
    QVERIFY(QFile::exists(file));
    QVERIFY(!m_bench->banner(bannerids::UnsavedConnections));
}

QTEST_MAIN(TestBanners)
#include "tst_banners.moc"
