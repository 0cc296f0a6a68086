#include "ui/common/page.h"

#include "ui/common/fonts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

constexpr int pageMargin = 24;
constexpr int headerSpacing = 12;
constexpr int headerHeight = 34;

} // namespace

Page::Page(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_top(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_header(new QHBoxLayout)
    , m_actions(new QHBoxLayout)
{
    setAccessibleName(title);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(titleFont(font()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 14, 0, 0);
    layout->setSpacing(12);
    m_top->setContentsMargins(pageMargin, 0, pageMargin, 0);
    m_top->setSpacing(headerSpacing);
    m_header->setSpacing(headerSpacing);
    m_actions->setSpacing(8);
    m_header->addWidget(m_title);
    m_header->addStrut(headerHeight); // the same height with and without buttons
    m_top->addLayout(m_header);
    m_top->addStretch(1);
    m_top->addLayout(m_actions);
    layout->addLayout(m_top);
}

bool Page::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) // buttons come and go
        fitHeader();
    return QWidget::event(event);
}

void Page::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeader();
}

void Page::fitHeader()
{
    const int needed = m_header->sizeHint().width() + headerSpacing + m_actions->sizeHint().width() + 2 * pageMargin;
    const bool fits = m_actions->isEmpty() || needed <= width();
    const auto direction = fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_top->direction() == direction)
        return;
    m_top->setDirection(direction);
    m_top->setSpacing(fits ? headerSpacing : 6);
    m_top->setAlignment(m_actions, fits ? Qt::Alignment() : Qt::AlignLeft);
    m_top->setAlignment(m_header, fits ? Qt::Alignment() : Qt::AlignLeft);
}

void Page::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Page::addHeaderWidget(QWidget *widget)
{
    m_header->addWidget(widget);
}

void Page::addHeaderAction(QWidget *widget)
{
    m_actions->addWidget(widget);
}

void Page::setScrollingBody(QWidget *body, int maximumWidth)
{
    auto *holder = new QWidget;
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins(pageMargin, 0, pageMargin, pageMargin);
    layout->setSpacing(0); // before the stretch, which is nothing in a narrow window
    body->setMaximumWidth(maximumWidth);
    auto *column = new QVBoxLayout;
    column->addWidget(body);
    column->addStretch(1);
    layout->addLayout(column, 1000);
    layout->addStretch(1);
    placeScrolling(holder);
}

void Page::setFillingBody(QWidget *body)
{
    auto *holder = new QWidget(this);
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(pageMargin, 0, pageMargin, 16);
    layout->addWidget(body);
    m_scroll = nullptr;
    placeBody(holder);
}

void Page::setFillingScrollBody(QWidget *body)
{
    auto *holder = new QWidget;
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(pageMargin, 0, pageMargin, 16);
    layout->addWidget(body);
    placeScrolling(holder);
}

void Page::placeScrolling(QWidget *holder)
{
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus); // its fields take the focus; Page Up and Page Down come to the page
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    area->viewport()->setBackgroundRole(QPalette::Window);
    holder->setBackgroundRole(QPalette::Window);
    area->setWidget(holder);
    m_scroll = area;
    placeBody(area);
}

void Page::placeBody(QWidget *widget)
{
    delete m_body;
    m_body = widget;
    static_cast<QVBoxLayout *>(layout())->addWidget(widget, 1);
}

void Page::keyPressEvent(QKeyEvent *event)
{
    if (m_scroll && (event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp)) {
        const auto step =
            event->key() == Qt::Key_PageDown ? QAbstractSlider::SliderPageStepAdd : QAbstractSlider::SliderPageStepSub;
        m_scroll->verticalScrollBar()->triggerAction(step);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace poolscope::ui
