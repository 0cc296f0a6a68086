#pragma once

#include "ui/mailbox/mailboxsource.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QStackedWidget;
class QVBoxLayout;

namespace poolscope::ui {

class Callout;
class Chip;
class LinkButton;
class MessageCard;
class SecretClipboard;

// The mail and SMS the service would have sent, newest first. There are cards for the newest 50; older ones come when
// asked for. A card stays with its message; where many are new, their cards come a few at a time.
class MailboxPanel final : public QWidget
{
    Q_OBJECT

public:
    // Both must outlive the panel.
    MailboxPanel(MailboxSource *source, SecretClipboard &clipboard, QWidget *parent = nullptr);

    const QList<sandbox::Message> &messages() const { return m_messages; }
    // Messages with a usable code that came since the panel was last hidden.
    int newCount() const { return m_newCount; }
    void showRefusal(const QString &sentence); // why a code could not be used; empty: it was

signals:
    void codeChosen(const poolscope::sandbox::Message &message);
    void newestCodeRequested(); // of messages(), the one that fits what is open
    void newCountChanged(int count);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildHeader();
    QWidget *buildList();
    void showOlder();
    void forgetOlder();
    void reload();
    void take(const Result<QList<sandbox::Message>> &messages);
    void showCards();
    bool showCard(qsizetype place, bool newest);
    MessageCard *insertCard(qsizetype place);
    void expire(const sandbox::Message &message);
    void updateCount();
    void markSeen();

    MailboxSource *m_source;
    SecretClipboard &m_clipboard;
    QList<sandbox::Message> m_messages;
    QList<MessageCard *> m_cards;
    Chip *m_chip = nullptr;
    Callout *m_error = nullptr;
    QStackedWidget *m_body = nullptr;
    QVBoxLayout *m_list = nullptr;
    LinkButton *m_older = nullptr;
    QTimer m_goingOn; // with the cards
    qsizetype m_limit = 0;
    qint64 m_seenId = -1; // nothing was loaded yet
    int m_newCount = 0;
    bool m_loading = false;
    bool m_stale = false;
};

} // namespace poolscope::ui
