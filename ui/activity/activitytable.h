#pragma once

#include <QTableView>

namespace poolscope::activity {
class ActivityModel;
}

namespace poolscope::ui {

// The requests. Follows the newest row until another one is chosen; what is chosen stays so while rows come and go.
class ActivityTable final : public QTableView
{
    Q_OBJECT

public:
    explicit ActivityTable(activity::ActivityModel *model, QWidget *parent = nullptr);

signals:
    void currentChosen();    // another row is the current one, or what it shows has changed
    void detailsRequested(); // Enter or a double click

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void sizeColumns();
    void onInserted(int first, int last);
    void onReset();
    void noteCurrent();

    activity::ActivityModel *m_model;
    qint64 m_currentId = 0; // of the entry chosen last
};

} // namespace poolscope::ui
