#pragma once

#include "core/result.h"
#include "sandbox/message.h"

#include <QObject>

#include <functional>

namespace poolscope::ui {

// Where the mailbox panel's messages come from: the sandbox in this program, or a test.
class MailboxSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    static constexpr int usualLimit = 200;

    // The newest so many are handed over; the panel asks for more when somebody wants to see older ones, for as long as it
    // shows them.
    int limit() const { return m_limit; }
    void setLimit(int limit) { m_limit = limit; }

    // Handlers as everywhere: once, on this thread, never if `context` is gone. Newest first.
    virtual void messages(QObject *context, std::function<void(Result<QList<sandbox::Message>>)> handler) = 0;
    virtual void expire(qint64 id, QObject *context, std::function<void(Result<void>)> handler) = 0;

signals:
    void changed();
    void replaced(); // other messages from now on, another pool's; before changed()

private:
    int m_limit = usualLimit;
};

} // namespace poolscope::ui
