#pragma once

#include "ui/mailbox/mailboxsource.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace poolscope::ui {

class Callout;
class Chip;
class EmptyState;
class MessageCard;

// The mail and SMS the service would have sent, newest first. Cards are kept for the newest 50; older ones come when asked for.
class MailboxPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit MailboxPanel(MailboxSource *source, QWidget *parent = nullptr);

    // Only messages for that user (to, or user name); empty: all.
    void setUserFilter(const QString &user);
    int newCount() const { return m_newCount; }

signals:
    void codeChosen(const poolscope::sandbox::Message &message); // "Use this code"
    void newCountChanged(int count); // messages that came since the panel was last looked at

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildHeader(QVBoxLayout *layout);
    void buildList(QVBoxLayout *layout);
    void reload();
    void show(const QList<sandbox::Message> &messages);
    void showCards();
    void expire(qint64 id);
    void updateCount();

    MailboxSource *m_source;
    QList<sandbox::Message> m_messages;
    QList<MessageCard *> m_cards;
    Chip *m_chip = nullptr;
    Callout *m_error = nullptr;
    EmptyState *m_empty = nullptr;
    QVBoxLayout *m_list = nullptr;
    QWidget *m_older = nullptr;
    qsizetype m_limit = 50;
    qint64 m_seenId = 0;
    int m_newCount = 0;
    QString m_user;
};

} // namespace poolscope::ui
