#include "ui/shell/banners.h"

#include <QVBoxLayout>

namespace poolscope::ui {

Banners::Banners(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("banners"));
    m_layout->setContentsMargins(24, 12, 24, 0);
    QWidget::hide();
}

void Banners::show(const QString &id, const Callout::Content &content)
{
    Callout *&callout = m_callouts[id];
    if (!callout) {
        callout = new Callout(this);
        callout->setObjectName(QStringLiteral("banner.") + id);
        connect(callout, &Callout::actionTriggered, this,
                [this, id](const QString &action) { emit actionTriggered(id, action); });
        connect(callout, &Callout::closed, this, [this, id] {
            updateVisibility();
            emit closed(id);
        });
        m_layout->addWidget(callout);
    }
    callout->setContent(content);
    updateVisibility();
}

void Banners::hide(const QString &id)
{
    if (Callout *callout = m_callouts.value(id))
        callout->clear();
    updateVisibility();
}

bool Banners::isShown(const QString &id) const
{
    const Callout *callout = m_callouts.value(id);
    return callout && !callout->content().isEmpty();
}

void Banners::updateVisibility()
{
    bool any = false;
    for (const Callout *callout : std::as_const(m_callouts))
        any = any || !callout->content().isEmpty();
    setVisible(any);
}

} // namespace poolscope::ui
