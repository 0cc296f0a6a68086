#include "ui/sandbox/controlscard.h"

#include "core/showntime.h"
#include "sandbox/sandbox.h"
#include "ui/common/callout.h"
#include "ui/common/card.h"
#include "ui/common/chip.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/times.h"
#include "ui/sandbox/clockdialog.h"
#include "ui/sandbox/controltexts.h"
#include "ui/sandbox/faultdialog.h"
#include "ui/sandbox/spans.h"

#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace poolscope::ui {

namespace {

constexpr int readableCharacters = 32; // of a text that gives way
constexpr int partGap = 8;
constexpr int denseMargin = 12;

QPushButton *controlButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

ControlsCard::ControlsCard(sandbox::Sandbox &sandbox, QWidget *parent)
    : QWidget(parent)
    , m_sandbox(sandbox)
{
    buildLayout();
    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, &ControlsCard::showClock);
    connect(&m_sandbox, &sandbox::Sandbox::clockMoved, m_callout, &Callout::clear);
    connect(&m_sandbox, &sandbox::Sandbox::clockMoved, this, &ControlsCard::showClock);
    connect(&m_sandbox, &sandbox::Sandbox::faultsChanged, this, &ControlsCard::showFaults);
    showClock();
    showFaults();
}

void ControlsCard::buildLayout()
{
    auto *card = new Card(this);
    card->setDense(true);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(card);
    m_rows = {buildClock(), buildFaults()};
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * partGap);
    grid->setColumnStretch(1, 1);
    const QStringList titles{tr("Clock"), tr("Faults")};
    for (int row = 0; row < m_rows.size(); ++row) {
        layOut(m_rows[row]);
        auto *title = new QLabel(titles.at(row), this);
        title->setForegroundRole(QPalette::PlaceholderText);
        title->setMinimumHeight(m_move->sizeHint().height()); // beside the first line, whether or not there are two
        grid->addWidget(title, row, 0, Qt::AlignTop);
        grid->addLayout(m_rows.at(row).layout, row, 1);
        if (!m_widerTitle || title->sizeHint().width() > m_widerTitle->sizeHint().width())
            m_widerTitle = title;
    }
    m_callout = new Callout(this);
    card->contentLayout()->addLayout(grid);
    card->contentLayout()->addWidget(m_callout);
}

ControlsCard::Row ControlsCard::buildClock()
{
    m_moved = new Chip({}, Tone::Caution, this);
    m_moved->setObjectName(QStringLiteral("sandbox.clockMoved"));
    m_time = new ElidedLabel({}, Qt::ElideRight, this);
    m_time->setObjectName(QStringLiteral("sandbox.time"));
    m_back = controlButton(tr("Back to r&eal time"), QStringLiteral("sandbox.realTime"), this);
    m_move = controlButton(tr("&Move the clock"), QStringLiteral("sandbox.moveClock"), this);
    m_move->setMenu(buildClockMenu());
    connect(m_back, &QPushButton::clicked, this, &ControlsCard::backToRealTime);
    return {m_moved, m_time, {m_back, m_move}};
}

ControlsCard::Row ControlsCard::buildFaults()
{
    m_faultsOn = new Chip({}, Tone::Caution, this);
    m_faultsOn->setObjectName(QStringLiteral("sandbox.faultsOn"));
    m_faults = new ElidedLabel({}, Qt::ElideRight, this);
    m_faults->setObjectName(QStringLiteral("sandbox.faults"));
    m_off = controlButton(tr("Turn &all off"), QStringLiteral("sandbox.faultsOff"), this);
    m_off->setAccessibleName(tr("Turn all faults off"));
    m_add = controlButton(tr("Add a &fault…"), QStringLiteral("sandbox.addFault"), this);
    connect(m_off, &QPushButton::clicked, this, &ControlsCard::turnFaultsOff);
    connect(m_add, &QPushButton::clicked, this, [this] {
        auto *dialog = new FaultDialog(m_sandbox, this);
        dialog->open();
    });
    return {m_faultsOn, m_faults, {m_off, m_add}};
}

