#pragma once

#include "core/result.h"

#include <QHash>
#include <QObject>
#include <QString>

namespace poolscope::profiles {
struct Connection;
}
namespace poolscope::secrets {
class SecretStore;
}
namespace poolscope::transport {
struct SigningCredentials;
}
namespace poolscope::ui {
class MainWindow;
}

namespace poolscope {

// Keeps the connections' client secrets and AWS keys, and says in a banner, until it is done, where one could not be kept or removed.
class ClientSecrets final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    ClientSecrets(secrets::SecretStore &secrets, ui::MainWindow &window, QObject *parent = nullptr);

    void keep(const profiles::Connection &connection, const QString &secret);
    void forget(const profiles::Connection &connection); // its app client has none any more
    void keepKeys(const profiles::Connection &connection, const transport::SigningCredentials &keys);
    void forgetKeys(const profiles::Connection &connection); // they come from elsewhere now
    void drop(const QString &connectionId); // deleted with its connection: what is left of that is told elsewhere

private:
    void write(const QString &key, const QByteArray &value, const QString &failed);
    void remove(const QString &key, const QString &failed);
    void showUnkept(const QString &key, const QString &title, const Error &error);
    void settle(const QString &key);

    secrets::SecretStore &m_secrets;
    ui::MainWindow &m_window;
    QHash<QString, int> m_changes; // by key: of several on their way only the last one has something to say
};

} // namespace poolscope
