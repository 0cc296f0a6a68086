#include "ui/signin/resetstep.h"

#include "auth/passwordresetflow.h"
#include "auth/passwordrules.h"
#include "auth/userpoolaccess.h"
#include "diagnosis/explain.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/codefield.h"
#include "ui/common/fonts.h"
#include "ui/common/form.h"
#include "ui/common/passwordfield.h"
#include "ui/fields/passwordguide.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace poolscope::ui {

namespace {

constexpr auto purpose = sandbox::Message::Purpose::PasswordReset;

// Without keys nobody can be looked up.
QStringList resetActions(bool canSign)
{
    QStringList actions{QStringLiteral("resendCode"),     QStringLiteral("useNewestCode"),
                        QStringLiteral("editConnection"), QStringLiteral("generatePassword"),
                        QStringLiteral("confirmUser"),    QStringLiteral("retry")};
    if (canSign)
        actions += QStringLiteral("whyThisUser");
    return actions;
}

} // namespace

ResetStep::ResetStep(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_flow(new auth::PasswordResetFlow(&workspace.access(), this))
{
    buildForm();
    connectFlow();
    showPhase();
}

void ResetStep::buildForm()
{
    auto *card = new Card(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(card);
    auto *title = new QLabel(tr("Set a new password"), this);
    title->setFont(boldFont(font()));
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("reset.text"));
    m_text->setWordWrap(true);
    m_form = new Form(this);
    m_username = new QLineEdit(this);
    m_username->setObjectName(QStringLiteral("reset.username"));
    m_form->addRow(tr("&User"), m_username);
    m_code = new CodeField(this);
    m_code->setObjectName(QStringLiteral("reset.code"));
    m_form->addRow(tr("&Code"), m_code);
    m_password = new PasswordField(this);
    m_password->setSecretClipboard(&m_workspace.clipboard());
    m_password->setObjectName(QStringLiteral("reset.password"));
    m_form->addRow(tr("New &password"), m_password);
    m_guide = new PasswordGuide(m_password, m_workspace.access().random(), this);
    m_form->addBelow(m_guide);
    m_callout = new Callout(this);
    m_form->addBelow(m_callout);
    buildButtons();
    card->contentLayout()->addWidget(title);
    card->contentLayout()->addWidget(m_text);
    card->contentLayout()->addSpacing(8);
    card->contentLayout()->addWidget(m_form);

    for (QLineEdit *edit : QList<QLineEdit *>{m_username, m_code, m_password}) {
        connect(edit, &QLineEdit::returnPressed, this, &ResetStep::proceed);
        connect(edit, &QLineEdit::textEdited, this, [this, edit] { m_form->clearError(edit); });
    }
    connect(m_form, &Form::errorActionTriggered, this, [this](QWidget *, const QString &action) { runAction(action); });
    connect(m_callout, &Callout::actionTriggered, this, &ResetStep::runAction);
}

void ResetStep::buildButtons()
{
    m_submit = new PrimaryButton({}, this);
    m_submit->setObjectName(QStringLiteral("reset.submit"));
    m_haveCode = new LinkButton(tr("I &have a code"), this);
    m_haveCode->setObjectName(QStringLiteral("reset.haveCode"));
    m_again = new LinkButton(tr("&Send a new code"), this);
    m_again->setObjectName(QStringLiteral("reset.again"));
    m_cancel = new LinkButton(tr("&Back to sign in"), this);
    m_cancel->setObjectName(QStringLiteral("reset.cancel"));
    m_form->addButtons({m_submit, m_haveCode, m_again, m_cancel});
    connect(m_submit, &QPushButton::clicked, this, &ResetStep::proceed);
    connect(m_haveCode, &QPushButton::clicked, this, [this] { m_flow->resumeConfirmation(username()); });
    connect(m_again, &QPushButton::clicked, this, [this] { m_flow->request(username()); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_flow->cancel();
        emit cancelled();
    });
}

void ResetStep::connectFlow()
{
    using auth::PasswordResetFlow;
    connect(m_flow, &PasswordResetFlow::stageChanged, this, &ResetStep::showPhase);
    connect(m_flow, &PasswordResetFlow::failed, this, &ResetStep::showError);
    connect(m_flow, &PasswordResetFlow::done, this, [this] { emit done(m_flow->signInForm()); });
    connect(m_flow, &PasswordResetFlow::busyChanged, this, [this](bool busy) {
        m_submit->setEnabled(!busy);
        m_again->setEnabled(!busy);
    });
    connect(m_flow, &PasswordResetFlow::codeSent, this, [this](const auth::CodeDelivery &delivery) {
        clearErrors();
        const QString text = tr("%1 A code is valid for one hour.").arg(delivery.sentence());
        m_text->setText(QStringList{text, delivery.caution()}.join(u' ').trimmed());
    });
}

void ResetStep::showPhase()
{
    const bool confirming = isConfirming();
    m_form->setRowVisible(m_code, confirming);
    m_form->setRowVisible(m_password, confirming);
    m_guide->setVisible(confirming);
    m_guide->setPolicy(auth::passwordPolicy(m_workspace.access().settings()));
    m_haveCode->setVisible(!confirming);
    m_again->setVisible(confirming);
    m_submit->setText(confirming ? tr("Set the password") : tr("Send a code"));
    clearErrors();
    if (confirming) {
        m_text->setText(tr("Enter the code that was sent, and the new password."));
        m_code->setFocus();
    } else {
        m_text->setText(tr("A code goes to the user's verified e-mail address or phone number."));
    }
}

void ResetStep::begin(const QString &username)
{
    // Of an earlier reset nothing stays, above all not that a code was sent.
    m_flow->cancel();
    m_flow->disconnect(this);
    m_flow->deleteLater();
    m_flow = new auth::PasswordResetFlow(&m_workspace.access(), this);
    connectFlow();
    m_username->setText(username);
    m_code->clear();
    m_password->clear();
    showPhase();
    m_username->setFocus();
}

Drafts::PasswordReset ResetStep::draft() const
{
    return {.username = username(), .code = m_code->code(), .password = m_password->text(), .hasCode = isConfirming()};
}

void ResetStep::restore(const Drafts::PasswordReset &draft)
{
    begin(draft.username);
    m_code->setCode(draft.code);
    m_password->setText(draft.password);
    if (draft.hasCode && !draft.username.isEmpty())
        m_flow->resumeConfirmation(draft.username);
}

bool ResetStep::isConfirming() const
{
    return m_flow->stage() == auth::PasswordResetFlow::Stage::Confirming;
}

QString ResetStep::username() const
{
    return m_username->text().trimmed();
}

bool ResetStep::takeCode(const sandbox::Message &message)
{
    if (message.purpose != purpose || (!username().isEmpty() && !concerns(message, username())))
        return false;
    if (username().isEmpty())
        m_username->setText(m_workspace.userOf(message));
    if (!isConfirming())
        m_flow->resumeConfirmation(username());
    if (!isConfirming()) // another code is being asked for
        return false;
    fillCode(message.code);
    return true;
}

void ResetStep::fillCode(const QString &code)
{
    m_form->clearError(m_code);
    m_code->setCode(code);
    m_password->setFocus();
}

void ResetStep::proceed()
{
    if (!m_submit->isEnabled())
        return;
    clearErrors();
    if (!isConfirming()) {
        m_flow->request(username());
        return;
    }
    if (username() != m_flow->username())
        m_flow->resumeConfirmation(username());
    m_flow->confirm(m_code->code(), m_password->text());
}

void ResetStep::clearErrors()
{
    m_form->clearErrors();
    m_callout->clear();
}

void ResetStep::showError(const Error &error)
{
    clearErrors();
    const QList<Error> parts = diagnosis::separated(error);
    // The first one last: it gets the focus, and its field where two concern the same.
    std::for_each(parts.crbegin(), parts.crend(), [this](const Error &part) { placeError(part); });
}

void ResetStep::placeError(const Error &error)
{
    diagnosis::Facts facts = m_workspace.facts();
    facts.insert(m_workspace.factsOfCode(username(), m_code->code(), purpose));
    const Explained explanation = explained(error, facts, resetActions(m_workspace.access().canSign()));
    QWidget *field = nullptr;
    if (explanation.field == u"username" || error.code == u"UsernameMissing")
        field = m_username;
    else if (isConfirming() && (explanation.field == u"code" || error.code == u"CodeMissing"))
        field = m_code;
    else if (isConfirming() && (explanation.field == u"password" || error.code == u"PasswordMissing"))
        field = m_password;
    if (!field) {
        m_callout->setContent(explanation.content);
        return;
    }
    m_form->setError(field, explanation.content);
    field->setFocus();
    if (field == m_code)
        m_code->selectAll(); // the next one replaces it
}

void ResetStep::runAction(const QString &action)
{
    if (action == u"resendCode")
        m_flow->request(username());
    else if (action == u"useNewestCode")
        fillCode(m_workspace.newestCode(username(), purpose));
    else if (action == u"editConnection")
        m_workspace.requestConnectionEditing();
    else if (action == u"generatePassword")
        generatePassword();
    else if (action == u"confirmUser")
        m_workspace.requestConfirmation(username(), m_password->text());
    else if (action == u"whyThisUser")
        m_workspace.requestTrouble(username());
    else if (action == u"retry")
        proceed();
}

void ResetStep::generatePassword()
{
    m_form->clearError(m_password);
    m_guide->generate();
}

} // namespace poolscope::ui
