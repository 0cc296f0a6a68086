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
    using Current = std::function<const transport::ActivityEntry *()>; // null: none is chosen

    explicit ActivityCommands(Current current, QWidget *parent = nullptr);

    void refresh(); // when another request is chosen, or its answer is there

signals:
    void said(const QString &sentence); // what was done
    void onlyOperationRequested(const QString &operation);
    void onlyActionRequested(const poolscope::transport::UserAction &action);
    void exportRequested();
    void clearRequested();

private:
    QAction *add(const QString &id, const QString &text, std::function<void()> run);
    void copyRequestId();
    void copyCommand(const std::optional<activity::ShellCommand> &command);

    Current m_current;
    QAction *m_copyId;
    QAction *m_copyCli;
    QAction *m_copyCurl;
    QAction *m_onlyOperation;
    QAction *m_onlyAction;
};

} // namespace poolscope::ui
