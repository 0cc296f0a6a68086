#include "ui/why/setpassworddialog.h"

#include "auth/passwordrules.h"
#include "diagnosis/signintrouble.h"
#include "ui/common/buttons.h"
#include "ui/common/form.h"
#include "ui/common/labels.h"
#include "ui/common/passwordfield.h"
#include "ui/fields/passwordguide.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace poolscope::ui {

SetPasswordDialog::SetPasswordDialog(const QString &user, const diagnosis::Remedy &remedy,
                                     const auth::PasswordPolicy &policy, crypto::RandomSource &random, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("setPasswordDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(480);
    build(user, remedy, random);
    m_guide->setPolicy(policy);
    m_guide->setKnownWords({user});
}

void SetPasswordDialog::build(const QString &user, const diagnosis::Remedy &remedy, crypto::RandomSource &random)
{
    const bool temporary = remedy.repair == auth::Repair::TemporaryPassword;
    const QString title = temporary ? tr("A temporary password for %1").arg(user) : tr("A password for %1").arg(user);
    setWindowTitle(title);
    QLabel *heading = headingLabel(title, this);
    heading->setWordWrap(true);
    auto *form = new Form(this);
    m_password = new PasswordField(this);
    m_password->setObjectName(QStringLiteral("setPassword.password"));
    form->addRow(tr("&Password"), m_password);
    m_guide = new PasswordGuide(m_password, random, this);
    form->addBelow(m_guide);
    auto *set = new PrimaryButton(tr("Set the password"), this);
    set->setObjectName(QStringLiteral("setPassword.set"));
    set->setDefault(true);
    set->setEnabled(false);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("setPassword.cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(set);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    column->addWidget(heading);
    column->addWidget(textLabel(remedy.effect, this));
    column->addWidget(form);
    column->addLayout(buttons);
    connect(m_password, &QLineEdit::textChanged, set, [set](const QString &text) { set->setEnabled(!text.isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(set, &QPushButton::clicked, this, [this] {
        emit chosen(m_password->text());
        accept();
    });
}

} // namespace poolscope::ui
