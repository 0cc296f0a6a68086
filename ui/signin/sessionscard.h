#pragma once

#include "core/error.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QWidget>

class QGridLayout;

namespace poolscope::auth {
class Session;
}

namespace poolscope::ui {

class Callout;
class Chip;
class ElidedLabel;
class LinkButton;
class Workspace;

// Who is signed in at this connection: look at the tokens, switch, sign out here or everywhere. Hidden while nobody is.
// Rows are changed in place, so that the keyboard's focus stays where it was.
class SessionsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit SessionsCard(Workspace &workspace, QWidget *parent = nullptr);

signals:
    void signedOut(const QString &displayName, bool revoked); // false: the service took no part; the card says so

private:
    struct Row
    {
        ElidedLabel *name = nullptr;
        Chip *state = nullptr;
        LinkButton *tokens = nullptr; // of the current session
        LinkButton *switchTo = nullptr;
        LinkButton *signOut = nullptr;
        LinkButton *signOutEverywhere = nullptr;

        QList<QWidget *> parts() const;
    };

    void refresh();
    Row makeRow(auth::Session *session);
    LinkButton *makeButton(const QString &id, const QString &text, auth::Session *session);
    void place(const Row &row, int line);
    void fill(const Row &row, const auth::Session &session);
    void remove(const Row &row);
    void focusNeighbour(const Row &gone);
    void signOutEverywhere(auth::Session *session);
    void showSignOutError(auth::Session *session, const Error &error);
    void clearWhatPasses();
    void runAction(const QString &action);
    void refreshTokens(auth::Session *session);

    Workspace &m_workspace;
    QGridLayout *m_grid;
    Callout *m_callout;
    QPointer<auth::Session> m_refused; // whose sign-out the callout speaks of
    QHash<auth::Session *, Row> m_rows;
    QSet<auth::Session *> m_unrevoked; // those that end now
    int m_lines = 0;                   // a line of the grid is never used twice
};

} // namespace poolscope::ui
