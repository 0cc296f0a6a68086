#include "ui/sandbox/connectdialog.h"

#include "auth/userpoolaccess.h"
#include "ui/common/buttons.h"
#include "ui/common/copyableid.h"
#include "ui/common/form.h"
#include "ui/common/labels.h"
#include "ui/common/monotextview.h"
#include "ui/workspace/workspace.h"

#include <QAccessible>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

sandbox::ConnectFacts factsOf(const auth::UserPoolAccess &access, const QString &endpoint)
{
    return {endpoint, access.userPoolId().section(u'_', 0, 0), access.userPoolId(), access.clientId()};
}

} // namespace

ConnectDialog::ConnectDialog(const Workspace &workspace, const QString &endpoint, QWidget *parent)
    : QDialog(parent)
    , m_facts(factsOf(workspace.access(), endpoint))
    , m_snippets(sandbox::connectSnippets(m_facts))
    , m_hasSecret(workspace.access().connection().hasClientSecret)
{
    setObjectName(QStringLiteral("connectDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Connect your app"));
    resize(760, 620);
    buildLayout();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ConnectDialog::showSnippet);
    connect(m_copy, &QPushButton::clicked, this, &ConnectDialog::copySnippet);
    showSnippet();
}

QWidget *ConnectDialog::buildFacts()
{
    auto *form = new Form(this);
    const auto add = [&](const QString &label, const QString &what, const QString &value) {
        auto *field = new CopyableId(what, form);
        field->setText(value);
        form->addRow(label, field);
    };
    add(tr("Address"), tr("address"), m_facts.endpoint);
    add(tr("Region"), tr("region"), m_facts.region);
    add(tr("User pool id"), tr("user pool id"), m_facts.userPoolId);
    add(tr("App client id"), tr("app client id"), m_facts.clientId);
    m_kind = new QComboBox(form);
    m_kind->setObjectName(QStringLiteral("connect.kind"));
    for (const sandbox::ConnectSnippet &snippet : std::as_const(m_snippets))
        m_kind->addItem(snippet.title, QVariant(snippet.id));
    form->addRow(tr("&Program"), m_kind);
    return form;
}

void ConnectDialog::buildLayout()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(12);
    column->addWidget(buildFacts());
    m_text = new MonoTextView(this);
    m_text->setObjectName(QStringLiteral("connect.text"));
    m_text->setAccessibleName(tr("Source text"));
    column->addWidget(m_text, 1);
    m_note = mutedLabel({}, this);
    m_note->setObjectName(QStringLiteral("connect.note"));
    column->addWidget(m_note);
    m_copied = mutedLabel({}, this);
    m_copied->setObjectName(QStringLiteral("connect.copied"));
    m_copied->setFocusPolicy(Qt::NoFocus); // mostly empty
    m_copy = new PrimaryButton(tr("&Copy"), this);
    m_copy->setObjectName(QStringLiteral("connect.copy"));
    m_copy->setDefault(true);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("connect.close"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copied, 1);
    buttons->addWidget(close);
    buttons->addWidget(m_copy);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    m_kind->setFocus();
}

void ConnectDialog::showSnippet()
{
    const sandbox::ConnectSnippet &snippet = m_snippets.at(m_kind->currentIndex());
    m_text->setText(snippet.text);
    m_copied->clear();
    if (m_hasSecret && snippet.forPublicClients)
        m_note->setText(
            tr("This app client has a secret, and Amplify cannot use it. Choose an app client without one."));
    else if (m_hasSecret)
        m_note->setText(tr("This app client has a secret: sign-up and sign-in also need SECRET_HASH."));
    else if (snippet.forPublicClients)
        m_note->setText(
            tr("Pages on localhost reach the sandbox from the browser. Another origin needs a sandbox of its own, "
               "started with --allow-origin: whoever opens such a page can use its pools."));
    else
        m_note->setText(tr(
            "The sandbox takes any keys, unless it was chosen that it verifies signatures: then only these. A program "
            "in a container needs a sandbox of its own, started with --allow-host: whoever reaches it by that name "
            "can use it and read its mailbox."));
}

void ConnectDialog::copySnippet()
{
    copyText(m_text->text());
    m_copied->setText(tr("Copied to the clipboard."));
    QAccessibleEvent changed(m_copied, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace poolscope::ui
