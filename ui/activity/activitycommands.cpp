#include "ui/activity/activitycommands.h"

#include "activity/commands.h"
#include "ui/common/copyableid.h"

namespace poolscope::ui {

using transport::ActivityEntry;

ActivityCommands::ActivityCommands(Current current, Find find, QWidget *parent)
    : QMenu(parent)
    , m_current(std::move(current))
    , m_find(std::move(find))
{
    setToolTipsVisible(true);
    m_copyId = addOnChosen(QStringLiteral("activityCopyId"), tr("Copy request &id"),
                           [this](const ActivityEntry &entry) { copyRequestId(entry); });
    m_copyId->setShortcut(QKeySequence::Copy);
    m_copyCli = addOnChosen(QStringLiteral("activityCopyCli"), tr("Copy as &AWS CLI"),
                            [this](const ActivityEntry &entry) { copyCommand(activity::awsCliCommand(entry)); });
    m_copyCli->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    m_copyCurl = addOnChosen(QStringLiteral("activityCopyCurl"), tr("Copy as c&url"),
                             [this](const ActivityEntry &entry) { copyCommand(activity::curlCommand(entry)); });
    m_copyCurl->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U));
    addSeparator();
    m_onlyOperation =
        addOnChosen(QStringLiteral("activityOnlyOperation"), tr("Show only this &operation"),
                    [this](const ActivityEntry &entry) { emit onlyOperationRequested(QString(entry.operation)); });
    m_onlyAction = addOnChosen(
        QStringLiteral("activityOnlyAction"), tr("Show only what belongs &together with it"),
        [this](const ActivityEntry &entry) { emit onlyActionRequested(transport::UserAction(entry.action)); });
    addSeparator();
    add(QStringLiteral("activityExport"), tr("&Export as HAR…"), [this] {
        emit exportRequested();
    })->setToolTip(tr("Those that are shown, with secrets blacked out"));
    add(QStringLiteral("activityClear"), tr("&Clear the list"), [this] { emit clearRequested(); });
    // In the table and in the menu's button, not in the whole window.
    for (QAction *action : {m_copyId, m_copyCli, m_copyCurl})
        action->setShortcutContext(Qt::WidgetShortcut);
    connect(this, &QMenu::aboutToShow, this, &ActivityCommands::keepChosen);
    // An action runs after the menu was hidden for it, in the same turn.
    connect(
        this, &QMenu::aboutToHide, this,
        [this] {
            if (isVisible()) // opened again meanwhile
                return;
            m_shownFor.reset();
            refresh();
        },
        Qt::QueuedConnection);
    refresh();
}

// Rows that arrive while the menu is open may make another one current.
void ActivityCommands::keepChosen()
{
    const ActivityEntry *entry = m_current();
    m_shownFor = entry ? std::optional(entry->id) : std::nullopt;
    refresh();
}

const ActivityEntry *ActivityCommands::chosen() const
{
    return m_shownFor ? m_find(*m_shownFor) : m_current();
}

QAction *ActivityCommands::addOnChosen(const QString &id, const QString &text, Run run)
{
    return add(id, text, [this, run = std::move(run)] {
        if (const ActivityEntry *entry = chosen())
            run(*entry);
    });
}

QAction *ActivityCommands::add(const QString &id, const QString &text, std::function<void()> run)
{
    QAction *action = addAction(text);
    action->setObjectName(id);
    connect(action, &QAction::triggered, this, std::move(run));
    return action;
}

void ActivityCommands::refresh()
{
    const ActivityEntry *entry = chosen();
    m_copyId->setEnabled(entry && !entry->requestId.isEmpty());
    m_copyCli->setEnabled(entry && activity::hasAwsCliCommand(*entry));
    m_copyCurl->setEnabled(entry && activity::hasCurlCommand(*entry));
    m_onlyOperation->setEnabled(entry);
    m_onlyAction->setEnabled(entry && !entry->action.isNull());
}

void ActivityCommands::copyRequestId(const ActivityEntry &entry)
{
    copyText(entry.requestId);
    emit said(tr("Copied the request id."));
}

void ActivityCommands::copyCommand(const std::optional<activity::ShellCommand> &command)
{
    if (!command)
        return;
    copyText(command->text);
    const QString plain = command->variables.join(QStringLiteral(", "));
    const QString inJson = command->jsonVariables.join(QStringLiteral(", "));
    if (plain.isEmpty() && inJson.isEmpty())
        emit said(tr("Copied. There is no secret in it."));
    else if (inJson.isEmpty())
        emit said(tr("Copied without secrets. Set these first, as they are: %1").arg(plain));
    else if (plain.isEmpty())
        emit said(tr("Copied without secrets. Set these first, with \" and \\ escaped as in JSON: %1").arg(inJson));
    else
        emit said(
            tr("Copied without secrets. Set these first, as they are: %1; and with \" and \\ escaped as in JSON: %2")
                .arg(plain, inJson));
}

} // namespace poolscope::ui