void ControlsCard::layOut(Row &row)
{
    auto *state = new QHBoxLayout;
    state->setSpacing(partGap);
    state->addWidget(row.chip);
    state->addWidget(row.text, 1);
    state->addStrut(m_move->sizeHint().height());
    auto *actions = new QHBoxLayout;
    actions->setSpacing(partGap);
    for (QPushButton *button : std::as_const(row.buttons))
        actions->addWidget(button);
    actions->addStretch(1);
    row.layout = new QBoxLayout(QBoxLayout::LeftToRight);
    row.layout->setSpacing(partGap);
    row.layout->addLayout(state, 1);
    row.layout->addLayout(actions);
}

// Beside the mailbox or in a small window the buttons go below what they change.
void ControlsCard::arrange()
{
    for (const Row &row : std::as_const(m_rows))
        row.layout->setDirection(fits(row) ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

bool ControlsCard::fits(const Row &row) const
{
    const int readable = fontMetrics().averageCharWidth() * readableCharacters;
    int needed = m_widerTitle->sizeHint().width() + qMin(row.text->sizeHint().width(), readable) + 2 * denseMargin;
    if (!row.chip->isHidden())
        needed += row.chip->sizeHint().width() + partGap;
    for (const QPushButton *button : row.buttons) {
        if (!button->isHidden())
            needed += button->sizeHint().width() + partGap;
    }
    return needed + 2 * partGap <= width();
}

QMenu *ControlsCard::buildClockMenu()
{
    auto *menu = new QMenu(this);
    const auto add = [&](const QString &text, const QString &name, qint64 byMs) {
        QAction *action = menu->addAction(text, this, [this, byMs] { advance(byMs); });
        action->setObjectName(QStringLiteral("sandbox.clock.") + name);
    };
    add(tr("5 minutes forward"), QStringLiteral("minutes"), 5 * minuteMs);
    add(tr("1 hour forward"), QStringLiteral("hour"), hourMs);
    add(tr("1 day forward"), QStringLiteral("day"), dayMs);
    add(tr("7 days forward"), QStringLiteral("week"), 7 * dayMs);
    add(tr("31 days forward"), QStringLiteral("month"), 31 * dayMs);
    menu->addSeparator();
    QAction *other = menu->addAction(tr("By another amount, or to a moment…"), this, [this] {
        auto *dialog = new ClockDialog(m_sandbox, this);
        dialog->open();
    });
    other->setObjectName(QStringLiteral("sandbox.clock.other"));
    return menu;
}

void ControlsCard::advance(qint64 byMs)
{
    const Result<void> moved = m_sandbox.advanceClock(byMs);
    if (!moved)
        m_callout->setContent(Callout::Content::fromError(moved.error()));
}

// The button that has the focus goes, and the keyboard must not lose its place.
void ControlsCard::backToRealTime()
{
    m_move->setFocus();
    m_sandbox.backToRealTime();
}

void ControlsCard::turnFaultsOff()
{
    m_add->setFocus();
    m_sandbox.clearFaults();
}

void ControlsCard::showClock()
{
    const qint64 offsetMs = m_sandbox.clock().offsetMs();
    const QDateTime now = m_sandbox.clock().now();
    const QString time = shownTime(now);
    m_time->setText(offsetMs == 0 ? QStringLiteral("%1 · %2").arg(time, clockOffsetText(0)) : time);
    m_time->setToolTip(utcTooltip(now));
    m_moved->setText(clockOffsetText(offsetMs));
    m_moved->setVisible(offsetMs != 0);
    m_back->setVisible(offsetMs != 0);
    arrange();
}

void ControlsCard::showFaults()
{
    const QList<sandbox::Fault> faults = m_sandbox.faults();
    m_faultsOn->setText(tr("%n on", nullptr, int(faults.size())));
    m_faultsOn->setVisible(!faults.isEmpty());
    m_off->setVisible(!faults.isEmpty());
    m_faults->setText(faults.isEmpty() ? tr("none") : faultsText(faults));
    m_add->setEnabled(faults.size() < sandbox::FaultBoard::maximumFaults);
    arrange();
}

void ControlsCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_ticker.start();
    showClock();
}

void ControlsCard::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_ticker.stop();
}

void ControlsCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace poolscope::ui
