#include "ui/signup/attributedialog.h"

#include "auth/attributes.h"
#include "ui/common/buttons.h"
#include "ui/common/form.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace poolscope::ui {

AttributeDialog::AttributeDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("attributeDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add attribute"));
    setMinimumWidth(400);
    m_form = new Form(this);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("attributeDialog.name"));
    m_form->addRow(tr("&Name"), m_name, tr("Such as nickname or custom:tier."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->addWidget(m_form);
    buildButtons();
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_form->clearError(m_name); });
}

void AttributeDialog::buildButtons()
{
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("attributeDialog.cancel"));
    cancel->setAutoDefault(false);
    auto *add = new PrimaryButton(tr("Add"), this);
    add->setObjectName(QStringLiteral("attributeDialog.add"));
    add->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(add);
    static_cast<QVBoxLayout *>(layout())->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, &AttributeDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void AttributeDialog::choose()
{
    const QString name = m_name->text().trimmed();
    if (auth::isAttributeName(name)) {
        emit chosen(name);
        accept();
        return;
    }
    const QString title = name.isEmpty() ? tr("Enter the name of an attribute.")
                                         : tr("“%1” cannot be the name of an attribute.").arg(name);
    m_form->setError(m_name, Callout::Content{.tone = Tone::Caution,
                                              .title = title,
                                              .body = tr("Names have no blanks; custom ones begin with custom:.")});
    m_name->setFocus();
}

} // namespace poolscope::ui
