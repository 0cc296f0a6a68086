#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/common/readingorder.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"
#include "ui/mailbox/mailboxpanel.h"
#include "ui/mailbox/messagecard.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace poolscope;
using namespace poolscope::ui;
using sandbox::Message;

namespace {

Message message(qint64 id, const QString &code, Message::State state = Message::State::Current)
{
    Message made;
    made.id = id;
    made.timeMs = QDateTime::currentMSecsSinceEpoch();
    made.to = QStringLiteral("sunny@example.com");
    made.subject = QStringLiteral("Your verification code");
    made.body = QStringLiteral("Your confirmation code is <b>%1</b>").arg(code);
    made.code = code;
    made.state = state;
    return made;
}

class TestMailbox final : public MailboxSource
{
public:
    void messages(QObject *context, std::function<void(Result<QList<Message>>)> handler) override
    {
        ++asked;
        Result<QList<Message>> newest = answer;
        if (newest)
            newest->resize(qMin<qsizetype>(newest->size(), limit()));
        QMetaObject::invokeMethod(
            context, [newest, handler] { handler(newest); }, Qt::QueuedConnection);
    }
    void expire(qint64 id, QObject *context, std::function<void(Result<void>)> handler) override
    {
        expired += id;
        QMetaObject::invokeMethod(
            context, [handler] { handler({}); }, Qt::QueuedConnection);
    }

    Result<QList<Message>> answer = QList<Message>{};
    QList<qint64> expired;
    int asked = 0;
};

} // namespace

class TestMailboxPanel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void saysWhatWouldBeHere();
    void newestCodeIsTheFilledButton();
    void endedCodesSayWhyAndCannotBeUsed();
    void saysWhatACodeIsFor_data();
    void saysWhatACodeIsFor();
    void aCodeThatNoFormTakesIsCopied();
    void textIsCopiedAsASecret();
    void useByKeyboard();
    void useTheNewestByCommand();
    void refusalIsSaid();
    void expireIsAsked();
    void expiringKeepsThePlace();
    void countsWhatIsNew();
    void onlyTheNewestFifty();
    void olderThanTheFirstTwoHundred();
    void olderOnesAreLetGo_data();
    void olderOnesAreLetGo();
    void cardsAreAsHighAsTheirTexts();
    void bodyIsNotMarkup();
    void textMessagesAreCardsToo();
    void failureIsSaid();
    void manyChangesAskOnce();
    void goesWhileAnAnswerIsUnderWay();
    void noFaults_data();
    void noFaults();

private:
    void show(const QList<Message> &messages);
    QList<MessageCard *> cards() { return m_panel->findChildren<MessageCard *>(); }

    SecretClipboard m_clipboard;
    std::unique_ptr<TestMailbox> m_source;
    std::unique_ptr<MailboxPanel> m_panel;
};

void TestMailboxPanel::init()
{
    m_panel.reset();
    m_source = std::make_unique<TestMailbox>();
    m_panel = std::make_unique<MailboxPanel>(m_source.get(), m_clipboard);
    m_panel->resize(320, 600);
    showActive(m_panel.get());
    QApplication::processEvents();
}

void TestMailboxPanel::show(const QList<Message> &messages)
{
    m_source->answer = messages;
    emit m_source->changed();
    QTRY_COMPARE(m_panel->messages().size(), messages.size());
    QTRY_COMPARE(cards().size(), qMin<qsizetype>(messages.size(), 50)); // they come one by one
    const auto isThere = [this](const MessageCard *card) { return card->isVisibleTo(m_panel.get()); };
    QTRY_VERIFY(std::ranges::all_of(cards(), isThere));
}

void TestMailboxPanel::saysWhatWouldBeHere()
{
    QCOMPARE(cards().size(), 0);
    bool said = false;
    const auto labels = m_panel->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        said = said || (label->isVisible() && label->text() == QStringLiteral("No messages yet"));
    QVERIFY(said);
}

void TestMailboxPanel::newestCodeIsTheFilledButton()
{
    show({message(2, QStringLiteral("222222")), message(1, QStringLiteral("111111"))});
    QVERIFY(find(cards().at(0), QStringLiteral("useNewestCode"))->isVisible());
    QVERIFY(!find(cards().at(1), QStringLiteral("useNewestCode"))->isVisible());
    QVERIFY(find(cards().at(1), QStringLiteral("useCode"))->isVisible());
}

