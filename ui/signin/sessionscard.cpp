#include "ui/signin/sessionscard.h"

#include "auth/session.h"
#include "auth/sessionmanager.h"
#include "auth/userpoolaccess.h"
#include "core/plaintooltip.h"
#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/card.h"
#include "ui/common/chip.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace poolscope::ui {

namespace {

// The name with the state at its right; below it the buttons, which in a small window need the whole line.
enum Column { ChooseColumn, SignOutColumn, EverywhereColumn, FreeColumn };

std::pair<QString, Tone> stateWord(const auth::Session &session, bool current)
{
    using State = auth::Session::State;
    switch (session.state()) {
    case State::Active:
        if (current)
            return {SessionsCard::tr("current"), Tone::Accent};
        return {SessionsCard::tr("signed in"), Tone::Good};
    case State::NeedsSignIn:
        return {SessionsCard::tr("must sign in again"), Tone::Caution};
    case State::SigningOut:
    case State::Ended:
        return {SessionsCard::tr("signing out…"), Tone::Neutral};
    }
    return {};
}

} // namespace

SessionsCard::SessionsCard(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_grid(new QGridLayout)
    , m_callout(new Callout(this))
{
    auto *card = new Card(this);
    card->setDense(true);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(card);
    m_grid->setColumnStretch(FreeColumn, 1);
    m_grid->setHorizontalSpacing(16);
    card->contentLayout()->addLayout(m_grid);
    card->contentLayout()->addWidget(m_callout);
    const auth::SessionManager &sessions = workspace.sessions();
    connect(&sessions, &auth::SessionManager::sessionsChanged, this, &SessionsCard::refresh);
    connect(&sessions, &auth::SessionManager::currentChanged, this, &SessionsCard::refresh);
    connect(m_callout, &Callout::actionTriggered, this, &SessionsCard::runAction);
    connect(m_callout, &Callout::closed, this, &SessionsCard::refresh);
    refresh();
}

QList<QWidget *> SessionsCard::Row::parts() const
{
    return {name, state, tokens, switchTo, signOut, signOutEverywhere};
}

void SessionsCard::refresh()
{
    const QList<auth::Session *> sessions = m_workspace.sessions().sessions();
    for (auth::Session *session : sessions) {
        if (!m_rows.contains(session)) {
            m_rows.insert(session, makeRow(session));
            clearWhatPasses(); // it speaks of somebody else, who may be gone
        }
        fill(m_rows.value(session), *session);
    }
    const QList<auth::Session *> shown = m_rows.keys();
    for (auth::Session *session : shown) {
        if (!sessions.contains(session))
            remove(m_rows.take(session));
    }
    setVisible(!sessions.isEmpty() || !m_callout->isHidden());
}

SessionsCard::Row SessionsCard::makeRow(auth::Session *session)
{
    const Row row{.name = new ElidedLabel({}, Qt::ElideMiddle, this),
                  .state = new Chip({}, Tone::Neutral, this),
                  .tokens = makeButton(QStringLiteral("tokens"), tr("Tokens"), session),
                  .switchTo = makeButton(QStringLiteral("switch"), tr("Switch to"), session),
                  .signOut = makeButton(QStringLiteral("signOut"), tr("Sign out here"), session),
                  .signOutEverywhere =
                      makeButton(QStringLiteral("signOutEverywhere"), tr("Sign out everywhere"), session)};
    connect(row.tokens, &QPushButton::clicked, this, [this] { m_workspace.showPage(pages::Tokens); });
    connect(row.switchTo, &QPushButton::clicked, session,
            [this, session] { m_workspace.sessions().setCurrent(session); });
    connect(row.signOut, &QPushButton::clicked, session, [this, session] {
        clearWhatPasses();
        session->signOutHere();
    });
    connect(row.signOutEverywhere, &QPushButton::clicked, session, [this, session] { signOutEverywhere(session); });
    connect(session, &auth::Session::stateChanged, this, &SessionsCard::refresh);
    connect(session, &auth::Session::signOutFailed, this,
            [this, session](const Error &error) { showSignOutError(session, error); });
    connect(session, &auth::Session::ended, this,
            [this, session, name = session->displayName()] { emit signedOut(name, !m_unrevoked.remove(session)); });
    place(row, m_lines);
    m_lines += 2;
    return row;
}

LinkButton *SessionsCard::makeButton(const QString &id, const QString &text, auth::Session *session)
{
    auto *button = new LinkButton(text, this);
    button->setQuiet(true);
    button->setObjectName(QStringLiteral("session.%1.%2").arg(id, session->displayName()));
    button->setAccessibleName(QStringLiteral("%1: %2").arg(text, session->displayName()));
    return button;
}

void SessionsCard::place(const Row &row, int line)
{
    auto *head = new QHBoxLayout;
    head->addWidget(row.name, 1);
    head->addWidget(row.state);
    m_grid->addLayout(head, line, ChooseColumn, 1, FreeColumn + 1);
    for (LinkButton *button : {row.tokens, row.switchTo})
        m_grid->addWidget(button, line + 1, ChooseColumn, Qt::AlignLeft);
    m_grid->addWidget(row.signOut, line + 1, SignOutColumn);
    m_grid->addWidget(row.signOutEverywhere, line + 1, EverywhereColumn);
}

void SessionsCard::fill(const Row &row, const auth::Session &session)
{
    const bool current = &session == m_workspace.sessions().current();
    const auto [word, tone] = stateWord(session, current);
    row.name->setText(session.displayName());
    row.name->setToolTip(plainToolTip(tr("User name in the pool: %1").arg(session.username())));
    row.name->setFont(current ? boldFont(font()) : font());
    row.state->setText(word);
    row.state->setTone(tone);
    // Of these two one stands in the other's place: so does the focus.
    QWidget *shown = current ? row.tokens : row.switchTo;
    QWidget *hidden = current ? row.switchTo : row.tokens;
    const bool hadFocus = hidden->hasFocus();
    shown->show();
    if (hadFocus)
        shown->setFocus(Qt::OtherFocusReason);
    hidden->hide();
}

void SessionsCard::remove(const Row &row)
{
    focusNeighbour(row);
    // A button of the row may be what brought us here: it must live until its click is over.
    for (QWidget *part : row.parts()) {
        part->hide();
        part->deleteLater();
    }
}

// The same button of another row; where none is left, Qt goes on to the next field.
void SessionsCard::focusNeighbour(const Row &gone)
{
    const QList<QWidget *> parts = gone.parts();
    const auto focused =
        std::find_if(parts.cbegin(), parts.cend(), [](const QWidget *part) { return part->hasFocus(); });
    if (focused == parts.cend() || m_rows.isEmpty())
        return;
    auth::Session *current = m_workspace.sessions().current();
    const Row next = m_rows.value(current, *m_rows.cbegin());
    QWidget *same = next.parts().at(focused - parts.cbegin());
    (same->isHidden() ? next.tokens : same)->setFocus(Qt::OtherFocusReason);
}

void SessionsCard::signOutEverywhere(auth::Session *session)
{
    const Confirmation question{
        .title = tr("Sign %1 out everywhere?").arg(session->displayName()),
        .text = tr("All refresh tokens of this user are revoked, on every device. Access tokens stop working with "
                   "the service; ID tokens stay formally valid until they expire."),
        .verb = tr("Sign out everywhere")};
    askToConfirm(this, question, [this, session = QPointer<auth::Session>(session)] {
        clearWhatPasses();
        if (session)
            session->signOutEverywhere();
    });
}

// After signing out here the session is forgotten, whatever the service said: nothing is left to be done about it, except
// that the connection may be wrong; but it has to be said that the service's tokens still count.
void SessionsCard::showSignOutError(auth::Session *session, const Error &error)
{
    const bool stays = error.operation != u"RevokeToken";
    const QStringList offered{QStringLiteral("refreshTokens"), QStringLiteral("signInInstead"),
                              QStringLiteral("resetPassword"), QStringLiteral("editConnection"),
                              QStringLiteral("retry")};
    m_refused = stays ? session : nullptr;
    const QStringList left{QStringLiteral("editConnection")};
    Callout::Content content = explained(error, m_workspace.facts(), stays ? offered : left).content;
    if (!stays) {
        m_unrevoked.insert(session);
        content.body = QStringList{content.title, content.body}.join(u' ').trimmed();
        content.title = tr("%1 is signed out here, but the refresh token was not revoked.").arg(session->displayName());
        content.canBeClosed = true; // nothing else is going to end it
    }
    m_callout->setContent(content);
    refresh();
}

// What is closed by hand is for whoever reads it, whatever others do meanwhile.
void SessionsCard::clearWhatPasses()
{
    if (!m_callout->content().canBeClosed)
        m_callout->clear();
}

void SessionsCard::runAction(const QString &action)
{
    if (action == u"editConnection")
        return m_workspace.requestConnectionEditing();
    if (!m_refused)
        return m_callout->clear();
    if (action == u"signInInstead")
        m_workspace.requestSignIn({.username = m_workspace.signInName(*m_refused)}, false);
    else if (action == u"resetPassword")
        m_workspace.requestPasswordReset(m_workspace.signInName(*m_refused));
    else if (action == u"refreshTokens")
        refreshTokens(m_refused);
    else if (action == u"retry")
        m_refused->signOutEverywhere();
    m_callout->clear();
}

void SessionsCard::refreshTokens(auth::Session *session)
{
    session->refresh(this, [this, session = QPointer<auth::Session>(session)](const Result<void> &result) {
        if (!session)
            return;
        if (!result)
            return showSignOutError(session, result.error());
        m_callout->setContent({.tone = Tone::Good,
                               .title = tr("%1 has new tokens.").arg(session->displayName()),
                               .body = tr("Signing out everywhere can be tried again.")});
    });
}

} // namespace poolscope::ui
