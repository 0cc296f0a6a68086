#include "app/carriedover.h"

#include "app/openconnection.h"

#include <algorithm>
#include <utility>

namespace poolscope {

QString CarriedOver::poolOf(OpenConnection &connection)
{
    return connection.access().endpoint().toString() + u'\n' + connection.access().userPoolId();
}

void CarriedOver::takeFrom(OpenConnection &closing)
{
    m_typed.insert(closing.connection().id,
                   {closing.connection().userPoolId, std::exchange(closing.workspace().drafts(), {})});
    m_attempts.insert(poolOf(closing), closing.access().attempts());
}

void CarriedOver::giveTo(OpenConnection &opened)
{
    if (const auto attempts = m_attempts.constFind(poolOf(opened)); attempts != m_attempts.cend())
        opened.access().attempts() = *attempts;
    const profiles::Connection &connection = opened.connection();
    Typed typed = m_typed.take(connection.id);
    if (connection.userPoolId != typed.userPoolId) {
        if (connection.kind == profiles::Connection::Kind::Sandbox)
            return;
        typed.drafts.confirmation.reset(); // these users are another pool's
        typed.drafts.reset.reset();
    }
    opened.workspace().drafts() = std::move(typed.drafts);
}

void CarriedOver::keepOnly(const QList<profiles::Connection> &connections)
{
    m_typed.removeIf([&connections](const auto &typed) {
        return std::none_of(connections.cbegin(), connections.cend(),
                            [&typed](const auto &connection) { return connection.id == typed.key(); });
    });
}

} // namespace poolscope
