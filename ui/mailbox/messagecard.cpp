#include "ui/mailbox/messagecard.h"

#include "core/showntime.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/labels.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/secretlabel.h"
#include "ui/common/times.h"

#include <QApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QResizeEvent>
#include <QStyle>
#include <QStyleOption>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

constexpr qsizetype shownCharacters = 2'000;

} // namespace

QString stateWord(sandbox::Message::State state)
{
    switch (state) {
    case sandbox::Message::State::Current:
        return {};
    case sandbox::Message::State::Replaced:
        return QCoreApplication::translate("MessageCard", "replaced");
    case sandbox::Message::State::Used:
        return QCoreApplication::translate("MessageCard", "used");
    case sandbox::Message::State::Expired:
        return QCoreApplication::translate("MessageCard", "expired");
    }
    return {};
}

QString purposeSentence(const sandbox::Message &message)
{
    if (message.code.isEmpty() || message.state != sandbox::Message::State::Current)
        return {};
    switch (message.purpose) {
    case sandbox::Message::Purpose::None:
        break;
    case sandbox::Message::Purpose::Confirmation:
        return QCoreApplication::translate("MessageCard", "Confirms the sign-up.");
    case sandbox::Message::Purpose::PasswordReset:
        return QCoreApplication::translate("MessageCard", "Sets a new password.");
    case sandbox::Message::Purpose::EmailVerification:
        return QCoreApplication::translate("MessageCard",
                                           "Verifies the e-mail address: a program in which this user is "
                                           "signed in sends it with VerifyUserAttribute.");
    case sandbox::Message::Purpose::PhoneVerification:
        return QCoreApplication::translate("MessageCard", "Verifies the phone number: a program in which this user is "
                                                          "signed in sends it with VerifyUserAttribute.");
    }
    return message.isInvitation ? QCoreApplication::translate("MessageCard", "For the first sign-in.") : QString();
}

MessageCard::MessageCard(SecretClipboard &clipboard, QWidget *parent)
    : QFrame(parent)
    , m_clipboard(clipboard)
    , m_to(new ElidedLabel({}, Qt::ElideMiddle, this))
    , m_subject(headingLabel({}, this))
    , m_purpose(hintLabel({}, this))
    , m_body(new SecretLabel(clipboard, this))
    , m_buttons(new QWidget(this))
{
    setObjectName(QStringLiteral("messageCard"));
    m_to->setForegroundRole(QPalette::PlaceholderText);
    m_purpose->setObjectName(QStringLiteral("messagePurpose"));
    m_subject->setWordWrap(true);
    m_body->setObjectName(QStringLiteral("messageBody"));
    m_body->setWordWrap(true);
    m_body->setTextFormat(Qt::RichText); // our own markup around escaped text
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(2);
    layout->addWidget(m_to);
    layout->addWidget(m_subject);
    layout->addSpacing(4);
    layout->addWidget(m_body);
    layout->addWidget(m_purpose);
    layout->addWidget(m_buttons);
    buildButtons();
}

void MessageCard::buildButtons()
{
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 6, 0, 0);
    row->setSpacing(8);
    m_useFilled = new PrimaryButton({}, m_buttons);
    m_usePlain = new QPushButton(m_buttons);
    m_useFilled->setObjectName(QStringLiteral("useNewestCode"));
    m_usePlain->setObjectName(QStringLiteral("useCode"));
    for (QPushButton *button : {static_cast<QPushButton *>(m_useFilled), m_usePlain}) {
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this] { emit useRequested(m_message); });
        row->addWidget(button);
    }
    m_copy = new QPushButton(tr("Copy the code"), m_buttons);
    m_copy->setObjectName(QStringLiteral("copyCode"));
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, [this] { m_clipboard.copy(m_message.code); });
    row->addWidget(m_copy);
    m_expire = new LinkButton(tr("Expire it"), m_buttons);
    m_expire->setObjectName(QStringLiteral("expireCode"));
    connect(m_expire, &QPushButton::clicked, this, [this] { emit expireRequested(m_message); });
    row->addWidget(m_expire);
    m_try = new LinkButton(tr("Try it all the same"), m_buttons);
    m_try->setObjectName(QStringLiteral("tryCode"));
    m_try->setQuiet(true); // it stands alone: below the text, not further in
    connect(m_try, &QPushButton::clicked, this, [this] { emit useRequested(m_message); });
    row->addWidget(m_try);
    row->addStretch();
}

