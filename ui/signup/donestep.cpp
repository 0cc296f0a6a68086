#include "ui/signup/donestep.h"

#include "ui/common/busyindicator.h"
#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/card.h"
#include "ui/common/fonts.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace poolscope::ui {

DoneStep::DoneStep(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_busy(new BusyIndicator(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_callout(new Callout(this))
    , m_tokens(new PrimaryButton(tr("Show the tokens"), this))
    , m_signIn(new PrimaryButton(tr("Sign in"), this))
    , m_another(new LinkButton(tr("Sign up &another user"), this))
{
    m_title->setObjectName(QStringLiteral("done.title"));
    m_title->setFont(boldFont(font()));
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_tokens->setObjectName(QStringLiteral("done.tokens"));
    m_signIn->setObjectName(QStringLiteral("done.signIn"));
    m_another->setObjectName(QStringLiteral("done.another"));

    auto *card = new Card(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(card);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_tokens);
    buttons->addWidget(m_signIn);
    buttons->addWidget(m_another);
    buttons->addStretch(1);
    for (QWidget *part : QList<QWidget *>{m_title, m_text, m_busy, m_callout})
        card->contentLayout()->addWidget(part);
    card->contentLayout()->addSpacing(8);
    card->contentLayout()->addLayout(buttons);

    connect(m_tokens, &QPushButton::clicked, this, [this] { m_workspace.showPage(pages::Tokens); });
    connect(m_signIn, &QPushButton::clicked, this, &DoneStep::signInRequested);
    connect(m_another, &QPushButton::clicked, this, &DoneStep::anotherRequested);
}

void DoneStep::showSigningIn(const QString &username)
{
    m_title->setText(tr("%1 is confirmed.").arg(username));
    m_text->hide();
    m_callout->clear();
    m_busy->show();
    m_busy->start(tr("Signing in…"));
    m_tokens->hide();
    m_signIn->hide();
}

void DoneStep::showSignedIn(const QString &username)
{
    m_busy->stop();
    m_busy->hide();
    m_title->setText(tr("%1 is confirmed and signed in.").arg(username));
    m_text->show();
    m_text->setText(tr("The ID token and the access token are decoded and checked on the Tokens page."));
    m_callout->clear();
    m_signIn->hide();
    m_tokens->show();
    m_tokens->setFocus();
}

void DoneStep::showConfirmedOnly(const QString &username)
{
    m_busy->stop();
    m_busy->hide();
    m_title->setText(tr("%1 is confirmed.").arg(username));
    m_text->show();
    m_text->setText(tr("To sign in, the password is needed."));
    m_callout->clear();
    m_tokens->hide();
    m_signIn->show();
    m_signIn->setFocus();
}

void DoneStep::showError(const Error &error)
{
    m_busy->stop();
    m_busy->hide();
    m_text->show();
    m_text->setText(tr("Signing in did not work:"));
    m_callout->setContent(explained(error, m_workspace.facts(), {}).content);
    m_tokens->hide();
    m_signIn->show();
}

} // namespace poolscope::ui
