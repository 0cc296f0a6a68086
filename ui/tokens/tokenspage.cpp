#include "ui/tokens/tokenspage.h"

#include "auth/session.h"
#include "auth/sessionmanager.h"
#include "auth/userpoolaccess.h"
#include "core/letgo.h"
#include "tokens/jwkscache.h"
#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/tokens/claimsview.h"
#include "ui/tokens/segments.h"
#include "ui/tokens/tokenbytesview.h"
#include "ui/tokens/verdictbar.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace poolscope::ui {

namespace {

const QString idToken = QStringLiteral("id");
const QString accessToken = QStringLiteral("access");
const QString refreshToken = QStringLiteral("refresh");
const QString pastedToken = QStringLiteral("pasted");

} // namespace

TokensPage::TokensPage(Workspace &workspace, QWidget *parent)
    : Page(tr("Tokens"), parent)
    , m_workspace(workspace)
{
    setAcceptDrops(true);
    buildHeader();
    buildBody();
    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, &TokensPage::tick);
    connect(&workspace.access(), &auth::UserPoolAccess::clockJumped, this, [this] {
        tick();
        judge();
    });
    connect(&m_reader, &TokenReader::finished, this, &TokensPage::showReading);
    connect(&m_reader, &TokenReader::judged, this, &TokensPage::showVerdict);
    connect(&workspace.sessions(), &auth::SessionManager::currentChanged, this, &TokensPage::followSession);
    followSession();
    if (const QString pasted = std::exchange(workspace.drafts().pastedToken, {}); !pasted.isEmpty())
        paste(pasted);
}

TokensPage::~TokensPage()
{
    if (m_source->current() == pastedToken)
        m_workspace.drafts().pastedToken = m_pasted;
}

void TokensPage::buildHeader()
{
    m_source = new Segments(this);
    m_source->setObjectName(QStringLiteral("tokenSource"));
    m_source->add(idToken, tr("ID"));
    m_source->add(accessToken, tr("Access"));
    m_source->add(refreshToken, tr("Refresh"));
    m_source->add(pastedToken, tr("Pasted"));
    m_source->setVisible(pastedToken, false);
    addHeaderWidget(m_source);
    m_paste = new QPushButton(tr("Paste a token"), this);
    m_paste->setObjectName(QStringLiteral("tokens.paste"));
    m_paste->setToolTip(tr("From the clipboard (Ctrl+V), or drop a file. Nothing is sent anywhere."));
    addHeaderAction(m_paste);
    m_refresh = new PrimaryButton(tr("Refresh tokens"), this);
    m_refresh->setObjectName(QStringLiteral("tokens.refresh"));
    addHeaderAction(m_refresh);

    auto *shortcut = new QShortcut(QKeySequence::Paste, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &TokensPage::pasteFromClipboard);
    connect(m_source, &Segments::chosen, this, &TokensPage::showChosen);
    connect(m_paste, &QPushButton::clicked, this, &TokensPage::pasteFromClipboard);
    connect(m_refresh, &QPushButton::clicked, this, &TokensPage::refreshTokens);
}

void TokensPage::buildBody()
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->setSpacing(12);
    m_verdict = new VerdictBar(m_workspace.access().clock(), body);
    m_callout = new Callout(body);
    m_stack = new QStackedWidget(body);
    m_empty = new EmptyState(QStringLiteral("view-certificate"), tr("Nobody is signed in"),
                             tr("Sign in to see the tokens of a user, or paste any token to take it apart."), m_stack);
    m_empty->addAction(QStringLiteral("signin"), tr("Sign in"), true);
    m_empty->addAction(QStringLiteral("paste"), tr("Paste a token"));
    m_noFile = new EmptyState(QStringLiteral("view-certificate"), {}, {}, m_stack);
    m_noFile->addAction(QStringLiteral("paste"), tr("Paste a token"));
    m_viewsBox = buildViews();
    for (QWidget *page : QList<QWidget *>{m_empty, m_noFile, m_viewsBox})
        m_stack->addWidget(page);
    column->addWidget(m_verdict);
    column->addWidget(m_callout);
    column->addWidget(m_stack, 1);
    setFillingBody(body);
    connect(m_noFile, &EmptyState::actionTriggered, this, &TokensPage::pasteFromClipboard);
    connect(m_empty, &EmptyState::actionTriggered, this, [this](const QString &id) {
        if (id == u"signin")
            m_workspace.showPage(pages::SignIn);
        else
            pasteFromClipboard();
    });
    connect(m_callout, &Callout::actionTriggered, this, [this](const QString &action) {
        if (action == u"signInInstead")
            m_workspace.requestSignIn({.username = m_session ? m_workspace.signInName(*m_session) : QString()}, false);
        else
            refreshTokens();
    });
}

