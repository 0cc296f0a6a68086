#include "ui/sandbox/expirymenu.h"

#include "sandbox/sandbox.h"

#include <chrono>
#include <utility>

namespace poolscope::ui {

namespace {

constexpr std::chrono::milliseconds pauseBeforeAsking{200};

QString entryText(sandbox::ProofKind kind, int count)
{
    using sandbox::ProofKind;
    switch (kind) {
    case ProofKind::Codes:
        return ExpiryMenu::tr("Codes (%1)").arg(count);
    case ProofKind::Sessions:
        return ExpiryMenu::tr("Sign-ins under way (%1)").arg(count);
    case ProofKind::TemporaryPassword:
        return ExpiryMenu::tr("Temporary password");
    case ProofKind::LockOut:
        return ExpiryMenu::tr("Lock-out after wrong passwords");
    case ProofKind::RefreshTokens:
        break;
    }
    return ExpiryMenu::tr("Refresh tokens (%1)").arg(count);
}

QString expiredSentence(sandbox::ProofKind kind)
{
    using sandbox::ProofKind;
    switch (kind) {
    case ProofKind::Codes:
        return ExpiryMenu::tr("The codes of %1 have expired.");
    case ProofKind::Sessions:
        return ExpiryMenu::tr("The sign-ins of %1 that were under way have expired.");
    case ProofKind::TemporaryPassword:
        return ExpiryMenu::tr("The temporary password of %1 has expired.");
    case ProofKind::LockOut:
        return ExpiryMenu::tr("The lock-out of %1 has ended.");
    case ProofKind::RefreshTokens:
        break;
    }
    return ExpiryMenu::tr(
        "The refresh tokens of %1 have expired. Access and ID tokens hold until their own end: move the "
        "clock for that.");
}

} // namespace

ExpiryMenu::ExpiryMenu(sandbox::Sandbox &sandbox, const QString &userPoolId, QWidget *parent)
    : QMenu(parent)
    , m_sandbox(sandbox)
    , m_userPoolId(userPoolId)
{
    using sandbox::ProofKind;
    for (const auto &[kind, name] : {std::pair(ProofKind::Codes, QStringLiteral("codes")),
                                     std::pair(ProofKind::Sessions, QStringLiteral("sessions")),
                                     std::pair(ProofKind::TemporaryPassword, QStringLiteral("temporaryPassword")),
                                     std::pair(ProofKind::RefreshTokens, QStringLiteral("refreshTokens")),
                                     std::pair(ProofKind::LockOut, QStringLiteral("lockOut"))}) {
        QAction *action = addAction(QString(), this, [this, kind = kind] { expire(kind); });
        action->setObjectName(QStringLiteral("users.expire.") + name);
        m_entries.append({kind, action});
    }
    connect(this, &QMenu::aboutToShow, this, &ExpiryMenu::ask);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBeforeAsking);
    connect(&m_pause, &QTimer::timeout, this, &ExpiryMenu::ask);
    showProofs({});
}

// Asked before the menu opens, so that it is right then; not for every row that is only passed.
void ExpiryMenu::setUser(const QString &username, const QString &shownName)
{
    m_shownName = shownName;
    if (m_username == username)
        return;
    m_username = username;
    showProofs({});
    m_pause.start();
}

void ExpiryMenu::ask()
{
    m_pause.stop();
    if (m_username.isEmpty())
        return;
    m_sandbox.liveProofs(m_userPoolId, m_username, this,
                         [this, asked = m_username](const Result<sandbox::LiveProofs> &proofs) {
                             if (asked != m_username)
                                 return;
                             showProofs(proofs.value_or(sandbox::LiveProofs()));
                             if (!proofs && proofs.error().code != u"NoSuchUser") // who is gone has nothing left
                                 emit failed(proofs.error());
                         });
}

void ExpiryMenu::showProofs(const sandbox::LiveProofs &proofs)
{
    for (const Entry &entry : std::as_const(m_entries)) {
        const int count = proofs.count(entry.kind);
        entry.action->setText(entryText(entry.kind, count));
        entry.action->setEnabled(count > 0);
    }
}

void ExpiryMenu::expire(sandbox::ProofKind kind)
{
    m_sandbox.expireProofs(m_userPoolId, m_username, kind, this,
                           [this, kind, name = m_shownName](const Result<int> &count) {
                               ask();
                               if (!count)
                                   emit failed(count.error());
                               else if (*count == 0)
                                   emit expired(tr("Nothing was left that could expire."));
                               else
                                   emit expired(expiredSentence(kind).arg(name));
                           });
}

} // namespace poolscope::ui
