#include "app/damagednotice.h"

#include "app/bannerids.h"
#include "profiles/connectionstore.h"
#include "secrets/secretstore.h"
#include "ui/shell/banners.h"
#include "ui/shell/mainwindow.h"

namespace poolscope {

DamagedNotice::DamagedNotice(secrets::SecretStore &secrets, profiles::ConnectionStore &connections,
                             ui::MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_window(window)
{
    connect(&secrets, &secrets::SecretStore::damaged, this, &DamagedNotice::show);
    connect(&connections, &profiles::ConnectionStore::connectionsChanged, this, &DamagedNotice::settleThoseWithout);
    connect(window.banners(), &ui::Banners::actionTriggered, this, [this](const QString &banner) {
        if (banner.startsWith(bannerids::DamagedSecret))
            emit editingRequested(banner.mid(bannerids::DamagedSecret.size()));
    });
}

void DamagedNotice::settle(const QString &connectionId)
{
    m_shown.remove(connectionId);
    m_window.banners()->hide(bannerids::DamagedSecret + connectionId);
}

// Of a connection that is gone, or whose app client has no secret any more, nothing is to be entered.
void DamagedNotice::settleThoseWithout()
{
    const QSet<QString> shown = m_shown;
    for (const QString &id : shown) {
        const auto connection = m_connections.find(id);
        if (!connection || !connection->hasClientSecret)
            settle(id);
    }
}

void DamagedNotice::show(const QString &key, const QString &sentence)
{
    for (const profiles::Connection &connection : m_connections.connections()) {
        if (key != profiles::clientSecretKey(connection.id))
            continue;
        const bool ofSandbox = connection.kind == profiles::Connection::Kind::Sandbox;
        m_shown.insert(connection.id);
        m_window.banners()->show(
            bannerids::DamagedSecret + connection.id,
            {.tone = ui::Tone::Caution,
             .title =
                 ofSandbox
                     ? tr("The client secret of %1 is lost. Fetch it again on the Sandbox page.").arg(connection.name)
                     : tr("The client secret of %1 is lost. Enter it again in the connection.").arg(connection.name),
             .body = sentence,
             .actions = {{QStringLiteral("edit"), ofSandbox ? tr("Show the Sandbox page") : tr("Edit the connection")}},
             .canBeClosed = true});
    }
}

} // namespace poolscope
