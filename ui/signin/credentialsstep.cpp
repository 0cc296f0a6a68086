#include "ui/signin/credentialsstep.h"

#include "auth/poolsettings.h"
#include "auth/userpoolaccess.h"
#include "diagnosis/explain.h"
#include "model/cognitoidp.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/form.h"
#include "ui/common/passwordfield.h"
#include "ui/fields/advancedrows.h"
#include "ui/fields/fieldlabel.h"
#include "ui/fields/pairsedit.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace poolscope::ui {

namespace {

const QString srpFlow = QStringLiteral("USER_SRP_AUTH");
const QString passwordFlow = QStringLiteral("USER_PASSWORD_AUTH");

// Without keys nobody can be looked up.
QStringList signInActions(bool canSign)
{
    QStringList actions{
        QStringLiteral("confirmUser"), QStringLiteral("resetPassword"),   QStringLiteral("editConnection"),
        QStringLiteral("useFlowSrp"),  QStringLiteral("useFlowPassword"), QStringLiteral("startAgain"),
        QStringLiteral("retry")};
    if (canSign)
        actions += QStringLiteral("whyThisUser");
    return actions;
}

} // namespace

CredentialsStep::CredentialsStep(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    auto *card = new Card(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(card);
    m_form = new Form(this);
    card->contentLayout()->addWidget(m_form);
    buildFields();
    buildButtons();
    connect(&workspace.access(), &auth::UserPoolAccess::settingsChanged, this, &CredentialsStep::applySettings);
    applySettings();
}

void CredentialsStep::buildFields()
{
    m_username = new QLineEdit(this);
    m_username->setObjectName(QStringLiteral("signin.username"));
    m_usernameLabel = m_form->addRow(tr("&User name"), m_username);
    m_password = new PasswordField(this);
    m_password->setSecretClipboard(&m_workspace.clipboard());
    m_password->setObjectName(QStringLiteral("signin.password"));
    m_form->addRow(tr("&Password"), m_password);
    m_flow = new QComboBox(this);
    m_flow->setObjectName(QStringLiteral("signin.flow"));
    m_flow->addItem(QString(), srpFlow);
    m_flow->addItem(QString(), passwordFlow);
    m_flow->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_flow->setMinimumContentsLength(16); // beside a mailbox in the least window the page has no room for more
    m_form->addRow(tr("&Flow"), m_flow, tr("With SRP the password does not leave this computer."));
    connect(m_flow, &QComboBox::activated, this, [this] { m_flowChosen = true; });
    AdvancedRows advanced(*m_form, QStringLiteral("signin"));
    m_clientMetadata = advanced.addClientMetadata();
    for (QLineEdit *edit : QList<QLineEdit *>{m_username, m_password}) {
        connect(edit, &QLineEdit::returnPressed, this, &CredentialsStep::submit);
        connect(edit, &QLineEdit::textEdited, this, [this, edit] { m_form->clearError(edit); });
    }
    connect(m_form, &Form::errorActionTriggered, this, [this](QWidget *, const QString &action) { runAction(action); });
}

void CredentialsStep::buildButtons()
{
    m_callout = new Callout(this);
    m_form->addBelow(m_callout);
    m_submit = new PrimaryButton(tr("Sign in"), this);
    m_submit->setObjectName(QStringLiteral("signin.submit"));
    m_cancel = new LinkButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("signin.cancel"));
    m_cancel->hide();
    m_forgot = new LinkButton(tr("F&orgot password"), this);
    m_forgot->setObjectName(QStringLiteral("signin.forgot"));
    m_form->addButtons({m_submit, m_cancel, m_forgot});
    connect(m_submit, &QPushButton::clicked, this, &CredentialsStep::submit);
    connect(m_cancel, &QPushButton::clicked, this, &CredentialsStep::cancelRequested);
    connect(m_forgot, &QPushButton::clicked, this,
            [this] { emit passwordResetRequested(m_username->text().trimmed()); });
    connect(m_callout, &Callout::actionTriggered, this, &CredentialsStep::runAction);
}

// A flow that the app client does not allow can be sent all the same: a tester may need the refusal.
void CredentialsStep::applySettings()
{
    const auth::PoolSettings &settings = m_workspace.access().settings();
    const QString label = auth::userNameLabel(settings, true);
    m_usernameLabel->setText(labelWithKey(label, u'U'));
    m_username->setAccessibleName(label);
    const QStringList texts{tr("SRP (USER_SRP_AUTH)"), tr("Plain password (USER_PASSWORD_AUTH)")};
    for (int i = 0; i < m_flow->count(); ++i) {
        const bool off = auth::clientAllowsFlow(settings, m_flow->itemData(i).toString()) == false;
        m_flow->setItemText(i, off ? tr("%1, not allowed by this app client").arg(texts[i]) : texts[i]);
    }
    if (!m_flowChosen)
        chooseFlow(auth::usualFlow(settings));
}

