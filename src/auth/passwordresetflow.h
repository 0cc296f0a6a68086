#pragma once

#include "auth/codedelivery.h"
#include "auth/flowrequest.h"
#include "auth/signinform.h"
#include "core/error.h"

#include <QObject>

namespace poolscope::auth {

class UserPoolAccess;

// Forgot password: ask for a code, then set a new password with it. GUI thread; one request at a time, a second one is
// refused silently while isBusy(). Destroying the flow aborts its request.
class PasswordResetFlow final : public QObject
{
    Q_OBJECT

public:
    enum class Stage { Request, Confirming, Done };
    Q_ENUM(Stage)

    explicit PasswordResetFlow(UserPoolAccess *access, QObject *parent = nullptr);
    ~PasswordResetFlow() override;

    void request(const QString &username);            // also to send the code again
    void resumeConfirmation(const QString &username); // a code is there already; sends nothing
    void confirm(const QString &pastedCode, const QString &newPassword);
    void cancel();

    Stage stage() const { return m_stage; }
    bool isBusy() const { return m_request.isBusy(); }
    QString username() const { return m_username; }
    const CodeDelivery &delivery() const { return m_delivery; }
    SignInForm signInForm() const; // after Done: with the new password

signals:
    void busyChanged(bool busy);
    void stageChanged(poolscope::auth::PasswordResetFlow::Stage stage);
    void codeSent(const poolscope::auth::CodeDelivery &delivery);
    void done();
    // Error::operation: "ForgotPassword" or "ConfirmForgotPassword". Refused here: kind Validation with code
    // "UsernameMissing", "CodeMissing" or "PasswordMissing".
    void failed(const poolscope::Error &error);

private:
    void setStage(Stage stage);
    void fail(const QString &code, const QString &message);
    void codeRequested(const idp::ForgotPasswordResponse &response);
    void passwordSet(const idp::ConfirmForgotPasswordResponse &response);

    UserPoolAccess *m_access;
    Stage m_stage = Stage::Request;
    FlowRequest m_request;
    QString m_username;
    QString m_password;
    CodeDelivery m_delivery;
};

} // namespace poolscope::auth
