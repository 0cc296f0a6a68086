#pragma once

#include "auth/codedelivery.h"
#include "core/error.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace poolscope::ui {

class Callout;
class CodeField;
class ElidedLabel;
class Form;
class LinkButton;
class PrimaryButton;
class Workspace;

// The second step: where the code went, and the code. Reachable by itself for a user who is there already.
class ConfirmStep final : public QWidget
{
    Q_OBJECT

public:
    explicit ConfirmStep(Workspace &workspace, QWidget *parent = nullptr);

    // A user that was just signed up stands as a text and is changed by a button; one that is to be confirmed by itself can
    // be typed at once.
    void begin(const QString &username, bool fixed);
    void setDelivery(const auth::CodeDelivery &delivery);
    void setResendsLeft(int left);
    void setBusy(bool busy);
    bool isConfirmedAlready() const { return m_confirmedAlready; } // the service said so last
    void showReason(const Error &refusal);                         // what led here: this form is the way on
    void showError(const Error &error);
    void takeCode(const QString &user, const QString &code); // from the mailbox; the user where none is typed
    QString username() const;
    QString code() const; // as typed

signals:
    void usernameChanged(const QString &username);
    void submitted(const QString &username, const QString &code, bool moveAlias);
    void resendRequested(const QString &username);
    void laterRequested();
    void signInRequested(const QString &username);

private:
    void buildForm();
    QWidget *buildFixedUser();
    void buildButtons();
    void setFixed(bool fixed);
    void resend();
    void showDefaultText();
    void submit(bool moveAlias);
    void placeError(const Error &error);
    void runAction(const QString &action);

    Workspace &m_workspace;
    QLabel *m_delivery = nullptr;
    Form *m_form = nullptr;
    QLineEdit *m_username = nullptr; // in place of the two below, or the other way round
    QWidget *m_fixedUser = nullptr;
    ElidedLabel *m_fixedName = nullptr;
    LinkButton *m_change = nullptr;
    CodeField *m_code = nullptr;
    Callout *m_callout = nullptr;
    PrimaryButton *m_confirm = nullptr;
    QPushButton *m_resend = nullptr;
    LinkButton *m_later = nullptr;
    int m_resendsLeft = 0;
    bool m_confirmedAlready = false;
    bool m_sentAgain = false; // what comes next is a further code
};

} // namespace poolscope::ui
