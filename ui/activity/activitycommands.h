#pragma once

#include <QMenu>

#include <functional>
#include <optional>

namespace poolscope::activity {
struct ShellCommand;
}
namespace poolscope::transport {
struct ActivityEntry;
class UserAction;
} // namespace poolscope::transport

namespace poolscope::ui {

// What can be done with the chosen request and with all of them: the panel's menu, and the table's.
class ActivityCommands final : public QMenu
{
    Q_OBJECT

public:
    using Current = std::function<const transport::ActivityEntry *()>;       // null: none is chosen
    using Find = std::function<const transport::ActivityEntry *(qint64 id)>; // null: it is gone, or not shown

    ActivityCommands(Current current, Find find, QWidget *parent = nullptr);

    void refresh(); // when another request is chosen, or its answer is there

signals:
    void said(const QString &sentence); // what was done
    void onlyOperationRequested(const QString &operation);
    void onlyActionRequested(const poolscope::transport::UserAction &action);
    void exportRequested();
    void clearRequested();

private:
    QAction *add(const QString &id, const QString &text, std::function<void()> run);
    const transport::ActivityEntry *chosen() const;
    using Run = std::function<void(const transport::ActivityEntry &)>;
    QAction *addOnChosen(const QString &id, const QString &text, Run run);
    void copyRequestId(const transport::ActivityEntry &entry);
    void copyCommand(const std::optional<activity::ShellCommand> &command);
    void keepChosen();

    Current m_current;
    Find m_find;
    std::optional<qint64> m_shownFor; // the entry that the menu was opened on, while it is open
    QAction *m_copyId;
    QAction *m_copyCli;
    QAction *m_copyCurl;
    QAction *m_onlyOperation;
    QAction *m_onlyAction;
};

} // namespace poolscope::ui
