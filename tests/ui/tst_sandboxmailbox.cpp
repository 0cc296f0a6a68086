#include "app/sandboxmailbox.h"
#include "ui/screenbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;

// The sandbox's messages as the window gets them.
class TestSandboxMailbox final : public QObject
{
    Q_OBJECT

private slots:
    void asManyAsAreAskedFor();
};

void TestSandboxMailbox::asManyAsAreAskedFor()
{
    ScreenBench bench(ScreenBench::Service::Sandbox);
    for (const char *name : {"a", "b", "c"})
        QVERIFY(bench.call(idp::SignUpRequest{.clientId = bench.pool().clientId,
                                              .username = QString::fromLatin1(name) + QStringLiteral("@example.com"),
                                              .password = QStringLiteral("Correct-horse-7")}));
    SandboxMailbox mailbox(bench.sandbox());
    mailbox.setUserPool(bench.pool().userPoolId);
    const auto count = [&](int limit) {
        mailbox.setLimit(limit);
        qsizetype found = -1;
        mailbox.messages(this, [&found](const Result<QList<sandbox::Message>> &messages) {
            found = messages ? messages->size() : 0;
        });
        ScreenBench::wait([&found] { return found >= 0; });
        return found;
    };
    QCOMPARE(count(2), 2);
    QCOMPARE(count(400), 3);
    QSignalSpy replaced(&mailbox, &MailboxSource::replaced);
    mailbox.setUserPool(bench.pool().userPoolId);
    QVERIFY(replaced.isEmpty());
    mailbox.setUserPool(QStringLiteral("us-east-1_Other1234"));
    QCOMPARE(replaced.size(), 1);
}

QTEST_MAIN(TestSandboxMailbox)
#include "tst_sandboxmailbox.moc"
