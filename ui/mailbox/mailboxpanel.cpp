#include "ui/mailbox/mailboxpanel.h"

#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/chip.h"
#include "ui/common/emptystate.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/mailbox/messagecard.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace poolscope::ui {

namespace {

constexpr qsizetype pageOfCards = 50;
constexpr int cardsAtOnce = 1; // texts have to be laid out; more would be felt

bool counts(const sandbox::Message &message)
{
    return message.state == sandbox::Message::State::Current && !message.code.isEmpty();
}

bool isForForms(const sandbox::Message &message)
{
    return counts(message) && !sandbox::verifiesAttribute(message);
}

} // namespace

MailboxPanel::MailboxPanel(MailboxSource *source, SecretClipboard &clipboard, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_clipboard(clipboard)
    , m_limit(pageOfCards)
{
    setObjectName(QStringLiteral("mailboxPanel"));
    setAccessibleName(tr("Mailbox"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(lineWidget(false, this));
    m_error = new Callout(this);
    layout->addWidget(m_error);
    m_body = new QStackedWidget(this);
    m_body->addWidget(new EmptyState(QStringLiteral("mail-message"), tr("No messages yet"),
                                     tr("Codes that the pool sends by e-mail or SMS arrive here. Nothing leaves this "
                                        "computer."),
                                     m_body));
    m_body->addWidget(buildList());
    layout->addWidget(m_body, 1);
    auto *use = new QAction(icon(QStringLiteral("mail-message")), tr("Use the newest code"), this);
    use->setObjectName(QStringLiteral("command.useNewestCode"));
    use->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)); // not Ctrl+U: that empties a line of text
    connect(use, &QAction::triggered, this, &MailboxPanel::newestCodeRequested);
    addAction(use);
    m_goingOn.setSingleShot(true);
    m_goingOn.setInterval(0);
    connect(&m_goingOn, &QTimer::timeout, this, &MailboxPanel::showCards);
    connect(source, &MailboxSource::replaced, this, &MailboxPanel::forgetOlder);
    connect(source, &MailboxSource::changed, this, &MailboxPanel::reload);
    reload();
}

QWidget *MailboxPanel::buildHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(headingLabel(tr("Mailbox"), header));
    m_chip = new Chip({}, Tone::Accent, header);
    m_chip->hide();
    row->addWidget(m_chip);
    row->addStretch();
    row->addStrut(28);
    return header;
}

QWidget *MailboxPanel::buildList()
{
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("mailboxList"));
    area->setAccessibleName(tr("Messages"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setBackgroundRole(QPalette::AlternateBase);
    auto *holder = new QWidget(area);
    holder->setBackgroundRole(QPalette::AlternateBase);
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(10);
    m_list = new QVBoxLayout;
    m_list->setSpacing(10);
    layout->addLayout(m_list);
    m_older = new LinkButton(tr("Show older messages"), holder);
    m_older->setObjectName(QStringLiteral("olderMessages"));
    connect(m_older, &QPushButton::clicked, this, &MailboxPanel::showOlder);
    layout->addWidget(m_older, 0, Qt::AlignHCenter);
    layout->addStretch();
    area->setWidget(holder);
    return area;
}

// The source is asked for more before the last of what it gave is on the screen: the button must not vanish while there
// are older ones.
void MailboxPanel::showOlder()
{
    m_limit += pageOfCards;
    showCards();
    if (m_limit < m_messages.size() || m_messages.size() < m_source->limit())
        return;
    m_source->setLimit(2 * m_source->limit());
    reload();
}

void MailboxPanel::forgetOlder()
{
    m_limit = pageOfCards;
    m_source->setLimit(MailboxSource::usualLimit);
}

void MailboxPanel::reload()
{
    m_stale = m_loading;
    if (m_loading)
        return;
    m_loading = true;
    m_source->messages(this, [this](const Result<QList<sandbox::Message>> &messages) { take(messages); });
}

void MailboxPanel::take(const Result<QList<sandbox::Message>> &messages)
{
    m_loading = false;
    if (messages) {
        m_messages = *messages;
        m_error->clear();
        if (m_seenId < 0)
            markSeen();
        showCards();
        updateCount();
    } else {
        m_error->setContent(Callout::Content::fromError(messages.error()));
    }
    if (m_stale)
        reload();
}

MessageCard *MailboxPanel::insertCard(qsizetype place)
{
    auto *card = new MessageCard(m_clipboard, this);
    connect(card, &MessageCard::useRequested, this, &MailboxPanel::codeChosen);
    connect(card, &MessageCard::expireRequested, this, &MailboxPanel::expire);
    m_list->insertWidget(int(place), card);
    m_cards.insert(place, card);
    return card;
}

// Messages and cards both stand in the order of falling ids, so a card that is ahead has lost its message.
bool MailboxPanel::showCard(qsizetype place, bool newest)
{
    const sandbox::Message &message = m_messages.at(place);
    while (place < m_cards.size() && m_cards.at(place)->message().id > message.id)
        delete m_cards.takeAt(place);
    const bool isThere = place < m_cards.size() && m_cards.at(place)->message().id == message.id;
    return (isThere ? m_cards.at(place) : insertCard(place))->setMessage(message, newest);
}

void MailboxPanel::showCards()
{
    m_goingOn.stop();
    const qsizetype shown = qMin(m_limit, m_messages.size());
    const qsizetype newest = std::find_if(m_messages.cbegin(), m_messages.cend(), isForForms) - m_messages.cbegin();
    int changed = 0;
    for (qsizetype place = 0; place < shown; ++place) {
        if (changed == cardsAtOnce) {
            m_goingOn.start();
            break;
        }
        changed += showCard(place, place == newest) ? 1 : 0;
    }
    while (m_cards.size() > shown)
        delete m_cards.takeLast();
    m_older->setVisible(m_messages.size() > shown || (shown > 0 && m_messages.size() >= m_source->limit()));
    m_body->setCurrentIndex(m_messages.isEmpty() ? 0 : 1);
}

void MailboxPanel::expire(const sandbox::Message &message)
{
    m_source->expire(message.id, this, [this](const Result<void> &done) {
        if (!done)
            m_error->setContent(Callout::Content::fromError(done.error()));
        reload();
    });
}

void MailboxPanel::showRefusal(const QString &sentence)
{
    m_error->setContent({.tone = Tone::Caution, .title = sentence});
}

void MailboxPanel::updateCount()
{
    const auto isNew = [this](const sandbox::Message &message) { return counts(message) && message.id > m_seenId; };
    const int count = int(std::count_if(m_messages.cbegin(), m_messages.cend(), isNew));
    m_chip->setText(tr("%n new", nullptr, count));
    m_chip->setVisible(count > 0);
    if (count == m_newCount)
        return;
    m_newCount = count;
    emit newCountChanged(count);
}

void MailboxPanel::markSeen()
{
    m_seenId = 0;
    for (const sandbox::Message &message : std::as_const(m_messages))
        m_seenId = qMax(m_seenId, message.id);
}

void MailboxPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_seenId >= 0)
        markSeen();
    updateCount();
    if (event->spontaneous() || m_limit == pageOfCards) // the window is only minimised, or nothing older was asked for
        return;
    forgetOlder();
    showCards();
}

} // namespace poolscope::ui
