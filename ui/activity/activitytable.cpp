#include "ui/activity/activitytable.h"

#include "activity/activitymodel.h"
#include "ui/activity/activitydelegates.h"

#include <QHeaderView>

namespace poolscope::ui {

using activity::ActivityModel;

namespace {

constexpr int besideText = 22; // the margins of a cell, and some air

} // namespace

ActivityTable::ActivityTable(ActivityModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("activityTable"));
    setAccessibleName(tr("Requests"));
    setModel(model);
    setItemDelegateForColumn(ActivityModel::OperationColumn, new OperationDelegate(this));
    setItemDelegateForColumn(ActivityModel::ResultColumn, new ResultDelegate(this));
    setItemDelegateForColumn(ActivityModel::RequestIdColumn, new IdDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(16);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(ActivityModel::ResultColumn, QHeaderView::Stretch);
    sizeColumns();
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(model, &QAbstractItemModel::modelReset, this, &ActivityTable::onReset);
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &topLeft, const QModelIndex &bottomRight) {
                const int current = currentIndex().row();
                if (topLeft.row() <= current && current <= bottomRight.row())
                    emit currentChosen();
            });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ActivityTable::noteCurrent);
    connect(this, &QTableView::activated, this, &ActivityTable::detailsRequested);
    connect(this, &QTableView::doubleClicked, this, &ActivityTable::detailsRequested);
    onReset();
}

// Beside the details, and in a small window, the result needs the room; the rest stands in the details.
void ActivityTable::sizeColumns()
{
    const int unit = fontMetrics().averageCharWidth();
    const bool narrow = viewport()->width() < unit * 78;
    setColumnHidden(ActivityModel::DurationColumn, narrow);
    setColumnHidden(ActivityModel::RequestIdColumn, narrow);
    // Digits are wider than letters in most fonts.
    const int time = fontMetrics().horizontalAdvance(QStringLiteral("00:00:00.000")) + besideText;
    const QString duration = m_model->headerData(ActivityModel::DurationColumn, Qt::Horizontal).toString();
    setColumnWidth(ActivityModel::TimeColumn, qMax(unit * 15, time));
    setColumnWidth(ActivityModel::OperationColumn, unit * (narrow ? 23 : 28));
    setColumnWidth(ActivityModel::DurationColumn,
                   qMax(unit * 13, horizontalHeader()->fontMetrics().horizontalAdvance(duration) + besideText));
    setColumnWidth(ActivityModel::RequestIdColumn, unit * 13);
}

void ActivityTable::resizeEvent(QResizeEvent *event)
{
    sizeColumns();
    QTableView::resizeEvent(event);
}

void ActivityTable::onInserted(int first, int last)
{
    const int current = currentIndex().row();
    if (current < 0 || (current == first - 1 && last == m_model->rowCount() - 1))
        setCurrentIndex(m_model->index(last, 0));
}

void ActivityTable::onReset()
{
    const QModelIndex same = m_model->indexOf(m_currentId);
    const int rows = m_model->rowCount();
    if (rows > 0)
        setCurrentIndex(same.isValid() ? same : m_model->index(rows - 1, 0));
}

void ActivityTable::noteCurrent()
{
    if (const transport::ActivityEntry *entry = m_model->entry(currentIndex()))
        m_currentId = entry->id;
    emit currentChosen();
}

} // namespace poolscope::ui
