#include "ui/workspace/workspace.h"

#include "auth/codedelivery.h"
#include "auth/userpoolaccess.h"
#include "diagnosis/facts.h"
#include "ui/common/times.h"

namespace poolscope::ui {

namespace {

bool concerns(const sandbox::Message &message, const QString &user)
{
    return message.to.compare(user, Qt::CaseInsensitive) == 0 ||
           message.username.compare(user, Qt::CaseInsensitive) == 0;
}

QString sentAt(const sandbox::Message &message)
{
    return localShortTime(QDateTime::fromMSecsSinceEpoch(message.timeMs, Qt::UTC));
}

} // namespace

Workspace::Workspace(auth::UserPoolAccess &access, auth::SessionManager &sessions, tokens::JwksCache &keys,
                     QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_sessions(sessions)
    , m_keys(keys)
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

const sandbox::Message *Workspace::newestMessage(const QString &user) const
{
    for (const sandbox::Message &message : m_messages) {
        if (!message.code.isEmpty() && message.state == sandbox::Message::State::Current && concerns(message, user))
            return &message;
    }
    return nullptr;
}

QString Workspace::newestCode(const QString &user) const
{
    const sandbox::Message *message = newestMessage(user);
    return message ? message->code : QString();
}

diagnosis::Facts Workspace::factsOfCode(const QString &user, const QString &code) const
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
        const sandbox::Message *newest = newestMessage(user);
        if (message.state == sandbox::Message::State::Replaced && newest) {
            facts.insert(QStringLiteral("code.replaced"), QStringLiteral("yes"));
            facts.insert(QStringLiteral("code.resentAt"), sentAt(*newest));
            facts.insert(QStringLiteral("code.newestEnds"), newest->code.right(2));
        }
        break;
    }
    return facts;
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

void Workspace::requestConfirmation(const QString &username, const QString &password)
{
    showPage(pages::SignUp);
    emit confirmationRequested(username, password);
}

void Workspace::requestPasswordReset(const QString &username)
{
    showPage(pages::SignIn);
    emit passwordResetRequested(username);
}

void Workspace::requestConnectionEditing()
{
    emit connectionEditingRequested();
}

void Workspace::offerCode(const sandbox::Message &message)
{
    bool taken = false;
    emit codeOffered(message, &taken);
    if (taken)
        return;
    requestConfirmation(message.to, {});
    emit codeOffered(message, &taken);
}

} // namespace poolscope::ui
