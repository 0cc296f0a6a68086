#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <optional>

class QSplitter;
class QStackedWidget;

namespace poolscope::activity {
class ActivityModel;
}
namespace poolscope::transport {
class ActivityLog;
}

namespace poolscope::ui {

class ActivityBar;
class ActivityCommands;
class ActivityDetails;
class ActivityTable;
class ElidedLabel;

// Every request: searched, filtered, grouped by what the user did; beside the chosen row what was sent and what came back,
// redacted; copied as a command, exported.
class ActivityPanel final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds saidFor{20};

    // The log must outlive the panel.
    explicit ActivityPanel(transport::ActivityLog *log, QWidget *parent = nullptr);

    void setDetailsShown(bool shown); // also by Enter on a row
    void setSaidFor(std::chrono::milliseconds time) { m_saidFor.setInterval(time); }
    void exportTo(const QString &filePath); // what is shown, as HAR; says in the panel how it went

private:
    void buildBar();
    void buildBody();
    void connectModel();
    void followModel();
    void showCurrent();
    void askForFile();
    void say(const QString &sentence);
    void sayNothing();
    std::optional<qint64> chosenId() const;

    transport::ActivityLog *m_log;
    activity::ActivityModel *m_model;
    ActivityCommands *m_commands = nullptr;
    ActivityBar *m_bar = nullptr;
    ElidedLabel *m_said = nullptr;
    QTimer m_saidFor;
    std::optional<qint64> m_saidOf; // the request that was chosen then
    ActivityTable *m_table = nullptr;
    ActivityDetails *m_details = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_body = nullptr;
};

} // namespace poolscope::ui
