#include "ui/sandbox/poolscard.h"

#include "auth/userpoolaccess.h"
#include "cognito/idpclient.h"
#include "core/plaintooltip.h"
#include "ui/common/busyindicator.h"
#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/card.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/flowlayout.h"
#include "ui/common/form.h"
#include "ui/common/secretclipboard.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace poolscope::ui {

namespace {

// A service that names the same page again would never come to an end.
bool hasMore(const std::optional<QString> &next, const std::optional<QString> &page)
{
    return next && !next->isEmpty() && next != page;
}

} // namespace

PoolsCard::PoolsCard(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    buildLayout();
    setFocusProxy(m_pools);
    connect(m_pools, &QComboBox::activated, this, [this] {
        m_callout->clear();
        loadClients(m_pools->currentData().toString());
    });
    connect(m_clients, &QComboBox::activated, this, &PoolsCard::showWhetherInUse);
    connect(m_use, &QPushButton::clicked, this, &PoolsCard::useChosen);
    connect(m_delete, &QPushButton::clicked, this, &PoolsCard::askToDelete);
    connect(m_copySecret, &QPushButton::clicked, this, &PoolsCard::copySecret);
}

void PoolsCard::buildLayout()
{
    auto *card = new Card(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(card);
    m_form = new Form(this);
    m_pools = new QComboBox(this);
    m_pools->setObjectName(QStringLiteral("sandbox.pools"));
    m_clients = new QComboBox(this);
    m_clients->setObjectName(QStringLiteral("sandbox.clients"));
    for (QComboBox *box : {m_pools, m_clients}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(16);
    }
    m_form->addRow(tr("&User pool"), m_pools);
    m_form->addRow(tr("App &client"), m_clients);
    m_form->addBelow(buildButtons());
    m_callout = new Callout(this);
    m_form->addBelow(m_callout);
    card->contentLayout()->addWidget(m_form);
}

QWidget *PoolsCard::buildButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new FlowLayout(buttons);
    row->setContentsMargins({});
    m_use = new PrimaryButton(tr("Use &this pool"), this);
    m_use->setObjectName(QStringLiteral("sandbox.usePool"));
    m_use->hide();
    m_new = new QPushButton(tr("&New pool"), this);
    m_new->setObjectName(QStringLiteral("sandbox.newPool"));
    auto *menu = new QMenu(m_new);
    const QList<sandbox::Preset> presets = sandbox::presets();
    for (const sandbox::Preset &preset : presets) {
        QAction *action = menu->addAction(preset.title, this, [this, preset] { create(preset); });
        action->setToolTip(preset.description);
        action->setObjectName(QStringLiteral("sandbox.preset.") + preset.id);
    }
    menu->setToolTipsVisible(true);
    m_new->setMenu(menu);
    m_delete = new QPushButton(tr("&Delete this pool…"), this);
    m_delete->setObjectName(QStringLiteral("sandbox.deletePool"));
    m_copySecret = new QPushButton(tr("Copy the client &secret"), this);
    m_copySecret->setObjectName(QStringLiteral("sandbox.copySecret"));
    m_copySecret->setVisible(m_workspace.access().connection().hasClientSecret);
    m_busy = new BusyIndicator(this);
    for (QWidget *part : QList<QWidget *>{m_use, m_new, m_delete, m_copySecret, m_busy})
        row->addWidget(part);
    return buttons;
}

void PoolsCard::reload()
{
    m_callout->clear();
    ++m_listing;
    loadPools({}, {});
}

void PoolsCard::loadPools(const QList<idp::UserPoolDescriptionType> &found, const std::optional<QString> &page)
{
    m_workspace.access().client().call(
        idp::ListUserPoolsRequest{.nextToken = page, .maxResults = 60}, this,
        [this, found, page, listing = m_listing](const Result<idp::ListUserPoolsResponse> &pools) {
            if (listing != m_listing)
                return;
            if (!pools)
                return showError(pools.error());
            const auto all = found + pools->userPools.value_or(QList<idp::UserPoolDescriptionType>());
            if (hasMore(pools->nextToken, page))
                loadPools(all, pools->nextToken);
            else
                showPools(all);
        },
        {.action = tr("List user pools")});
}

