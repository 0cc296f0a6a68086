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
#include "ui/fields/attributefield.h"
#include "ui/fields/fieldlabel.h"
#include "ui/fields/pairsedit.h"
#include "ui/fields/passwordguide.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace poolscope::ui {

namespace {

const QString sendAnyway = QStringLiteral("sendAnyway");
const QString confirmNow = QStringLiteral("confirmNow");

QStringList signUpActions()
{
    return {QStringLiteral("signInInstead"), QStringLiteral("resendCode"), QStringLiteral("generatePassword"),
            QStringLiteral("editConnection"), QStringLiteral("retry")};
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
    column->addWidget(m_names);
    connect(m_username, &QLineEdit::textEdited, this, [this] { m_names->clearError(m_username); });
    connect(m_username, &QLineEdit::textChanged, this, [this] {
        m_guide->setKnownWords({m_username->text().section(u'@', 0, 0), m_username->text()});
    });
    connect(m_username, &QLineEdit::returnPressed, this, [this] { submit(false); });
    connect(m_names, &Form::errorActionTriggered, this,
            [this](QWidget *, const QString &action) { runAction(action); });
}

void AccountStep::buildPassword(QVBoxLayout *column)
{
    m_rest = new Form(this);
    m_addAttribute = new LinkButton(tr("&Add attribute"), this);
    m_addAttribute->setObjectName(QStringLiteral("signup.addAttribute"));
    m_addAttribute->setQuiet(true);
    m_attributeMenu = new QMenu(m_addAttribute);
    m_addAttribute->setMenu(m_attributeMenu);
    connect(m_attributeMenu, &QMenu::aboutToShow, this, &AccountStep::fillAttributeMenu);
    m_rest->addBelow(m_addAttribute);

    m_password = new PasswordField(this);
    m_password->setObjectName(QStringLiteral("signup.password"));
    m_labels.append(m_rest->addRow(tr("&Password"), m_password));
    m_guide = new PasswordGuide(m_password, m_workspace.access().random(), this);
    m_rest->addBelow(m_guide);
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
    connect(m_callout, &Callout::actionTriggered, this, &AccountStep::runAction);
}

// The pool's settings may come after the page is drawn: fields are added, and none that hold something are taken away.
void AccountStep::applySettings()
{
    const auth::PoolSettings &settings = m_workspace.access().settings();
    const QString label = auth::userNameLabel(settings, false);
    m_usernameLabel->setText(labelWithKey(label, u'U'));
    m_username->setAccessibleName(label);
    m_guide->setPolicy(auth::passwordPolicy(settings));
    showWhetherOpen();
    const QList<auth::AttributeSpec> asked = auth::signUpAttributes(settings).asked;
    const QStringList shown = m_attributes.keys();
    for (const QString &name : shown) {
        const bool wanted = std::any_of(asked.cbegin(), asked.cend(),
                                        [&name](const auth::AttributeSpec &spec) { return spec.name == name; });
        if (wanted || !m_attributes.value(name)->text().isEmpty())
            continue;
        m_names->removeRow(m_attributes.take(name));
    }
    for (const auth::AttributeSpec &spec : asked)
        addAttribute(spec);
    fillAttributes();
    alignLabels();
}

// Those that the pool does not ask for get their fields once its settings are there, or do not come.
void AccountStep::fillAttributes()
{
    using State = auth::PoolSettings::State;
    const State state = m_workspace.access().settings().state;
    const bool mayCome = state == State::NotAsked || state == State::Loading;
    const QMap<QString, QString> unplaced = std::exchange(m_unplaced, {});
    for (auto value = unplaced.cbegin(); value != unplaced.cend(); ++value) {
        if (!mayCome)
            addAttribute(auth::attributeSpec(m_workspace.access().settings(), value.key()));
        if (AttributeField *field = m_attributes.value(value.key()))
            field->setText(value.value());
        else
            m_unplaced.insert(value.key(), value.value());
    }
}

// Said before somebody fills the form in; it can be sent all the same, to see the refusal.
void AccountStep::showWhetherOpen()
{
    const auto &pool = m_workspace.access().settings().pool;
    const bool closed =
        pool && pool->adminCreateUserConfig && pool->adminCreateUserConfig->allowAdminCreateUserOnly.value_or(false);
    if (closed)
        m_callout->setContent({.tone = Tone::Caution,
                               .title = tr("Only administrators create users in this pool."),
                               .body = tr("Signing up is switched off (AllowAdminCreateUserOnly), so the service will "
                                          "refuse it. An administrator invites users instead.")});
}

void AccountStep::addAttribute(const auth::AttributeSpec &spec)
{
    if (m_attributes.contains(spec.name))
        return;
    auto *field = new AttributeField(spec, this);
    const QString label = spec.required ? spec.label : tr("%1 (optional)").arg(spec.label);
    m_labels.append(m_names->addRow(label, field));
    m_attributes.insert(spec.name, field);
    connect(field, &QLineEdit::textEdited, this, [this, field] { m_names->clearError(field); });
    connect(field, &QLineEdit::editingFinished, this, [this, field] {
        if (!field->value().isEmpty() && !field->problem().isEmpty())
            m_names->setError(field, field->problem());
    });
    connect(field, &QLineEdit::returnPressed, this, [this] { submit(false); });
}

void AccountStep::fillAttributeMenu()
{
    m_attributeMenu->clear();
    const QList<auth::AttributeSpec> others = auth::signUpAttributes(m_workspace.access().settings()).others;
    const auto add = [this](const auth::AttributeSpec &spec) {
        addAttribute(spec);
        alignLabels();
        m_attributes.value(spec.name)->setFocus();
    };
    for (const auth::AttributeSpec &spec : others) {
        if (!m_attributes.contains(spec.name))
            m_attributeMenu->addAction(spec.label, this, [add, spec] { add(spec); });
    }
    m_attributeMenu->addSeparator();
    m_attributeMenu->addAction(tr("Another…"), this, &AccountStep::askForAttribute);
}

void AccountStep::askForAttribute()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("attributeDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add attribute"));
    dialog->setLabelText(tr("Name, such as nickname or custom:tier"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        const QString name = text.trimmed();
        if (!auth::isAttributeName(name)) {
            m_callout->setContent({.tone = Tone::Caution,
                                   .title = tr("“%1” cannot be the name of an attribute.").arg(name),
                                   .body = tr("Names have no blanks; custom ones begin with custom:.")});
            return;
        }
        addAttribute(auth::attributeSpec(m_workspace.access().settings(), name));
        alignLabels();
        AttributeField *field = m_attributes.value(name);
        field->show(); // the window is not active again yet: a hidden field would not get the focus then
        field->setFocus();
    });
    dialog->open();
    // Qt's dialog makes its parts when it opens, and gives them no names.
    if (auto *name = dialog->findChild<QLineEdit *>())
        name->setObjectName(QStringLiteral("attributeDialog.name"));
    if (const auto *box = dialog->findChild<QDialogButtonBox *>()) {
        box->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("attributeDialog.add"));
        box->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("attributeDialog.cancel"));
    }
}

