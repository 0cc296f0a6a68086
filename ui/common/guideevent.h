#pragma once

#include <QEvent>
#include <QString>

class QWidget;

namespace poolscope::ui {

// Somebody wants to read an entry of the error guide. Goes up from the widget where it was asked for until somebody takes
// it, so that a callout need not know the window that it lies in.
class GuideEvent final : public QEvent
{
public:
    explicit GuideEvent(QString entryId);

    static QEvent::Type eventType();
    QString entryId() const { return m_entryId; }

private:
    QString m_entryId;
};

bool askForGuide(QWidget *from, const QString &entryId); // whether somebody took it

} // namespace poolscope::ui
