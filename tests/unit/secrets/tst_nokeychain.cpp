// A desktop session without a bus, and so without a keychain.
#include "secrets/keychainstore.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::secrets;

class NoKeychainTest : public QObject
{
    Q_OBJECT

private slots:
    void saysThatThereIsNone()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "");
        qputenv("XDG_RUNTIME_DIR", "/nonexistent");
        qunsetenv("DISPLAY");
        KeychainStore store(makeSystemKeychain(QStringLiteral("poolscope-test")));
        store.open();
        QTRY_COMPARE_WITH_TIMEOUT(store.availability(), Availability::Missing, 10'000);
        QString code;
        store.write(QStringLiteral("k"), "v", this, [&](const Result<void> &result) { code = result.error().code; });
        QTRY_COMPARE(code, QString(codes::Missing));
    }
};

QTEST_GUILESS_MAIN(NoKeychainTest)
#include "tst_nokeychain.moc"