auth::SignInForm CredentialsStep::form() const
{
    auth::SignInForm form;
    form.username = m_username->text().trimmed();
    form.password = m_password->text();
    form.flow = m_flow->currentData().toString();
    form.clientMetadata = m_clientMetadata->pairs();
    return form;
}

void CredentialsStep::setForm(const auth::SignInForm &form)
{
    m_username->setText(form.username);
    m_password->setText(form.password);
    if (!m_flowChosen)
        chooseFlow(form.flow);
    clearErrors();
}

void CredentialsStep::clearTyped()
{
    m_username->clear();
    m_password->clear();
    clearErrors();
}

auth::SignInForm CredentialsStep::draft() const
{
    auth::SignInForm draft = form();
    if (!m_flowChosen)
        draft.flow.clear();
    return draft;
}

void CredentialsStep::restore(const auth::SignInForm &draft)
{
    setForm(draft);
    if (!draft.flow.isEmpty())
        takeFlow(draft.flow);
    m_clientMetadata->setPairs(draft.clientMetadata);
    if (!draft.clientMetadata.isEmpty())
        findChild<QAbstractButton *>(QStringLiteral("signin.advanced"))->setChecked(true);
}

void CredentialsStep::chooseFlow(const QString &flow)
{
    if (const int index = m_flow->findData(flow); index >= 0)
        m_flow->setCurrentIndex(index);
}

void CredentialsStep::takeFlow(const QString &flow)
{
    m_flowChosen = true;
    chooseFlow(flow);
}

void CredentialsStep::setBusy(bool busy)
{
    m_submit->setEnabled(!busy);
    m_submit->setText(busy ? tr("Signing in…") : tr("Sign in"));
    m_cancel->setVisible(busy);
    m_forgot->setVisible(!busy);
}

void CredentialsStep::clearErrors()
{
    ++m_explanations;
    m_saysLockOut = false;
    m_form->clearErrors();
    m_callout->clear();
}

void CredentialsStep::focusFirst()
{
    if (m_username->text().isEmpty() || !m_password->text().isEmpty())
        m_username->setFocus();
    else
        m_password->setFocus();
}

void CredentialsStep::submit()
{
    if (!m_submit->isEnabled())
        return;
    clearErrors();
    emit submitted(form());
}

void CredentialsStep::forgetLockOut()
{
    if (m_saysLockOut)
        clearErrors();
}

void CredentialsStep::showError(const Error &error)
{
    clearErrors();
    const QList<Error> parts = diagnosis::separated(error);
    // The first one last: it gets the focus, and its field where two concern the same.
    std::for_each(parts.crbegin(), parts.crend(), [this](const Error &part) { focusPlaceOf(placeError(part)); });
    if (error.kind == Error::Kind::Service && error.code == idp::errors::NotAuthorizedException)
        explainFurther(error);
}

// What is known of the user comes a little later, and takes the place of what was said without it. The service gives this
// error alone, and by this one it hides whom it knows.
void CredentialsStep::explainFurther(const Error &error)
{
    m_workspace.askFactsOfUser(m_username->text().trimmed(), this,
                               [this, error, asked = m_explanations](const diagnosis::Facts &facts) {
                                   if (asked != m_explanations)
                                       return;
                                   m_form->clearErrors();
                                   m_callout->clear();
                                   placeError(error, facts);
                               });
}

QWidget *CredentialsStep::placeError(const Error &error, const diagnosis::Facts &ofUser)
{
    diagnosis::Facts facts = m_workspace.facts();
    facts.insert(ofUser);
    const Explained explanation = explained(error, facts, signInActions(m_workspace.access().canSign()));
    m_saysLockOut = explanation.content.guideId == u"locked-out" || explanation.content.guideId == u"incorrect-locks";
    if (explanation.field == u"password" || error.code == u"PasswordMissing") {
        m_form->setError(m_password, explanation.content);
        return m_password;
    }
    if (explanation.field == u"username" || error.code == u"UsernameMissing") {
        m_form->setError(m_username, explanation.content);
        return m_username;
    }
    if (explanation.field == u"flow") {
        m_form->setError(m_flow, explanation.content);
        return m_flow;
    }
    m_callout->setContent(explanation.content);
    return nullptr;
}

void CredentialsStep::focusPlaceOf(QWidget *field)
{
    if (field)
        field->setFocus();
    if (field == m_password)
        m_password->selectAll();
}

void CredentialsStep::runAction(const QString &action)
{
    if (action == u"confirmUser")
        emit confirmationRequested(m_username->text().trimmed(), m_password->text());
    else if (action == u"resetPassword")
        emit passwordResetRequested(m_username->text().trimmed());
    else if (action == u"editConnection")
        m_workspace.requestConnectionEditing();
    else if (action == u"whyThisUser")
        m_workspace.requestTrouble(m_username->text().trimmed());
    else if (action == u"useFlowSrp")
        takeFlow(srpFlow);
    else if (action == u"useFlowPassword")
        takeFlow(passwordFlow);
    else if (action == u"retry" || action == u"startAgain")
        submit();
}

} // namespace poolscope::ui
