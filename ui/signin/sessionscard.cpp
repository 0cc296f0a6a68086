#include "ui/signin/sessionscard.h"

#include "auth/session.h"
#include "auth/sessionmanager.h"
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
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

enum Column { NameColumn, StateColumn, FirstButtonColumn };

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
    , m_card(new Card(this))
    , m_callout(new Callout(this))
{
    m_card->setDense(true);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 8);
    outer->addWidget(m_card);
    m_card->contentLayout()->addWidget(m_callout);
    const auth::SessionManager &sessions = workspace.sessions();
    connect(&sessions, &auth::SessionManager::sessionsChanged, this, &SessionsCard::rebuild);
    connect(&sessions, &auth::SessionManager::currentChanged, this, &SessionsCard::rebuild);
    rebuild();
}

void SessionsCard::rebuild()
{
    // A button of a row may be what brought us here: it must live until its click is over.
    if (m_rows) {
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = new QWidget(m_card);
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins({});
    grid->setColumnStretch(NameColumn, 1);
    m_card->contentLayout()->insertWidget(0, m_rows);
    const QList<auth::Session *> sessions = m_workspace.sessions().sessions();
    for (auth::Session *session : sessions)
        addRow(session);
    setVisible(!sessions.isEmpty());
}

void SessionsCard::addRow(auth::Session *session)
{
    auto *grid = static_cast<QGridLayout *>(m_rows->layout());
    const int row = grid->rowCount();
    const bool current = session == m_workspace.sessions().current();
    auto *name = new ElidedLabel(session->displayName(), Qt::ElideMiddle, m_rows);
    name->setToolTip(tr("User name in the pool: %1").arg(session->username()));
    if (current)
        name->setFont(boldFont(font()));
    const auto [word, tone] = stateWord(*session, current);
    grid->addWidget(name, row, NameColumn);
    grid->addWidget(new Chip(word, tone, m_rows), row, StateColumn);

    int column = FirstButtonColumn;
    const auto addButton = [&](const QString &id, const QString &text, auto handler) {
        auto *button = new LinkButton(text, m_rows);
        button->setObjectName(QStringLiteral("session.%1.%2").arg(id, session->displayName()));
        button->setAccessibleName(QStringLiteral("%1: %2").arg(text, session->displayName()));
        connect(button, &QPushButton::clicked, session, handler);
        grid->addWidget(button, row, column++);
    };
    if (current)
        addButton(QStringLiteral("tokens"), tr("Tokens"), [this] { m_workspace.showPage(pages::Tokens); });
    else
        addButton(QStringLiteral("switch"), tr("Switch to"),
                  [this, session] { m_workspace.sessions().setCurrent(session); });
    addButton(QStringLiteral("signOut"), tr("Sign out"), [session] { session->signOutHere(); });
    addButton(QStringLiteral("signOutEverywhere"), tr("Everywhere"), [this, session] { signOutEverywhere(session); });
    watch(session);
}

void SessionsCard::watch(auth::Session *session)
{
    session->disconnect(this);
    connect(session, &auth::Session::stateChanged, this, &SessionsCard::rebuild);
    connect(session, &auth::Session::signOutFailed, this, [this](const Error &error) {
        m_callout->setContent(explained(error, m_workspace.facts(), {}).content);
        show();
    });
}

void SessionsCard::signOutEverywhere(auth::Session *session)
{
    const Confirmation question{
        .title = tr("Sign %1 out everywhere?").arg(session->displayName()),
        .text = tr("All refresh tokens of this user are revoked, on every device. Access tokens stop working with "
                   "the service; ID tokens stay formally valid until they expire."),
        .verb = tr("Sign out everywhere")};
    askToConfirm(this, question, [session = QPointer<auth::Session>(session)] {
        if (session)
            session->signOutEverywhere();
    });
}

} // namespace poolscope::ui
