#include "app/deletedsecrets.h"

#include "app/bannerids.h"
#include "auth/sessionmanager.h"
#include "profiles/connectionstore.h"
#include "secrets/secretstore.h"
#include "ui/shell/banners.h"
#include "ui/shell/mainwindow.h"

namespace poolscope {

DeletedSecrets::DeletedSecrets(secrets::SecretStore &secrets, profiles::ConnectionStore &connections,
                               ui::MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_connections(connections)
    , m_window(window)
    , m_told(connections.removedIds().cbegin(), connections.removedIds().cend())
{
    connect(&secrets, &secrets::SecretStore::availabilityChanged, this, [this](secrets::Availability availability) {
        if (availability == secrets::Availability::Available)
            remove();
    });
}

void DeletedSecrets::remove()
{
    const QStringList ids = m_connections.removedIds();
    for (const QString &id : ids) {
        if (m_running.contains(id))
            continue;
        m_running.insert(id);
        auth::SessionManager::forgetStored(m_secrets, id, this,
                                           [this, id](const Result<void> &result) { finish(id, result); });
    }
}

void DeletedSecrets::finish(const QString &connectionId, const Result<void> &result)
{
    m_running.remove(connectionId);
    if (!result) {
        const QString &code = result.error().code;
        if (code == secrets::codes::Missing) // it is for a start that has one
            return;
        if (m_told.contains(connectionId))
            return;
        m_told.insert(connectionId);
        m_window.banners()->show(
            bannerids::Deleted,
            {.tone = ui::Tone::Caution,
             .title = tr("The sign-ins of the deleted connection may still be in the keychain."),
             // What the store says of its state speaks of signing in.
             .body = code == secrets::codes::Failed ? result.error().message : QString(),
             .whatToDo = tr("They are removed when the keychain lets Poolscope do it, also after the next start."),
             .canBeClosed = true});
        return;
    }
    // Memory knows nothing of what lies in the keychain.
    if (m_secrets.isPersistent())
        m_connections.secretsRemoved(connectionId);
    if (m_connections.removedIds().isEmpty())
        m_window.banners()->hide(bannerids::Deleted);
}

} // namespace poolscope
