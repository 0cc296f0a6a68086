#include "ui/connections/connectionsdialog.h"

#include "profiles/connectionstore.h"
#include "ui/common/busyindicator.h"
#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/confirmdialog.h"
#include "ui/connections/connectionfiles.h"
#include "ui/connections/connectionform.h"
#include "ui/connections/environment.h"
#include "ui/connections/keysfields.h"

#include <QListWidget>
#include <QStackedWidget>

namespace poolscope::ui {

using profiles::Connection;

ConnectionsDialog::~ConnectionsDialog() = default;

void ConnectionsDialog::reloadList()
{
    m_reloading = true;
    m_list->clear();
    for (const Connection &connection : m_store->connections()) {
        auto *item = new QListWidgetItem(connection.name, m_list);
        item->setData(Qt::UserRole, connection.id);
        const QString environment = environmentName(connection.environment);
        const QString marks = connection.readOnly ? tr("%1, read-only").arg(environment) : environment;
        item->setIcon(environmentIcon(connection.environment, m_list));
        item->setToolTip(QStringList{connection.name, marks}.join(u'\n').trimmed());
        item->setData(Qt::AccessibleDescriptionRole, marks);
        if (connection.id == m_id)
            m_list->setCurrentItem(item);
    }
    if (m_id.isEmpty())
        m_list->setCurrentItem(nullptr);
    m_reloading = false;
}

void ConnectionsDialog::select(const QString &connectionId)
{
    show(connectionId);
    reloadList();
}

void ConnectionsDialog::setProfiles(const QList<credentials::ProfileChoice> &profiles, const QString &problem)
{
    m_form->keys().setProfiles(profiles, problem);
}

void ConnectionsDialog::onRowChanged(int row)
{
    if (m_reloading || row < 0)
        return;
    const QString wanted = m_list->item(row)->data(Qt::UserRole).toString();
    if (wanted == m_id)
        return;
    leaveForm([this, wanted] { select(wanted); });
}

void ConnectionsDialog::leaveForm(std::function<void()> then)
{
    if (!m_form->isModified()) {
        then();
        return;
    }
    // Back to where the form is, until the answer is given; the list must not change inside its own signal.
    QMetaObject::invokeMethod(this, &ConnectionsDialog::reloadList, Qt::QueuedConnection);
    const QString name = m_form->connection().name;
    Confirmation ask;
    ask.title = name.isEmpty() ? tr("Discard the new connection?") : tr("Discard the changes to %1?").arg(name);
    ask.text = tr("What was typed here is not saved yet.");
    ask.verb = tr("Discard changes");
    askToConfirm(this, ask, std::move(then));
}

void ConnectionsDialog::addNew()
{
    leaveForm([this] {
        show({});
        reloadList();
        m_form->focusFirstField();
    });
}

void ConnectionsDialog::show(const QString &connectionId)
{
    stopTest();
    m_id = connectionId;
    m_result->clear();
    const std::optional<Connection> kept = m_store->find(connectionId);
    const bool sandbox = connectionId == profiles::sandboxId;
    m_form->setConnection(kept.value_or(Connection{}));
    m_body->setCurrentIndex(sandbox ? 0 : 1);
    updateButtons();
}

void ConnectionsDialog::updateButtons()
{
    const bool sandbox = m_id == profiles::sandboxId;
    m_save->setVisible(!sandbox);
    m_test->setVisible(m_tester && !sandbox);
    m_delete->setVisible(!sandbox && !m_id.isEmpty());
    m_export->setVisible(!sandbox && !m_id.isEmpty());
    m_connect->setVisible(!m_id.isEmpty());
}

bool ConnectionsDialog::check(const QList<profiles::ConnectionProblem> &problems)
{
    m_form->showProblems(problems);
    const bool hasSecrets = m_form->checkSecrets();
    if (profiles::isUsable(problems) && hasSecrets)
        return true;
    m_form->focusFirstProblem();
    return false;
}

bool ConnectionsDialog::save()
{
    Connection connection = m_form->connection();
    connection.id = m_id;
    const QList<profiles::ConnectionProblem> problems = profiles::validate(connection);
    if (!check(problems))
        return false;
    const QString secret = m_form->clientSecret();
    const transport::SigningCredentials keys = m_form->keys().typed();
    const Connection before = m_store->find(m_id).value_or(Connection{});
    const bool forgets = m_form->wantsNoSecret() && before.hasClientSecret;
    using KeysKind = profiles::KeySource::Kind;
    const bool forgetsKeys = before.keys.kind == KeysKind::Kept && connection.keys.kind != KeysKind::Kept;
    const Result<QString> id = m_id.isEmpty()
                                   ? m_store->add(connection)
                                   : m_store->update(connection).map([&connection] { return connection.id; });
    if (!id) {
        m_result->setContent(Callout::Content::fromError(id.error()));
        return false;
    }
    m_id = *id;
    if (!secret.isEmpty() || forgets)
        emit secretEntered(m_id, secret);
    if (!keys.accessKeyId.isEmpty() || forgetsKeys)
        emit keysEntered(m_id, keys);
    m_form->setConnection(m_store->find(m_id).value_or(connection));
    m_form->showProblems(problems);
    m_result->clear();
    reloadList();
    updateButtons();
    return true;
}

void ConnectionsDialog::test()
{
    if (m_testContext) {
        stopTest();
        return;
    }
    Connection connection = m_form->connection();
    connection.id = m_id;
    if (!check(profiles::validate(connection)))
        return;
    m_result->clear();
    m_busy->start(tr("Asking the endpoint"));
    m_test->setText(tr("Stop the test"));
    m_testContext = std::make_unique<QObject>();
    m_tester->test(connection, {m_form->clientSecret(), m_form->keys().typed()}, m_testContext.get(),
                   [this](const Callout::Content &verdict) { showVerdict(verdict); });
}

void ConnectionsDialog::stopTest()
{
    m_busy->stop();
    m_test->setText(tr("&Test connection"));
    m_testContext.reset();
}

void ConnectionsDialog::showVerdict(const Callout::Content &verdict)
{
    // The context owns what is calling us.
    m_testContext.release()->deleteLater();
    stopTest();
    m_result->setContent(verdict);
}

// A verdict on what stood there before would be taken for one on what stands there now.
void ConnectionsDialog::onEdited()
{
    m_editedSinceImport = true;
    m_result->clear();
    if (m_testContext)
        stopTest();
}

void ConnectionsDialog::askForImport()
{
    m_editedSinceImport = false; // whatever is there may go
    m_files->askForImport();
}

// A file that takes long is there when something else may have been begun.
void ConnectionsDialog::showImported(const profiles::ImportedConnection &imported, const QStringList &notes)
{
    if (m_editedSinceImport)
        leaveForm([this, imported, notes] { fillWith(imported, notes); });
    else
        fillWith(imported, notes);
}

// As a new one, to be looked over and saved.
void ConnectionsDialog::fillWith(const profiles::ImportedConnection &imported, const QStringList &notes)
{
    show({});
    m_form->fill(imported);
    reloadList();
    m_form->focusFirstField();
    m_result->setContent({.tone = notes.isEmpty() ? Tone::Good : Tone::Caution,
                          .title = tr("Read from the file. Look it over and save it."),
                          .body = notes.join(u' ')});
}

// As it is saved: what stands in the form may not be fit for use.
void ConnectionsDialog::exportShown()
{
    if (const std::optional<Connection> kept = m_store->find(m_id))
        m_files->askForExport(*kept);
}

void ConnectionsDialog::askToDelete()
{
    const std::optional<Connection> connection = m_store->find(m_id);
    if (!connection)
        return;
    Confirmation ask;
    ask.title = tr("Delete the connection %1?").arg(connection->name);
    ask.text = tr("Its client secret, its AWS keys and its stored sign-ins are deleted with it. Their tokens are not "
                  "revoked: sign out "
                  "first where they must not count any more. The user pool stays as it is.");
    ask.verb = tr("Delete connection");
    if (connection->environment == profiles::Environment::Production)
        ask.typedName = connection->name;
    askToConfirm(this, ask, [this, id = m_id] {
        if (const Result<void> removed = m_store->remove(id); !removed) {
            m_result->setContent(Callout::Content::fromError(removed.error()));
            return;
        }
        emit secretEntered(id, {});
        select(QString(profiles::sandboxId));
        m_list->setFocus();
    });
}

void ConnectionsDialog::connectNow()
{
    if (m_id != profiles::sandboxId && m_form->isModified() && !save())
        return;
    emit openRequested(m_id);
    accept();
}

void ConnectionsDialog::reject()
{
    if (m_id == profiles::sandboxId || !m_form->isModified()) {
        QDialog::reject();
        return;
    }
    leaveForm([this] { QDialog::reject(); });
}

} // namespace poolscope::ui