QWidget *TokensPage::buildViews()
{
    auto *left = new Card(this);
    m_left = new QStackedWidget(left);
    m_claims = new ClaimsView(m_workspace.access().clock(), m_left);
    m_opaque = new EmptyState(QStringLiteral("object-locked"), {}, {}, m_left);
    m_left->addWidget(m_claims);
    m_left->addWidget(m_opaque);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins({});
    leftLayout->addWidget(m_left);

    m_bytesCard = new Card(this);
    m_bytes = new TokenBytesView(m_workspace.clipboard(), m_bytesCard);
    auto *rightLayout = new QVBoxLayout(m_bytesCard);
    rightLayout->setContentsMargins({});
    rightLayout->addWidget(m_bytes);

    auto *views = new QWidget(this);
    m_views = new QBoxLayout(QBoxLayout::LeftToRight, views);
    m_views->setContentsMargins({});
    m_views->setSpacing(16);
    m_views->addWidget(left, 8);
    m_views->addWidget(m_bytesCard, 4);
    return views;
}

// Beside the mailbox or in a small window the claims need the whole width; the bytes go below them.
void TokensPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < fontMetrics().averageCharWidth() * 130;
    m_views->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_bytesCard->setMaximumHeight(narrow ? fontMetrics().lineSpacing() * 9 : QWIDGETSIZE_MAX);
}

void TokensPage::followSession()
{
    if (m_session)
        m_session->disconnect(this);
    m_session = m_workspace.sessions().current();
    if (m_session)
        connect(m_session, &auth::Session::tokensChanged, this, &TokensPage::showChosen);
    m_refresh->setVisible(!m_session.isNull());
    m_callout->clear();
    showChosen();
}

QString TokensPage::chosenText() const
{
    const QString source = m_source->current();
    if (source == pastedToken)
        return m_pasted;
    if (!m_session)
        return {};
    const auth::Tokens &tokens = m_session->tokens();
    return source == idToken ? tokens.idToken : source == accessToken ? tokens.accessToken : tokens.refreshToken;
}

tokens::Expectations TokensPage::expectations() const
{
    const auth::UserPoolAccess &access = m_workspace.access();
    const QString source = m_source->current();
    tokens::Expectations expectations;
    expectations.issuers = access.issuers();
    expectations.clientId = access.clientId();
    expectations.tokenUse = source == idToken || source == accessToken ? source : QString();
    expectations.nowSeconds = access.clock().nowSeconds();
    return expectations;
}

void TokensPage::showChosen()
{
    const QString text = chosenText();
    if (!text.isEmpty()) {
        m_stack->setCurrentWidget(m_viewsBox);
        m_reader.read(text, m_keys, expectations());
        return;
    }
    m_reader.forget();
    if (m_source->current() == pastedToken && !m_file.isEmpty() && m_fileError.isEmpty())
        m_reader.readFile(m_file, m_keys, expectations());
    showNothing();
}

void TokensPage::showNothing()
{
    letGo(std::exchange(m_reading, {}));
    m_verdict->clear();
    m_callout->clear();
    const bool ofPasted = m_source->current() == pastedToken;
    if (m_reader.isReading())
        m_noFile->setTexts(tr("Reading the file…"), m_file);
    else if (!m_fileError.isEmpty())
        m_noFile->setTexts(tr("The dropped file gave no token"), m_fileError);
    else
        m_noFile->setTexts(tr("What was dropped holds no text"),
                           tr("Copy a token or an Authorization header first, or drop a file here."));
    m_stack->setCurrentWidget(ofPasted ? m_noFile : m_empty);
}

void TokensPage::showReading(const TokenReading &reading)
{
    letGo(std::exchange(m_reading, reading));
    m_callout->clear();
    if (m_source->current() == pastedToken) {
        m_fileError = reading.fileError;
        if (!m_fileError.isEmpty()) {
            showNothing();
            return;
        }
        m_pasted = reading.text;
    }
    m_stack->setCurrentWidget(m_viewsBox);
    m_bytes->setToken(reading.jwt);
    if (!isJudged()) {
        showRefreshToken(reading);
        return;
    }
    m_left->setCurrentWidget(m_claims);
    m_claims->setReading(reading);
    showVerdict(reading.verdict);
    if (!reading.readable || reading.keyKnown)
        return;
    if (m_keys && m_keys->find(reading.jwt.keyId()))
        judge(); // the key came while the token was being read
    else
        fetchKeys();
}

// What pools issue as a refresh token is encrypted; what emulators issue instead follows no rule that it could be held to.
bool TokensPage::isJudged() const
{
    return m_source->current() != refreshToken && m_reading.kind != tokens::PastedToken::Kind::Encrypted;
}

