#include "ui/workspace/workspace.h"

#include "auth/codedelivery.h"
#include "auth/session.h"
#include "auth/userpoolaccess.h"
#include "diagnosis/facts.h"
#include "ui/common/times.h"
#include "ui/workspace/userfacts.h"

#include <algorithm>

namespace poolscope::ui {

namespace {

bool counts(const sandbox::Message &message)
{
    return !message.code.isEmpty() && message.state == sandbox::Message::State::Current;
}

QString sentAt(const sandbox::Message &message)
{
    return localShortTime(QDateTime::fromMSecsSinceEpoch(message.timeMs, Qt::UTC));
}

} // namespace

bool concerns(const sandbox::Message &message, const QString &user)
{
    return message.to.compare(user, Qt::CaseInsensitive) == 0 ||
           message.username.compare(user, Qt::CaseInsensitive) == 0;
}

Workspace::Workspace(auth::UserPoolAccess &access, auth::SessionManager &sessions, tokens::JwksCache &keys,
                     SecretClipboard &clipboard, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_sessions(sessions)
    , m_keys(keys)
    , m_clipboard(clipboard)
    , m_hasMailbox(access.connection().kind == profiles::Connection::Kind::Sandbox)
{
}

void Workspace::setMessages(const QList<sandbox::Message> &messages)
{
    m_messages = messages;
    emit messagesChanged();
}

diagnosis::Facts Workspace::facts() const
{
    return diagnosis::factsOf(m_access);
}

QString Workspace::signInName(const auth::Session &session) const
{
    const auth::UserNameKind kind = auth::userNameKind(m_access.settings());
    const bool ownName = kind == auth::UserNameKind::FreeText || kind == auth::UserNameKind::Unknown;
    return ownName ? session.username() : session.displayName();
}

const sandbox::Message *Workspace::newestMessage(const QString &user, Purpose purpose) const
{
    for (const sandbox::Message &message : m_messages) {
        if (message.purpose == purpose && counts(message) && concerns(message, user))
            return &message;
    }
    return nullptr;
}

QString Workspace::newestCode(const QString &user, Purpose purpose) const
{
    const sandbox::Message *message = newestMessage(user, purpose);
    return message ? message->code : QString();
}

QString Workspace::userOf(const sandbox::Message &message) const
{
    using Kind = auth::UserNameKind;
    const Kind kind = auth::userNameKind(m_access.settings());
    const bool isAddress = kind == Kind::Email || kind == Kind::Phone || kind == Kind::EmailOrPhone;
    return isAddress || message.username.isEmpty() ? message.to : message.username;
}

diagnosis::Facts Workspace::factsOfCode(const QString &user, const QString &code, Purpose purpose) const
{
    diagnosis::Facts facts;
    const QString typed = auth::cleanCode(code);
    for (const sandbox::Message &message : m_messages) {
        if (message.code != typed || !concerns(message, user))
            continue;
        if (message.state == sandbox::Message::State::Expired)
            facts.insert(QStringLiteral("code.expired"), QStringLiteral("yes"));
        if (message.state == sandbox::Message::State::Used)
            facts.insert(QStringLiteral("code.used"), QStringLiteral("yes"));
        const sandbox::Message *newest = newestMessage(user, purpose);
        if (message.state == sandbox::Message::State::Replaced && newest) {
            facts.insert(QStringLiteral("code.replaced"), QStringLiteral("yes"));
            facts.insert(QStringLiteral("code.resentAt"), sentAt(*newest));
            facts.insert(QStringLiteral("code.newestEnds"), newest->code.right(2));
        }
        break;
    }
    return facts;
}

void Workspace::askFactsOfUser(const QString &username, QObject *context,
                               std::function<void(const diagnosis::Facts &)> handler) const
{
    if (m_userFacts && !username.isEmpty())
        m_userFacts->ask(m_access.userPoolId(), username, context, std::move(handler));
}

void Workspace::showPage(QLatin1StringView id)
{
    emit pageRequested(QString(id));
}

void Workspace::requestSignIn(const auth::SignInForm &form, bool atOnce)
{
    showPage(pages::SignIn);
    emit signInRequested(form, atOnce);
}

void Workspace::requestConfirmation(const QString &username, const QString &password, const Error &refusal)
{
    showPage(pages::SignUp);
    emit confirmationRequested(username, password, refusal);
}

void Workspace::requestPasswordReset(const QString &username)
{
    showPage(pages::SignIn);
    emit passwordResetRequested(username);
}

void Workspace::requestTrouble(const QString &user)
{
    showPage(pages::Why);
    emit troubleRequested(user);
}

void Workspace::requestInvitation(const QString &name, const QString &email)
{
    showPage(pages::SandboxUsers);
    emit invitationRequested(name, email);
}

void Workspace::requestConnectionEditing()
{
    emit connectionEditingRequested();
}

bool Workspace::isTaken(const sandbox::Message &message)
{
    bool taken = false;
    emit codeOffered(message, &taken);
    return taken;
}

QString Workspace::offerCode(const sandbox::Message &message)
{
    if (message.state == sandbox::Message::State::Used)
        return tr("This code was used already.");
    if (message.code.isEmpty())
        return tr("This message has no code.");
    if (!message.userPoolId.isEmpty() && message.userPoolId != m_access.userPoolId())
        return tr("This code belongs to another user pool.");
    if (sandbox::verifiesAttribute(message))
        return tr("This code verifies an address of a user who is signed in: no form takes it.");
    if (isTaken(message))
        return {};
    if (message.isInvitation) {
        requestSignIn({.username = userOf(message), .password = message.code}, false);
        return {};
    }
    if (message.purpose == Purpose::Confirmation)
        requestConfirmation(userOf(message), {});
    else if (message.purpose == Purpose::PasswordReset)
        requestPasswordReset(userOf(message));
    if (isTaken(message))
        return {};
    return tr("No form waits for this code of %1 now.").arg(userOf(message));
}

QString Workspace::offerNewestCode(const QList<sandbox::Message> &messages)
{
    const auto isForForms = [](const sandbox::Message &message) {
        return counts(message) && !sandbox::verifiesAttribute(message);
    };
    for (const sandbox::Message &message : messages) {
        if (isForForms(message) && isTaken(message))
            return {};
    }
    const auto newest = std::find_if(messages.cbegin(), messages.cend(), isForForms);
    return newest == messages.cend() ? tr("No message has a code that counts.") : offerCode(*newest);
}

} // namespace poolscope::ui
