#pragma once

#include "credentials/statickeys.h"
#include "profiles/connectionimport.h"
#include "ui/connections/connectiontester.h"

#include <QDialog>

#include <functional>
#include <memory>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace poolscope::profiles {
class ConnectionStore;
}

namespace poolscope::ui {

class BusyIndicator;
class ConnectionFiles;
class ConnectionForm;
class LinkButton;
class PrimaryButton;

// The connections and a form for the chosen one: add, change, test, delete, import, export. Opened, never exec'd. A typed
// client secret and typed AWS keys are only handed on (secretEntered, keysEntered), never kept here.
class ConnectionsDialog final : public QDialog
{
    Q_OBJECT

public:
    // Both must outlive the dialog; tester may be null: then there is no "Test connection".
    ConnectionsDialog(profiles::ConnectionStore *store, ConnectionTester *tester, QWidget *parent = nullptr);
    ~ConnectionsDialog() override;

    void select(const QString &connectionId);
    // Of the AWS configuration files, to choose one from; `problem`: why they could not be read.
    void setProfiles(const QList<credentials::ProfileChoice> &profiles, const QString &problem);
    void addNew();
    void reject() override; // asks where something is not saved

signals:
    // The owner keeps it in the keychain under profiles::clientSecretKey(connectionId); empty: it is to be forgotten.
    void secretEntered(const QString &connectionId, const QString &clientSecret);
    // The same for AWS keys, under profiles::awsKeysKey(connectionId); without an access key ID: forget them.
    void keysEntered(const QString &connectionId, const poolscope::transport::SigningCredentials &keys);
    void openRequested(const QString &connectionId); // "Connect"

private:
    QWidget *buildList();
    void connectFiles();
    QWidget *buildEditor();
    QWidget *buildButtons();
    void reloadList();
    void onRowChanged(int row);
    void show(const QString &connectionId);
    void updateButtons();
    void leaveForm(std::function<void()> then);
    bool check(const QList<profiles::ConnectionProblem> &problems); // shows them; whether one can go on
    bool save();
    void test();
    void stopTest();
    void onEdited();
    void askForImport();
    void showImported(const profiles::ImportedConnection &imported, const QStringList &notes);
    void fillWith(const profiles::ImportedConnection &imported, const QStringList &notes);
    void exportShown();
    void showVerdict(const Callout::Content &verdict);
    void askToDelete();
    void connectNow();

    profiles::ConnectionStore *m_store;
    ConnectionTester *m_tester;
    QListWidget *m_list = nullptr;
    QStackedWidget *m_body = nullptr;
    ConnectionForm *m_form = nullptr;
    Callout *m_result = nullptr;
    BusyIndicator *m_busy = nullptr;
    PrimaryButton *m_save = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_connect = nullptr;
    LinkButton *m_delete = nullptr;
    LinkButton *m_export = nullptr;
    ConnectionFiles *m_files = nullptr;
    QString m_id; // empty: a new one that is not kept yet
    std::unique_ptr<QObject> m_testContext;
    bool m_reloading = false;
    bool m_editedSinceImport = false; // was asked for
};

} // namespace poolscope::ui
