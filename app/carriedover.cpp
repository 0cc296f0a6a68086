#include "app/carriedover.h"

#include "app/openconnection.h"

#include <utility>

namespace poolscope {

QString CarriedOver::poolOf(OpenConnection &connection)
{
    return connection.access().endpoint().toString() + u'\n' + connection.access().userPoolId();
}

void CarriedOver::takeFrom(OpenConnection &closing)
{
    m_from = closing.connection();
    m_drafts = std::exchange(closing.workspace().drafts(), {});
    m_attempts.insert(poolOf(closing), closing.access().attempts());
}

void CarriedOver::giveTo(OpenConnection &opened)
{
    if (const auto attempts = m_attempts.constFind(poolOf(opened)); attempts != m_attempts.cend())
        opened.access().attempts() = *attempts;
    ui::Drafts drafts = std::exchange(m_drafts, {});
    const profiles::Connection &connection = opened.connection();
    const bool samePool = connection.userPoolId == m_from.userPoolId;
    if (connection.id != m_from.id || (connection.kind == profiles::Connection::Kind::Sandbox && !samePool))
        return;
    if (!samePool)
        drafts.confirmation.reset(); // that user is another pool's
    opened.workspace().drafts() = std::move(drafts);
}

} // namespace poolscope
