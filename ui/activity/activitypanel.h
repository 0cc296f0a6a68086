#pragma once

#include <QWidget>

class QModelIndex;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace poolscope::activity {
class ActivityModel;
}
namespace poolscope::transport {
class ActivityLog;
}

namespace poolscope::ui {

class ActivityDetails;
class Chip;

// Every request: a table, and beside the chosen row what was sent and what came back, redacted. Follows the newest row
// until another one is chosen.
class ActivityPanel final : public QWidget
{
    Q_OBJECT

public:
    // The log must outlive the panel.
    explicit ActivityPanel(transport::ActivityLog *log, QWidget *parent = nullptr);

    void setDetailsShown(bool shown); // also by Enter on a row

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildHeader();
    QWidget *buildTable();
    void sizeColumns();
    void onRowsChanged();
    void followNewest(int first, int last);
    void showCurrent();
    void onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    void copyRequestId();

    transport::ActivityLog *m_log;
    activity::ActivityModel *m_model;
    QTableView *m_table = nullptr;
    ActivityDetails *m_details = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_body = nullptr;
    Chip *m_count = nullptr;
    QWidget *m_actions = nullptr;
    QPushButton *m_showDetails = nullptr;
};

} // namespace poolscope::ui