void TestMailboxPanel::endedCodesSayWhyAndCannotBeUsed()
{
    show({message(3, QStringLiteral("3"), Message::State::Expired),
          message(2, QStringLiteral("2"), Message::State::Used),
          message(1, QStringLiteral("1"), Message::State::Replaced)});
    QCOMPARE(readingOrder(m_panel.get()).value(0), find(cards().at(0), QStringLiteral("tryCode"))); // where a key leads
    const QStringList words{QStringLiteral("expired"), QStringLiteral("used"), QStringLiteral("replaced")};
    for (int i = 0; i < 3; ++i) {
        QVERIFY(cards().at(i)->accessibleName().endsWith(words.at(i)));
        QVERIFY(!find(cards().at(i), QStringLiteral("expireCode"))->isVisible());
        QCOMPARE(find(cards().at(i), QStringLiteral("tryCode"))->isVisible(), words.at(i) != QStringLiteral("used"));
    }
}

void TestMailboxPanel::saysWhatACodeIsFor_data()
{
    using Purpose = Message::Purpose;
    QTest::addColumn<int>("purpose");
    QTest::addColumn<bool>("invites");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("part");
    const int current = int(Message::State::Current);
    QTest::newRow("confirmation") << int(Purpose::Confirmation) << false << current << "sign-up";
    QTest::newRow("reset") << int(Purpose::PasswordReset) << false << current << "new password";
    QTest::newRow("e-mail") << int(Purpose::EmailVerification) << false << current << "e-mail address";
    QTest::newRow("phone") << int(Purpose::PhoneVerification) << false << current << "phone number";
    QTest::newRow("invitation") << int(Purpose::None) << true << current << "first sign-in";
    QTest::newRow("unknown") << int(Purpose::None) << false << current << "";
    QTest::newRow("ended") << int(Purpose::PasswordReset) << false << int(Message::State::Used) << "";
}

void TestMailboxPanel::saysWhatACodeIsFor()
{
    QFETCH(int, purpose);
    QFETCH(bool, invites);
    QFETCH(int, state);
    QFETCH(QString, part);
    Message mail = message(1, QStringLiteral("111111"), Message::State(state));
    mail.purpose = Message::Purpose(purpose);
    mail.isInvitation = invites;
    show({mail});
    const auto *label = find<QLabel>(cards().first(), QStringLiteral("messagePurpose"));
    QCOMPARE(label->isVisible(), !part.isEmpty());
    QVERIFY2(label->text().contains(part), qPrintable(label->text()));
}

void TestMailboxPanel::aCodeThatNoFormTakesIsCopied()
{
    Message mail = message(2, QStringLiteral("222222"));
    mail.purpose = Message::Purpose::EmailVerification;
    show({mail, message(1, QStringLiteral("111111"))});
    for (const char *name : {"useNewestCode", "useCode"})
        QVERIFY(!find(cards().at(0), QLatin1StringView(name))->isVisible());
    QVERIFY(find(cards().at(1), QStringLiteral("useNewestCode"))->isVisible()); // the newest that a form takes
    QVERIFY(!find(cards().at(1), QStringLiteral("copyCode"))->isVisible());
    QTest::keyClick(find(cards().at(0), QStringLiteral("copyCode")), Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("222222"));
    QVERIFY(m_clipboard.isHeld());
    QVERIFY(find(cards().at(0), QStringLiteral("expireCode"))->isVisible());
}

void TestMailboxPanel::textIsCopiedAsASecret()
{
    Message mail = message(2, QStringLiteral("222222"));
    mail.body += QStringLiteral("\nSee you");
    show({mail});
    auto *body = find<QLabel>(cards().first(), QStringLiteral("messageBody"));
    body->setFocus();
    QTest::keySequence(body, QKeySequence(QKeySequence::SelectAll));
    QTest::keySequence(body, QKeySequence(QKeySequence::Copy));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Your confirmation code is <b>222222</b>\nSee you"));
    QVERIFY(m_clipboard.isHeld());
}

void TestMailboxPanel::useByKeyboard()
{
    QSignalSpy chosen(m_panel.get(), &MailboxPanel::codeChosen);
    show({message(2, QStringLiteral("222222")), message(1, QStringLiteral("111111"))});
    auto *button = find<QPushButton>(cards().at(1), QStringLiteral("useCode"));
    QCOMPARE(button->accessibleName(), QStringLiteral("Use the code 111111"));
    button->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<Message>().code, QStringLiteral("111111"));
}

