#include "ui/activity/activitycommands.h"

#include "activity/commands.h"
#include "ui/common/copyableid.h"

namespace poolscope::ui {

using transport::ActivityEntry;

ActivityCommands::ActivityCommands(Current current, QWidget *parent)
    : QMenu(parent)
    , m_current(std::move(current))
{
    setToolTipsVisible(true);
    m_copyId = add(QStringLiteral("activityCopyId"), tr("Copy request &id"), [this] { copyRequestId(); });
    m_copyId->setShortcut(QKeySequence::Copy);
    m_copyCli = add(QStringLiteral("activityCopyCli"), tr("Copy as &AWS CLI"),
                    [this] { copyCommand(activity::awsCliCommand(*m_current())); });
    m_copyCli->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    m_copyCurl = add(QStringLiteral("activityCopyCurl"), tr("Copy as c&url"),
                     [this] { copyCommand(activity::curlCommand(*m_current())); });
    m_copyCurl->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U));
    addSeparator();
    m_onlyOperation = add(QStringLiteral("activityOnlyOperation"), tr("Show only this &operation"),
                          [this] { emit onlyOperationRequested(m_current()->operation); });
    m_onlyAction = add(QStringLiteral("activityOnlyAction"), tr("Show only what belongs &together with it"),
                       [this] { emit onlyActionRequested(m_current()->action); });
    addSeparator();
    add(QStringLiteral("activityExport"), tr("&Export as HAR…"), [this] {
        emit exportRequested();
    })->setToolTip(tr("Those that are shown, with secrets blacked out"));
    add(QStringLiteral("activityClear"), tr("&Clear the list"), [this] { emit clearRequested(); });
    // In the table and in the menu's button, not in the whole window.
    for (QAction *action : {m_copyId, m_copyCli, m_copyCurl})
        action->setShortcutContext(Qt::WidgetShortcut);
    refresh();
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
    const ActivityEntry *entry = m_current();
    m_copyId->setEnabled(entry && !entry->requestId.isEmpty());
    m_copyCli->setEnabled(entry && entry->url.isValid() && !entry->bodiesDropped && !entry->operation.contains(u' '));
    m_copyCurl->setEnabled(entry && entry->url.isValid() && !entry->bodiesDropped);
    m_onlyOperation->setEnabled(entry);
    m_onlyAction->setEnabled(entry && !entry->action.isNull());
}

void ActivityCommands::copyRequestId()
{
    copyText(m_current()->requestId);
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
