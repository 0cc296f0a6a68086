#include "ui/guide/guidedetails.h"

#include "ui/common/chip.h"
#include "ui/common/labels.h"

#include <QLabel>
#include <QVBoxLayout>

namespace poolscope::ui {

GuideDetails::GuideDetails(QWidget *parent)
    : QWidget(parent)
    , m_what(headingLabel({}, this))
    , m_why(textLabel({}, this))
    , m_todo(textLabel({}, this))
    , m_names(mutedLabel({}, this))
    , m_possible(new Chip(tr("possibly"), Tone::Caution, this))
{
    m_what->setObjectName(QStringLiteral("guide.what"));
    m_what->setWordWrap(true);
    m_names->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_what);
    column->addWidget(m_possible, 0, Qt::AlignLeft);
    column->addWidget(headingLabel(tr("Why"), this));
    column->addWidget(m_why);
    column->addWidget(headingLabel(tr("What to do"), this));
    column->addWidget(m_todo);
    column->addSpacing(8);
    column->addWidget(m_names);
    column->addStretch(1);
}

void GuideDetails::setEntry(const diagnosis::GuideEntry &entry)
{
    m_what->setText(entry.what);
    m_why->setText(entry.why);
    m_todo->setText(entry.todo);
    m_possible->setVisible(entry.possible);
    QStringList lines;
    if (!entry.code.isEmpty())
        lines += entry.code;
    if (!entry.message.isEmpty())
        lines += tr("The service's words: … %1 …").arg(entry.message);
    lines += entry.operations.isEmpty() ? tr("Any operation") : tr("Operations: %1").arg(entry.operations);
    m_names->setText(lines.join(u'\n'));
    show();
}

void GuideDetails::clear()
{
    hide();
}

QString GuideDetails::plainText() const
{
    return QStringList{m_what->text(), m_why->text(), m_todo->text(), m_names->text()}.join(u'\n');
}

} // namespace poolscope::ui
