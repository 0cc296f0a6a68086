#include "ui/common/callout.h"

#include "core/plaintooltip.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/copyableid.h"
#include "ui/common/flowlayout.h"
#include "ui/common/guideevent.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QResizeEvent>
#include <QStyle>
#include <QStyleOption>
#include <QToolButton>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

constexpr int narrowWidth = 380;

void fill(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

QString titleFor(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Service:
        return Callout::tr("The service refused this.");
    case Error::Kind::Transport:
        return Callout::tr("The endpoint could not be reached.");
    case Error::Kind::Timeout:
        return Callout::tr("No answer came in time.");
    case Error::Kind::Cancelled:
        return Callout::tr("Cancelled.");
    case Error::Kind::Protocol:
        return Callout::tr("The answer was not what the protocol allows.");
    case Error::Kind::Validation:
        return error.message;
    case Error::Kind::Storage:
        return Callout::tr("This could not be kept or read.");
    }
    return {};
}

} // namespace

Callout::Content Callout::Content::fromError(const Error &error)
{
    Content content;
    content.tone = error.kind == Error::Kind::Cancelled ? Tone::Neutral : Tone::Bad;
    content.title = titleFor(error);
    if (error.kind != Error::Kind::Service && error.kind != Error::Kind::Validation)
        content.body = error.message;
    if (error.outcomeUnknown)
        content.whatToDo = tr("It was sent, and nobody knows whether it was done. Look before you try again.");
    else if (error.retryable)
        content.whatToDo = tr("Trying again may help.");
    if (error.kind == Error::Kind::Service)
        content.serviceWords =
            error.message.isEmpty() ? error.code : error.code + QStringLiteral(" · ") + error.message;
    content.requestId = error.requestId;
    return content;
}

QString Callout::Content::plainText() const
{
    QStringList lines;
    for (const QString &line : {title, body, whatToDo, serviceWords}) {
        if (!line.isEmpty())
            lines += line;
    }
    if (!requestId.isEmpty())
        lines += tr("Request id: %1").arg(requestId);
    return lines.join(u'\n');
}

Callout::Callout(QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    buildLabels();
    buildButtons();
    hide();
}

void Callout::buildLabels()
{
    m_title = headingLabel({}, this);
    m_title->setObjectName(QStringLiteral("calloutTitle"));
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_body = textLabel({}, this);
    m_whatToDo = textLabel({}, this);
    m_service = mutedLabel({}, this);
}

QHBoxLayout *Callout::buildHead()
{
    m_close = new QToolButton(this);
    m_close->setObjectName(QStringLiteral("calloutClose"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(m_close->accessibleName());
    m_close->setIcon(icon(QStringLiteral("dialog-close"), ColorRole::Muted));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->hide();
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        emit closed();
    });
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    return head;
}

void Callout::buildButtons()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 14, 10);
    layout->setSpacing(2);
    layout->addLayout(buildHead());
    layout->addWidget(m_body);
    layout->addWidget(m_whatToDo);

    m_actions = new QWidget(this);
    auto *actions = new FlowLayout(m_actions);
    actions->setContentsMargins(0, 6, 0, 4);
    actions->setSpacing(8);
    layout->addWidget(m_actions);

    m_copy = new LinkButton(tr("Copy"), this);
    m_copy->setObjectName(QStringLiteral("calloutCopy"));
    m_copy->setAccessibleName(tr("Copy this message"));
    m_copy->setQuiet(true);
    connect(m_copy, &QPushButton::clicked, this, [this] { copyText(m_content.plainText()); });
    m_guide = new LinkButton(tr("Error guide"), this);
    m_guide->setObjectName(QStringLiteral("calloutGuide"));
    m_guide->setAccessibleName(tr("Read about this error in the error guide"));
    m_guide->setQuiet(true);
    connect(
        m_guide, &QPushButton::clicked, this, [this] { askForGuide(this, m_content.guideId); }, Qt::QueuedConnection);
    m_foot = new QWidget(this);
    // Its longest word is a name of the service's: in a narrow place that must not push the page to one side.
    m_service->setSizePolicy(QSizePolicy::Ignored, m_service->sizePolicy().verticalPolicy());
    m_footLine = new QBoxLayout(QBoxLayout::LeftToRight, m_foot);
    m_footLine->setContentsMargins(0, 4, 0, 0);
    m_footLine->addWidget(m_service, 1);
    auto *links = new QHBoxLayout;
    links->addWidget(m_guide, 0, Qt::AlignTop);
    links->addWidget(m_copy, 0, Qt::AlignTop);
    links->addStretch(0);
    m_footLine->addLayout(links);
    layout->addWidget(m_foot);
}

