#pragma once

#include <QObject>
#include <QSet>

namespace poolscope::profiles {
class ConnectionStore;
struct Connection;
} // namespace poolscope::profiles
namespace poolscope::secrets {
class SecretStore;
}
namespace poolscope::ui {
class MainWindow;
}

namespace poolscope {

// Says in a banner that the client secret or the AWS keys of a connection were found damaged, and offers to enter them anew.
// Damaged sessions are told by the SessionManager, which knows whose they were.
class DamagedNotice final : public QObject
{
    Q_OBJECT

public:
    // All three outlive it.
    DamagedNotice(secrets::SecretStore &secrets, profiles::ConnectionStore &connections, ui::MainWindow &window,
                  QObject *parent = nullptr);

    void settle(const QString &connectionId); // its secret was entered, or is no longer needed
    void settleKeys(const QString &connectionId);

signals:
    void editingRequested(const QString &connectionId);

private:
    void show(const QString &key, const QString &sentence);
    void showSecret(const profiles::Connection &connection, const QString &sentence);
    void showKeys(const profiles::Connection &connection, const QString &sentence);
    void settleThoseWithout();

    profiles::ConnectionStore &m_connections;
    ui::MainWindow &m_window;
    QSet<QString> m_shown; // ids of connections
    QSet<QString> m_keysShown;
};

} // namespace poolscope
