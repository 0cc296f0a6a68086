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
        for (const QString &kind : {bannerids::DamagedSecret, bannerids::DamagedKeys}) {
            if (banner.startsWith(kind))
                emit editingRequested(banner.mid(kind.size()));
        }
    });
}

void DamagedNotice::settle(const QString &connectionId)
{
    m_shown.remove(connectionId);
    m_window.banners()->hide(bannerids::DamagedSecret + connectionId);
}

void DamagedNotice::settleKeys(const QString &connectionId)
{
    m_keysShown.remove(connectionId);
    m_window.banners()->hide(bannerids::DamagedKeys + connectionId);
}

// Of a connection that is gone, or whose app client has no secret any more, nothing is to be entered; and likewise keys.
void DamagedNotice::settleThoseWithout()
{
    const QSet<QString> shown = m_shown;
    for (const QString &id : shown) {
        const auto connection = m_connections.find(id);
        if (!connection || !connection->hasClientSecret)
            settle(id);
    }
    const QSet<QString> keysShown = m_keysShown;
    for (const QString &id : keysShown) {
        const auto connection = m_connections.find(id);
        if (!connection || connection->keys.kind != profiles::KeySource::Kind::Kept)
            settleKeys(id);
    }
}

void DamagedNotice::show(const QString &key, const QString &sentence)
{
    for (const profiles::Connection &connection : m_connections.connections()) {
        if (key == profiles::clientSecretKey(connection.id))
            showSecret(connection, sentence);
        else if (key == profiles::awsKeysKey(connection.id))
            showKeys(connection, sentence);
    }
}

void DamagedNotice::showSecret(const profiles::Connection &connection, const QString &sentence)
{
    const bool ofSandbox = connection.kind == profiles::Connection::Kind::Sandbox;
    m_shown.insert(connection.id);
    m_window.banners()->show(
        bannerids::DamagedSecret + connection.id,
        {.tone = ui::Tone::Caution,
         .title = ofSandbox
                      ? tr("The client secret of %1 is lost. Fetch it again on the Sandbox page.").arg(connection.name)
                      : tr("The client secret of %1 is lost. Enter it again in the connection.").arg(connection.name),
         .body = sentence,
         .actions = {{QStringLiteral("edit"), ofSandbox ? tr("Show the Sandbox page") : tr("Edit the connection")}},
         .canBeClosed = true});
}

void DamagedNotice::showKeys(const profiles::Connection &connection, const QString &sentence)
{
    m_keysShown.insert(connection.id);
    m_window.banners()->show(
        bannerids::DamagedKeys + connection.id,
        {.tone = ui::Tone::Caution,
         .title = tr("The AWS keys of %1 are lost. Enter them again in the connection.").arg(connection.name),
         .body = sentence,
         .actions = {{QStringLiteral("edit"), tr("Edit the connection")}},
         .canBeClosed = true});
}

} // namespace poolscope
