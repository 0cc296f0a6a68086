#include "ui/why/setpassworddialog.h"

#include "auth/passwordrules.h"
#include "auth/userpoolaccess.h"
#include "diagnosis/signintrouble.h"
#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/form.h"
#include "ui/common/labels.h"
#include "ui/common/passwordfield.h"
#include "ui/common/secretclipboard.h"
#include "ui/fields/passwordguide.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace poolscope::ui {

SetPasswordDialog::SetPasswordDialog(Workspace &workspace, User user, const diagnosis::Remedy &remedy, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_user(std::move(user))
    , m_kind(remedy.repair)
    , m_repair(&workspace.access())
{
    setObjectName(QStringLiteral("setPasswordDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(480);
    build(remedy);
    m_guide->setPolicy(auth::passwordPolicy(workspace.access().settings()));
    m_guide->setKnownWords({m_user.username, m_user.shown});
    connect(&m_repair, &auth::UserRepair::busyChanged, this, &SetPasswordDialog::showBusy);
    connect(&m_repair, &auth::UserRepair::done, this, &SetPasswordDialog::showSet);
    connect(&m_repair, &auth::UserRepair::failed, this, &SetPasswordDialog::showError);
    showBusy();
}

void SetPasswordDialog::build(const diagnosis::Remedy &remedy)
{
    const QString title = m_kind == auth::Repair::TemporaryPassword
                              ? tr("A temporary password for %1").arg(m_user.shown)
                              : tr("A password for %1").arg(m_user.shown);
    setWindowTitle(title);
    QLabel *heading = headingLabel(title, this);
    heading->setWordWrap(true);
    m_effect = textLabel(remedy.effect, this);
    m_callout = new Callout(this);
    m_callout->setObjectName(QStringLiteral("setPassword.callout"));
    buildForm();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    column->addWidget(heading);
    column->addWidget(m_effect);
    column->addWidget(m_callout);
    column->addWidget(m_form);
    column->addLayout(buildButtons());
}

void SetPasswordDialog::buildForm()
{
    m_form = new Form(this);
    m_password = new PasswordField(this);
    m_password->setSecretClipboard(&m_workspace.clipboard());
    m_password->setObjectName(QStringLiteral("setPassword.password"));
    m_form->addRow(tr("&Password"), m_password);
    m_guide = new PasswordGuide(m_password, m_workspace.access().random(), this);
    m_form->addBelow(m_guide);
    connect(m_password, &QLineEdit::textChanged, this, [this] {
        m_form->clearError(m_password);
        showBusy();
    });
    connect(m_form, &Form::errorActionTriggered, this, [this](QWidget *, const QString &action) { runAction(action); });
    connect(m_callout, &Callout::actionTriggered, this, &SetPasswordDialog::runAction);
}

QHBoxLayout *SetPasswordDialog::buildButtons()
{
    m_close = new QPushButton(tr("Cancel"), this);
    m_close->setObjectName(QStringLiteral("setPassword.cancel"));
    m_close->setAutoDefault(false);
    m_copy = new QPushButton(tr("Copy the password"), this);
    m_copy->setObjectName(QStringLiteral("setPassword.copy"));
    m_copy->setAutoDefault(false);
    m_copy->hide();
    m_set = new PrimaryButton({}, this);
    m_set->setObjectName(QStringLiteral("setPassword.set"));
    m_set->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_close);
    buttons->addWidget(m_set);
    connect(m_close, &QPushButton::clicked, this, &SetPasswordDialog::reject);
    connect(m_set, &QPushButton::clicked, this, &SetPasswordDialog::set);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        m_workspace.clipboard().copy(m_password->text());
        m_copy->setText(tr("Copied"));
    });
    return buttons;
}

void SetPasswordDialog::set()
{
    m_form->clearErrors();
    m_callout->clear();
    m_repair.run({.repair = m_kind, .username = m_user.username, .password = m_password->text(), .bySms = false});
}

void SetPasswordDialog::showBusy()
{
    const bool busy = m_repair.isBusy();
    m_password->setReadOnly(busy);
    m_guide->setEnabled(!busy);
    m_set->setEnabled(!busy && !m_password->text().isEmpty());
    m_set->setText(busy ? tr("Setting…") : tr("Set the password"));
}

void SetPasswordDialog::reject()
{
    if (!m_repair.isBusy())
        return QDialog::reject();
    m_repair.cancel();
    m_callout->setContent({.tone = Tone::Caution,
                           .title = tr("Stopped waiting: nobody knows whether the password was set."),
                           .body = tr("The request may still be carried out. Set the password again to be sure.")});
    emit unsure();
}

// From here on the dialog is the only place where the password stands.
void SetPasswordDialog::showSet()
{
    m_effect->hide();
    m_guide->hide();
    m_set->hide();
    m_password->setReadOnly(true);
    m_callout->setContent(
        {.tone = Tone::Good,
         .title = m_kind == auth::Repair::TemporaryPassword
                      ? tr("The temporary password of %1 is set.").arg(m_user.shown)
                      : tr("The password of %1 is set.").arg(m_user.shown),
         .body = tr("Tell it to the user: it was sent to nobody, and once this is closed it stands nowhere.")});
    m_close->setText(tr("Close"));
    m_copy->show();
    m_copy->setFocus();
    adjustSize();
    emit passwordSet();
}

void SetPasswordDialog::showError(const Error &error)
{
    const Explained explanation =
        explained(error, m_workspace.facts(), {QStringLiteral("generatePassword"), QStringLiteral("retry")});
    if (explanation.field == u"password" || error.kind == Error::Kind::Validation)
        m_form->setError(m_password, explanation.content);
    else
        m_callout->setContent(explanation.content);
    m_password->setFocus();
    if (error.outcomeUnknown)
        emit unsure();
}

void SetPasswordDialog::runAction(const QString &action)
{
    if (action == u"retry")
        set();
    else if (action == u"generatePassword")
        m_guide->generate();
}

} // namespace poolscope::ui
