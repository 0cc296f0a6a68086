#include "ui/common/guideevent.h"

#include <QCoreApplication>
#include <QWidget>

namespace poolscope::ui {

GuideEvent::GuideEvent(QString entryId)
    : QEvent(eventType())
    , m_entryId(std::move(entryId))
{
    ignore();
}

QEvent::Type GuideEvent::eventType()
{
    static const int type = QEvent::registerEventType();
    return QEvent::Type(type);
}

bool askForGuide(QWidget *from, const QString &entryId)
{
    GuideEvent event(entryId);
    for (QWidget *widget = from; widget && !event.isAccepted(); widget = widget->parentWidget())
        QCoreApplication::sendEvent(widget, &event);
    return event.isAccepted();
}

} // namespace poolscope::ui
