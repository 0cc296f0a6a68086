#pragma once

#include "auth/codedelivery.h"
#include "auth/flowrequest.h"
#include "auth/signinform.h"
#include "core/error.h"

#include <QMap>
#include <QObject>
#include <QString>

namespace poolscope::auth {

class UserPoolAccess;

struct SignUpForm
{
    QString username; // as typed; in pools whose user names are addresses, the address
    QString password;
    QMap<QString, QString> attributes;     // by name; empty values are not sent
    QMap<QString, QString> validationData; // for the pre sign-up trigger, not stored
    QMap<QString, QString> clientMetadata; // for triggers
};

// Signing up and confirming, or only confirming a user who is there already. GUI thread; one request at a time, a second
// one is refused silently while isBusy(). Destroying the flow aborts its request.
class SignUpFlow final : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Form,       // nothing sent, or refused
        Confirming, // the user is there and waits for the code
        Confirmed,
    };
    Q_ENUM(Stage)

    explicit SignUpFlow(UserPoolAccess *access, QObject *parent = nullptr);
    ~SignUpFlow() override;

    void signUp(const SignUpForm &form);
    // Goes to Confirming, sends nothing. The name may still be empty: then confirm() and resend() ask for it.
    void resumeConfirmation(const QString &username, const QString &password = {});
    void confirm(const QString &pastedCode, bool forceAlias = false);
    void resend();
    void confirmLater(); // back to Form; the user stays unconfirmed
    void cancel();       // gives up the request that is under way; failed() is not emitted

    Stage stage() const { return m_stage; }
    bool isBusy() const { return m_request.isBusy(); }
    QString username() const { return m_username; }
    QString userSub() const { return m_userSub; } // empty before a sign-up succeeded
    const CodeDelivery &delivery() const { return m_delivery; }
    // Of this hour's AttemptLedger::resendsPerHour, as far as known here.
    int resendsLeft() const { return resendsLeft(m_username); }
    int resendsLeft(const QString &username) const;

    // After Confirmed: all that is known for signing in at once. The password is empty when the confirmation was resumed
    // without one; `session` is the service's, where it gave one.
    SignInForm signInForm() const;

signals:
    void busyChanged(bool busy);
    void stageChanged(poolscope::auth::SignUpFlow::Stage stage);
    // After sign-up and after each resend. That no code was sent, `delivery` says.
    void codeSent(const poolscope::auth::CodeDelivery &delivery);
    void resendsLeftChanged(int left);
    void confirmed();
    // Error::operation says which step: "SignUp", "ConfirmSignUp", "ResendConfirmationCode". Nothing typed is lost.
    // Refused here, before sending: kind Validation with code "UsernameMissing" or "CodeMissing".
    void failed(const poolscope::Error &error);

private:
    void setStage(Stage stage);
    void failWithoutName();
    void fail(const Error &error);
    void signedUp(const idp::SignUpResponse &response);
    void codeAccepted(const idp::ConfirmSignUpResponse &response);
    void codeResent(const idp::ResendConfirmationCodeResponse &response);

    UserPoolAccess *m_access;
    Stage m_stage = Stage::Form;
    FlowRequest m_request;
    QString m_username;
    QString m_password;
    QString m_userSub;
    QString m_session;
    QMap<QString, QString> m_attributes;
    QMap<QString, QString> m_clientMetadata;
    CodeDelivery m_delivery;
};

} // namespace poolscope::auth
