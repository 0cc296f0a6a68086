#pragma once

#include "ui/common/page.h"

namespace poolscope::sandbox {
class Sandbox;
}

namespace poolscope::ui {

class Callout;
class PoolsCard;
class UsersCard;
class Workspace;

// The sandbox itself: its pools, its clock and faults, its users, where other programs reach it, and beginning anew.
class SandboxPage final : public Page
{
    Q_OBJECT

public:
    // Both outlive the page.
    SandboxPage(Workspace &workspace, sandbox::Sandbox &sandbox, QWidget *parent = nullptr);

signals:
    void clientChosen(const QString &userPoolId, const QString &clientId, const QString &clientSecret);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildAddress();
    void askToReset();
    void reset();

    Workspace &m_workspace;
    sandbox::Sandbox &m_sandbox;
    Callout *m_callout;
    PoolsCard *m_pools;
    UsersCard *m_users;
};

} // namespace poolscope::ui
