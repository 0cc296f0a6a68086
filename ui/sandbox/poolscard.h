#pragma once

#include "core/error.h"
#include "model/cognitoidp.h"
#include "sandbox/presets.h"
#include "transport/useraction.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QPushButton;

namespace poolscope::ui {

class BusyIndicator;
class Callout;
class Form;
class Workspace;

// The sandbox's pools and app clients: look through them, let the other pages work with one, make another one from a
// preset, or delete the one that is shown.
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
    QWidget *buildButtons();
    // Page by page to the end; `found`: on the pages before.
    void loadPools(const QList<idp::UserPoolDescriptionType> &found, const std::optional<QString> &page);
    void showPools(const QList<idp::UserPoolDescriptionType> &pools);
    void loadClients(const QString &userPoolId, const QList<idp::UserPoolClientDescription> &found = {},
                     const std::optional<QString> &page = {});
    void showClients(const QString &userPoolId, const QList<idp::UserPoolClientDescription> &clients);
    void showClientsError(const QString &userPoolId, const Error &error);
    void seekSecret();
    void showWhetherInUse();
    QString hint() const; // what using the chosen one would mean
    void copySecret();
    void copy(const QString &secret);
    void useChosen();
    void create(const sandbox::Preset &preset);
    void setMaking(bool making);
    void createClient(const sandbox::Preset &preset, const QString &userPoolId);
    void undoPool(const QString &userPoolId, const Error &error);
    void askToDelete();
    void deletePool(const QString &userPoolId);
    void showError(const Error &error);

    Workspace &m_workspace;
    Form *m_form = nullptr;
    QComboBox *m_pools = nullptr;
    QComboBox *m_clients = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_new = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_copySecret = nullptr; // of an app client that has one
    BusyIndicator *m_busy = nullptr;
    Callout *m_callout = nullptr;
    transport::UserAction m_making; // the pool that is being made
    QString m_made;                 // the pool that was just made, until it is shown
    bool m_secretLost = false;      // of the app client in use
    int m_listing = 0;              // of several at once only the newest counts
};

} // namespace poolscope::ui