void Callout::setContent(const Content &content)
{
    m_content = content;
    fill(m_title, content.title);
    fill(m_body, content.body);
    fill(m_whatToDo, content.whatToDo);
    QString service = content.serviceWords;
    if (!content.requestId.isEmpty())
        service += (service.isEmpty() ? QString() : QStringLiteral(" ·\u00a0")) + shortId(content.requestId);
    fill(m_service, service);
    m_service->setToolTip(plainToolTip(content.requestId));
    // A dialog keeps what was typed only while it is open, and the guide lies behind it.
    m_guide->setVisible(!content.guideId.isEmpty() && !qobject_cast<const QDialog *>(window()));
    m_foot->setVisible(!service.isEmpty());
    m_close->setVisible(content.canBeClosed);
    setAccessibleName(content.plainText());
    showActions();
    setVisible(!content.isEmpty());
    updateGeometry();
    update();
}

void Callout::showActions()
{
    qDeleteAll(m_actions->findChildren<QPushButton *>(Qt::FindDirectChildrenOnly));
    for (const Action &action : std::as_const(m_content.actions)) {
        auto *button = new QPushButton(action.text, m_actions);
        button->setObjectName(QStringLiteral("calloutAction.") + action.id);
        button->setAutoDefault(false);
        button->setEnabled(action.enabled);
        // Whoever takes the action may change this callout at once and with it the button.
        connect(
            button, &QPushButton::clicked, this, [this, id = action.id] { emit actionTriggered(id); },
            Qt::QueuedConnection);
        m_actions->layout()->addWidget(button);
    }
    m_actions->setVisible(!m_content.actions.isEmpty());
}

void Callout::setReadableByKeyboard()
{
    m_title->setFocusPolicy(Qt::TabFocus); // without a text cursor in it: that looked like something to type into
    m_title->installEventFilter(this);
}

// The ring goes round the whole message, of which the title is only the beginning.
bool Callout::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QFrame::eventFilter(watched, event);
}

// Its policy takes the height of the hint for the greatest: buttons on a second line must count.
QSize Callout::sizeHint() const
{
    const QSize hint = QFrame::sizeHint();
    return isVisible() ? QSize(hint.width(), qMax(hint.height(), heightForWidth(width()))) : hint;
}

void Callout::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    const bool narrow = event->size().width() < narrowWidth;
    m_footLine->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    updateGeometry();
}

void Callout::focusTitle()
{
    m_title->setFocus();
}

void Callout::focusAction()
{
    const auto *actions = m_actions->layout();
    QWidget *first = actions->count() > 0 ? actions->itemAt(0)->widget() : nullptr;
    (first ? first : m_title)->setFocus();
}

void Callout::clear()
{
    setContent({});
}

void Callout::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool neutral = m_content.tone == Tone::Neutral;
    const QColor ground = color(neutral ? ColorRole::Alternate : groundRole(m_content.tone), this);
    const QColor edge = color(textRole(m_content.tone), this);
    paintPanel(painter, rect(), ground, neutral ? color(ColorRole::Line, this) : edge, edge, 6);
    if (!m_title->hasFocus())
        return;
    QStyleOptionFocusRect ring;
    ring.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, &painter, this);
}

} // namespace poolscope::ui
