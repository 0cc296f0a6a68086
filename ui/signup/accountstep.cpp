#include "ui/signup/accountstep.h"

#include "auth/attributes.h"
#include "auth/passwordrules.h"
#include "auth/userpoolaccess.h"
#include "diagnosis/explain.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/form.h"
#include "ui/common/passwordfield.h"
#include "ui/fields/advancedrows.h"
#include "ui/fields/fieldlabel.h"
#include "ui/fields/pairsedit.h"
#include "ui/fields/passwordguide.h"
#include "ui/signup/attributerows.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace poolscope::ui {

namespace {

const QString sendAnyway = QStringLiteral("sendAnyway");
const QString confirmNow = QStringLiteral("confirmNow");

const QString inviteUser = QStringLiteral("inviteUser");

QStringList signUpActions(const Workspace &workspace)
{
    QStringList actions{QStringLiteral("signInInstead"), QStringLiteral("resendCode"),
                        QStringLiteral("generatePassword"), QStringLiteral("editConnection"), QStringLiteral("retry")};
    if (workspace.hasMailbox()) // the sandbox, whose page invites people
        actions.append(inviteUser);
    return actions;
}

} // namespace

AccountStep::AccountStep(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    auto *card = new Card(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(card);
    QVBoxLayout *column = card->contentLayout();
    buildNames(column);
    buildPassword(column);
    buildAdvanced();
    buildButtons();
    connect(&workspace.access(), &auth::UserPoolAccess::settingsChanged, this, &AccountStep::applySettings);
    applySettings();
}

void AccountStep::buildNames(QVBoxLayout *column)
{
    m_names = new Form(this);
    m_username = new QLineEdit(this);
    m_username->setObjectName(QStringLiteral("signup.username"));
    m_usernameLabel = m_names->addRow(tr("&User name"), m_username);
    m_labels.append(m_usernameLabel);
    m_closed = new Callout(this);
    column->addWidget(m_closed);
    column->addWidget(m_names);
    connect(m_username, &QLineEdit::textEdited, this, [this] { m_names->clearError(m_username); });
    connect(m_username, &QLineEdit::textChanged, this, [this] {
        m_guide->setKnownWords({m_username->text().section(u'@', 0, 0), m_username->text()});
    });
    connect(m_username, &QLineEdit::returnPressed, this, [this] { submit(false); });
    connect(m_names, &Form::errorActionTriggered, this,
            [this](QWidget *, const QString &action) { runAction(action); });
    m_attributes = new AttributeRows(*m_names, m_workspace.access(), this);
    connect(m_attributes, &AttributeRows::rowsChanged, this, &AccountStep::alignLabels);
    connect(m_attributes, &AttributeRows::submitted, this, [this] { submit(false); });
}

void AccountStep::buildPassword(QVBoxLayout *column)
{
    m_rest = new Form(this);
    m_password = new PasswordField(this);
    m_password->setSecretClipboard(&m_workspace.clipboard());
    m_password->setObjectName(QStringLiteral("signup.password"));
    m_labels.append(m_rest->addRow(tr("&Password"), m_password));
    m_guide = new PasswordGuide(m_password, m_workspace.access().random(), this);
    m_rest->addBelow(m_guide);
    m_rest->addBelow(m_attributes->addButton()); // after the password, so that Tab leads there from the name
    column->addWidget(m_rest);
    connect(m_password, &QLineEdit::textEdited, this, [this] { m_rest->clearError(m_password); });
    connect(m_password, &QLineEdit::returnPressed, this, [this] { submit(false); });
    connect(m_rest, &Form::errorActionTriggered, this, [this](QWidget *, const QString &action) { runAction(action); });
}

void AccountStep::buildAdvanced()
{
    AdvancedRows advanced(*m_rest, QStringLiteral("signup"));
    m_validationData = advanced.add(QStringLiteral("validationData"), tr("Validation data"),
                                    tr("Goes to the pre sign-up trigger and is not stored."));
    m_clientMetadata = advanced.addClientMetadata();
    for (QLabel *label : advanced.labels())
        m_labels.append(label);
}

void AccountStep::buildButtons()
{
    m_callout = new Callout(this);
    m_rest->addBelow(m_callout);
    m_submit = new PrimaryButton(tr("Sign up"), this);
    m_submit->setObjectName(QStringLiteral("signup.submit"));
    m_cancel = new LinkButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("signup.cancel"));
    m_cancel->hide();
    m_existing = new LinkButton(tr("&Confirm an existing user"), this);
    m_existing->setObjectName(QStringLiteral("signup.confirmExisting"));
    m_rest->addButtons({m_submit, m_cancel, m_existing});
    connect(m_submit, &QPushButton::clicked, this, [this] { submit(false); });
    connect(m_cancel, &QPushButton::clicked, this, &AccountStep::cancelRequested);
    connect(m_existing, &QPushButton::clicked, this,
            [this] { emit confirmExistingRequested(m_username->text().trimmed(), m_password->text()); });
    for (Callout *callout : {m_closed, m_callout})
        connect(callout, &Callout::actionTriggered, this, &AccountStep::runAction);
}

void AccountStep::applySettings()
{
    const auth::PoolSettings &settings = m_workspace.access().settings();
    const QString label = auth::userNameLabel(settings, false);
    m_usernameLabel->setText(labelWithKey(label, u'U'));
    m_username->setAccessibleName(label);
    m_guide->setPolicy(auth::passwordPolicy(settings));
    showWhetherOpen();
    m_attributes->applySettings();
}

