#include "ui/activity/activitypanel.h"

#include "activity/activityexport.h"
#include "activity/activitymodel.h"
#include "ui/activity/activitybar.h"
#include "ui/activity/activitycommands.h"
#include "ui/activity/activitydetails.h"
#include "ui/activity/activitytable.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/emptystate.h"
#include "ui/common/labels.h"

#include <QFileDialog>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace poolscope::ui {

using activity::ActivityModel;

namespace {

enum class Body { Empty, NothingFound, Table };

} // namespace

ActivityPanel::ActivityPanel(transport::ActivityLog *log, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_model(new ActivityModel(*log, this))
{
    setObjectName(QStringLiteral("activityPanel"));
    setAccessibleName(tr("Activity"));
    buildBar();
    buildBody();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_said);
    layout->addWidget(lineWidget(false, this));
    layout->addWidget(m_body, 1);
    connectModel();
    followModel();
    showCurrent();
}

void ActivityPanel::buildBar()
{
    m_commands = new ActivityCommands([this] { return m_table ? m_model->entry(m_table->currentIndex()) : nullptr; },
                                      [this](qint64 id) { return m_model->entry(m_model->indexOf(id)); }, this);
    m_bar = new ActivityBar(m_commands, this);
    m_said = new ElidedLabel({}, Qt::ElideRight, this);
    m_said->setObjectName(QStringLiteral("activitySaid"));
    m_said->setForegroundRole(QPalette::PlaceholderText);
    m_said->setContentsMargins(12, 0, 12, 4);
    m_said->hide();
    m_saidFor.setSingleShot(true);
    m_saidFor.setInterval(saidFor);
    connect(&m_saidFor, &QTimer::timeout, this, &ActivityPanel::sayNothing);
    connect(m_commands, &ActivityCommands::said, this, &ActivityPanel::say);
    connect(m_commands, &ActivityCommands::onlyOperationRequested, m_bar, &ActivityBar::setOnlyOperation);
    connect(m_commands, &ActivityCommands::onlyActionRequested, m_bar, &ActivityBar::setOnlyAction);
    connect(m_commands, &ActivityCommands::exportRequested, this, &ActivityPanel::askForFile);
    connect(m_commands, &ActivityCommands::clearRequested, m_log, &transport::ActivityLog::clear);
    connect(m_bar, &ActivityBar::filterChanged, this, [this] { m_model->setFilter(m_bar->filter()); });
    connect(m_bar, &ActivityBar::groupingChanged, m_model, &ActivityModel::setGrouped);
    connect(m_bar, &ActivityBar::detailsToggled, this, &ActivityPanel::setDetailsShown);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_bar, &ActivityBar::focusSearch);
}

void ActivityPanel::buildBody()
{
    m_body = new QStackedWidget(this);
    m_body->addWidget(new EmptyState(QStringLiteral("view-statistics"), tr("No requests yet"),
                                     tr("Every request to the pool appears here with what was sent and what came "
                                        "back; secrets are blacked out."),
                                     m_body));
    auto *nothing = new EmptyState(QStringLiteral("edit-find"), tr("No request matches"),
                                   tr("Requests are there, but the filter lets none of them pass."), m_body);
    nothing->addAction(QStringLiteral("clear"), tr("Show all"));
    connect(nothing, &EmptyState::actionTriggered, m_bar, &ActivityBar::clearFilter);
    m_body->addWidget(nothing);
    m_splitter = new QSplitter(Qt::Horizontal, m_body);
    m_table = new ActivityTable(m_model, m_splitter);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->addActions(m_commands->actions()); // for their shortcuts
    m_details = new ActivityDetails(m_splitter);
    m_details->setMinimumWidth(280);
    m_details->hide();
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_body->addWidget(m_splitter);
    connect(m_table, &ActivityTable::currentChosen, this, &ActivityPanel::showCurrent);
    connect(m_table, &ActivityTable::detailsRequested, this, [this] { setDetailsShown(true); });
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &point) { m_commands->popup(m_table->viewport()->mapToGlobal(point)); });
}

void ActivityPanel::connectModel()
{
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &ActivityPanel::followModel);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ActivityPanel::followModel);
    connect(m_model, &ActivityModel::countsChanged, this, &ActivityPanel::followModel);
}

void ActivityPanel::followModel()
{
    const int rows = m_model->rowCount();
    m_bar->setCounts(m_model->shownCount(), m_model->entryCount());
    const bool isFiltered = m_model->entryCount() > 0;
    m_body->setCurrentIndex(int(rows > 0 ? Body::Table : isFiltered ? Body::NothingFound : Body::Empty));
    if (rows == 0)
        showCurrent();
    if (!isFiltered)
        sayNothing();
}

void ActivityPanel::setDetailsShown(bool shown)
{
    m_bar->setDetailsChecked(shown);
    if (shown == m_details->isVisibleTo(m_splitter))
        return;
    m_details->setVisible(shown);
    if (shown)
        m_splitter->setSizes({width() * 55 / 100, width() * 45 / 100});
    showCurrent();
}

void ActivityPanel::showCurrent()
{
    m_commands->refresh();
    if (chosenId() != m_saidOf)
        sayNothing();
    if (m_details->isVisibleTo(m_splitter))
        m_details->setEntry(m_model->entry(m_table->currentIndex()));
}

void ActivityPanel::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Export as HAR"));
    dialog->setObjectName(QStringLiteral("activityExportFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("har"));
    dialog->setNameFilter(tr("HTTP Archive (*.har)"));
    dialog->selectFile(QStringLiteral("poolscope.har"));
    connect(dialog, &QFileDialog::fileSelected, this, &ActivityPanel::exportTo);
    dialog->open();
}

void ActivityPanel::exportTo(const QString &filePath)
{
    activity::writeHar(filePath, m_model->shownEntries(), this, [this, filePath](const Result<qsizetype> &written) {
        if (written)
            say(tr("Exported %n request(s) to %1", nullptr, int(*written)).arg(filePath));
        else
            say(tr("%1 was not written: %2").arg(filePath, written.error().message));
    });
}

void ActivityPanel::say(const QString &sentence)
{
    m_said->setText(sentence);
    m_said->setAccessibleName(sentence);
    m_said->show();
    m_saidOf = chosenId();
    m_saidFor.start();
}

void ActivityPanel::sayNothing()
{
    m_saidFor.stop();
    m_said->hide();
}

std::optional<qint64> ActivityPanel::chosenId() const
{
    const transport::ActivityEntry *entry = m_model->entry(m_table->currentIndex());
    return entry ? std::optional(entry->id) : std::nullopt;
}

} // namespace poolscope::ui
