#pragma once

#include "core/error.h"

#include <QWidget>

class QLabel;

namespace poolscope::ui {

class BusyIndicator;
class Callout;
class LinkButton;
class PrimaryButton;
class Workspace;

// The third step: the user is confirmed, and signed in where the password is known.
class DoneStep final : public QWidget
{
    Q_OBJECT

public:
    explicit DoneStep(Workspace &workspace, QWidget *parent = nullptr);

    void showSigningIn(const QString &username);
    void showSignedIn(const QString &username);
    void showConfirmedOnly(const QString &username); // no password at hand
    void showError(const Error &error);              // confirmed, but the sign-in failed

signals:
    void signInRequested();
    void anotherRequested();

private:
    Workspace &m_workspace;
    BusyIndicator *m_busy;
    QLabel *m_title;
    QLabel *m_text;
    Callout *m_callout;
    PrimaryButton *m_tokens;
    PrimaryButton *m_signIn;
    LinkButton *m_another;
};

} // namespace poolscope::ui