void PoolsCard::showPools(const QList<idp::UserPoolDescriptionType> &pools)
{
    m_pools->clear();
    for (const idp::UserPoolDescriptionType &pool : pools) {
        const QString id = pool.id.value_or(QString());
        m_pools->addItem(QStringLiteral("%1 · %2").arg(pool.name.value_or(QString()), id), id);
    }
    const int inUse = m_pools->findData(m_workspace.access().userPoolId());
    const int made = m_pools->findData(std::exchange(m_made, {}));
    m_pools->setCurrentIndex(made >= 0 ? made : std::max(0, inUse));
    seekSecret();
    if (inUse < 0) // deleted: whoever watches the settings leaves it
        m_workspace.access().loadSettings();
    m_delete->setEnabled(m_pools->count() > 1);
    m_delete->setToolTip(m_pools->count() > 1 ? QString() : tr("The last pool goes with “Reset sandbox” only."));
    if (m_pools->count() > 0)
        loadClients(m_pools->currentData().toString());
}

// Whether it can be used at all: without it nobody signs in.
void PoolsCard::seekSecret()
{
    m_workspace.access().whenReady(this, [this](const Result<void> &ready) {
        m_secretLost = !ready;
        if (m_clients->count() > 0)
            showWhetherInUse();
    });
}

void PoolsCard::loadClients(const QString &userPoolId, const QList<idp::UserPoolClientDescription> &found,
                            const std::optional<QString> &page)
{
    if (!page) { // those of another pool would stand under this one until the answer comes, and after a failure
        m_clients->clear();
        m_form->setHint(m_clients, {});
        m_use->hide();
        m_copySecret->hide();
    }
    m_workspace.access().client().call(
        idp::ListUserPoolClientsRequest{.userPoolId = userPoolId, .maxResults = 60, .nextToken = page}, this,
        [this, userPoolId, found, page](const Result<idp::ListUserPoolClientsResponse> &clients) {
            if (!clients)
                return showClientsError(userPoolId, clients.error());
            const auto all = found + clients->userPoolClients.value_or(QList<idp::UserPoolClientDescription>());
            if (hasMore(clients->nextToken, page))
                loadClients(userPoolId, all, clients->nextToken);
            else
                showClients(userPoolId, all);
        },
        {.action = tr("List app clients")});
}

void PoolsCard::showClientsError(const QString &userPoolId, const Error &error)
{
    if (m_pools->currentData().toString() == userPoolId)
        showError(error);
}

void PoolsCard::showClients(const QString &userPoolId, const QList<idp::UserPoolClientDescription> &clients)
{
    if (m_pools->currentData().toString() != userPoolId)
        return;
    m_clients->clear();
    for (const idp::UserPoolClientDescription &client : clients) {
        const QString id = client.clientId.value_or(QString());
        m_clients->addItem(QStringLiteral("%1 · %2").arg(client.clientName.value_or(QString()), id), id);
    }
    m_clients->setCurrentIndex(std::max(0, m_clients->findData(m_workspace.access().clientId())));
    showWhetherInUse();
}

// Looking through the pools changes nothing: the other pages may hold half a form.
void PoolsCard::showWhetherInUse()
{
    for (QComboBox *box : {m_pools, m_clients})
        box->setToolTip(plainToolTip(box->currentText())); // it may be too narrow for it
    const auth::UserPoolAccess &access = m_workspace.access();
    const QString clientId = m_clients->currentData().toString();
    const bool inUse = m_pools->currentData().toString() == access.userPoolId() && clientId == access.clientId();
    const bool fetches = inUse && m_secretLost;
    m_use->setText(fetches ? tr("Fetch the secret a&gain") : tr("Use &this pool"));
    m_use->setVisible(fetches || (!inUse && !clientId.isEmpty()));
    m_copySecret->setVisible(inUse && access.connection().hasClientSecret && !m_secretLost);
    m_form->setHint(m_clients, hint());
}

QString PoolsCard::hint() const
{
    const auth::UserPoolAccess &access = m_workspace.access();
    const QString clientId = m_clients->currentData().toString();
    if (clientId.isEmpty())
        return tr("This pool has no app client, so nobody can sign in to it.");
    if (m_pools->currentData().toString() != access.userPoolId())
        return tr(
            "The other pages work with another pool. Using this one opens them anew: what is typed there is lost.");
    if (clientId == access.clientId() && m_secretLost)
        return tr("The other pages work with this pool, but the secret of its app client cannot be read: nobody can "
                  "sign in.");
    if (clientId == access.clientId())
        return tr("The other pages work with this pool.");
    if (m_clients->findData(access.clientId()) < 0)
        return tr("The app client that the other pages work with is gone. Using this one keeps what is typed there.");
    return tr("The other pages work with another app client of this pool. Using this one keeps what is typed there.");
}

