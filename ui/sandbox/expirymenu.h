#pragma once

#include "core/error.h"
#include "sandbox/control/liveproofs.h"

#include <QList>
#include <QMenu>
#include <QTimer>

namespace poolscope::sandbox {
class Sandbox;
}

namespace poolscope::ui {

// What time ends of one user, each to be made to expire by itself. Only what the user has can be chosen: that is asked
// anew whenever the menu opens.
class ExpiryMenu final : public QMenu
{
    Q_OBJECT

public:
    // The sandbox outlives the menu.
    ExpiryMenu(sandbox::Sandbox &sandbox, const QString &userPoolId, QWidget *parent = nullptr);

    // shownName: what people call the user. Nobody, where `username` is empty.
    void setUser(const QString &username, const QString &shownName);

signals:
    void expired(const QString &sentence); // what did
    void failed(const poolscope::Error &error);

private:
    struct Entry
    {
        sandbox::ProofKind kind;
        QAction *action;
    };

    void ask();
    void showProofs(const sandbox::LiveProofs &proofs);
    void expire(sandbox::ProofKind kind);

    sandbox::Sandbox &m_sandbox;
    QString m_userPoolId;
    QString m_username;
    QString m_shownName;
    QList<Entry> m_entries;
    QTimer m_pause;
};

} // namespace poolscope::ui
