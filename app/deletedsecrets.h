#pragma once

#include "core/result.h"

#include <QObject>
#include <QSet>

namespace poolscope::profiles {
class ConnectionStore;
}
namespace poolscope::secrets {
class SecretStore;
}
namespace poolscope::ui {
class MainWindow;
}

namespace poolscope {

// Takes what deleted connections left behind out of the keychain: tokens and client secrets must not lie where nobody
// finds them any more. Where the keychain does not let us, the ConnectionStore keeps their ids, it is tried again when
// the keychain answers and at every start, and a banner says so once.
class DeletedSecrets final : public QObject
{
    Q_OBJECT

public:
    // All three outlive it. The connections are loaded: what was deleted in an earlier run is tried without a word.
    DeletedSecrets(secrets::SecretStore &secrets, profiles::ConnectionStore &connections, ui::MainWindow &window,
                   QObject *parent = nullptr);

    void remove(); // what is left of them; returns at once

private:
    void finish(const QString &connectionId, const Result<void> &result);

    secrets::SecretStore &m_secrets;
    profiles::ConnectionStore &m_connections;
    ui::MainWindow &m_window;
    QSet<QString> m_running;
    QSet<QString> m_told; // ids of which a failure is not told
};

} // namespace poolscope
