#include "ui/activity/activitypanel.h"

#include "activity/activitymodel.h"
#include "transport/activitylog.h"
#include "ui/activity/activitydelegates.h"
#include "ui/activity/activitydetails.h"
#include "ui/common/buttons.h"
#include "ui/common/chip.h"
#include "ui/common/copyableid.h"
#include "ui/common/emptystate.h"
#include "ui/common/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

namespace poolscope::ui {

using activity::ActivityModel;

ActivityPanel::ActivityPanel(transport::ActivityLog *log, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_model(new ActivityModel(*log, this))
{
    setObjectName(QStringLiteral("activityPanel"));
    setAccessibleName(tr("Activity"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(lineWidget(false, this));
    m_body = new QStackedWidget(this);
    m_body->addWidget(new EmptyState(QStringLiteral("view-statistics"), tr("No requests yet"),
                                     tr("Every request to the pool appears here with what was sent and what came "
                                        "back; secrets are blacked out."),
                                     m_body));
    m_splitter = new QSplitter(Qt::Horizontal, m_body);
    m_splitter->addWidget(buildTable());
    m_details = new ActivityDetails(m_splitter);
    m_details->setMinimumWidth(280);
    m_details->hide();
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_body->addWidget(m_splitter);
    layout->addWidget(m_body, 1);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &ActivityPanel::onRowsChanged);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { followNewest(first, last); });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ActivityPanel::onDataChanged);
    onRowsChanged();
}

QWidget *ActivityPanel::buildHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(headingLabel(tr("Activity"), header));
    m_count = new Chip({}, Tone::Accent, header);
    row->addWidget(m_count);
    row->addStretch();
    m_actions = new QWidget(header);
    auto *actions = new QHBoxLayout(m_actions);
    actions->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_actions);
    row->addStrut(31);
    m_showDetails = new QPushButton(tr("Details"), m_actions);
    m_showDetails->setObjectName(QStringLiteral("activityDetails"));
    m_showDetails->setAccessibleName(tr("Show what was sent and what came back"));
    m_showDetails->setCheckable(true);
    m_showDetails->setAutoDefault(false);
    connect(m_showDetails, &QPushButton::toggled, this, &ActivityPanel::setDetailsShown);
    auto *copy = new LinkButton(tr("Copy request id"), m_actions);
    copy->setObjectName(QStringLiteral("activityCopyId"));
    connect(copy, &QPushButton::clicked, this, &ActivityPanel::copyRequestId);
    auto *clear = new LinkButton(tr("Clear"), m_actions);
    clear->setObjectName(QStringLiteral("activityClear"));
    clear->setAccessibleName(tr("Clear the activity list"));
    connect(clear, &QPushButton::clicked, m_log, &transport::ActivityLog::clear);
    actions->addWidget(copy);
    actions->addWidget(clear);
    actions->addWidget(m_showDetails);
    return header;
}

QWidget *ActivityPanel::buildTable()
{
    m_table = new QTableView(m_splitter);
    m_table->setObjectName(QStringLiteral("activityTable"));
    m_table->setAccessibleName(tr("Requests"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(ActivityModel::ResultColumn, new ResultDelegate(m_table));
    m_table->setItemDelegateForColumn(ActivityModel::RequestIdColumn, new IdDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(16);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(ActivityModel::ResultColumn, QHeaderView::Stretch);
    m_table->viewport()->installEventFilter(this);
    sizeColumns();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ActivityPanel::showCurrent);
    connect(m_table, &QTableView::activated, this, [this] { setDetailsShown(true); });
    connect(m_table, &QTableView::doubleClicked, this, [this] { setDetailsShown(true); });
    return m_table;
}

// Beside the details, and in a small window, the result needs the room; the rest stands in the details.
void ActivityPanel::sizeColumns()
{
    const int unit = fontMetrics().averageCharWidth();
    const bool narrow = m_table->viewport()->width() < unit * 78;
    m_table->setColumnHidden(ActivityModel::DurationColumn, narrow);
    m_table->setColumnHidden(ActivityModel::RequestIdColumn, narrow);
    m_table->setColumnWidth(ActivityModel::TimeColumn, unit * 15);
    m_table->setColumnWidth(ActivityModel::OperationColumn, unit * (narrow ? 23 : 28));
    m_table->setColumnWidth(ActivityModel::DurationColumn, unit * 13);
    m_table->setColumnWidth(ActivityModel::RequestIdColumn, unit * 13);
}

bool ActivityPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        sizeColumns();
    return QWidget::eventFilter(watched, event);
}

void ActivityPanel::setDetailsShown(bool shown)
{
    m_showDetails->setChecked(shown);
    if (shown == m_details->isVisibleTo(m_splitter))
        return;
    m_details->setVisible(shown);
    if (shown)
        m_splitter->setSizes({width() * 55 / 100, width() * 45 / 100});
    showCurrent();
}

void ActivityPanel::onRowsChanged()
{
    const int rows = m_model->rowCount();
    m_count->setText(QString::number(rows));
    m_body->setCurrentIndex(rows > 0 ? 1 : 0);
    m_actions->setVisible(rows > 0);
    if (rows == 0)
        showCurrent();
    else if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(rows - 1, 0));
}

void ActivityPanel::followNewest(int first, int last)
{
    if (m_table->currentIndex().row() == first - 1)
        m_table->setCurrentIndex(m_model->index(last, 0));
}

void ActivityPanel::showCurrent()
{
    if (m_details && m_details->isVisibleTo(m_splitter))
        m_details->setEntry(m_model->entry(m_table->currentIndex()));
}

void ActivityPanel::onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    const int current = m_table->currentIndex().row();
    if (topLeft.row() <= current && current <= bottomRight.row())
        showCurrent();
}

void ActivityPanel::copyRequestId()
{
    const transport::ActivityEntry *entry = m_model->entry(m_table->currentIndex());
    if (entry && !entry->requestId.isEmpty())
        copyText(entry->requestId);
}

} // namespace poolscope::ui
