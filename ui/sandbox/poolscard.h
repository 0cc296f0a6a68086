#pragma once

#include "core/error.h"
#include "model/cognitoidp.h"
#include "sandbox/presets.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace poolscope::ui {

class BusyIndicator;
class Callout;
class Workspace;

// The sandbox's pools and app clients: choose which one the other pages work with, make another one from a preset, or
// delete the one that is chosen.
class PoolsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit PoolsCard(Workspace &workspace, QWidget *parent = nullptr);

    void reload();

signals:
    // The pages are to work with this one from now on. The secret is empty for a public client.
    void clientChosen(const QString &userPoolId, const QString &clientId, const QString &clientSecret);

private:
    void buildLayout();
    void showPools(const QList<idp::UserPoolDescriptionType> &pools);
    void loadClients(const QString &userPoolId);
    void showClients(const QString &userPoolId, const QList<idp::UserPoolClientDescription> &clients);
    void choose(const QString &userPoolId, const QString &clientId);
    void create(const sandbox::Preset &preset);
    void createClient(const sandbox::Preset &preset, const QString &userPoolId);
    void undoPool(const QString &userPoolId, const Error &error);
    void askToDelete();
    void deletePool(const QString &userPoolId);
    void showError(const Error &error);

    Workspace &m_workspace;
    QComboBox *m_pools = nullptr;
    QComboBox *m_clients = nullptr;
    QPushButton *m_new = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_copySecret = nullptr; // of an app client that has one
    BusyIndicator *m_busy = nullptr;
    Callout *m_callout = nullptr;
};

} // namespace poolscope::ui
