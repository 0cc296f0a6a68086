#include "app/sandboxuserfacts.h"

#include "core/showntime.h"
#include "sandbox/sandbox.h"

#include <QUuid>

namespace poolscope {

namespace {

diagnosis::Facts factsOf(const sandbox::LiveProofs &proofs)
{
    diagnosis::Facts facts{{QStringLiteral("user.exists"), QStringLiteral("yes")}};
    if (proofs.wrongPasswords > 0)
        facts.insert(QStringLiteral("user.wrongPasswords"), QString::number(proofs.wrongPasswords));
    if (proofs.lockedUntilMs > 0)
        facts.insert(QStringLiteral("user.lockedUntil"), shownEnd(proofs.lockedUntilMs));
    return facts;
}

} // namespace

SandboxUserFacts::SandboxUserFacts(sandbox::Sandbox &sandbox)
    : m_sandbox(sandbox)
{
}

void SandboxUserFacts::ask(const QString &userPoolId, const QString &username, QObject *context,
                           std::function<void(const diagnosis::Facts &)> handler)
{
    // A sub finds the user here, but not in every pool at a sign-in.
    if (!QUuid::fromString(username).isNull())
        return;
    m_sandbox.liveProofs(userPoolId, username, context,
                         [handler = std::move(handler)](const Result<sandbox::LiveProofs> &proofs) {
                             if (proofs)
                                 handler(factsOf(*proofs));
                             else if (proofs.error().code == u"NoSuchUser")
                                 handler({{QStringLiteral("user.exists"), QStringLiteral("no")}});
                         });
}

} // namespace poolscope
