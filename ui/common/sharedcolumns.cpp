#include "ui/common/sharedcolumns.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

namespace poolscope::ui {

SharedColumns::SharedColumns(QTableView *table, const QList<Column> &columns)
    : QObject(table)
    , m_table(table)
    , m_columns(columns)
{
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->viewport()->installEventFilter(this);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (!m_sharing)
            m_dragged = true;
    });
    share();
}

bool SharedColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && !m_dragged)
        share();
    return QObject::eventFilter(watched, event);
}

void SharedColumns::share()
{
    const QScopedValueRollback sharing(m_sharing, true);
    int left = m_table->viewport()->width();
    int shares = 0;
    for (const Column &column : std::as_const(m_columns)) {
        left -= column.least;
        shares += column.share;
    }
    left = qMax(0, left);
    // What is left is given out as it goes, so that no pixel remains.
    for (int i = 0; i < m_columns.size(); ++i) {
        const Column &column = m_columns[i];
        const int more = column.share > 0 ? left * column.share / shares : 0;
        m_table->setColumnWidth(i, column.least + more);
        left -= more;
        shares -= column.share;
    }
}

} // namespace poolscope::ui
