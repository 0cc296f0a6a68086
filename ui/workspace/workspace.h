#pragma once

#include "auth/signinform.h"
#include "diagnosis/facts.h"
#include "sandbox/message.h"
#include "ui/workspace/drafts.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace poolscope::auth {
class Session;
class SessionManager;
class UserPoolAccess;
} // namespace poolscope::auth
namespace poolscope::tokens {
class JwksCache;
}

namespace poolscope::ui {

class SecretClipboard;
class UserFacts;

// Ids of the pages, as the navigation knows them.
namespace pages {
inline constexpr QLatin1StringView SignUp{"signup"};
inline constexpr QLatin1StringView SignIn{"signin"};
inline constexpr QLatin1StringView Tokens{"tokens"};
inline constexpr QLatin1StringView SandboxUsers{"sandboxusers"};
inline constexpr QLatin1StringView Why{"why"};
inline constexpr QLatin1StringView Guide{"guide"};
} // namespace pages

// What the pages of one open connection share: the connection itself, its sessions and keys, the sandbox's mails, and the
// ways from one page to another. Made by app when a connection opens; all pages go before it does.
class Workspace final : public QObject
{
    Q_OBJECT

public:
    // All of them outlive the workspace.
    Workspace(auth::UserPoolAccess &access, auth::SessionManager &sessions, tokens::JwksCache &keys,
              SecretClipboard &clipboard, QObject *parent = nullptr);

    auth::UserPoolAccess &access() const { return m_access; }
    auth::SessionManager &sessions() const { return m_sessions; }
    tokens::JwksCache &keys() const { return m_keys; }
    SecretClipboard &clipboard() const { return m_clipboard; }

    Drafts &drafts() { return m_drafts; }

    bool hasMailbox() const { return m_hasMailbox; }                       // only on the sandbox
    const QList<sandbox::Message> &messages() const { return m_messages; } // newest first
    void setMessages(const QList<sandbox::Message> &messages);

    // What is known for explaining an error: of the connection, and, where the mailbox tells it, of a code that was
    // refused for a user.
    using Purpose = sandbox::Message::Purpose;
    diagnosis::Facts facts() const;
    diagnosis::Facts factsOfCode(const QString &user, const QString &code, Purpose purpose) const;
    // The same of a user who was to sign in, once it is known; nothing where nobody tells.
    void askFactsOfUser(const QString &username, QObject *context,
                        std::function<void(const diagnosis::Facts &)> handler) const;
    void setUserFacts(UserFacts *facts) { m_userFacts = facts; } // outlives the workspace
    // The code that counts now for that user name or address; empty where the mailbox does not say.
    QString newestCode(const QString &user, Purpose purpose) const;
    // The name by which people know whom the message went to: the address where the pool's user names are addresses.
    QString userOf(const sandbox::Message &message) const;
    // By which a user finds the sign-in form filled: in pools whose user names are addresses, the pool's own name is an id.
    QString signInName(const auth::Session &session) const;

    // Ways to another page; each shows it, then hands over.
    void showPage(QLatin1StringView id);
    void requestSignIn(const auth::SignInForm &form, bool atOnce);
    // The refusal that leads there is told beside the form; without a code there is none.
    void requestConfirmation(const QString &username, const QString &password, const Error &refusal = {});
    void requestPasswordReset(const QString &username);
    void requestTrouble(const QString &user);                          // why that user cannot sign in, by any name
    void requestInvitation(const QString &name, const QString &email); // on the sandbox: a form with them opens
    void requestConnectionEditing();                                   // on the sandbox: to choose another app client
    // Takes a message's code to where it belongs, for the user whom it went to: the open form, or else the page that has
    // one. Gives a sentence that says why where it cannot be used, otherwise nothing.
    QString offerCode(const sandbox::Message &message);
    // Of these messages, newest first, the code that the open form waits for; where it waits for none, the newest one.
    QString offerNewestCode(const QList<sandbox::Message> &messages);

signals:
    void pageRequested(const QString &id);
    void connectionEditingRequested();
    void signInRequested(const poolscope::auth::SignInForm &form, bool atOnce);
    void confirmationRequested(const QString &username, const QString &password, const poolscope::Error &refusal);
    void passwordResetRequested(const QString &username);
    void troubleRequested(const QString &user);
    void invitationRequested(const QString &name, const QString &email);
    void messagesChanged();
    // The shown page takes the code and sets `taken` if its open form waits for a code of this purpose for this user.
    void codeOffered(const poolscope::sandbox::Message &message, bool *taken);

private:
    const sandbox::Message *newestMessage(const QString &user, Purpose purpose) const;
    bool isTaken(const sandbox::Message &message);

    auth::UserPoolAccess &m_access;
    auth::SessionManager &m_sessions;
    tokens::JwksCache &m_keys;
    SecretClipboard &m_clipboard;
    QList<sandbox::Message> m_messages;
    Drafts m_drafts;
    UserFacts *m_userFacts = nullptr;
    bool m_hasMailbox = false;
};

// Whether the message went to the user of that name or address, as far as anybody can tell.
bool concerns(const sandbox::Message &message, const QString &user);

} // namespace poolscope::ui