bool MessageCard::setMessage(const sandbox::Message &message, bool newest)
{
    if (m_message == message && m_isNewest == newest)
        return false;
    m_message = message;
    m_isNewest = newest;
    using State = sandbox::Message::State;
    const bool usable = message.state == State::Current && !message.code.isEmpty();
    const bool forForms = !sandbox::verifiesAttribute(message);
    // To see the refusal. Of what was used nobody expects anything.
    const bool canBeTried = (message.state == State::Expired || message.state == State::Replaced) && forForms &&
                            !message.isInvitation && !message.code.isEmpty();
    const QWidget *focus = QApplication::focusWidget();
    const bool stays = focus == m_try ? canBeTried : usable;
    if (!stays && m_buttons->isAncestorOf(focus))
        setFocus(Qt::OtherFocusReason); // not into another mail: Enter would use its code
    m_buttons->setVisible(usable || canBeTried);
    m_useFilled->setVisible(usable && forForms && newest);
    m_usePlain->setVisible(usable && forForms && !newest);
    m_copy->setVisible(usable && !forForms);
    m_expire->setVisible(usable);
    m_try->setVisible(canBeTried);
    updateTexts();
    update();
    return true;
}

void MessageCard::updateTexts()
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(m_message.timeMs);
    const bool counts = m_message.state == sandbox::Message::State::Current;
    const QPalette::ColorRole role = counts ? QPalette::WindowText : QPalette::PlaceholderText;
    m_to->setText(firstLine());
    m_subject->setText(m_message.subject);
    m_subject->setVisible(!m_message.subject.isEmpty());
    m_subject->setForegroundRole(role);
    m_body->setForegroundRole(role);
    m_body->setText(markedBody());
    const QString purpose = purposeSentence(m_message);
    m_purpose->setText(purpose);
    m_purpose->setVisible(!purpose.isEmpty());
    setToolTip(utcTooltip(time));
    setAccessibleName(firstLine());
    setAccessibleDescription(QStringList{m_message.subject, m_message.body, purpose}.join(u'\n').trimmed());
    const bool invites = m_message.isInvitation;
    for (QPushButton *button : {static_cast<QPushButton *>(m_useFilled), m_usePlain}) {
        button->setText(invites ? tr("Use this password") : tr("Use this code"));
        button->setAccessibleName((invites ? tr("Use the password %1") : tr("Use the code %1")).arg(m_message.code));
    }
    m_copy->setAccessibleName(tr("Copy the code %1").arg(m_message.code));
    m_try->setAccessibleName(tr("Try the code %1 all the same").arg(m_message.code));
    m_expire->setAccessibleName(
        (invites ? tr("Expire the password %1") : tr("Expire the code %1")).arg(m_message.code));
}

QString MessageCard::firstLine() const
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(m_message.timeMs);
    const bool today = time.date() == QDate::currentDate();
    const bool sms = m_message.medium == sandbox::Message::Medium::Sms;
    QStringList parts{sms ? tr("SMS to %1").arg(m_message.to) : tr("to %1").arg(m_message.to),
                      today ? localShortTime(time) : shownTime(time)};
    if (const QString word = stateWord(m_message.state); !word.isEmpty())
        parts += word;
    return parts.join(QStringLiteral(" · "));
}

QString MessageCard::markedBody() const
{
    QString body = m_message.body;
    if (body.size() > shownCharacters)
        body = body.left(shownCharacters) + u'…';
    QString html = body.toHtmlEscaped();
    html.replace(u'\n', QStringLiteral("<br>"));
    const QString code = m_message.code.toHtmlEscaped();
    if (!code.isEmpty()) {
        const QString weight =
            m_message.state == sandbox::Message::State::Current ? QStringLiteral("600") : QStringLiteral("400");
        html.replace(
            code, QStringLiteral("<span style=\"font-family:monospace;font-weight:%1\">%2</span>").arg(weight, code));
    }
    return html;
}

// The texts, their font or what is visible changed.
bool MessageCard::event(QEvent *event)
{
    const bool taken = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fitHeight();
    return taken;
}

void MessageCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    // Not at once: the layout takes this event after us, and would lay the rows out for the size that it tells.
    if (event->size().width() != event->oldSize().width())
        QMetaObject::invokeMethod(this, &MessageCard::fitHeight, Qt::QueuedConnection);
}

void MessageCard::fitHeight()
{
    setFixedHeight(layout()->totalHeightForWidth(width()));
}

void MessageCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool counts = m_message.state == sandbox::Message::State::Current;
    paintPanel(painter, rect(), color(counts ? ColorRole::Base : ColorRole::Alternate, this),
               color(ColorRole::Line, this), {}, 8);
    if (!hasFocus())
        return;
    QStyleOptionFocusRect ring;
    ring.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, &painter, this);
}

} // namespace poolscope::ui