void TokensPage::showRefreshToken(const TokenReading &reading)
{
    m_verdict->clear();
    if (reading.kind == tokens::PastedToken::Kind::Encrypted) {
        showOpaque(tr("Only the service can read this token"),
                   tr("A refresh token is encrypted for the user pool. It is exchanged for new tokens, and can be "
                      "revoked; there is nothing in it for an app to look at."));
    } else if (!reading.readable) {
        showOpaque(
            tr("Only the service knows what this token stands for"),
            tr("This refresh token is an opaque text, where Amazon Cognito's are encrypted JSON web tokens. It is "
               "exchanged for new tokens; there is nothing in it for an app to look at."));
    } else {
        m_left->setCurrentWidget(m_claims);
        m_claims->setReading(reading);
        m_callout->setContent({.tone = Tone::Accent,
                               .title = tr("A refresh token is for its service alone, so it is not checked here."),
                               .body = tr("This service made it as a signed token that can be read, where Amazon "
                                          "Cognito's are encrypted. What stands in it means something to the service "
                                          "only.")});
    }
}

void TokensPage::showOpaque(const QString &title, const QString &text)
{
    m_opaque->setTexts(title, text);
    m_left->setCurrentWidget(m_opaque);
}

void TokensPage::showVerdict(const tokens::Verdict &verdict)
{
    m_verdict->setVerdict(verdict, m_reading.expiresAt);
    m_wasExpired = m_reading.expiresAt && *m_reading.expiresAt <= double(m_workspace.access().clock().nowSeconds());
}

// Only ever from the pool of this connection: an address that stands in a token is not followed.
void TokensPage::fetchKeys()
{
    m_workspace.keys().keys(
        m_workspace.access().jwksUrl(), m_reading.jwt.keyId(), this,
        [this, token = m_reading.jwt.text](const Result<tokens::Jwks> &keys) { keysArrived(keys, token); });
}

void TokensPage::keysArrived(const Result<tokens::Jwks> &keys, const QByteArray &token)
{
    if (keys)
        m_keys = *keys;
    if (m_reading.jwt.text != token || !isJudged())
        return; // another one is shown by now, which asks for its own key
    if (!keys) {
        Explained explanation = explained(keys.error(), m_workspace.facts(), {});
        explanation.content.tone = Tone::Caution;
        explanation.content.title = tr("The pool's keys could not be fetched, so the signature is not checked.");
        m_callout->setContent(explanation.content);
        return;
    }
    // A key set that still lacks the key brings the last verdict; only a token that is read anew asks again.
    judge();
}

void TokensPage::judge()
{
    // What is being read now brings its own verdict.
    if (m_reading.readable && isJudged() && !m_reader.isReading())
        m_reader.judge(m_reading.jwt, m_keys, expectations());
}

void TokensPage::paste(const QString &text)
{
    m_pasted = text.trimmed().isEmpty() ? QString() : text;
    m_file.clear();
    choosePasted();
}

void TokensPage::choosePasted()
{
    m_fileError.clear();
    m_callout->clear();
    m_source->setVisible(pastedToken, true);
    if (m_source->current() == pastedToken)
        showChosen();
    else
        m_source->setCurrent(pastedToken);
}

void TokensPage::pasteFromClipboard()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty()) {
        m_callout->setContent({.tone = Tone::Caution,
                               .title = tr("The clipboard holds no text."),
                               .body = tr("Copy a token or an Authorization header first, or drop a file here.")});
        return;
    }
    paste(text);
}

void TokensPage::refreshTokens()
{
    if (!m_session)
        return;
    const bool hadFocus = m_refresh->hasFocus();
    if (hadFocus)
        m_source->focusCurrent();
    m_refresh->setEnabled(false);
    m_session->refresh(this, [this, hadFocus](const Result<void> &result) {
        m_refresh->setEnabled(true);
        if (hadFocus && m_source->isAncestorOf(QApplication::focusWidget()))
            m_refresh->setFocus(Qt::OtherFocusReason); // where it was, unless somebody went on
        m_callout->clear();
        if (!result)
            m_callout->setContent(explained(result.error(), m_workspace.facts(),
                                            {QStringLiteral("signInInstead"), QStringLiteral("retry")})
                                      .content);
    });
}

void TokensPage::tick()
{
    m_claims->tick();
    m_verdict->tick();
    const double now = double(m_workspace.access().clock().nowSeconds());
    if (m_reading.expiresAt && (*m_reading.expiresAt <= now) != m_wasExpired)
        judge();
}

void TokensPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_ticker.start();
    tick();
    if (!event->spontaneous())
        m_source->focusCurrent(); // Ctrl+V works where the focus is in the page
}

void TokensPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_ticker.stop();
}

void TokensPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void TokensPage::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    event->acceptProposedAction();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        openFile(urls.first().toLocalFile());
    else
        paste(event->mimeData()->text());
}

void TokensPage::openFile(const QString &path)
{
    m_pasted.clear();
    m_file = path;
    choosePasted();
}

} // namespace poolscope::ui