// The secret may still lie in the keychain, where nobody has asked for it yet.
void PoolsCard::copySecret()
{
    m_workspace.access().whenReady(this, [this](const Result<void> &ready) {
        const QString secret = m_workspace.access().clientSecret().value_or(QString());
        m_callout->clear();
        if (!ready) {
            m_secretLost = true;
            showWhetherInUse();
            showError(ready.error());
        } else if (!secret.isEmpty())
            copy(secret);
    });
}

void PoolsCard::copy(const QString &secret)
{
    m_workspace.clipboard().copy(secret);
    m_callout->setContent(
        {.tone = Tone::Good, .title = tr("The client secret was copied to the clipboard."), .canBeClosed = true});
}

// The secret comes from the service itself, so that a pool with one works at once.
void PoolsCard::useChosen()
{
    const QString userPoolId = m_pools->currentData().toString();
    const QString clientId = m_clients->currentData().toString();
    m_workspace.access().client().call(
        idp::DescribeUserPoolClientRequest{.userPoolId = userPoolId, .clientId = clientId}, this,
        [this, userPoolId, clientId](const Result<idp::DescribeUserPoolClientResponse> &response) {
            if (!response) {
                showError(response.error());
                return;
            }
            const idp::UserPoolClientType client = response->userPoolClient.value_or(idp::UserPoolClientType());
            emit clientChosen(userPoolId, clientId, client.clientSecret.value_or(QString()));
        },
        {.action = tr("Choose an app client")});
}

void PoolsCard::create(const sandbox::Preset &preset)
{
    m_callout->clear();
    setMaking(true);
    m_making = tr("New pool");
    m_workspace.access().client().call(preset.pool, this,
                                       [this, preset](const Result<idp::CreateUserPoolResponse> &response) {
                                           const QString id = response && response->userPool
                                                                  ? response->userPool->id.value_or(QString())
                                                                  : QString();
                                           if (response)
                                               return createClient(preset, id);
                                           setMaking(false);
                                           showError(response.error());
                                       },
                                       {.action = m_making});
}

// One at a time: a second click is most likely one too many.
void PoolsCard::setMaking(bool making)
{
    if (making)
        m_busy->start(tr("Making the pool…"));
    else
        m_busy->stop();
    if (making && m_new->hasFocus())
        m_pools->setFocus(Qt::OtherFocusReason); // where the new one is going to stand
    m_new->setEnabled(!making);
}

void PoolsCard::createClient(const sandbox::Preset &preset, const QString &userPoolId)
{
    idp::CreateUserPoolClientRequest request = preset.client;
    request.userPoolId = userPoolId;
    m_workspace.access().client().call(request, this,
                                       [this, userPoolId](const Result<idp::CreateUserPoolClientResponse> &response) {
                                           if (!response)
                                               return undoPool(userPoolId, response.error());
                                           setMaking(false);
                                           m_made = userPoolId;
                                           reload();
                                       },
                                       {.action = m_making});
}

// Nobody can sign in at a pool without an app client.
void PoolsCard::undoPool(const QString &userPoolId, const Error &error)
{
    m_workspace.access().client().call(
        idp::DeleteUserPoolRequest{.userPoolId = userPoolId}, this,
        [this, userPoolId, error](const Result<idp::DeleteUserPoolResponse> &response) {
            setMaking(false);
            if (!response)
                reload(); // it stands in the list from now on
            Callout::Content content = explained(error, m_workspace.facts(), {}).content;
            content.whatToDo = response ? tr("The pool was removed again. Try once more.")
                                        : tr("The pool %1 has no app client, so nobody can sign in there, and it could "
                                             "not be removed. Choose it above, delete it, then try once more.")
                                              .arg(userPoolId);
            m_callout->setContent(content);
        },
        {.action = m_making, .destructionConfirmed = true}); // undoes what was made a moment ago
}

void PoolsCard::askToDelete()
{
    const QString id = m_pools->currentData().toString();
    const Confirmation question{.title = tr("Delete the pool %1?").arg(m_pools->currentText()),
                                .text = tr("Its users, app clients, keys and messages go with it."),
                                .verb = tr("Delete pool")};
    askToConfirm(this, question, [this, id] { deletePool(id); });
}

void PoolsCard::deletePool(const QString &userPoolId)
{
    m_workspace.access().client().call(idp::DeleteUserPoolRequest{.userPoolId = userPoolId}, this,
                                       [this, userPoolId](const Result<idp::DeleteUserPoolResponse> &response) {
                                           if (!response)
                                               showError(response.error());
                                           else
                                               reload();
                                       },
                                       {.action = tr("Delete pool"), .destructionConfirmed = true});
}

void PoolsCard::showError(const Error &error)
{
    m_callout->setContent(explained(error, m_workspace.facts(), {}).content);
}

} // namespace poolscope::ui