void TestMailboxPanel::useTheNewestByCommand()
{
    QSignalSpy requested(m_panel.get(), &MailboxPanel::newestCodeRequested);
    QTest::keySequence(m_panel.get(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    QCOMPARE(requested.count(), 1);
}

void TestMailboxPanel::refusalIsSaid()
{
    show({message(1, QStringLiteral("111111"))});
    const auto *callout = m_panel->findChild<Callout *>();
    QVERIFY(callout && !callout->isVisible());
    m_panel->showRefusal(QStringLiteral("Nothing waits for it."));
    QVERIFY(callout->isVisible());
    QCOMPARE(callout->content().title, QStringLiteral("Nothing waits for it."));
    m_panel->showRefusal({});
    QVERIFY(!callout->isVisible());
}

void TestMailboxPanel::expireIsAsked()
{
    show({message(7, QStringLiteral("777777"))});
    QTest::keyClick(find(cards().first(), QStringLiteral("expireCode")), Qt::Key_Space);
    QCOMPARE(m_source->expired, QList<qint64>{7});
}

// The button goes with the code; Enter must not use another mail's.
void TestMailboxPanel::expiringKeepsThePlace()
{
    show({message(7, QStringLiteral("777777")), message(6, QStringLiteral("666666"))});
    find(cards().first(), QStringLiteral("expireCode"))->setFocus();
    show({message(7, QStringLiteral("777777"), Message::State::Expired), message(6, QStringLiteral("666666"))});
    QTRY_VERIFY(!find(cards().first(), QStringLiteral("expireCode"))->isVisible());
    QCOMPARE(QApplication::focusWidget(), cards().first());
}

void TestMailboxPanel::countsWhatIsNew()
{
    show({message(1, QStringLiteral("1"))});
    QSignalSpy changed(m_panel.get(), &MailboxPanel::newCountChanged);
    QCOMPARE(m_panel->newCount(), 1);
    show({message(2, QStringLiteral("2")), message(1, QStringLiteral("1"), Message::State::Replaced)});
    QCOMPARE(m_panel->newCount(), 1);
    m_panel->hide();
    QCOMPARE(m_panel->newCount(), 0);
    QCOMPARE(changed.last().first().toInt(), 0);
}

void TestMailboxPanel::onlyTheNewestFifty()
{
    QList<Message> many;
    for (int id = 120; id > 0; --id)
        many += message(id, QString::number(id));
    show(many);
    QTRY_COMPARE(cards().size(), 50);
    QTest::keyClick(find(m_panel.get(), QStringLiteral("olderMessages")), Qt::Key_Space);
    QTRY_COMPARE(cards().size(), 100);
    QTest::keyClick(find(m_panel.get(), QStringLiteral("olderMessages")), Qt::Key_Space);
    QTRY_COMPARE(cards().size(), 120);
    QVERIFY(!find(m_panel.get(), QStringLiteral("olderMessages"))->isVisible());
    show({});
    QCOMPARE(cards().size(), 0);
}

void TestMailboxPanel::olderThanTheFirstTwoHundred()
{
    QList<Message> all;
    for (int id = 203; id > 0; --id)
        all += message(id, QString());
    m_source->answer = all;
    emit m_source->changed();
    QTRY_COMPARE(m_panel->messages().size(), 200);
    auto *older = find<QPushButton>(m_panel.get(), QStringLiteral("olderMessages"));
    for (int clicks = 0; clicks < 3; ++clicks) {
        QTRY_VERIFY(older->isVisible());
        older->setFocus();
        older->click();
        QVERIFY(older->isVisible()); // what comes next is only being asked for
        QVERIFY(older->hasFocus());
    }
    QTRY_COMPARE(m_panel->messages().size(), 203);
    QTRY_VERIFY(older->isVisible());
    older->click();
    QTRY_VERIFY(!older->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(cards().size(), 203, 30'000);
}

void TestMailboxPanel::olderOnesAreLetGo_data()
{
    QTest::addColumn<bool>("hidden");
    QTest::newRow("when the panel is hidden") << true;
    QTest::newRow("with the pool") << false;
}

// Otherwise every new mail would bring all of them, to whoever asks.
void TestMailboxPanel::olderOnesAreLetGo()
{
    QFETCH(bool, hidden);
    QList<Message> all;
    for (int id = 203; id > 0; --id)
        all += message(id, QString());
    m_source->answer = all;
    emit m_source->changed();
    QTRY_COMPARE(m_panel->messages().size(), 200);
    auto *older = find<QPushButton>(m_panel.get(), QStringLiteral("olderMessages"));
    for (int clicks = 0; clicks < 3; ++clicks)
        older->click();
    QTRY_COMPARE(m_panel->messages().size(), 203);
    QCOMPARE(m_source->limit(), 2 * MailboxSource::usualLimit);
    if (hidden)
        m_panel->hide();
    else
        emit m_source->replaced();
    QCOMPARE(m_source->limit(), int(MailboxSource::usualLimit));
    emit m_source->changed();
    QTRY_COMPARE(m_panel->messages().size(), 200);
    QTRY_COMPARE(cards().size(), 50);
}

void TestMailboxPanel::cardsAreAsHighAsTheirTexts()
{
    // Also where a row is hidden.
    const auto isHigh = [](MessageCard *card) {
        const auto labels = card->findChildren<QLabel *>();
        const auto isWhole = [](const QLabel *label) {
            return !label->isVisible() || label->height() == label->heightForWidth(label->width()) ||
                   label->height() == label->sizeHint().height();
        };
        return card->height() == card->layout()->totalHeightForWidth(card->width()) &&
               std::ranges::all_of(labels, isWhole);
    };
    const QString sentence = QStringLiteral("A long text that needs more than one line. ");
    Message invitation = message(2, QStringLiteral("222222"));
    invitation.body = sentence.repeated(4);
    Message replaced = message(1, QStringLiteral("111111"));
    replaced.state = Message::State::Replaced;
    show({invitation, replaced});
    QTRY_COMPARE(cards().size(), 2);
    QTRY_VERIFY(isHigh(cards().at(0)) && isHigh(cards().at(1)));
    const int before = cards().at(0)->height();

    m_panel->resize(600, 600);
    QTRY_VERIFY(cards().at(0)->height() < before && isHigh(cards().at(0)));
    m_panel->resize(320, 600);
    QTRY_COMPARE(cards().at(0)->height(), before);

    invitation.body = sentence.repeated(10);
    show({invitation, message(1, QStringLiteral("111111"))});
    QTRY_VERIFY(cards().at(0)->height() > before && isHigh(cards().at(0)));
    QTRY_VERIFY(cards().at(1)->y() > cards().at(0)->geometry().bottom());

    m_panel->hide();
    invitation.body = QStringLiteral("Short");
    show({invitation});
    m_panel->show();
    QTRY_VERIFY(cards().at(0)->height() < before && isHigh(cards().at(0)));
}

void TestMailboxPanel::textMessagesAreCardsToo()
{
    Message sms = message(2, QStringLiteral("118203"));
    sms.medium = Message::Medium::Sms;
    sms.to = QStringLiteral("+14155550123");
    sms.subject.clear();
    sms.body = QStringLiteral("Your verification code is 118203");
    show({sms, message(1, QStringLiteral("664411"))});
    const auto cardOf = [this](const QString &to) -> MessageCard * {
        for (MessageCard *card : cards()) {
            if (card->accessibleName().contains(to))
                return card;
        }
        return nullptr;
    };
    MessageCard *card = cardOf(sms.to);
    QVERIFY(card);
    QVERIFY2(card->accessibleName().contains(u"SMS"), qPrintable(card->accessibleName()));
    QVERIFY(!cardOf(QStringLiteral("sunny@example.com"))->accessibleName().contains(u"SMS"));
    QSignalSpy used(m_panel.get(), &MailboxPanel::codeChosen);
    find<QPushButton>(card, QStringLiteral("useNewestCode"))->click();
    QTRY_COMPARE(used.size(), 1);
    QCOMPARE(used[0][0].value<Message>().to, sms.to);
    const auto labels = card->findChildren<QLabel *>();
    for (const QLabel *label : labels) // no line is kept for a subject that there is not
        QVERIFY(!label->isVisible() || !label->text().isEmpty());
}

void TestMailboxPanel::bodyIsNotMarkup()
{
    show({message(1, QStringLiteral("123456"))});
    bool escaped = false;
    const auto labels = cards().first()->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        escaped = escaped || label->text().contains(QStringLiteral("&lt;b&gt;"));
    QVERIFY(escaped);
}

void TestMailboxPanel::failureIsSaid()
{
    m_source->answer = failure(Error::storage(QStringLiteral("x"), QStringLiteral("The store is closed.")));
    emit m_source->changed();
    const auto isSaid = [this] {
        const auto labels = m_panel->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text() == QStringLiteral("The store is closed.");
        });
    };
    QTRY_VERIFY(isSaid());
}

void TestMailboxPanel::manyChangesAskOnce()
{
    const int before = m_source->asked;
    for (int i = 0; i < 100; ++i)
        emit m_source->changed();
    QApplication::processEvents();
    QApplication::processEvents();
    QVERIFY(m_source->asked - before <= 2);
}

void TestMailboxPanel::goesWhileAnAnswerIsUnderWay()
{
    emit m_source->changed();
    m_panel.reset();
    QApplication::processEvents();
}

void TestMailboxPanel::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

void TestMailboxPanel::noFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    init(); // anew, in that language
    show({message(2, QStringLiteral("222222")), message(1, QStringLiteral("111111"))});
    QCOMPARE(accessibilityFaults(m_panel.get()).join(u'\n'), QString());
}

QTEST_MAIN(TestMailboxPanel)
#include "tst_mailboxpanel.moc"
