#pragma once

#include <QWidget>

class QLabel;
class QModelIndex;
class QSplitter;
class QTableView;

namespace poolscope::transport {
class ActivityLog;
class ActivityModel;
} // namespace poolscope::transport

namespace poolscope::ui {

class ActivityDetails;
class Chip;
class EmptyState;

// Every request: a table, and beside the chosen row what was sent and what came back, redacted.
class ActivityPanel final : public QWidget
{
    Q_OBJECT

public:
    // The log must outlive the panel.
    explicit ActivityPanel(transport::ActivityLog *log, QWidget *parent = nullptr);

    void setDetailsShown(bool shown);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHeader();
    void buildTable();
    void onRowsChanged();
    void showCurrent();

    transport::ActivityLog *m_log;
    transport::ActivityModel *m_model;
    QTableView *m_table = nullptr;
    ActivityDetails *m_details = nullptr;
    QSplitter *m_splitter = nullptr;
    Chip *m_count = nullptr;
    EmptyState *m_empty = nullptr;
    bool m_following = true;
};

} // namespace poolscope::ui
