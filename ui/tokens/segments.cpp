#include "ui/tokens/segments.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace poolscope::ui {

namespace {

constexpr char idProperty[] = "segmentId";

} // namespace

Segments::Segments(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_row->setContentsMargins({});
    m_row->setSpacing(8);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *button, bool checked) {
        if (checked)
            emit chosen(button->property(idProperty).toString());
    });
}

QPushButton *Segments::add(const QString &id, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QStringLiteral("%1.%2").arg(objectName(), id));
    button->setCheckable(true);
    button->setProperty(idProperty, id);
    button->setChecked(m_group->buttons().isEmpty());
    m_group->addButton(button);
    m_row->addWidget(button);
    return button;
}

QString Segments::current() const
{
    const QAbstractButton *button = m_group->checkedButton();
    return button ? button->property(idProperty).toString() : QString();
}

void Segments::setCurrent(const QString &id)
{
    if (QPushButton *wanted = button(id))
        wanted->setChecked(true);
}

void Segments::focusCurrent()
{
    if (QAbstractButton *button = m_group->checkedButton())
        button->setFocus(Qt::OtherFocusReason);
}

void Segments::setVisible(const QString &id, bool visible)
{
    if (QPushButton *wanted = button(id))
        wanted->setVisible(visible);
}

QPushButton *Segments::button(const QString &id) const
{
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (QAbstractButton *button : buttons) {
        if (button->property(idProperty).toString() == id)
            return static_cast<QPushButton *>(button);
    }
    return nullptr;
}

} // namespace poolscope::ui
