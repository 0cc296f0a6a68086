#include "ui/sandbox/sandboxpage.h"

#include "sandbox/sandbox.h"
#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/copyableid.h"
#include "ui/common/elidedlabel.h"
#include "ui/sandbox/choicesdialog.h"
#include "ui/sandbox/connectdialog.h"
#include "ui/sandbox/controlscard.h"
#include "ui/sandbox/poolscard.h"
#include "ui/sandbox/userscard.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace poolscope::ui {

SandboxPage::SandboxPage(Workspace &workspace, sandbox::Sandbox &sandbox, QWidget *parent)
    : Page(tr("Sandbox"), parent)
    , m_workspace(workspace)
    , m_sandbox(sandbox)
    , m_callout(new Callout(this))
    , m_pools(new PoolsCard(workspace, this))
    , m_users(new UsersCard(workspace, sandbox, this))
{
    auto *connectApp = new QPushButton(tr("C&onnect your app…"), this);
    connectApp->setObjectName(QStringLiteral("sandbox.connect"));
    auto *reset = new QPushButton(tr("Reset sandbox…"), this);
    reset->setObjectName(QStringLiteral("sandbox.reset"));
    addHeaderAction(connectApp);
    addHeaderAction(reset);
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->setSpacing(16);
    column->addWidget(buildAddress());
    column->addWidget(m_callout);
    column->addWidget(m_pools);
    column->addWidget(new ControlsCard(sandbox, this));
    column->addWidget(m_users, 1);
    setFillingScrollBody(body);
    connect(connectApp, &QPushButton::clicked, this, [this] {
        auto *dialog = new ConnectDialog(m_workspace, m_sandbox.endpoint().toString(), this);
        dialog->open();
    });
    connect(reset, &QPushButton::clicked, this, &SandboxPage::askToReset);
    connect(m_pools, &PoolsCard::clientChosen, this, &SandboxPage::clientChosen);
}

QWidget *SandboxPage::buildAddress()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    auto *text = new ElidedLabel(tr("For programs on this computer only:"), Qt::ElideRight, box);
    text->setForegroundRole(QPalette::PlaceholderText);
    auto *address = new CopyableId(tr("address"), box);
    address->setObjectName(QStringLiteral("sandbox.address"));
    address->setText(m_sandbox.endpoint().toString());
    address->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // the text gives way first
    row->addWidget(text);
    row->addWidget(address);
    auto *choices = new LinkButton(tr("C&hoices…"), box);
    choices->setObjectName(QStringLiteral("sandbox.choices"));
    choices->setToolTip(tr("What the sandbox does where the service's behaviour is not known for certain"));
    connect(choices, &QPushButton::clicked, this, [this] { (new ChoicesDialog(m_sandbox, this))->open(); });
    row->addStretch(1);
    row->addWidget(choices);
    return box;
}

void SandboxPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_pools->reload();
    m_users->reload();
    m_pools->setFocus(); // not the page's own buttons, which stand first
}

void SandboxPage::askToReset()
{
    const Confirmation question{
        .title = tr("Reset the sandbox?"),
        .text = tr("All its user pools, users, messages and keys are deleted, and a new demo pool is made. Whoever is "
                   "signed in there is signed out. This cannot be undone."),
        .verb = tr("Reset sandbox")};
    askToConfirm(this, question, [this] { reset(); });
}

void SandboxPage::reset()
{
    m_callout->clear();
    m_sandbox.reset(this, [this](const Result<void> &result) {
        if (!result)
            m_callout->setContent(explained(result.error(), m_workspace.facts(), {}).content);
    });
}

} // namespace poolscope::ui
