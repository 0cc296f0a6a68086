#include "ui/signup/confirmstep.h"

#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/card.h"
#include "ui/common/codefield.h"
#include "ui/common/form.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

const QString moveAlias = QStringLiteral("moveAlias");

QStringList confirmationActions()
{
    return {QStringLiteral("useNewestCode"), QStringLiteral("signInInstead"), QStringLiteral("editConnection"),
            QStringLiteral("retry")};
}

} // namespace

ConfirmStep::ConfirmStep(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    buildForm();
    setResendsLeft(0);
}

void ConfirmStep::buildForm()
{
    auto *card = new Card(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(card);
    m_delivery = new QLabel(this);
    m_delivery->setObjectName(QStringLiteral("confirm.delivery"));
    m_delivery->setWordWrap(true);
    m_form = new Form(this);
    m_username = new QLineEdit(this);
    m_username->setObjectName(QStringLiteral("confirm.username"));
    m_code = new CodeField(this);
    m_code->setObjectName(QStringLiteral("confirm.code"));
    m_form->addRow(tr("&User"), m_username);
    m_form->addRow(tr("&Code"), m_code);
    m_callout = new Callout(this);
    m_form->addBelow(m_callout);
    m_form->addBelow(buildButtons());
    card->contentLayout()->addWidget(m_delivery);
    card->contentLayout()->addSpacing(8);
    card->contentLayout()->addWidget(m_form);

    connect(m_code, &QLineEdit::returnPressed, this, [this] { submit(false); });
    connect(m_code, &QLineEdit::textEdited, this, [this] { m_form->clearError(m_code); });
    connect(m_username, &QLineEdit::textEdited, this, [this] { m_form->clearError(m_username); });
    connect(m_form, &Form::errorActionTriggered, this, [this](QWidget *, const QString &action) { runAction(action); });
    connect(m_callout, &Callout::actionTriggered, this, &ConfirmStep::runAction);
}

QWidget *ConfirmStep::buildButtons()
{
    auto *box = new QWidget(this);
    m_confirm = new PrimaryButton(tr("Confirm"), box);
    m_confirm->setObjectName(QStringLiteral("confirm.submit"));
    m_resend = new QPushButton(box);
    m_resend->setObjectName(QStringLiteral("confirm.resend"));
    m_later = new LinkButton(tr("Confirm &later"), box);
    m_later->setObjectName(QStringLiteral("confirm.later"));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 8, 0, 0);
    row->addWidget(m_confirm);
    row->addWidget(m_resend);
    row->addWidget(m_later);
    row->addStretch(1);
    connect(m_confirm, &QPushButton::clicked, this, [this] { submit(false); });
    connect(m_resend, &QPushButton::clicked, this, [this] { emit resendRequested(username()); });
    connect(m_later, &QPushButton::clicked, this, &ConfirmStep::laterRequested);
    return box;
}

void ConfirmStep::begin(const QString &username, bool fixed)
{
    m_username->setText(username);
    m_username->setReadOnly(fixed);
    m_code->clear();
    m_form->clearErrors();
    m_callout->clear();
    if (!fixed)
        m_delivery->setText(tr("Enter the user and the code that was sent, or have a new one sent."));
    (username.isEmpty() ? m_username : m_code)->setFocus();
}

void ConfirmStep::setDelivery(const auth::CodeDelivery &delivery)
{
    m_delivery->setText(tr("%1 It is valid for 24 hours.").arg(delivery.sentence()));
    m_form->clearErrors();
    m_callout->clear();
    m_code->clear();
    m_code->setFocus();
}

void ConfirmStep::setResendsLeft(int left)
{
    m_resendsLeft = left;
    m_resend->setText(tr("&Resend code (%n left this hour)", nullptr, left));
    m_resend->setToolTip(
        tr("The service sends a user at most 5 codes an hour. Codes asked for elsewhere are not counted here."));
}

void ConfirmStep::setBusy(bool busy)
{
    m_confirm->setEnabled(!busy);
    m_resend->setEnabled(!busy);
}

QString ConfirmStep::username() const
{
    return m_username->text().trimmed();
}

void ConfirmStep::takeCode(const QString &code)
{
    m_form->clearError(m_code);
    m_code->setCode(code);
    m_confirm->setFocus();
}

void ConfirmStep::submit(bool moveAliasToo)
{
    if (!m_confirm->isEnabled())
        return;
    m_form->clearErrors();
    m_callout->clear();
    emit submitted(username(), m_code->code(), moveAliasToo);
}

void ConfirmStep::showError(const Error &error)
{
    m_form->clearErrors();
    m_callout->clear();
    diagnosis::Facts facts = m_workspace.facts();
    facts.insert(m_workspace.factsOfCode(username(), m_code->code()));
    Explained explanation = explained(error, facts, confirmationActions());
    if (error.code == u"AliasExistsException")
        explanation.content.actions.append({moveAlias, tr("Move the address to this user")});
    const bool aboutUser = explanation.field == u"username" || error.code == u"UsernameMissing";
    const bool aboutCode =
        explanation.field == u"code" || explanation.field == u"email" || error.code == u"CodeMissing";
    if (aboutUser && !m_username->isReadOnly()) {
        m_form->setError(m_username, explanation.content);
        m_username->setFocus();
    } else if (aboutCode) {
        m_form->setError(m_code, explanation.content);
        m_code->setFocus();
        m_code->selectAll();
    } else {
        m_callout->setContent(explanation.content);
    }
}

void ConfirmStep::runAction(const QString &action)
{
    if (action == u"useNewestCode")
        takeCode(m_workspace.newestCode(username()));
    else if (action == u"signInInstead")
        emit signInRequested(username());
    else if (action == u"editConnection")
        m_workspace.requestConnectionEditing();
    else if (action == u"retry" || action == moveAlias)
        submit(action == moveAlias);
}

} // namespace poolscope::ui
