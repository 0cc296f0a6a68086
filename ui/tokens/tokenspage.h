#pragma once

#include "core/result.h"
#include "tokens/jwks.h"
#include "ui/common/page.h"
#include "ui/tokens/tokenreader.h"

#include <QPointer>
#include <QTimer>

class QBoxLayout;
class QPushButton;
class QStackedWidget;

namespace poolscope::auth {
class Session;
}

namespace poolscope::ui {

class Callout;
class ClaimsView;
class EmptyState;
class PrimaryButton;
class Segments;
class TokenBytesView;
class VerdictBar;
class Workspace;

// The tokens of the current session, or one that was pasted or dropped: decoded, judged against the pool's keys, each
// claim explained. What is pasted is never sent anywhere. A refresh token is shown, but no verdict given: only its service
// knows what it must be.
class TokensPage final : public Page
{
    Q_OBJECT

public:
    explicit TokensPage(Workspace &workspace, QWidget *parent = nullptr);
    ~TokensPage() override;

    void paste(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildHeader();
    void buildBody();
    QWidget *buildViews();
    void followSession();
    void showChosen();
    void showReading(const TokenReading &reading);
    void showVerdict(const tokens::Verdict &verdict);
    void showRefreshToken(const TokenReading &reading);
    void showOpaque(const QString &title, const QString &text);
    void showNothing();
    void openFile(const QString &path);
    void choosePasted();
    void fetchKeys();
    void keysArrived(const Result<tokens::Jwks> &keys, const QByteArray &token);
    void judge();
    void pasteFromClipboard();
    void refreshTokens();
    void tick();
    QString chosenText() const;
    bool isJudged() const;
    tokens::Expectations expectations() const;

    Workspace &m_workspace;
    QPointer<auth::Session> m_session;
    TokenReader m_reader{this};
    std::optional<tokens::Jwks> m_keys;
    QString m_pasted;    // or what the dropped file held, once it is read
    QString m_file;      // the path of the dropped file
    QString m_fileError; // why it gave no token
    TokenReading m_reading;
    QTimer m_ticker;
    bool m_wasExpired = false;

    Segments *m_source = nullptr;
    QPushButton *m_paste = nullptr;
    PrimaryButton *m_refresh = nullptr;
    VerdictBar *m_verdict = nullptr;
    Callout *m_callout = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    EmptyState *m_noFile = nullptr;
    EmptyState *m_opaque = nullptr;
    QWidget *m_viewsBox = nullptr;
    QStackedWidget *m_left = nullptr;
    ClaimsView *m_claims = nullptr;
    TokenBytesView *m_bytes = nullptr;
    QWidget *m_bytesCard = nullptr;
    QBoxLayout *m_views = nullptr;
};

} // namespace poolscope::ui
