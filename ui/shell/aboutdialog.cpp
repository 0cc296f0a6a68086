#include "ui/shell/aboutdialog.h"

#include "ui/common/fonts.h"
#include "ui/common/labels.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace poolscope::ui {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Poolscope"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    QLabel *name = headingLabel(QStringLiteral("Poolscope"), this);
    name->setFont(titleFont(font()));
    layout->addWidget(name);
    layout->addWidget(mutedLabel(tr("Version %1").arg(QStringLiteral(POOLSCOPE_VERSION)), this));
    layout->addSpacing(8);
    layout->addWidget(textLabel(tr("A workbench for Amazon Cognito user pools: sign up, sign in, look into the tokens. "
                                   "Its sandbox needs no AWS account and no network."),
                                this));
    layout->addWidget(mutedLabel(tr("Not made by Amazon. MIT licence. Icons: Breeze, by the KDE community. Qt %1.")
                                     .arg(QLatin1StringView(qVersion())),
                                 this));
    layout->addSpacing(8);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    box->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("aboutClose"));
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(box);
    setMinimumWidth(440);
}

} // namespace poolscope::ui
