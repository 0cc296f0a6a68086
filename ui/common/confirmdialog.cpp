#include "ui/common/confirmdialog.h"

#include "ui/common/buttons.h"
#include "ui/common/labels.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

void addTypedName(QVBoxLayout *layout, const QString &name, PrimaryButton *button, QDialog *dialog)
{
    auto *ask = mutedLabel(QCoreApplication::translate("ConfirmDialog", "Type %1 to go on.").arg(name), dialog);
    auto *field = new QLineEdit(dialog);
    field->setObjectName(QStringLiteral("confirmName"));
    field->setAccessibleName(ask->text());
    ask->setBuddy(field);
    layout->addWidget(ask);
    layout->addWidget(field);
    button->setEnabled(false);
    QObject::connect(field, &QLineEdit::textChanged, button,
                     [button, name](const QString &text) { button->setEnabled(text == name); });
}

} // namespace

QDialog *askToConfirm(QWidget *parent, const Confirmation &confirmation, std::function<void()> confirmed)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("confirmDialog"));
    dialog->setWindowTitle(confirmation.title);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(10);
    QLabel *title = headingLabel(confirmation.title, dialog);
    title->setWordWrap(true);
    title->setMinimumWidth(360);
    layout->addWidget(title);
    if (!confirmation.text.isEmpty())
        layout->addWidget(textLabel(confirmation.text, dialog));

    auto *button = new PrimaryButton(confirmation.verb, dialog);
    button->setObjectName(QStringLiteral("confirmButton"));
    button->setDestructive(confirmation.destructive);
    button->setAutoDefault(false);
    if (!confirmation.typedName.isEmpty())
        addTypedName(layout, confirmation.typedName, button, dialog);
    layout->addSpacing(6);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    box->addButton(button, QDialogButtonBox::AcceptRole);
    layout->addWidget(box);
    QPushButton *cancel = box->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("confirmCancel"));
    cancel->setDefault(true);
    QObject::connect(box, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(box, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(dialog, &QDialog::accepted, parent, std::move(confirmed));
    dialog->open();
    cancel->setFocus();
    return dialog;
}

} // namespace poolscope::ui
