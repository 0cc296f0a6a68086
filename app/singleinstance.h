#pragma once

#include <QLocalServer>
#include <QObject>

namespace poolscope {

// One window for a profile: two would undo each other's connections and sessions. The lock is the kernel's, on a file in
// the profile's folder, so that nothing is left of a program that was killed; a socket beside it takes the call of a
// second start. Other profiles, and profiles of other users, are apart.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    enum class Claim {
        First,   // this is the one, or nothing can be locked here: go on
        Called,  // another one has the profile, and was asked to show itself
        NoAnswer // another one has the profile, and does not listen
    };

    explicit SingleInstance(const QString &configDir, QObject *parent = nullptr);
    ~SingleInstance() override;

    Claim claim();

signals:
    void called(); // by a second start

private:
    bool lock();
    void listen();

    QString m_configDir;
    int m_lockFile = -1;
    QLocalServer m_server;
};

} // namespace poolscope