// Both forms stand one above the other as if they were one.
void AccountStep::alignLabels()
{
    m_labels.removeIf([](const QPointer<QLabel> &label) { return label.isNull(); });
    int width = 0;
    for (const QPointer<QLabel> &label : std::as_const(m_labels))
        width = std::max(width, label->sizeHint().width());
    m_names->setLabelWidth(width);
    m_rest->setLabelWidth(width);
}

auth::SignUpForm AccountStep::form() const
{
    auth::SignUpForm form;
    form.username = m_username->text().trimmed();
    form.password = m_password->text();
    form.attributes = m_unplaced;
    for (auto field = m_attributes.cbegin(); field != m_attributes.cend(); ++field)
        form.attributes.insert(field.key(), field.value()->value());
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
    m_unplaced = form.attributes;
    m_unplaced.removeIf([](QMap<QString, QString>::iterator attribute) { return attribute.value().isEmpty(); });
    fillAttributes();
    alignLabels();
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
    bool found = false;
    for (AttributeField *field : std::as_const(m_attributes)) {
        const QString problem = field->problem();
        if (problem.isEmpty())
            continue;
        m_names->setError(field, problem);
        found = true;
    }
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

QWidget *AccountStep::attributeIn(const Error &error) const
{
    QStringList sent;
    for (auto field = m_attributes.cbegin(); field != m_attributes.cend(); ++field) {
        if (!field.value()->value().isEmpty())
            sent << field.key();
    }
    return m_attributes.value(diagnosis::attributeIn(error, sent, m_attributes.keys()));
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
                           .body = tr("Until then the service lets nobody sign in."),
                           .actions = {{confirmNow, tr("Confirm now")}}});
}

void AccountStep::placeError(const Error &error)
{
    const auto [content, field] = explained(error, m_workspace.facts(), signUpActions());
    QWidget *attribute = field == u"attributes" ? attributeIn(error) : m_attributes.value(field);
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
    else if (action == u"retry" || action == sendAnyway)
        submit(true);
}

} // namespace poolscope::ui
