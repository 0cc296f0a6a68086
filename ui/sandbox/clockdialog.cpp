#include "ui/sandbox/clockdialog.h"

#include "sandbox/control/clockcontrol.h"
#include "sandbox/sandbox.h"
#include "ui/common/buttons.h"
#include "ui/common/form.h"
#include "ui/common/labels.h"
#include "ui/sandbox/controltexts.h"
#include "ui/sandbox/spans.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

constexpr int largestAmount = 1'000'000;
constexpr int formWidth = 432;

} // namespace

ClockDialog::ClockDialog(sandbox::Sandbox &sandbox, QWidget *parent)
    : QDialog(parent)
    , m_sandbox(sandbox)
{
    setObjectName(QStringLiteral("clockDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Move the sandbox's clock"));
    auto *column = new QVBoxLayout(this);
    column->setSizeConstraint(QLayout::SetFixedSize); // it grows with what is wrong, and nothing is squeezed
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(12);
    column->addWidget(
        mutedLabel(tr("Codes, sessions, temporary passwords and tokens expire by this clock, and new ones "
                      "are dated by it. When the program starts again, it is back at real time."),
                   this));
    buildFields();
    column->addWidget(m_form);
    column->addWidget(buildButtons());
    followWay();
    m_amount->setFocus();
    m_amount->selectAll();
}

void ClockDialog::buildFields()
{
    m_form = new Form(this);
    m_form->setMinimumWidth(formWidth);
    m_way = new QComboBox(this);
    m_way->setObjectName(QStringLiteral("clock.way"));
    m_way->addItem(tr("Forward by an amount"), QVariant(int(Way::Forward)));
    m_way->addItem(tr("Back by an amount"), QVariant(int(Way::Back)));
    m_way->addItem(tr("To a moment"), QVariant(int(Way::Moment)));
    m_form->addRow(tr("&Move it"), m_way);
    m_amountRow = buildAmount();
    m_form->addRow(tr("&Amount"), m_amountRow)->setBuddy(m_amount);
    m_moment = new QDateTimeEdit(m_sandbox.clock().now().toLocalTime(), this);
    m_moment->setObjectName(QStringLiteral("clock.moment"));
    m_moment->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_moment->setDateTimeRange(QDateTime::fromMSecsSinceEpoch(sandbox::earliestClockMs),
                               QDateTime::fromMSecsSinceEpoch(sandbox::latestClockMs));
    m_form->addRow(tr("Local &time"), m_moment);
    m_outcome = mutedLabel({}, this);
    m_outcome->setObjectName(QStringLiteral("clock.outcome"));
    m_form->addBelow(m_outcome);
    connect(m_way, &QComboBox::currentIndexChanged, this, &ClockDialog::followWay);
    connect(m_amount, &QSpinBox::valueChanged, this, &ClockDialog::showOutcome);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &ClockDialog::showOutcome);
    connect(m_moment, &QDateTimeEdit::dateTimeChanged, this, &ClockDialog::showOutcome);
    connect(&m_sandbox, &sandbox::Sandbox::clockMoved, this, &ClockDialog::showOutcome); // over HTTP
}

QWidget *ClockDialog::buildAmount()
{
    auto *holder = new QWidget(this);
    holder->setObjectName(QStringLiteral("clock.amountRow"));
    holder->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins({});
    m_amount = new QSpinBox(holder);
    m_amount->setObjectName(QStringLiteral("clock.amount"));
    m_amount->setAccessibleName(tr("Amount"));
    m_amount->setRange(1, largestAmount);
    m_unit = new QComboBox(holder);
    m_unit->setObjectName(QStringLiteral("clock.unit"));
    m_unit->setAccessibleName(tr("Unit of the amount"));
    m_unit->addItem(tr("minutes"), QVariant(minuteMs));
    m_unit->addItem(tr("hours"), QVariant(hourMs));
    m_unit->addItem(tr("days"), QVariant(dayMs));
    m_unit->setCurrentIndex(1);
    row->addWidget(m_amount, 1);
    row->addWidget(m_unit, 1);
    return holder;
}

QWidget *ClockDialog::buildButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    auto *cancel = new QPushButton(tr("Cancel"), buttons);
    cancel->setObjectName(QStringLiteral("clock.cancel"));
    cancel->setAutoDefault(false);
    auto *move = new PrimaryButton(tr("Move the clock"), buttons);
    move->setObjectName(QStringLiteral("clock.move"));
    move->setDefault(true);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(move);
    connect(move, &QPushButton::clicked, this, &ClockDialog::move);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    return buttons;
}

ClockDialog::Way ClockDialog::way() const
{
    return Way(m_way->currentData().toInt());
}

qint64 ClockDialog::amountMs() const
{
    const qint64 amount = m_amount->value() * m_unit->currentData().toLongLong();
    return way() == Way::Back ? -amount : amount;
}

qint64 ClockDialog::wantedOffsetMs() const
{
    if (way() == Way::Moment)
        return m_moment->dateTime().toMSecsSinceEpoch() - SystemClock().nowMs();
    return m_sandbox.clock().offsetMs() + amountMs();
}

void ClockDialog::followWay()
{
    m_form->setRowVisible(m_amountRow, way() != Way::Moment);
    m_form->setRowVisible(m_moment, way() == Way::Moment);
    showOutcome();
}

void ClockDialog::showOutcome()
{
    m_form->clearErrors();
    m_outcome->setText(tr("Then the clock stands %1.").arg(clockOffsetText(wantedOffsetMs())));
}

void ClockDialog::move()
{
    const Result<void> moved =
        way() == Way::Moment ? m_sandbox.setClockOffset(wantedOffsetMs()) : m_sandbox.advanceClock(amountMs());
    if (moved) {
        accept();
        return;
    }
    m_outcome->clear();
    const bool isMoment = way() == Way::Moment;
    m_form->setError(isMoment ? m_moment : m_amountRow, moved.error().message);
    (isMoment ? static_cast<QWidget *>(m_moment) : m_amount)->setFocus();
}

} // namespace poolscope::ui
