#pragma once

#include "auth/signinform.h"
#include "core/error.h"
#include "diagnosis/facts.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace poolscope::ui {

class Callout;
class Form;
class LinkButton;
class PairsEdit;
class PasswordField;
class PrimaryButton;
class Workspace;

// User name, password, and by which flow.
class CredentialsStep final : public QWidget
{
    Q_OBJECT

public:
    explicit CredentialsStep(Workspace &workspace, QWidget *parent = nullptr);

    auth::SignInForm form() const;
    void setForm(const auth::SignInForm &form); // a flow that was chosen by hand stays
    void clearTyped();                          // the flow stays
    // For when the connection is opened anew: with the client metadata, and the flow only where it was chosen by hand.
    auth::SignInForm draft() const;
    void restore(const auth::SignInForm &draft);
    void setBusy(bool busy);
    void forgetLockOut(); // what was said of one may be over by now
    void showError(const Error &error);
    void clearErrors();
    void focusFirst();

signals:
    void submitted(const poolscope::auth::SignInForm &form);
    void cancelRequested();
    void confirmationRequested(const QString &username, const QString &password);
    void passwordResetRequested(const QString &username);

private:
    void buildFields();
    void buildButtons();
    void applySettings();
    void submit();
    QWidget *placeError(const Error &error, const diagnosis::Facts &ofUser = {}); // the field it stands at, if any
    void focusPlaceOf(QWidget *field);
    void explainFurther(const Error &error);
    void chooseFlow(const QString &flow);
    void takeFlow(const QString &flow); // as if chosen by hand
    void runAction(const QString &action);

    Workspace &m_workspace;
    Form *m_form = nullptr;
    QLabel *m_usernameLabel = nullptr;
    QLineEdit *m_username = nullptr;
    PasswordField *m_password = nullptr;
    QComboBox *m_flow = nullptr;
    bool m_flowChosen = false; // by hand
    PairsEdit *m_clientMetadata = nullptr;
    Callout *m_callout = nullptr;
    PrimaryButton *m_submit = nullptr;
    LinkButton *m_forgot = nullptr;
    LinkButton *m_cancel = nullptr;
    bool m_saysLockOut = false;
    int m_explanations = 0; // what comes late concerns one that is gone
};

} // namespace poolscope::ui
