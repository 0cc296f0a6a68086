#pragma once

#include <QPointer>
#include <QWidget>

class QGridLayout;

namespace poolscope::auth {
class Session;
}

namespace poolscope::ui {

class Callout;
class Card;
class Workspace;

// Who is signed in at this connection: look at the tokens, switch, sign out here or everywhere. Hidden while nobody is.
class SessionsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit SessionsCard(Workspace &workspace, QWidget *parent = nullptr);

private:
    void rebuild();
    void addRow(auth::Session *session);
    void watch(auth::Session *session);
    void signOutEverywhere(auth::Session *session);

    Workspace &m_workspace;
    Card *m_card;
    QWidget *m_rows = nullptr;
    Callout *m_callout;
};

} // namespace poolscope::ui
