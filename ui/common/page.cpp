#include "ui/common/page.h"

#include "ui/common/fonts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

constexpr int pageMargin = 24;

} // namespace

Page::Page(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_header(new QHBoxLayout)
    , m_actions(new QHBoxLayout)
{
    setAccessibleName(title);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(titleFont(font()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 14, 0, 0);
    layout->setSpacing(12);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(pageMargin, 0, pageMargin, 0);
    line->setSpacing(12);
    m_header->setSpacing(12);
    m_actions->setSpacing(8);
    m_header->addWidget(m_title);
    line->addLayout(m_header);
    line->addStretch(1);
    line->addLayout(m_actions);
    line->addStrut(34); // the same height with and without buttons
    layout->addLayout(line);
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