// Said before somebody fills the form in; it can be sent all the same, to see the refusal.
void AccountStep::showWhetherOpen()
{
    const auto &pool = m_workspace.access().settings().pool;
    const bool closed =
        pool && pool->adminCreateUserConfig && pool->adminCreateUserConfig->allowAdminCreateUserOnly.value_or(false);
    Callout::Content content;
    if (closed)
        content = {.tone = Tone::Caution,
                   .title = tr("Only administrators create users in this pool."),
                   .body = tr("Signing up is switched off (AllowAdminCreateUserOnly), so the service will "
                              "refuse it. An administrator invites users instead.")};
    if (closed && m_workspace.hasMailbox())
        content.actions = {{inviteUser, tr("Invite a user…")}};
    m_closed->setContent(content);
}

// Both forms stand one above the other as if they were one.
void AccountStep::alignLabels()
{
    int width = 0;
    const QList<QLabel *> labels = m_labels + m_attributes->labels();
    for (const QLabel *label : labels)
        width = std::max(width, label->sizeHint().width());
    m_names->setLabelWidth(width);
    m_rest->setLabelWidth(width);
}

auth::SignUpForm AccountStep::form() const
{
    auth::SignUpForm form;
    form.username = m_username->text().trimmed();
    form.password = m_password->text();
    form.attributes = m_attributes->values();
    form.validationData = m_validationData->pairs();
    form.clientMetadata = m_clientMetadata->pairs();
    return form;
}

void AccountStep::setForm(const auth::SignUpForm &form)
{
    m_username->setText(form.username);
    m_password->setText(form.password);
    m_validationData->setPairs(form.validationData);
    m_clientMetadata->setPairs(form.clientMetadata);
    if (!form.validationData.isEmpty() || !form.clientMetadata.isEmpty())
        findChild<QAbstractButton *>(QStringLiteral("signup.advanced"))->setChecked(true);
    m_attributes->setValues(form.attributes);
}

void AccountStep::setBusy(bool busy)
{
    m_submit->setEnabled(!busy);
    m_submit->setText(busy ? tr("Signing up…") : tr("Sign up"));
    m_cancel->setVisible(busy);
    m_existing->setVisible(!busy);
}

void AccountStep::focusFirst()
{
    m_username->setFocus();
}

void AccountStep::beginAgain()
{
    clearErrors();
    setForm({});
    m_attributes->clear();
    focusFirst();
}

void AccountStep::clearErrors()
{
    m_names->clearErrors();
    m_rest->clearErrors();
    m_callout->clear();
}

void AccountStep::submit(bool unchecked)
{
    if (!m_submit->isEnabled())
        return;
    clearErrors();
    if (!unchecked && showLocalProblems())
        return;
    emit submitted(form());
}

// What can be seen without asking the service. A tester may want its refusal all the same.
bool AccountStep::showLocalProblems()
{
    bool found = m_attributes->showProblems();
    if (m_password->text().isEmpty()) {
        m_rest->setError(m_password, tr("Enter a password."));
        found = true;
    }
    if (found) {
        m_callout->setContent({.tone = Tone::Caution,
                               .title = tr("The service will probably refuse this."),
                               .actions = {{sendAnyway, tr("Send it anyway")}}});
        m_rest->focusFirstError();
        m_names->focusFirstError();
    }
    return found;
}

void AccountStep::showError(const Error &error)
{
    clearErrors();
    const QList<Error> parts = diagnosis::separated(error);
    // The first one last: it gets the focus, and its field where two concern the same.
    std::for_each(parts.crbegin(), parts.crend(), [this](const Error &part) { placeError(part); });
}

void AccountStep::showUnconfirmed(const QString &username)
{
    if (username.isEmpty())
        return;
    m_unconfirmed = username;
    m_callout->setContent({.tone = Tone::Caution,
                           .title = tr("%1 is signed up, but not confirmed yet.").arg(username),
                           .body = tr("Until then the service refuses every sign-in of this user."),
                           .actions = {{confirmNow, tr("Confirm now")}}});
}

void AccountStep::placeError(const Error &error)
{
    const auto [content, field] = explained(error, m_workspace.facts(), signUpActions(m_workspace));
    QWidget *attribute = field == u"attributes" ? m_attributes->fieldMeantBy(error) : m_attributes->field(field);
    const bool isName = field == u"username" || error.code == u"UsernameMissing" ||
                        ((field == u"email" || field == u"phone_number") && !attribute);
    if (field == u"password") {
        m_rest->setError(m_password, content);
        m_password->setFocus();
    } else if (isName) {
        m_names->setError(m_username, content);
        m_username->setFocus();
    } else if (attribute) {
        m_names->setError(attribute, content);
        attribute->setFocus();
    } else {
        m_callout->setContent(content);
    }
}

// Another name may have been typed since; the password goes with the name that stands there.
void AccountStep::confirmUnconfirmed()
{
    const bool stillTyped = m_username->text().trimmed() == m_unconfirmed;
    emit confirmExistingRequested(m_unconfirmed, stillTyped ? m_password->text() : QString());
}

void AccountStep::generatePassword()
{
    m_rest->clearError(m_password);
    m_guide->generate();
}

void AccountStep::runAction(const QString &action)
{
    if (action == u"signInInstead")
        m_workspace.requestSignIn({.username = m_username->text().trimmed(), .password = m_password->text()}, false);
    else if (action == u"editConnection")
        m_workspace.requestConnectionEditing();
    else if (action == confirmNow)
        confirmUnconfirmed();
    else if (action == u"resendCode") // the user is there, only the code was not delivered
        emit resendRequested(m_username->text().trimmed(), m_password->text());
    else if (action == u"generatePassword")
        generatePassword();
    else if (action == inviteUser)
        m_workspace.requestInvitation(m_username->text().trimmed(),
                                      m_attributes->values().value(QStringLiteral("email")));
    else if (action == u"retry" || action == sendAnyway)
        submit(true);
}

} // namespace poolscope::ui
