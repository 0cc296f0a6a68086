#pragma once

#include <QList>
#include <QObject>

class QTableView;

namespace poolscope::ui {

// Columns that share the width of their table: each has a least width and takes its share of what is left over. Where not
// even the least widths fit, the table scrolls sideways. A column that is dragged by hand ends the sharing.
class SharedColumns final : public QObject
{
    Q_OBJECT

public:
    struct Column
    {
        int least; // pixels
        int share; // 0: never wider
    };

    // The table's model must be set; owned by the table.
    SharedColumns(QTableView *table, const QList<Column> &columns);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void share();

    QTableView *m_table;
    QList<Column> m_columns;
    bool m_sharing = false; // while the widths change by themselves
    bool m_dragged = false;
};

} // namespace poolscope::ui
