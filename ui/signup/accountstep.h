#pragma once

#include "auth/signupflow.h"
#include "ui/common/callout.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace poolscope::ui {

class AttributeRows;
class Form;
class LinkButton;
class PairsEdit;
class PasswordField;
class PasswordGuide;
class PrimaryButton;
class Workspace;

// The first step of signing up: what the pool asks for. What was typed stays until the user changes it, whatever the
// service says.
class AccountStep final : public QWidget
{
    Q_OBJECT

public:
    explicit AccountStep(Workspace &workspace, QWidget *parent = nullptr);

    auth::SignUpForm form() const;
    void setForm(const auth::SignUpForm &form);
    void setBusy(bool busy);
    void showError(const Error &error);
    void showUnconfirmed(const QString &username); // "confirm later" was chosen
    void focusFirst();
    void beginAgain(); // for another user: of the one before nothing stays

signals:
    void submitted(const poolscope::auth::SignUpForm &form);
    void confirmExistingRequested(const QString &username, const QString &password);
    void resendRequested(const QString &username, const QString &password);
    void cancelRequested();

private:
    void buildNames(QVBoxLayout *column);
    void buildPassword(QVBoxLayout *column);
    void buildAdvanced();
    void buildButtons();
    void applySettings();
    void showWhetherOpen();
    void alignLabels();
    void clearErrors();
    void submit(bool unchecked);
    bool showLocalProblems();
    void placeError(const Error &error);
    void confirmUnconfirmed();
    void generatePassword();
    void runAction(const QString &action);

    Workspace &m_workspace;
    Form *m_names = nullptr; // user name and attributes
    Form *m_rest = nullptr;  // password, advanced, buttons
    QLineEdit *m_username = nullptr;
    QLabel *m_usernameLabel = nullptr;
    QString m_unconfirmed; // signed up here, and left so
    AttributeRows *m_attributes = nullptr;
    QList<QLabel *> m_labels; // of all other rows
    PasswordField *m_password = nullptr;
    PasswordGuide *m_guide = nullptr;
    PairsEdit *m_validationData = nullptr;
    PairsEdit *m_clientMetadata = nullptr;
    Callout *m_closed = nullptr; // that nobody may sign up here
    Callout *m_callout = nullptr;
    PrimaryButton *m_submit = nullptr;
    LinkButton *m_existing = nullptr;
    LinkButton *m_cancel = nullptr;
};

} // namespace poolscope::ui
