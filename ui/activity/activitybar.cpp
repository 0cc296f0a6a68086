#include "ui/activity/activitybar.h"

#include "core/plaintooltip.h"
#include "ui/common/buttons.h"
#include "ui/common/chip.h"
#include "ui/common/flowlayout.h"
#include "ui/common/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

namespace poolscope::ui {

using activity::ActivityFilter;

namespace {

constexpr int charactersOfFilter = 32;
constexpr int charactersOfSearch = 28;
constexpr int barHeight = 39; // also without buttons

} // namespace

ActivityBar::ActivityBar(QMenu *menu, QWidget *parent)
    : QWidget(parent)
    , m_count(new Chip({}, Tone::Accent, this))
{
    auto *row = new FlowLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(headingLabel(tr("Activity"), this));
    row->addWidget(m_count);
    buildFilter();
    buildButtons(menu);
    for (QWidget *part : QList<QWidget *>{m_search, m_outcomeBox, m_clear, m_group, m_more, m_details})
        row->addWidget(part);
    setMinimumHeight(barHeight);
}

void ActivityBar::buildFilter()
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("activitySearch"));
    m_search->setAccessibleName(tr("Search the requests"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setToolTip(tr("Operation, action, error, status, request id, or what was sent and answered (Ctrl+F)"));
    m_search->setMaxLength(200);
    m_search->setFixedWidth(fontMetrics().averageCharWidth() * charactersOfSearch);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ActivityBar::noteFilter);
    m_outcomeBox = new QWidget(this);
    auto *box = new QHBoxLayout(m_outcomeBox);
    box->setContentsMargins({});
    m_outcome = new QComboBox(m_outcomeBox);
    m_outcome->setObjectName(QStringLiteral("activityOutcome"));
    m_outcome->setAccessibleName(tr("Which requests are shown"));
    m_outcome->addItem(tr("All"), int(ActivityFilter::Outcome::Any));
    m_outcome->addItem(tr("Succeeded"), int(ActivityFilter::Outcome::Succeeded));
    m_outcome->addItem(tr("Failed"), int(ActivityFilter::Outcome::Failed));
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &ActivityBar::noteFilter);
    auto *label = new QLabel(tr("Show"), m_outcomeBox); // a combo box tells screen readers its value as its name
    label->setBuddy(m_outcome);
    box->addWidget(label);
    box->addWidget(m_outcome);
    m_clear = new LinkButton({}, this);
    m_clear->setObjectName(QStringLiteral("activityClearFilter"));
    m_clear->hide();
    connect(m_clear, &QPushButton::clicked, this, [this] {
        clearFilter();
        focusSearch();
    });
}

void ActivityBar::buildButtons(QMenu *menu)
{
    m_group = new QPushButton(tr("Group"), this);
    m_group->setObjectName(QStringLiteral("activityGroup"));
    m_group->setAccessibleName(tr("Group by what you did"));
    m_group->setToolTip(m_group->accessibleName());
    m_group->setCheckable(true);
    m_group->setAutoDefault(false);
    connect(m_group, &QPushButton::toggled, this, &ActivityBar::groupingChanged);
    m_more = new QPushButton(tr("More"), this);
    m_more->setObjectName(QStringLiteral("activityMore"));
    m_more->setAccessibleName(tr("Copy, export and more"));
    m_more->setAutoDefault(false);
    m_more->setMenu(menu);
    m_details = new QPushButton(tr("Details"), this);
    m_details->setObjectName(QStringLiteral("activityDetails"));
    m_details->setAccessibleName(tr("Show what was sent and what came back"));
    m_details->setCheckable(true);
    m_details->setAutoDefault(false);
    connect(m_details, &QPushButton::toggled, this, &ActivityBar::detailsToggled);
}

void ActivityBar::setCounts(qsizetype shown, qsizetype all)
{
    m_count->setText(shown == all ? QString::number(all) : tr("%1 of %2").arg(shown).arg(all));
    const bool hasFilter = !filter().isEmpty();
    m_search->setVisible(all > 0 || hasFilter);
    m_outcomeBox->setVisible(all > 0 || hasFilter);
    for (QWidget *widget : {m_group, m_more, m_details})
        widget->setVisible(all > 0);
}

ActivityFilter ActivityBar::filter() const
{
    return {.text = m_search->text().simplified(),
            .outcome = static_cast<ActivityFilter::Outcome>(m_outcome->currentData().toInt()),
            .operation = m_operation,
            .action = m_action};
}

void ActivityBar::setOnlyOperation(const QString &operation)
{
    m_operation = operation;
    noteFilter();
}

void ActivityBar::setOnlyAction(const transport::UserAction &action)
{
    m_action = action;
    noteFilter();
}

void ActivityBar::clearFilter()
{
    const QSignalBlocker search(m_search);
    const QSignalBlocker outcome(m_outcome);
    m_search->clear();
    m_outcome->setCurrentIndex(0);
    m_operation.clear();
    m_action = {};
    noteFilter();
}

void ActivityBar::noteFilter()
{
    QStringList only;
    if (!m_operation.isEmpty())
        only += m_operation;
    if (!m_action.isNull())
        only += m_action.title();
    const QString text = tr("Only %1: clear filter");
    const QString whole = only.join(QStringLiteral(", "));
    const QString shown =
        fontMetrics().elidedText(whole, Qt::ElideRight, fontMetrics().averageCharWidth() * charactersOfFilter);
    m_clear->setVisible(!only.isEmpty());
    m_clear->setText(text.arg(QString(shown).replace(u'&', QStringLiteral("&&"))));
    m_clear->setAccessibleName(text.arg(whole));
    m_clear->setToolTip(plainToolTip(whole));
    emit filterChanged();
}

void ActivityBar::focusSearch()
{
    if (!m_search->isVisible())
        return;
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ActivityBar::setDetailsChecked(bool checked)
{
    m_details->setChecked(checked);
}

bool ActivityBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched == m_search && isKey && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Cancel) &&
        !m_search->text().isEmpty()) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            m_search->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace poolscope::ui
