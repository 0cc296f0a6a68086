#include "transport/useraction.h"

namespace poolscope::transport {

UserAction::UserAction(const QString &title)
    : UserAction(title, QDateTime::currentDateTimeUtc())
{
}

UserAction::UserAction(const QString &title, const QDateTime &startedAt)
{
    if (!title.isEmpty())
        m_facts = std::make_shared<const Facts>(Facts{title, startedAt});
}

QString UserAction::title() const
{
    return m_facts ? m_facts->title : QString();
}

QDateTime UserAction::startedAt() const
{
    return m_facts ? m_facts->startedAt : QDateTime();
}

} // namespace poolscope::transport
