#pragma once

#include "profiles/connection.h"
#include "ui/connections/connectiontester.h"

#include <QDialog>

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace poolscope::profiles {
class ConnectionStore;
}

namespace poolscope::ui {

class Callout;
class ConnectionForm;
class PrimaryButton;

// The list of connections and a form for the chosen one: add, change, test, delete. Opened, never exec'd; keeps a
// client secret only by handing it on (secretEntered).
class ConnectionsDialog final : public QDialog
{
    Q_OBJECT

public:
    // tester may be null: then there is no "Test connection". Both must outlive the dialog.
    ConnectionsDialog(profiles::ConnectionStore *store, ConnectionTester *tester, QWidget *parent = nullptr);

    void select(const QString &connectionId);
    void addNew();

signals:
    // Empty: forget the secret. app keeps it in the keychain under the connection's id.
    void secretEntered(const QString &connectionId, const QString &clientSecret);
    void openRequested(const QString &connectionId);
};

} // namespace poolscope::ui
