#include "ui/common/stepstack.h"

#include <QVBoxLayout>

namespace poolscope::ui {

StepStack::StepStack(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addStretch(1);
}

void StepStack::add(QWidget *step)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(int(m_steps.size()), step);
    m_steps.append(step);
    step->setVisible(m_steps.size() == 1);
    if (!m_current)
        m_current = step;
}

void StepStack::setCurrent(QWidget *step)
{
    if (step == m_current)
        return;
    m_current = step;
    for (QWidget *other : std::as_const(m_steps)) {
        if (other != step)
            other->hide();
    }
    step->show();
}

} // namespace poolscope::ui
