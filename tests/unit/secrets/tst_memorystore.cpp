#include "secrets/memorystore.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::secrets;

class MemoryStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void keepsAndForgets()
    {
        MemoryStore store;
        QCOMPARE(store.availability(), Availability::Available);
        QVERIFY(!store.isPersistent());
        const QString key = QStringLiteral("k");
        QStringList seen;
        const auto note = [&](const Result<std::optional<QByteArray>> &value) {
            seen.append(*value ? QString::fromUtf8(**value) : QStringLiteral("absent"));
        };
        store.read(key, this, note);
        store.write(key, "v", this, [](const auto &) {});
        store.read(key, this, note);
        store.remove(key, this, [](const auto &) {});
        store.read(key, this, note);
        QVERIFY(seen.isEmpty());
        QTRY_COMPARE(seen, QStringList({QStringLiteral("absent"), QStringLiteral("v"), QStringLiteral("absent")}));
    }

    void contextGone()
    {
        MemoryStore store;
        bool answered = false;
        auto context = std::make_unique<QObject>();
        store.write(QStringLiteral("k"), "v", context.get(), [&](const auto &) { answered = true; });
        context.reset();
        QCoreApplication::processEvents();
        QVERIFY(!answered);
        QCOMPARE(store.keys(), QStringList{QStringLiteral("k")});
    }
};

QTEST_GUILESS_MAIN(MemoryStoreTest)
#include "tst_memorystore.moc"
